"""The room where a presenter prepares a meeting: call it, see its sentences, take the pack along."""

from dataclasses import replace
from html import escape
from typing import Any

import streamlit as st

from assessment import access, labels, settings
from assessment.findings import meeting as findings
from assessment.i18n import t
from assessment.meeting import calling as calls
from assessment.meetings import Meeting
from assessment.ui import cells, empty, grid, heading, load
from assessment.ui.grid import Column
from assessment.ui.meeting import calling, changed, decks, figures, packing, stage, titles
from assessment.ui.plain import plain
from assessment.ui.scope import Scope, link

Row = Any


def draw(scope: Scope) -> None:
    """The meeting of the address, else the latest; the form to call one stands last once there are some."""
    meeting = decks.chosen(scope.period)
    if meeting is None:
        heading.draw(t("No review meeting has been called yet"), [t("A meeting shows one period, frozen as it is now")])
        calling.form(scope)
        return
    deck = decks.deck(meeting, scope.language)
    edited = sum(one.title != one.written_title for one in deck.slides)
    heading.draw(findings.prepared(meeting.name, len(deck.slides), edited), [deck.foot])
    if called := st.session_state.pop("meeting_called", ""):
        st.success(plain(t("Called: {meeting}", meeting=called)))
    if meeting.is_off:
        told = t("Called off by {who}: {reason}", who=meeting.called_off_by, reason=meeting.called_off_because)
        st.warning(plain(told))
    _ways(scope, meeting)
    packing.draw(meeting, scope.language)
    titles.draw(scope, meeting, deck)
    figures.draw(meeting, deck)
    changed.draw(meeting)
    _meetings(scope, meeting)
    with st.expander(t("Call another meeting…"), key="call_another"):
        calling.form(scope)
    if not meeting.is_off:
        with st.expander(t("Call this meeting off…"), key="call_off"):
            calling.off(meeting)


def _ways(scope: Scope, meeting: Meeting) -> None:
    """To the wall, to what was agreed, to what is published; and taking in what was written since."""
    there = replace(scope, period=meeting.period, unit_types=())
    empty.links(
        [
            (stage.address(scope, meeting), t("On the wall")),
            (link("follow_ups", there), t("Follow-ups")),
            (link("publication", there), t("What is published")),
        ]
    )
    st.html(f"<p class='sj-about'>{escape(t(stage.KEYS))}</p>")
    with st.container(horizontal=True, vertical_alignment="center", key="take_in"):
        until = t("Notes and follow-ups as of {moment}", moment=labels.moment(meeting.written_until))
        st.html(f"<p class='sj-about'>{escape(until)}</p>")
        if meeting.is_off:
            return
        if meeting.is_over:
            st.html(f"<p class='sj-about'>{escape(t('The meeting has been held: it stays as it was shown'))}</p>")
        elif st.button(t("Take in what was written since"), key="freeze"):
            calls.freeze(access.store(), meeting.meeting_id, settings.user_name())
            st.rerun()


def _meetings(scope: Scope, shown: Meeting) -> None:
    """Every meeting, so that one shown long ago opens as it was."""
    there = decks.known()
    heading.section(t("Meetings: {count}", count=len(there)), t("Each opens as it was shown"))
    columns = [
        Column(t("Day"), "", lambda one: f"{one.held_on:%Y-%m-%d}"),
        Column(t("Meeting"), "wrap sj-written", lambda one: _named(scope, one, one.meeting_id == shown.meeting_id)),
        Column(t("Period"), "mid", lambda one: escape(load.period_name(one.period))),
        Column(t("Which data"), "mid", lambda one: escape(_data(one))),
        Column(t("Called by"), "mid sj-written", lambda one: escape(one.made_by)),
        Column(t("On the wall"), "", lambda one: cells.go(stage.address(scope, one), t("Show"))),
    ]
    grid.draw(columns, there)


def _named(scope: Scope, one: Meeting, is_shown: bool) -> str:
    where = link("review_pack", scope, meeting=str(one.meeting_id))
    name = f"<b>{escape(one.name)}</b>" if is_shown else cells.go(where, one.name)
    return f"{name} {cells.chip(t('called off'), one.called_off_because)}" if one.is_off else name


def _data(one: Meeting) -> str:
    data = t("edition {edition}", edition=one.edition) if one.edition else t("draft")
    return t("{data}, revision {number}", data=data, number=labels.count(one.revision_id))
