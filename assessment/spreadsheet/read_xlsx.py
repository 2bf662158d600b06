"""Reads workbooks of the zip format (.xlsx, .xlsm) with openpyxl. Runs in the child process."""

import re
import zipfile
from io import BytesIO
from typing import Any

import openpyxl.worksheet._reader as cell_reader
from openpyxl.reader.excel import load_workbook

from assessment.spreadsheet import strict_ooxml
from assessment.spreadsheet.told_cells import CellRow, SheetTold, Unreadable, is_percent, plain, told

_STORED = re.compile(rb"<(?:\w+:)?(?:v|is)>")
_COMPUTED = re.compile(rb"<(?:\w+:)?f[\s>/]")


def _number(text: str) -> int | float:
    """A number cell's value; NaN and infinity stay what they are, so that they can be refused by address."""
    try:
        return int(text)
    except ValueError:
        return float(text)


cell_reader._cast_number = _number


def sheets(data: bytes) -> list[SheetTold]:
    """Every sheet with cells. Raises Unreadable; any other exception means a damaged file."""
    data = strict_ooxml.ordinary(data)
    values = load_workbook(BytesIO(data), data_only=True, keep_links=False)
    formulas = load_workbook(BytesIO(data), data_only=False, keep_links=False) if _holds(data, _COMPUTED) else None
    found = [_sheet(sheet, formulas[sheet.title] if formulas else None) for sheet in values.worksheets]
    if not any(sheet["cells"] for sheet in found) and _holds(data, _STORED):
        raise Unreadable("unseen")
    return found


def _holds(data: bytes, pattern: re.Pattern[bytes]) -> bool:
    """Whether any sheet's part holds what a pattern looks for."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return any(pattern.search(archive.read(part)) for part in archive.namelist() if "sheet" in part)


def _sheet(sheet: Any, formulas: Any) -> SheetTold:
    # The sparse dict, not iter_rows: two far apart cells must not make a grid between them.
    cells = [_cell(cell, formulas) for _, cell in sorted(sheet._cells.items())]
    merged = [[one.min_row, one.min_col, one.max_row, one.max_col] for one in sheet.merged_cells.ranges]
    hidden = sorted(row for row, shape in sheet.row_dimensions.items() if shape.hidden)
    return told(sheet.title, sheet.sheet_state, [cell for cell in cells if cell], merged, hidden)


def _cell(cell: Any, formulas: Any) -> CellRow | None:
    if cell.value is None:
        # t="str" with nothing stored is a formula that gave an empty text; without it nothing was ever computed.
        twin = formulas._cells.get((cell.row, cell.column)) if formulas else None
        is_formula = twin is not None and twin.data_type == "f" and cell.data_type != "str"
        return (cell.row, cell.column, "formula", "", 0) if is_formula else None
    kind, text = ("error", str(cell.value)) if cell.data_type == "e" else plain(cell.value)
    return cell.row, cell.column, kind, text, int(kind == "number" and is_percent(cell.number_format))
