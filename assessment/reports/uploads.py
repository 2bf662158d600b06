"""Revisions and what they brought."""

import pandas as pd

from assessment.reports.calendar import period_codes, year_start_month
from assessment.store import Reader


def history(reader: Reader) -> pd.DataFrame:
    """Every revision, newest first, with the first and the last month (codes) it is about."""
    frame = reader.query("history")
    return frame.assign(**{name: _codes(frame[name]) for name in ("month", "last_month")})


def _codes(months: pd.Series) -> pd.Series:
    codes = [None if pd.isna(month) or month.year == 1900 else f"{month:%Y-%m}" for month in months]
    return pd.Series(codes, index=months.index, dtype="str")


def history_changes(reader: Reader, revision_id: int) -> pd.DataFrame:
    """The results a revision changed, before and after, with the period's code."""
    frame = reader.query("history_changes", revision_id=revision_id)
    return frame.assign(period=period_codes(frame.assign(year_start_month=year_start_month(reader))))


def upload_rows(reader: Reader, upload_id: int) -> pd.DataFrame:
    """The cells of sheet 指标 as an upload brought them."""
    return reader.query("upload_rows", upload_id=upload_id)
