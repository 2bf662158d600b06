"""A figure on the page: no tool bar, in the reader's language, with its sentence for who cannot see it."""

from typing import Any

import streamlit as st

from assessment.charts.look import SCREEN, Palette

_CONFIG = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "scrollZoom": False,
    "doubleClick": False,
    "responsive": True,
}


def palette() -> Palette:
    """The colours figures on screen are drawn with; the stylesheet re-tunes them for the dark theme."""
    return SCREEN


def draw(figure: Any, key: str, alt: str) -> None:
    """`alt` is one sentence saying what the figure shows."""
    with st.container(key=f"figure_{key}"):
        st.plotly_chart(figure, theme=None, key=key, config=_CONFIG, alt=alt)
