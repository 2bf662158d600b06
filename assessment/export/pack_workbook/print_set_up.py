"""How every sheet prints, and how high its rows are: not every program measures wrapped words when it opens a file."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from assessment.export.workbook_file import A4, display_cells

_LINE = 15
"""A line of words in points."""
_RAGGED = 1.1
"""Lines end before their column does."""


def set_up(sheet: Any, foot: str) -> None:
    """A4 across, one page wide, which data at the foot of each page."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.75)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{foot[:180].replace('&', '&&')}&R&P / &N")


def set_height(sheet: Any, row: int, texts: Sequence[str], widths: Sequence[int], size: float = 1) -> None:
    """A row as high as its longest text needs in its column; `size` is that of its letters to a cell's."""
    lines = max((_lines((display_cells(text) + 1) * size / width) for text, width in zip(texts, widths, strict=False)))
    if lines > 1 or size > 1:
        sheet.set_row(row, _LINE * size * lines)


def _lines(widths: float) -> int:
    """Of a text so many times as wide as its column."""
    return 1 if widths <= 1 else ceil(widths * _RAGGED)
