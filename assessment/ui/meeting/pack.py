"""The room where a presenter prepares a meeting: call it, see its sentences, take the pack along."""

from dataclasses import replace

import streamlit as st

from assessment import labels
from assessment.findings import meeting as findings
from assessment.i18n import t
from assessment.meetings import Meeting
from assessment.ui import empty, heading, load, own_table
from assessment.ui.meeting import calling, changed, decks, figures, packing, stage, titles
from assessment.ui.scope import Scope, link


def draw(scope: Scope) -> None:
    """The meeting of the address, else the latest; the form to call one stands last once there are some."""
    meeting = decks.chosen()
    if meeting is None:
        heading.draw(t("No review meeting has been called yet"), [t("A meeting shows one period, frozen as it is now")])
        calling.form(scope)
        return
    deck = decks.deck(meeting, scope.language)
    edited = sum(one.title != one.written_title for one in deck.slides)
    heading.draw(findings.prepared(meeting.name, len(deck.slides), edited), [deck.foot])
    _ways(scope, meeting)
    packing.draw(meeting, scope.language)
    titles.draw(meeting, deck, scope.language)
    figures.draw(meeting, deck)
    changed.draw(meeting)
    _meetings(scope)
    with st.expander(t("Call another meeting…"), key="call_another"):
        calling.form(scope)


def _ways(scope: Scope, meeting: Meeting) -> None:
    there = replace(scope, period=meeting.period, unit_types=())
    ways = [
        (stage.address(scope, meeting), t("On the wall")),
        (link("follow_ups", there), t("Follow-ups")),
        (link("publication", there), t("What is published")),
    ]
    empty.links(ways)
    keys = t("→ or space next, ← back, number and Enter jump, O list, F full screen, B dark, Esc leave")
    st.html(f"<p class='sj-about'>{keys}</p>")


def _meetings(scope: Scope) -> None:
    """Every meeting, so that one shown long ago opens as it was."""
    rows = []
    for one in decks.known():
        data = t("edition {edition}", edition=one.edition) if one.edition else t("draft")
        shown = t("{data}, revision {number}", data=data, number=labels.count(one.revision_id))
        rows.append((f"{one.held_on:%Y-%m-%d}", one.name, load.period_name(one.period), shown, one.made_by))
    heading.section(t("Meetings: {count}", count=len(rows)), t("Each opens as it was shown"))
    heads = [t("Day"), t("Meeting"), t("Period"), t("Which data"), t("Called by")]
    own_table.draw(heads, rows, ["", "wrap sj-written", "", "", "mid sj-written"])
    links = [(link("review_pack", scope, meeting=str(one.meeting_id)), one.name) for one in decks.known()]
    empty.links(links)
