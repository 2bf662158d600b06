"""What the page reads of one unit in one period."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from assessment import labels
from assessment.periods import Period
from assessment.reports import profile, standings
from assessment.ui import load
from assessment.ui.scope import Scope
from assessment.ui.unit_profile import indicator_rows, past
from assessment.ui.unit_profile.rows import first_of


@dataclass(frozen=True, eq=False)
class Seen:
    """The rows of the unit's reports; `row` is None where the unit does not count in the period.

    One object for a data version, language and scope: what is made of it is kept by it.
    """

    scope: Scope
    period: Period
    unit_id: str
    card: pd.DataFrame
    history: pd.DataFrame

    @cached_property
    def row(self) -> Any:
        """The unit's result."""
        return first_of(self.card)

    @cached_property
    def cells(self) -> pd.DataFrame:
        """The indicators of the month; of a quarter's or year's last month for the portrait."""
        return pd.DataFrame() if self.row is None else indicator_rows.cells_of(self.unit_id, self.last)

    @cached_property
    def milestones(self) -> pd.DataFrame:
        """The milestones behind `cells`."""
        return load.frame(profile.profile_milestones, self.unit_id, self.last)

    @cached_property
    def last(self) -> Any:
        """The last month of the period that has results."""
        return self.row.as_of_month.date()

    @cached_property
    def events(self) -> pd.DataFrame:
        """Bonuses, deductions, vetoes."""
        return load.frame(profile.profile_events, self.unit_id, self.period, self.last)

    @cached_property
    def months(self) -> pd.DataFrame:
        """The months a quarter or a year is made of."""
        return load.frame(profile.profile_months, self.unit_id, self.period, self.last)

    @cached_property
    def near(self) -> Any:
        """The unit's row of `near_misses`, None where there is none."""
        found = load.frame(standings.near_misses, self.period, (self.row.unit_type,))
        return first_of(found[found["unit_id"] == self.unit_id])

    @cached_property
    def before(self) -> Period | None:
        """The period that the change of the score compares with; None where there is none."""
        earlier = self.history[self.history["period_start"] < pd.Timestamp(self.row.period_start)]
        if labels.is_missing(self.row.score_change) or earlier.empty:
            return None
        return past.period_of(self.scope, first_of(earlier.tail(1)))


def look(scope: Scope, unit_id: str) -> Seen:
    """The unit in the scope's period, kept until the data change."""
    seen: Seen = load.drawn(_read, scope, unit_id)
    return seen


def _read(scope: Scope, unit_id: str) -> Seen:
    assert scope.period
    card = load.frame(profile.profile_card, unit_id, scope.period)
    return Seen(scope, scope.period, unit_id, card, load.frame(profile.profile_history, unit_id, scope.period))
