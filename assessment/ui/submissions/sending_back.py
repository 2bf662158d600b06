"""Sending one number of the month back for correction: which, why, who."""

from typing import Any

import pandas as pd
import streamlit as st

from assessment import access, intake, labels
from assessment.errors import AssessmentError
from assessment.i18n import t
from assessment.periods import Period
from assessment.reports.submissions import returnable_cells
from assessment.ui import load
from assessment.ui.plain import plain
from assessment.ui.submissions.view import View

_LONGEST_REASON = 120


def draw(view: View) -> None:
    """Behind one tap, and drawn only then."""
    if done := st.session_state.pop("sent_back", None):
        st.success(plain(done))
    asking = st.expander(plain(t("Send a number back for correction…")), key="sending_back", on_change="rerun")
    if not asking.open:
        return
    found = load.frame(returnable_cells, view.month)
    with asking:
        if found.empty:
            st.info(t("No number of this month has come in yet."))
        else:
            _form(view, found)


def _form(view: View, found: pd.DataFrame) -> None:
    by_code = found.drop_duplicates("indicator_id").set_index("indicator_id")
    indicators = {str(code): labels.name(row["indicator"], row["indicator_en"]) for code, row in by_code.iterrows()}
    left, right = st.columns(2)
    with left:
        indicator = st.selectbox(
            t("Indicator"), list(indicators), key="send_back_indicator", format_func=indicators.__getitem__
        )
    rows: list[Any] = list(found[found["indicator_id"] == indicator].itertuples(index=False))
    units = {row.unit_id: f"{labels.name(row.unit, row.unit_en)}  {_value(row)}" for row in rows}
    with right:
        unit = st.selectbox(
            t("Unit and its number"), list(units), key=f"send_back_unit_{indicator}", format_func=units.__getitem__
        )
    with st.form("send_back", border=False):
        why, by = st.columns([2, 1])
        with why:
            reason = st.text_input(t("Why it is sent back"), key="send_back_reason", max_chars=_LONGEST_REASON) or ""
        with by:
            who = st.text_input(t("Handled by"), key="send_back_who", max_chars=40) or ""
        pressed = st.form_submit_button(t("Send it back"))
    if pressed and not (who.strip() and reason.strip()):
        st.warning(t("Say who sends it back, and why."))
    elif pressed and unit:
        _send(view.calendar.period("month", view.month), unit, indicator, who.strip(), reason)


def _send(month: Period, unit: str, indicator: str, who: str, reason: str) -> None:
    try:
        made = intake.send_back(access.store(), month, unit, indicator, who, reason)
    except AssessmentError as refusal:
        st.error(plain(str(refusal)))
        return
    st.session_state["sent_back"] = t(
        "Sent back: revision {revision}. The number stays, marked, until its month is published, then counts as late.",
        revision=made.revision_id,
    )
    st.rerun()


def _value(row: Any) -> str:
    return labels.amount(row.value, row.measure_unit)
