"""The sentences over a meeting's slides: what the numbers say, and what the presenter says instead."""

import streamlit as st

from assessment import access, meetings, settings
from assessment.errors import BadInput
from assessment.i18n import t
from assessment.meeting import Deck, Slide
from assessment.meetings import Meeting
from assessment.ui import heading
from assessment.ui.plain import plain


def draw(meeting: Meeting, deck: Deck, language: str) -> None:
    """A line a slide; an emptied one takes back what its numbers say."""
    about = t("Written from the numbers by rules; change a sentence, or empty it to have the rule's again")
    heading.section(t("The sentences of the meeting, in order"), about)
    slides = [slide for slide in deck.slides if not slide.continues]
    with st.form(f"titles_{meeting.meeting_id}_{language}", border=False):
        said = {slide.key: _line(slide, number, deck) for number, slide in enumerate(slides, 1)}
        if st.form_submit_button(t("Keep these sentences")):
            _keep(meeting, slides, said, language)


def _line(slide: Slide, number: int, deck: Deck) -> str:
    own = slide.title != slide.written_title
    label = t("{number} · yours instead of: {title}", number=number, title=slide.written_title) if own else str(number)
    return st.text_input(
        plain(label),
        value=slide.title,
        key=f"title_{deck.meeting_id}_{deck.language}_{slide.key}",
        label_visibility="visible" if own else "collapsed",
    )


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
            st.error(plain(f"{problem.sheet}: {problem.text()}"))
        return
    for key in changed:
        st.session_state.pop(f"title_{meeting.meeting_id}_{language}_{key}", None)
    st.rerun()
