"""A workbook of plain tables: one a sheet, headings in the first row; for reference files, not for a month's values."""

from assessment.errors import Fault, Problem
from assessment.spreadsheet import precheck, sandbox
from assessment.spreadsheet.grid import Sheet

PlainTable = list[tuple[int, dict[str, str]]]
"""Rows as (row number, text by heading)."""


def plain_tables(file_name: str, data: bytes) -> tuple[dict[str, PlainTable], list[Problem]]:
    """The tables of a workbook by sheet name, read in the limited child process; or why it cannot be read."""
    found = precheck.refusal(file_name, data) or next(sandbox.open_books([data]))
    if isinstance(found, Fault):
        return {}, [Problem(file_name, "", found.message, found.values)]
    problems = [
        Problem(
            sheet.name,
            cell.address,
            "The cell holds an error or a formula without a result: “{text}”.",
            {"text": cell.text},
        )
        for sheet in found
        for cell in sheet.cells.values()
        if cell.kind in ("error", "formula")
    ]
    return {sheet.name: _table(sheet) for sheet in found if sheet.visibility == "visible"}, problems


def _table(sheet: Sheet) -> PlainTable:
    headings = {column: cell.text.strip() for (row, column), cell in sheet.cells.items() if row == 1}
    return [
        (row, {headings.get(cell.column, ""): cell.text.strip() for cell in cells})
        for row, cells in sheet.rows.items()
        if row > 1
    ]
