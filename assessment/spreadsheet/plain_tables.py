"""A workbook of plain tables: one a sheet, headings in the first row; for reference files, not for a month's values."""

from assessment.errors import Fault, Problem
from assessment.spreadsheet import precheck, sandbox
from assessment.spreadsheet.grid import Cell, Sheet

PlainTable = list[tuple[int, dict[str, Cell]]]
"""Rows as (row number, cells by heading)."""


def open_workbook(file_name: str, data: bytes) -> tuple[list[Sheet], list[Problem]]:
    """The sheets of a workbook, read in the limited child process; or why it cannot be read."""
    found = precheck.refusal(file_name, data) or next(sandbox.open_books([data]))
    if isinstance(found, Fault):
        return [], [Problem(file_name, "", found.message, found.values)]
    return found, []


def plain_tables(sheets: list[Sheet]) -> tuple[dict[str, PlainTable], list[Problem]]:
    """The tables of the visible sheets by name, and the cells without a value."""
    problems = [valueless(sheet, cell) for sheet in sheets for cell in sheet.cells.values() if is_valueless(cell)]
    return {sheet.name: _table(sheet) for sheet in sheets if sheet.visibility == "visible"}, problems


def is_valueless(cell: Cell) -> bool:
    """Whether a cell holds an error or a formula that was never computed."""
    return cell.kind in ("error", "formula")


def valueless(sheet: Sheet, cell: Cell) -> Problem:
    """What is wrong with a cell that holds no value."""
    message = "The cell holds an error or a formula without a result: “{text}”."
    return Problem(sheet.name, cell.address, message, {"text": cell.text})


def _table(sheet: Sheet) -> PlainTable:
    headings = {column: cell.text.strip() for (row, column), cell in sheet.cells.items() if row == 1}
    return [
        (row, {headings.get(cell.column, ""): cell for cell in cells}) for row, cells in sheet.rows.items() if row > 1
    ]
