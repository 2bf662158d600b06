"""Sending a committed number back for correction (退回更正): it keeps its value, marked, until its month is published,
and counts as late from then on (domain.md section 3, REJECTED)."""

from assessment.errors import AssessmentError, BadInput
from assessment.intake.commit import Committed, commit
from assessment.intake.preview import Preview, preview
from assessment.periods import Period
from assessment.reports.submissions import returnable_cells
from assessment.store import Store

SENT_BACK = "退回"
"""The word in a cell, and what the file of one cell is named with; the county's own language, like its files."""


def sending_back(store: Store, month: Period, unit_id: str, indicator_id: str) -> Preview:
    """What sending a number back would be: the preview of a file of one cell, like any other upload.

    The file counts as received on the day of the number itself: sending back makes nobody else late.
    Raises AssessmentError if there is no such number.
    """
    found = returnable_cells(store, month.start)
    mine = found[(found["unit_id"] == unit_id) & (found["indicator_id"] == indicator_id)]
    if mine.empty:
        raise AssessmentError(
            "{unit} has no number under {indicator} in {period} that could be sent back.",
            unit=unit_id,
            indicator=indicator_id,
            period=str(month),
        )
    row = mine.iloc[0]
    name = f"{SENT_BACK} {row['unit']} {row['indicator']}.csv"
    content = f"单位,{indicator_id}\n{unit_id},{SENT_BACK}\n".encode()
    shown = preview(store, [(name, content)], month, row["received_on"].date())
    if shown.problems:
        raise BadInput(shown.problems)
    return shown


def send_back(store: Store, shown: Preview, who: str, because: str) -> Committed:
    """Mark the number of a `sending_back` as sent back; undoing the upload takes the mark away.

    Raises AssessmentError without a reason, PublishedWouldChange in a published month, and as `commit` does.
    """
    reason = " ".join(because.split())
    if not reason:
        raise AssessmentError("Say why the number is sent back.")
    return commit(store, shown, who, reason)
