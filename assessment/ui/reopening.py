"""Reopening published periods with a reason: where a correction needs it, and on the page of publishing."""

from dataclasses import replace

import streamlit as st

from assessment import access, publication
from assessment.i18n import t
from assessment.periods import Period
from assessment.reports.publication import publication_board
from assessment.ui import empty, heading, load
from assessment.ui.plain import plain
from assessment.ui.scope import Scope, link


def remind(scope: Scope, month: Period) -> None:
    """That a month is open for a correction, why, and what is published again with it; nothing for any other month."""
    board = load.frame(publication_board)
    mine = board[(board["period"] == str(month)) & (board["status"] == "reopened")]
    if mine.empty:
        return
    row = mine.iloc[0]
    group = board.loc[board["reopened_by"] == row["reopened_by"], "period"]
    named = t(", ").join(load.period_name(load.parse(code)) for code in group)
    why = t(
        "{period} is open for a correction: {reason}", period=load.period_name(month), reason=row["reopened_because"]
    )
    empty.note(why)
    empty.links([(link("publication", replace(scope, period=month)), t("Publish {period}…", period=named))])


def demand(periods: list[Period]) -> bool:
    """Whether published periods stand in the way of a change; if so, which, and the way to open them."""
    if not periods:
        return False
    heading.section(
        t("Published periods would change: {periods}", periods=t(", ").join(map(load.period_name, periods))),
        t("They stay as they are until they are reopened; after the commit they are published again together."),
    )
    offer(periods)
    return True


def offer(periods: list[Period]) -> None:
    """The form: who, why, and the act."""
    named = t(", ").join(map(load.period_name, periods))
    with st.form("reopen", border=False):
        who = st.text_input(t("Handled by"), key="who_reopens", max_chars=40, width=320) or ""
        reason = st.text_input(t("Why it is reopened"), key="reopen_reason", max_chars=publication.LONGEST_REASON) or ""
        pressed = st.form_submit_button(t("Reopen {periods}", periods=named))
    if pressed and not (who.strip() and reason.strip()):
        st.warning(t("Say who reopens it, and why."))
    elif pressed:
        made = publication.reopen(access.store(), periods, who.strip(), reason)
        done = t("{periods} reopened: revision {revision}.", periods=named, revision=made.revision_id)
        st.session_state["published"] = done
        st.session_state.pop("reading", None)
        st.session_state.pop("scheme_reading", None)
        st.rerun()


def draw_result() -> None:
    """What the last reopening of this session did."""
    if done := st.session_state.pop("published", None):
        st.success(plain(done))
