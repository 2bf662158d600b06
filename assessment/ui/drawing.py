"""A picture of our own on a page: drawn by the server in two widths, of which the page shows the one that fits.

It costs a browser a tenth of a plotly figure; those stay where a reader follows a line through many periods.
"""

from collections.abc import Callable

from assessment.charts.svg.canvas import Canvas

SIZE = 13
"""Pixels of all letters at the picture's own width."""
NARROW, WIDE = 350, 520
"""Its own widths: a phone's and a column's. The stylesheet changes over between them (figures.css)."""


def html(canvas_of: Callable[[int], Canvas], alt: str) -> str:
    """Both pictures, for a `block`; `canvas_of` draws one of a width, `alt` is one sentence saying what it shows."""
    pictures = "".join(canvas_of(width).svg(alt) for width in (NARROW, WIDE))
    return f"<div class='sj-drawing'>{pictures}</div>"
