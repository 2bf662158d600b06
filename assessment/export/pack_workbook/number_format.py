"""The number format that shows a number as everybody sees it, words and signs included."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from assessment.meeting.slide import Cell, Column

_ONE_NUMBER = re.compile(r"^(\D*)(\d[\d,]*)(?:\.(\d+))?(\D*)$")
_LONGEST = 100


def of_column(column: Column, cells: Sequence[Cell]) -> str:
    """The format of a column that says its decimals, with signs where its texts have them; else empty."""
    if column.decimals is None:
        return ""
    digits = f"#,##{_zeros(column.decimals)}" + ("%" if column.style == "percent" else "")
    signed = any(cell.text.startswith("+") for cell in cells)
    return f"+{digits};−{digits};{digits}" if signed else digits


def of_cell(cell: Cell) -> str:
    """The format under which the cell's number reads as its text; empty where there is none, and the text must do."""
    if cell.value is None or '"' in cell.text or len(cell.text) > _LONGEST:
        return ""
    found = _ONE_NUMBER.match(cell.text)
    if found is None:
        return f'0;-0;"{cell.text}"' if cell.value == 0 and not re.search(r"\d", cell.text) else ""
    before, whole, part, after = found.groups("")
    is_percent = after.startswith("%")
    if _rounded(cell.value * (100 if is_percent else 1), len(part)) != Decimal(f"{whole.replace(',', '')}.{part or 0}"):
        return ""
    digits = ("#,##" if "," in whole or len(whole) < 4 else "") + _zeros(len(part)) + "%" * is_percent
    shown = _literal(before) + digits + _literal(after[is_percent:])
    return f"{shown};{shown}" if cell.value < 0 else shown


def _rounded(value: float, decimals: int) -> Decimal:
    """Without its sign, half away from zero."""
    return abs(Decimal(str(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _zeros(decimals: int) -> str:
    return "0." + "0" * decimals if decimals else "0"


def _literal(words: str) -> str:
    return f'"{words}"' if words else ""
