"""Calling a meeting: which period, as which version, on which day; and calling one off."""

from html import escape
from typing import Any

import streamlit as st

from assessment import access, labels, meetings, reports, settings
from assessment.errors import AssessmentError, BadInput
from assessment.i18n import t
from assessment.meeting import calling
from assessment.meeting.calling import LONGEST_NAME
from assessment.meetings import LONGEST_REASON, Meeting
from assessment.periods import Period
from assessment.reports import publication
from assessment.ui import load
from assessment.ui.plain import plain
from assessment.ui.scope import Scope

_SHOWN = 12
"""So many of the newest periods are offered."""


def form(scope: Scope) -> None:
    """The form; after it the meeting stands in the address."""
    periods = load.frame(reports.periods)["period"].tolist()
    if not periods:
        return
    names = load.period_names(periods)
    first = str(scope.period) if str(scope.period) in periods else periods[0]
    offered = list(dict.fromkeys([first, *periods[:_SHOWN]]))
    code = st.selectbox(t("Period"), offered, key="call_period", format_func=names.__getitem__)
    period = load.parse(code)
    versions = _versions(period)
    with st.form("call_meeting"):
        name = st.text_input(
            t("Name of the meeting"),
            value=t("{period} review meeting on work performance", period=names[code]),
            max_chars=LONGEST_NAME,
        )
        left, right = st.columns(2)
        held_on = left.date_input(t("Held on"), value=max(labels.county_today(), period.start), min_value=period.start)
        revision = right.selectbox(t("Which data"), list(versions), format_func=versions.__getitem__)
        who = st.text_input(t("Called by"), value=_caller(), max_chars=LONGEST_NAME)
        if st.form_submit_button(t("Call the meeting"), type="primary"):
            _call(period, name, held_on, who, revision)


def off(meeting: Meeting) -> None:
    """The form to call a meeting off."""
    told = t("For a meeting called by mistake: it stays to be read, and no later meeting takes it for the last one.")
    st.html(f"<p class='sj-about'>{escape(told)}</p>")
    with st.form(f"call_off_{meeting.meeting_id}", border=False):
        reason = st.text_input(t("Reason"), max_chars=LONGEST_REASON)
        who = st.text_input(t("Called off by"), value=_caller(), max_chars=LONGEST_NAME)
        if st.form_submit_button(t("Call off")):
            _call_off(meeting, reason, who)


def _call_off(meeting: Meeting, reason: str, who: str) -> None:
    try:
        meetings.call_off(access.store(), meeting.meeting_id, reason, who)
    except BadInput as refusal:
        for problem in refusal.problems:
            st.error(plain(problem.text()))
    except AssessmentError as refusal:
        st.error(plain(str(refusal)))
    else:
        st.rerun()


def _caller() -> str:
    """Who works here, if the machine knows a name; asked for otherwise."""
    name = settings.user_name()
    return "" if name in ("local", "root") else name


def _versions(period: Period) -> dict[int, str]:
    """The data as they are, and every edition of the period as it was published."""
    store = access.store()
    made = load.footer(period)
    stands = bool(made["edition"]) and not made["is_reopened"]
    now = t("as published, edition {edition}", edition=made["edition"]) if stands else t("draft, as it is now")
    versions = {store.data_version: t("{data}, revision {number}", data=now, number=store.data_version)}
    for row in load.frame(publication.editions, period).itertuples(index=False):
        shown = t("as published, edition {edition}", edition=row.edition)
        number = int(str(row.revision_id))
        versions.setdefault(number, t("{data}, revision {number}", data=shown, number=number))
    return versions


def _call(period: Period, name: str, held_on: Any, who: str, revision: int | None) -> None:
    try:
        number = calling.call(access.store(), period, name, held_on, who, revision)
    except BadInput as refusal:
        for problem in refusal.problems:
            st.error(plain(problem.text()))
        return
    st.query_params["meeting"] = str(number)
    st.session_state["meeting_called"] = name
    st.session_state.pop("call_another", None)
    st.rerun()
