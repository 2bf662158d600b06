"""What is published: every period's place on its way, the editions, and what one edition says that another does not."""

import pandas as pd

from assessment.periods import Period
from assessment.reports.calendar import period_codes
from assessment.store import Reader


def publication_board(reader: Reader) -> pd.DataFrame:
    """Every period with results: its code, status (draft, published, reopened), newest edition, and what is open."""
    return _coded(reader.query("publication_board"))


def editions(reader: Reader, period: Period | None = None) -> pd.DataFrame:
    """The editions of a period, or of all, newest first: hash, revision, who and when; who reopened it and why."""
    asked = (period.kind, period.start) if period else (None, None)
    return _coded(reader.query("editions", period_kind=asked[0], period_start=asked[1]))


def edition_causes(reader: Reader, period: Period, before_revision: int, revision_id: int) -> list[int]:
    """The revisions after one, up to another, that changed a period, reopened it or published it."""
    found = reader.query(
        "edition_causes",
        period_kind=period.kind,
        period_start=period.start,
        before_revision=before_revision,
        revision_id=revision_id,
    )
    return [int(number) for number in found["revision_id"]]


def content_hash(reader: Reader, period: Period) -> str:
    """The SHA-256 of what the reader's revision says of a period; with `Store.as_of` of an edition's, the edition's."""
    return str(reader.query("content_hash", period_kind=period.kind, period_start=period.start)["content_hash"].iloc[0])


def _coded(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(period=pd.Series(period_codes(frame), index=frame.index, dtype="str"))
