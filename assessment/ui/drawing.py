"""A picture of our own on a page: drawn by the server in some widths, of which the page shows the one that fits.

It costs a browser a tenth of a plotly figure; those stay for an indicator's year, read closely along two figures.
"""

from collections.abc import Callable

from assessment.charts.svg.canvas import Canvas

SIZE = 13
"""Pixels of all letters at the picture's own width."""
PHONE, COLUMN, PAGE = 350, 520, 1000
"""The pictures' own widths. The stylesheet changes over between them (figures.css)."""
_PAGE_HEIGHT = 380


def html(canvas_of: Callable[[int], Canvas], alt: str) -> str:
    """A picture for a column of a `block`; `canvas_of` draws it in a width, `alt` says in a sentence what it shows."""
    return _put("", canvas_of, (PHONE, COLUMN), alt)


def broad(canvas_of: Callable[[int, int, int], Canvas], alt: str, height: int = _PAGE_HEIGHT) -> str:
    """A picture over the whole page; `canvas_of` draws it in a width, a height and a size of letters."""
    return _put("broad", lambda width: canvas_of(width, height, SIZE), (PHONE, COLUMN, PAGE), alt)


def _put(look: str, canvas_of: Callable[[int], Canvas], widths: tuple[int, ...], alt: str) -> str:
    pictures = "".join(canvas_of(width).svg(alt) for width in widths)
    return f"<div class='{f'sj-drawing {look}'.strip()}'>{pictures}</div>"
