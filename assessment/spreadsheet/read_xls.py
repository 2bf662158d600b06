"""Reads workbooks of the old binary format (.xls, WPS's .et) with xlrd. Runs in the child process."""

import struct
from datetime import time
from io import StringIO
from typing import Any

import xlrd
from xlrd.xldate import XLDateError, xldate_as_datetime

from assessment.spreadsheet.told_cells import CellRow, SheetTold, Unreadable, is_percent, plain, told

_VISIBILITY = {0: "visible", 1: "hidden", 2: "veryHidden"}
_FORMULA, _BEGIN, _END = 0x0006, 0x0809, 0x000A
_RESULT_AT, _BLANK_RESULT = 6, b"\x03"
Places = set[tuple[int, int]]


def sheets(data: bytes) -> list[SheetTold]:
    """Every sheet with cells. Raises Unreadable; any other exception means a damaged file."""
    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, on_demand=True, logfile=StringIO()
        )
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            raise Unreadable("password") from error
        if "find workbook" in str(error):
            raise Unreadable("no workbook") from error
        raise
    return [_sheet(book, number) for number in range(book.nsheets)]


def _sheet(book: Any, number: int) -> SheetTold:
    sheet = book.sheet_by_index(number)
    uncomputed = _blank_formulas(bytes(book.mem), book._sh_abs_posn[number])
    cells = [
        found
        for row in range(sheet.nrows)
        for column in range(sheet.row_len(row))
        if (found := _cell(book, sheet, row, column, uncomputed))
    ]
    merged = [[top + 1, left + 1, bottom, right] for top, bottom, left, right in sheet.merged_cells]
    hidden = sorted(row + 1 for row, shape in sheet.rowinfo_map.items() if shape.hidden)
    return told(sheet.name, _VISIBILITY.get(sheet.visibility, "visible"), cells, merged, hidden)


def _cell(book: Any, sheet: Any, row: int, column: int, uncomputed: Places) -> CellRow | None:
    kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
    if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) or (kind == xlrd.XL_CELL_TEXT and not value):
        return (row + 1, column + 1, "formula", "", 0) if (row, column) in uncomputed else None
    if kind == xlrd.XL_CELL_ERROR:
        return row + 1, column + 1, "error", xlrd.error_text_from_code.get(value, "#?"), 0
    if kind == xlrd.XL_CELL_BOOLEAN:
        return row + 1, column + 1, *plain(bool(value)), 0
    if kind == xlrd.XL_CELL_DATE:
        return row + 1, column + 1, *_day(value, book.datemode), 0
    if kind == xlrd.XL_CELL_TEXT:
        return row + 1, column + 1, "text", value, 0
    shape = book.format_map.get(book.xf_list[sheet.cell_xf_index(row, column)].format_key)
    number = int(value) if value.is_integer() and abs(value) < 2**53 else value
    return row + 1, column + 1, *plain(number), int(is_percent(shape.format_str if shape else None))


def _day(value: float, mode: int) -> tuple[str, str]:
    try:
        moment = xldate_as_datetime(value, mode)
    except (XLDateError, OverflowError, ValueError):
        return "date", repr(value)
    return plain(time(moment.hour, moment.minute, moment.second)) if 0 <= value < 1 else plain(moment)


def _blank_formulas(stream: bytes, at: int) -> Places:
    """Where a sheet's records have formulas whose stored result is a blank: for xlrd they are empty texts like any
    other, so a library's formula that nobody ever computed would pass for an empty cell."""
    found: Places = set()
    depth = 0
    while at + 4 <= len(stream):
        code, size = struct.unpack_from("<HH", stream, at)
        at += 4
        if code == _FORMULA and size >= 20:
            row, column = struct.unpack_from("<HH", stream, at)
            result = stream[at + _RESULT_AT : at + _RESULT_AT + 8]
            if result[6:] == b"\xff\xff" and result[:1] == _BLANK_RESULT:
                found.add((row, column))
        depth += (code == _BEGIN) - (code == _END)
        if code == _END and depth <= 0:
            break
        at += size
    return found
