"""How close a type stands: its places over time, its spread, ranks that hardly part units, and what lacks to a tier."""

from typing import Any

import pandas as pd

from assessment.periods import Period
from assessment.store import Reader

CLOSE_POINTS = 0.5
"""Neighbours less than this many points apart are a close call, whatever the scheme."""


def rank_history(reader: Reader, period: Period, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """Places over twelve periods by the calendar, one row a unit and period with a place; step 11 is the period."""
    return reader.query("rank_history", **_asked(period, unit_types))


def score_spread(reader: Reader, period: Period, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """Median and quartiles of each type's ranked scores, and the median of the period before."""
    return reader.query("score_spread", **_asked(period, unit_types))


def close_calls(reader: Reader, period: Period, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """Shared ranks, and neighbouring ranks less than CLOSE_POINTS apart, by type and rank."""
    return reader.query("close_calls", **_asked(period, unit_types), closer_than=str(CLOSE_POINTS))


def near_misses(reader: Reader, period: Period, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """The score each unit needs for a better computed tier, the others unchanged; the nearest first in each type."""
    return reader.query("near_misses", **_asked(period, unit_types))


def _asked(period: Period, unit_types: tuple[str, ...]) -> dict[str, Any]:
    return {"period_kind": period.kind, "period_start": period.start, "unit_types": list(unit_types)}
