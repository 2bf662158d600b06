"""Results of units and of cells."""

from datetime import date

import pandas as pd

from assessment.periods import Period
from assessment.store import Reader

LATEST = 2**31 - 1
"""A revision no store reaches: the results as they stand now."""


def rankings(
    reader: Reader, period: Period, unit_types: tuple[str, ...] = (), revision_id: int = LATEST
) -> pd.DataFrame:
    """The units of a period by type and rank, at a revision: scores in points, changes against the period before."""
    return reader.query(
        "rankings",
        period_kind=period.kind,
        period_start=period.start,
        unit_types=list(unit_types),
        revision_id=revision_id,
    )


def scores(reader: Reader, period: Period) -> pd.DataFrame:
    """Every cell of a period's months: value, state, terms (JSON), share of the weight, points and source cell."""
    months = {"month": 0, "quarter": 2, "year": 11}[period.kind]
    serial = period.start.year * 12 + period.start.month - 1 + months
    return reader.query("scores", first_month=period.start, last_month=date(serial // 12, serial % 12 + 1, 1))
