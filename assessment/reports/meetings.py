"""The review meetings, and what presenters wrote over their slides."""

import pandas as pd

from assessment.reports.calendar import period_codes, year_start_month
from assessment.store import Reader


def meetings(reader: Reader) -> pd.DataFrame:
    """Every meeting, the latest first: its period (code), revision, edition (null: a draft), `written_until` (UTC)."""
    frame = reader.query("meetings")
    codes = period_codes(frame.assign(year_start_month=year_start_month(reader))) if len(frame) else []
    return frame.assign(period=pd.Series(codes, index=frame.index, dtype="str"))


def meeting_deck(reader: Reader, meeting_id: int, language: str) -> str:
    """The slides of a meeting as they were kept last (JSON, see `meeting.kept`)."""
    return str(reader.query("meeting_deck", meeting_id=meeting_id, language=language)["content"].iloc[0])


def slide_titles(reader: Reader, meeting_id: int, language: str) -> dict[str, str]:
    """The titles somebody wrote, by slide."""
    frame = reader.query("slide_titles", meeting_id=meeting_id, language=language)
    return dict(zip(frame["slide_key"], frame["title"], strict=True))
