"""The sentences over a meeting's slides: what the numbers say, and what the presenter says instead."""

from html import escape

import streamlit as st

from assessment import access, meetings, settings
from assessment.errors import BadInput
from assessment.i18n import t
from assessment.meeting import Deck, Slide
from assessment.meetings import LONGEST_TITLE, Meeting
from assessment.ui import cells, heading
from assessment.ui.meeting import stage
from assessment.ui.plain import plain
from assessment.ui.scope import Scope


def draw(scope: Scope, meeting: Meeting, deck: Deck) -> None:
    """The walk as a list, each line a way to its slide; below it the form to change the sentences."""
    about = t("Written from the numbers by rules; read alone they tell the period")
    heading.section(t("The sentences of the meeting, in order"), about)
    lines = "".join(
        _line(scope, meeting, slide, number) for number, slide in enumerate(deck.slides, 1) if not slide.continues
    )
    st.html(f"<ol class='mt-titles'>{lines}</ol>")
    if not (meeting.is_off or meeting.is_over):
        with st.expander(t("Change sentences…"), key="change_titles"):
            _form(meeting, deck)


def _line(scope: Scope, meeting: Meeting, slide: Slide, number: int) -> str:
    own = cells.chip(t("yours"), slide.written_title) if slide.title != slide.written_title else ""
    said = cells.go(stage.address(scope, meeting, number), slide.title)
    return f"<li value='{number}' class='sj-written {escape(slide.section)}'>{said} {own}</li>"


def _form(meeting: Meeting, deck: Deck) -> None:
    slides = [(number, slide) for number, slide in enumerate(deck.slides, 1) if not slide.continues]
    with st.form(f"titles_{meeting.meeting_id}_{deck.language}", border=False):
        st.html(f"<p class='sj-about'>{escape(t('Empty a line to have the sentence of the rules again'))}</p>")
        said = {slide.key: _field(slide, number, deck) for number, slide in slides}
        if st.form_submit_button(t("Keep these sentences"), type="primary"):
            _keep(meeting, [slide for _, slide in slides], said, deck.language)


def _field(slide: Slide, number: int, deck: Deck) -> str:
    own = slide.title != slide.written_title
    label = t("{number} · yours instead of: {title}", number=number, title=slide.written_title) if own else str(number)
    key = f"title_{deck.meeting_id}_{deck.language}_{slide.key}"
    return st.text_input(plain(label), value=slide.title, key=key, max_chars=LONGEST_TITLE * 2)


def _keep(meeting: Meeting, slides: list[Slide], said: dict[str, str], language: str) -> None:
    """Only what differs from what stands is written."""
    changed: dict[str, str | None] = {}
    for slide in slides:
        title = " ".join(said[slide.key].split())
        if title != slide.title:
            changed[slide.key] = None if title in ("", slide.written_title) else title
    if not changed:
        st.info(plain(t("Nothing was changed.")))
        return
    try:
        meetings.retitle(access.store(), meeting.meeting_id, changed, language, settings.user_name())
    except BadInput as refusal:
        for problem in refusal.problems:
            st.error(plain(problem.text()))
        return
    for key in changed:
        st.session_state.pop(f"title_{meeting.meeting_id}_{language}_{key}", None)
    st.rerun()
