"""Periods and the calendar they follow."""

from datetime import date
from typing import Any

import pandas as pd

from assessment.periods import Period
from assessment.store import Reader


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
    return frame.assign(period=period_codes(frame), kind=frame["period_kind"])


def footer(reader: Reader, period: Period) -> dict[str, Any]:
    """The scheme of a period, its latest revision and when that was made (UTC), its edition as the reader has it."""
    asked = {"period_kind": period.kind, "period_start": period.start, "revision_id": reader.data_version}
    frame = reader.query("footer", **asked)
    return dict(frame.iloc[0])


def period_codes(frame: pd.DataFrame) -> list[str]:
    """The code of each row's period, from its kind, first day and the month in which years begin."""
    keys = zip(frame["period_kind"], frame["period_start"], frame["year_start_month"], strict=True)
    return [str(Period(kind, start.date(), int(first))) for kind, start, first in keys]
