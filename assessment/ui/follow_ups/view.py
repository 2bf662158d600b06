"""What the page looks at: the follow-ups as they stand, a month for what became of them, and today."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd

from assessment import labels
from assessment.periods import Period
from assessment.reports import completion, follow_ups
from assessment.reports.overview import search_terms
from assessment.ui import load
from assessment.ui.scope import Scope, link

PAGE = "follow_ups"
Row = Any


@dataclass(frozen=True)
class View:
    """`month` is the latest one of the period on screen; `show` is open or all."""

    scope: Scope
    month: date
    today: date
    show: str = "open"

    @property
    def origin(self) -> Period:
        """The period that an item made here comes from: a month, so that later ones can be held against it."""
        return load.calendar().period("month", self.month)

    def everything(self) -> pd.DataFrame:
        """Every follow-up, whatever unit types are picked."""
        return load.written(follow_ups.follow_ups, self.month, self.today)

    def rows(self) -> pd.DataFrame:
        """Those on the unit types on screen; one about none in particular is on all of them."""
        found = self.everything()
        types = self.scope.unit_types
        mine: pd.DataFrame = found[found["about_type"].isna() | found["about_type"].isin(types)] if types else found
        return mine

    def listed(self) -> list[Row]:
        """Those that the table shows."""
        rows = self.rows()
        return list((rows if self.show == "all" else rows[rows["state"] == "open"]).itertuples(index=False))

    def behind(self) -> pd.DataFrame:
        """What is behind plan and that nobody follows up."""
        return load.written(follow_ups.behind_without_follow_up, self.month, self.scope.unit_types)

    def link(self, item: object = "") -> str:
        """The page with an item opened (none: without), its filter kept."""
        more = {"item": str(item)} if item else {}
        return link(PAGE, self.scope, **more, **({"show": self.show} if self.show != "open" else {}))


def month_of(period: Period) -> date:
    """The latest month of a period with results; its first one where it has none."""
    found = load.frame(completion.completion_month, period)["month"].iloc[0]
    return period.start if labels.is_missing(found) else found.date()


def next_month_end(today: date) -> date:
    """The last day of the month after a day's."""
    return (today.replace(day=1) + timedelta(days=62)).replace(day=1) - timedelta(days=1)


def names(kind: str) -> dict[str, str]:
    """The units or indicators as the reader calls them, by code."""
    terms = load.frame(search_terms)
    found = terms[terms["kind"] == kind]
    rows = zip(found["item_id"], found["name"], found["name_en"], strict=True)
    return {code: labels.name(local, english) for code, local, english in rows}


def owner(row: Row) -> str:
    """The responsible unit's name; its code where it has left the county."""
    name = labels.name(row.owner, row.owner_en)
    return str(row.owner_unit_id) if name == labels.NONE else name


def about(row: Row) -> str:
    """What an item is about beside its period, in words."""
    parts = []
    if not labels.is_missing(row.unit_id):
        parts.append(labels.name(row.unit, row.unit_en))
    elif not labels.is_missing(row.unit_type):
        parts.append(labels.type_name(row.unit_type, row.type_name, row.type_name_en))
    if not labels.is_missing(row.indicator_id):
        parts.append(labels.name(row.indicator, row.indicator_en))
    return " · ".join(parts)


def comes_from(row: Row) -> str:
    """The period an item comes from, as the reader calls it."""
    return load.period_name(load.calendar().period(row.period_kind, row.period_start.date()))
