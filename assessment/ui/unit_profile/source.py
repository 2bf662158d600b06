"""Where a row came from, in one line."""

from typing import Any

from assessment import labels
from assessment.i18n import t


def words(row: Any) -> str:
    """File, sheet, cell and day received of a row that has them."""
    if labels.is_missing(row.file_name):
        return t("No cell was handed in")
    place = t("{file}, sheet {sheet}, cell {cell}", file=row.file_name, sheet=row.sheet, cell=row.cell)
    return t("; ").join([place, t("Received {day}", day=f"{row.received_on:%Y-%m-%d}")])
