"""Revisions and what they brought."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from assessment.periods import Period
from assessment.reports.calendar import period_codes, year_start_month
from assessment.store import Reader


def history(reader: Reader) -> pd.DataFrame:
    """Every revision, newest first, with the first and the last month (codes) it is about, and the `periods` (codes)
    that it published or reopened."""
    frame = reader.query("history")
    keys = zip(frame["period_kinds"], frame["period_starts"], frame["year_start_month"], strict=True)
    periods = [_period_codes(kinds, starts, int(first)) for kinds, starts, first in keys]
    months = {name: _codes(frame[name]) for name in ("month", "last_month")}
    return frame.assign(**months, periods=pd.Series(periods, index=frame.index, dtype="object"))


def _period_codes(kinds: Sequence[str], starts: Sequence[Any], year_start_month: int) -> tuple[str, ...]:
    days = [pd.Timestamp(start).date() for start in starts]
    return tuple(str(Period(kind, day, year_start_month)) for kind, day in zip(kinds, days, strict=True))


def _codes(months: pd.Series) -> pd.Series:
    codes = [None if pd.isna(month) or month.year == 1900 else f"{month:%Y-%m}" for month in months]
    return pd.Series(codes, index=months.index, dtype="str")


def history_changes(reader: Reader, revision_id: int, before_revision: int | None = None) -> pd.DataFrame:
    """The results a revision changed, or all revisions after `before_revision` up to it: before and after, with the
    period's code; `has_moved` where score, rank or tier differ, not only what stands beside them."""
    before = revision_id - 1 if before_revision is None else before_revision
    frame = reader.query("history_changes", before_revision=before, revision_id=revision_id)
    return frame.assign(period=period_codes(frame.assign(year_start_month=year_start_month(reader))))


def cell_changes(reader: Reader, revision_id: int, before_revision: int | None = None) -> pd.DataFrame:
    """The reported numbers, states and targets that a revision changed, or all revisions after `before_revision` up to
    it, with the file and cell they stand in now; numbers that were new are none."""
    before = revision_id - 1 if before_revision is None else before_revision
    return reader.query("cell_changes", before_revision=before, revision_id=revision_id)


def upload_rows(reader: Reader, upload_id: int) -> pd.DataFrame:
    """The cells of sheet 指标 as an upload brought them."""
    return reader.query("upload_rows", upload_id=upload_id)
