"""Single pictures of a meeting for other documents: SVG from the server, PNG by the reader's browser, the numbers."""

import base64

import streamlit as st

from assessment import export
from assessment.charts import svg
from assessment.export.figure_table import figure_table
from assessment.i18n import t
from assessment.meeting import Deck, Slide
from assessment.meetings import Meeting
from assessment.ui import choose, heading
from assessment.ui.index import ASSETS

_PNG = st.components.v2.component(
    "png",
    html="<div class='sj-png'></div>",
    js=(ASSETS / "png.js").read_text("utf-8"),
    isolate_styles=False,
)
_SCALE = 2
"""Pixels of the PNG a pixel of the SVG: sharp on paper."""


def draw(meeting: Meeting, deck: Deck) -> None:
    """One picture at a time, chosen in the address."""
    drawn = {slide.key: slide for slide in deck.slides if slide.figure and not slide.continues}
    if not drawn:
        return
    heading.section(t("One picture for another document"), t("With its finding, its numbers and where they are from"))
    names = {key: slide.title for key, slide in drawn.items()}
    picked = choose.one("picture", names, next(iter(names)), t("Picture"), look="select")
    slide = drawn[picked]
    if slide.figure is None:
        return
    file = svg.standalone(slide.figure, title=slide.title, about=slide.about, foot=deck.foot)
    source = base64.b64encode(file.encode()).decode()
    st.html(f"<img class='sj-picture' src='data:image/svg+xml;base64,{source}' alt=''>")
    _downloads(meeting, slide, file)


def _downloads(meeting: Meeting, slide: Slide, file: str) -> None:
    stem = f"{meeting.name}_{slide.key}"
    with st.container(horizontal=True, key="picture_files"):
        st.download_button(
            t("Picture (SVG)"), data=file, file_name=f"{stem}.svg", mime="image/svg+xml", on_click="ignore"
        )
        words = {"label": t("Picture (PNG)"), "file": f"{stem}.png", "svg": file, "scale": _SCALE}
        _PNG(data=words, key=f"png_{slide.key}")
        if slide.figure:
            table = figure_table(slide.figure, slide.title)
            st.download_button(
                t("Its numbers (CSV)"),
                data=lambda: export.csv_bytes(table),
                file_name=f"{stem}.csv",
                mime="text/csv",
                on_click="ignore",
            )
