"""The stage: a meeting's slides over the whole window, turned by keys, clicker, touch or mouse without a rerun."""

from dataclasses import replace
from html import escape

import streamlit as st

from assessment import access
from assessment.i18n import t
from assessment.meeting import Deck
from assessment.meetings import Meeting
from assessment.ui import empty, heading
from assessment.ui.index import ASSETS
from assessment.ui.meeting import decks, screen
from assessment.ui.scope import Scope, link

_KEYS = st.components.v2.component(
    "stage",
    html="<div class='stg'></div><div class='stg-bar'></div>",
    js=(ASSETS / "stage.js").read_text("utf-8"),
    isolate_styles=False,
)


KEYS = "→ or space next, ← back, number and Enter jump, O find a slide or unit, F full screen, B dark, Esc leave"
"""How the stage is walked: on the page before it, and in its own panel."""


def draw(scope: Scope, meeting: Meeting) -> None:
    """All slides at once, so that the next one is only shown, never asked for."""
    deck = decks.deck(meeting, scope.language)
    slides = screen.html(deck, lambda unit_id: profile(scope, meeting, unit_id))
    walk = {"slides": slides, **_walk(scope, meeting, deck)}
    _KEYS(data=walk, key=f"stage_{meeting.meeting_id}_{scope.language}")


def without(scope: Scope) -> None:
    """No meeting has been called."""
    heading.draw(t("No review meeting has been called yet"))
    empty.links([(link("review_pack", scope), t("Call a meeting"))])


def profile(scope: Scope, meeting: Meeting, unit_id: str) -> str:
    """A unit's profile as of the meeting's revision, which knows the way back."""
    newest = access.store().data_version
    there = replace(
        scope,
        period=meeting.period,
        unit_types=(),
        as_of=meeting.revision_id if meeting.revision_id < newest else None,
    )
    return link("unit_profile", there, unit=unit_id, meeting=f"{meeting.meeting_id}.1")


def way_back(scope: Scope) -> None:
    """On a page that the stage led to: the way back to the slide it was left on. Escape goes it too (go.js)."""
    asked = st.query_params.get("meeting", "")
    number, _, slide = asked.partition(".")
    if number.isdecimal() and slide.isdecimal():
        where = link("stage", scope, meeting=number, slide=slide)
        words = t("Back to the meeting")
        st.html(
            f"<p class='stg-back'><a data-go data-back href='{escape(where, quote=True)}'>◀ {escape(words)}</a></p>"
        )


def _walk(scope: Scope, meeting: Meeting, deck: Deck) -> dict[str, object]:
    """What turning the slides needs: titles for the list, words, and where leaving leads."""
    words = {
        "next": t("Next"),
        "previous": t("Previous"),
        "list": t("All slides and units"),
        "keys": t(KEYS),
        "find": t("Find a slide or a unit"),
        "full": t("Full screen"),
        "leave": t("Leave"),
    }
    leave = link("review_pack", scope, meeting=str(meeting.meeting_id))
    return {"titles": [slide.title for slide in deck.slides], "words": words, "leave": leave}


def address(scope: Scope, meeting: Meeting, slide: int = 1) -> str:
    """The stage of a meeting at a slide."""
    return link("stage", scope, meeting=str(meeting.meeting_id), slide=str(slide))
