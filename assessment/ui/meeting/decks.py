"""The meetings there are and their decks, each made once for what is written of it."""

from functools import lru_cache
from typing import Any

import streamlit as st

from assessment import access, meetings
from assessment.meeting import Deck
from assessment.meeting.deck import kept_deck
from assessment.meetings import Meeting
from assessment.periods import Period
from assessment.store import Store


def known() -> list[Meeting]:
    """Every meeting, the latest first."""
    return list(_known(access.store(), _version()))


def chosen(period: Period | None) -> Meeting | None:
    """The meeting of the address, else the latest one on the period in view, else the latest of all.

    One that was called off comes after all that stand.
    """
    asked = st.query_params.get("meeting", "").split(".")[0]
    there = known()
    named = [one for one in there if str(one.meeting_id) == asked]
    standing = [one for one in there if not one.is_off]
    here = [one for one in standing if one.period == period]
    return next(iter([*named, *here, *standing, *there]), None)


def deck(meeting: Meeting, language: str) -> Deck:
    """The deck of a meeting; the numbers never change, titles, notes and follow-ups as far as they are taken in."""
    return _deck(access.store(), meeting, language, access.store().note_version)


def _version() -> Any:
    return access.store().data_version, access.store().note_version


@lru_cache(maxsize=4)
def _known(store: Store, _version: Any) -> tuple[Meeting, ...]:
    return tuple(meetings.known(store))


@lru_cache(maxsize=16)
def _deck(store: Store, meeting: Meeting, language: str, _version: int) -> Deck:
    return kept_deck(store, meeting.meeting_id, language)
