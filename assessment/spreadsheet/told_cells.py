"""What the readers in the child process tell of a sheet: plain values, as `grid.Sheet` is made of them."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any, Literal

MAX_CELLS = 2_000_000
MAX_ROWS = 60_000
MAX_COLUMNS = 400
_LITERAL = re.compile(r'"[^"]*"|\\.')

CellRow = tuple[int, int, str, str, int]
"""Row, column, kind, text, 1 for a percent format; as `grid.Cell`."""
SheetTold = dict[str, Any]
Reason = Literal["password", "no workbook", "too large", "quotes", "unseen"]


class Unreadable(Exception):
    """A file that cannot be read for a reason that can be said; `sandbox` has the words."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def told(name: str, visibility: str, cells: list[CellRow], merged: list[list[int]], hidden: list[int]) -> SheetTold:
    """One sheet; `merged` as rows of first row, first column, last row, last column, all 1-based.

    Raises Unreadable for a cell beyond the table's bounds: what blank cells lie there does not matter.
    """
    if any(row > MAX_ROWS or column > MAX_COLUMNS for row, column, *_ in cells):
        raise Unreadable("too large")
    return {"name": name, "visibility": visibility, "cells": cells, "merged": merged, "hidden_rows": hidden}


def within_budget(sheets: list[SheetTold]) -> list[SheetTold]:
    """The sheets, if together they hold no more cells than a workbook may. Raises Unreadable."""
    if sum(len(sheet["cells"]) for sheet in sheets) > MAX_CELLS:
        raise Unreadable("too large")
    return sheets


def plain(value: Any) -> tuple[str, str]:
    """A value's kind and text."""
    if isinstance(value, bool):
        return "boolean", "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return "number", repr(value)
    if isinstance(value, datetime):
        return "date", value.isoformat(sep=" ")
    if isinstance(value, date):
        return "date", value.isoformat()
    if isinstance(value, time | timedelta):
        return "time", str(value)
    return "text", str(value)


def is_percent(number_format: str | None) -> bool:
    """Whether a number format shows percent; a % inside its quoted words does not count."""
    return "%" in _LITERAL.sub("", number_format or "")
