"""A picture of our own on the page: drawn by the server in two widths, of which the page shows the one that fits.

It costs a browser a tenth of a plotly figure; those stay where a reader follows a line through many periods.
"""

from collections.abc import Callable

import streamlit as st

from assessment.charts.svg.canvas import Canvas
from assessment.ui.index import ASSETS

_PICTURE = st.components.v2.component(
    "drawing",
    html="<div class='sj-drawing'></div>",
    js=(ASSETS / "drawing.js").read_text("utf-8"),
    isolate_styles=False,
)
SIZE = 13
"""Pixels of all letters at the picture's own width."""
NARROW, WIDE = 350, 520
"""Its own widths: a phone's and a column's. The stylesheet changes over between them (figures.css)."""


def html(canvas_of: Callable[[int], Canvas], alt: str) -> str:
    """Both pictures; `canvas_of` draws one of a width, `alt` is one sentence saying what it shows."""
    return "".join(canvas_of(width).svg(alt) for width in (NARROW, WIDE))


def draw(pictures: str, key: str) -> None:
    """Put what `html` made on the page."""
    _PICTURE(data=pictures, key=key)
