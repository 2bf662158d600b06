"""Sending a committed number back for correction (退回更正): it keeps its value, marked, until its month is published,
and counts as late from then on (domain.md section 3, REJECTED)."""

from assessment.errors import AssessmentError, BadInput
from assessment.i18n import t
from assessment.intake.commit import Committed, commit
from assessment.intake.preview import preview
from assessment.periods import Period
from assessment.reports.submissions import returnable_cells
from assessment.store import Store


def send_back(store: Store, month: Period, unit_id: str, indicator_id: str, who: str, because: str) -> Committed:
    """Mark a number as sent back, by a file of one cell like any other upload; undoing it takes the mark away.

    The file counts as received on the day of the number itself: sending back makes nobody else late.
    Raises AssessmentError without a reason, or if there is no such number; PublishedWouldChange in a published month.
    """
    reason = " ".join(because.split())
    if not reason:
        raise AssessmentError("Say why the number is sent back.")
    found = returnable_cells(store, month.start)
    mine = found[(found["unit_id"] == unit_id) & (found["indicator_id"] == indicator_id)]
    if mine.empty:
        raise AssessmentError(
            "{unit} has no number under {indicator} in {period} that could be sent back.",
            unit=unit_id,
            indicator=indicator_id,
            period=str(month),
        )
    content = f"单位,{indicator_id}\n{unit_id},退回\n".encode()
    shown = preview(store, [(f"{t('Sent back')}.csv", content)], month, mine["received_on"].iloc[0].date())
    if shown.problems:
        raise BadInput(shown.problems)
    return commit(store, shown, who, reason)
