"""Single pictures of a meeting for other documents, one at a time."""

import base64

import streamlit as st

from assessment.charts import svg
from assessment.i18n import t
from assessment.meeting import Deck, Slide
from assessment.meetings import Meeting
from assessment.ui import choose, heading, picture


def draw(meeting: Meeting, deck: Deck) -> None:
    """The chosen picture, as it goes into another document; the choice stands in the address."""
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
    picture.offer(slide.figure, slide.title, file, _stem(meeting, slide), "meeting")


def _stem(meeting: Meeting, slide: Slide) -> str:
    """The file's name: the meeting, and what the picture shows."""
    caption = slide.figure.caption if slide.figure else ""
    return "_".join(part for part in (meeting.name, slide.type_name, caption) if part)
