"""Tiers of a period beside those of an earlier one: who moved, why, and for how long."""

from typing import Any

import pandas as pd

from assessment.periods import Period
from assessment.reports.results import LATEST
from assessment.store import Reader

STREAK = 3
"""So many periods on end make a streak."""
DRIVERS = 3
"""So many indicators explain a move where many units are listed."""


def tier_moves(reader: Reader, period: Period, base: Period, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """Every unit of either period with the word of its shift and the facts behind it; both periods of one kind."""
    return reader.query("tier_moves", **_asked(period, unit_types), base_start=base.start)


def tier_flow(reader: Reader, period: Period, base: Period, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """How many units went from which tier into which, of those with a tier in the same type on both sides."""
    return reader.query("tier_flow", **_asked(period, unit_types), base_start=base.start)


def shift_drivers(
    reader: Reader, period: Period, base: Period, unit_types: tuple[str, ...] = (), most: int = DRIVERS
) -> pd.DataFrame:
    """The `most` indicators that moved most in each unit between two months, in points of 100; no rows for quarters
    and years. With bonus, deductions and the rest they add up to the change of the score.
    """
    return reader.query("shift_drivers", **_asked(period, unit_types), base_start=base.start, most=most)


def tier_streaks(reader: Reader, period: Period, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """Units at least STREAK periods on end in the best or lower tiers, or rising or falling in rank, up to a period."""
    return reader.query("tier_streaks", **_asked(period, unit_types), shortest=STREAK, revision_id=LATEST)


def _asked(period: Period, unit_types: tuple[str, ...]) -> dict[str, Any]:
    return {"period_kind": period.kind, "period_start": period.start, "unit_types": list(unit_types)}
