"""One picture for other people's documents: SVG from the server, PNG by the reader's own browser, its numbers."""

import streamlit as st

from assessment import export
from assessment.charts.figure import Figure
from assessment.export.figure_table import figure_table
from assessment.i18n import t
from assessment.ui.index import ASSETS

_PNG = st.components.v2.component(
    "png",
    html="<div class='sj-png'></div>",
    js=(ASSETS / "png.js").read_text("utf-8"),
    isolate_styles=False,
)
_SCALE = 2
"""Pixels of the PNG a pixel of the SVG: sharp on paper."""


def offer(figure: Figure, title: str, file: str, stem: str, key: str) -> None:
    """The ways to take a picture along; `file` is the whole SVG, `stem` what the files are called."""
    with st.container(horizontal=True, key=f"picture_files_{key}"):
        st.download_button(
            t("Picture (SVG)"),
            data=file,
            file_name=f"{stem}.svg",
            mime="image/svg+xml",
            on_click="ignore",
            key=f"svg_{key}",
        )
        words = {"label": t("Picture (PNG)"), "file": f"{stem}.png", "svg": file, "scale": _SCALE}
        _PNG(data=words, key=f"png_{key}")
        st.download_button(
            t("Its numbers (CSV)"),
            data=lambda: export.csv_bytes(figure_table(figure, title)),
            file_name=f"{stem}.csv",
            mime="text/csv",
            on_click="ignore",
            key=f"csv_{key}",
        )
