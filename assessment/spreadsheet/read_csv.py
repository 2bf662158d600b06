"""Reads text files with a separator. Runs in the child process."""

import csv
from io import StringIO

from assessment.spreadsheet import csv_text
from assessment.spreadsheet.told_cells import MAX_ROWS, CellRow, SheetTold, Unreadable, told


def sheets(data: bytes) -> list[SheetTold]:
    """The one table, without a name of its own; rows numbered as Excel shows them. Raises Unreadable."""
    found = csv_text.table_of(csv_text.decoded(data) or "")
    if found is None:
        raise Unreadable("no workbook")
    separator, text = found
    cells: list[CellRow] = []
    try:
        for number, row in enumerate(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True), 1):
            if number > MAX_ROWS and any(row):
                raise Unreadable("too large")
            cells += [(number, column, "text", value, 0) for column, value in enumerate(row, 1) if value.strip()]
    except csv.Error as error:
        raise Unreadable("quotes") from error
    return [told("", "visible", cells, [], [])]
