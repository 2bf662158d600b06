"""Dates and period codes as tables spell them."""

import re
from datetime import date

from assessment.spreadsheet.grid import Cell
from assessment.workbook.names import clean

_DAY = re.compile(
    r"(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2}))(?:[ T]00:00(?::00)?)?", re.ASCII
)
_MONTH = re.compile(r"([12]\d{3})(?:-|年|/)(0?[1-9]|1[0-2])月?", re.ASCII)
_QUARTER = re.compile(r"([12]\d{3})年?(?:-?q([1-4])|第?([一二三四1-4])季度)", re.ASCII)
_YEAR = re.compile(r"([12]\d{3})年?(?:度)?", re.ASCII)
_NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4}


def day(cell: Cell) -> date | None:
    """The day a cell names: a date cell, or 2026-06-15, 2026/6/15, 2026.6.15, 2026年6月15日, 20260615."""
    text = cell.text.split(" ")[0] if cell.kind == "date" else clean(cell.text)
    found = _DAY.fullmatch(text) if cell.kind in ("date", "text", "number") else None
    if not found:
        return None
    year, month, number = (int(part) for part in found.groups() if part is not None)
    try:
        return date(year, month, number)
    except ValueError:
        return None


def period(cell: Cell) -> tuple[str, date] | None:
    """The kind of a period (month, quarter, year) and its first calendar day: 2026-06, 2026Q2, 2026, or in Chinese."""
    if cell.kind == "date":
        found = day(cell)
        return ("month", found.replace(day=1)) if found else None
    text = clean(cell.text).replace(" ", "").casefold()
    if month := _MONTH.fullmatch(text):
        return "month", date(int(month[1]), int(month[2]), 1)
    if quarter := _QUARTER.fullmatch(text):
        number = int(quarter[2]) if quarter[2] else _NUMERALS.get(quarter[3]) or int(quarter[3])
        return "quarter", date(int(quarter[1]), 3 * number - 2, 1)
    if year := _YEAR.fullmatch(text):
        return "year", date(int(year[1]), 1, 1)
    return None
