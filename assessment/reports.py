"""One function a screen: which rows it shows. Each takes the reader first and returns a frame or a plain value."""

from datetime import date
from typing import Any

import pandas as pd

from assessment.periods import Period
from assessment.store import Reader

LATEST = 2**31 - 1
"""A revision no store reaches: the results as they stand now."""


def year_start_month(reader: Reader) -> int:
    """The month (1..12) in which assessment years begin."""
    return int(reader.query("year_start_month")["year_start_month"].iloc[0])


def open_months(reader: Reader, months: list[date]) -> list[date]:
    """Those of some months that take data: a scheme is in force, and no January that is reported with February."""
    span = reader.query("scheme_span").iloc[0]
    if pd.isna(span["first_month"]):
        return []
    first_month, takes_january = span["first_month"].date(), bool(span["has_january_period"])
    return [month for month in months if month >= first_month and (month.month > 1 or takes_january)]


def periods(reader: Reader) -> pd.DataFrame:
    """The periods that have results: period (code), kind, scheme_name(_en), is_partial; newest month first."""
    frame = reader.query("periods")
    return frame.assign(period=_codes(frame), kind=frame["period_kind"])


def unit_types(reader: Reader) -> pd.DataFrame:
    """The unit types: unit_type, name, name_en, unit_count."""
    return reader.query("unit_types")


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


def footer(reader: Reader, period: Period) -> dict[str, Any]:
    """The scheme of a period, its latest revision and when that was made (UTC)."""
    frame = reader.query("footer", period_kind=period.kind, period_start=period.start)
    return dict(frame.iloc[0])


def history(reader: Reader) -> pd.DataFrame:
    """Every revision, newest first, with the month (code) it is about."""
    frame = reader.query("history")
    months = [None if pd.isna(month) or month.year == 1900 else f"{month:%Y-%m}" for month in frame["month"]]
    return frame.assign(month=pd.Series(months, index=frame.index, dtype="str"))


def history_changes(reader: Reader, revision_id: int) -> pd.DataFrame:
    """The results a revision changed, before and after, with the period's code."""
    frame = reader.query("history_changes", revision_id=revision_id)
    return frame.assign(period=_codes(frame.assign(year_start_month=year_start_month(reader))))


def upload_rows(reader: Reader, upload_id: int) -> pd.DataFrame:
    """The cells of sheet 指标 as an upload brought them."""
    return reader.query("upload_rows", upload_id=upload_id)


def _codes(frame: pd.DataFrame) -> list[str]:
    keys = zip(frame["period_kind"], frame["period_start"], frame["year_start_month"], strict=True)
    return [str(Period(kind, start.date(), int(first))) for kind, start, first in keys]
