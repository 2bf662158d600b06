"""Analysts' notes that stand."""

from datetime import date, datetime

import pandas as pd

from assessment.store import Reader


def notes(reader: Reader, first_start: date, last_start: date, written_until: datetime | None = None) -> pd.DataFrame:
    """The notes on periods that begin in a span, newest period first: who, when (UTC), on what, text; those that stand,
    or those that stood at a moment."""
    return reader.query("notes", first_start=first_start, last_start=last_start, written_until=written_until)
