"""One value into one cell, so that reading it back gives exactly the same value."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from xlsxwriter.worksheet import Worksheet

from assessment.reference.book import values
from assessment.reference.book.fields import Field
from assessment.reference.book.shown import ALWAYS, Names, word

_EXACT_DIGITS = 15
"""So many decimal digits a spreadsheet's number holds for certain; a longer one is written as text."""
_FIRST_DAY = date(1900, 3, 1)
"""Earlier days are other days in other programs; they are written as text."""


def put(sheet: Worksheet, row: int, column: int, value: object, look: Any, said: tuple[str, Field, Names]) -> None:
    """Write a value (0-based row and column); `said` tells its table, its field and what codes are called."""
    table, field, names = said
    if value is None or value in ("", ALWAYS):
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, bool):
        sheet.write_string(row, column, values.flag(value), look)
    elif isinstance(value, date):
        _put_day(sheet, row, column, value, look, field)
    elif isinstance(value, int | float | Decimal):
        _put_number(sheet, row, column, value, look)
    else:
        sheet.write_string(row, column, word(table, field, value, names), look)


def _put_day(sheet: Worksheet, row: int, column: int, day: date, look: Any, field: Field) -> None:
    if day < _FIRST_DAY:
        sheet.write_string(row, column, f"{day:%Y-%m}" if field.look == "month" else day.isoformat(), look)
    else:
        sheet.write_datetime(row, column, datetime(day.year, day.month, day.day), look)


def _put_number(sheet: Worksheet, row: int, column: int, value: float | Decimal, look: Any) -> None:
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if len(exact.normalize().as_tuple().digits) <= _EXACT_DIGITS:
        sheet.write_number(row, column, float(value), look)
    else:
        sheet.write_string(row, column, f"{exact:f}", look)
