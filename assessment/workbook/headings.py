"""Headings of the format, whatever their spelling."""

from assessment.spreadsheet.grid import Cell
from assessment.workbook import sheets
from assessment.workbook.names import heading

UNIT_HEADINGS = (sheets.UNIT, sheets.CODE)


def known_heading(cell: Cell) -> str:
    """The format's name of a heading, whatever its spelling."""
    text = heading(cell.text)
    return sheets.OTHER_HEADINGS.get(text, text)
