"""Calling a meeting: which period, as which version, on which day."""

from typing import Any

import streamlit as st

from assessment import access, labels, reports, settings
from assessment.errors import BadInput
from assessment.i18n import t
from assessment.meeting import calling
from assessment.meeting.calling import LONGEST_NAME
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
