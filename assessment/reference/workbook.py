"""The reference that a store holds as the workbook in words."""

from assessment.errors import AssessmentError
from assessment.reference.book import write
from assessment.reference.diff import content
from assessment.store import Store


def workbook(store: Store) -> bytes:
    """The .xlsx to edit and hand in again, in the current language.

    Raises AssessmentError for a store without a county.
    """
    with store.snapshot() as connection:
        found = content(connection)
    if not found["scheme"]:
        raise AssessmentError("There is no county in this store yet.")
    return write(found)
