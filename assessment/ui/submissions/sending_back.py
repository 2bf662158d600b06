"""Sending one number of the month back for correction: which, what it would lead to, why, who."""

from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import streamlit as st

from assessment import access, intake, labels
from assessment.errors import AssessmentError
from assessment.i18n import t
from assessment.periods import Period
from assessment.reports.submissions import returnable_cells
from assessment.ui import changed_results, heading, load, reopening
from assessment.ui.once import Once
from assessment.ui.plain import plain
from assessment.ui.submissions.view import View

_LONGEST_REASON = 120


@dataclass(frozen=True)
class Asked:
    """A number that somebody is about to send back, on the data as they are, and the one act that may follow."""

    belongs_to: tuple[object, ...]
    words: str
    preview: Once[intake.Preview] = field(default_factory=Once)
    effect: Once[intake.Effect] = field(default_factory=Once)
    act: Once[intake.Committed] = field(default_factory=Once)


def draw(view: View) -> None:
    """Behind one tap, and drawn only then."""
    if done := st.session_state.pop("sent_back", None):
        st.success(plain(done))
    reopening.draw_result()
    asking = st.expander(plain(t("Send a number back for correction…")), key="sending_back", on_change="rerun")
    if not asking.open:
        return
    found = load.frame(returnable_cells, view.month)
    with asking:
        if found.empty:
            st.info(t("No number of this month has come in yet."))
        elif asked := _choose(view, found):
            _confirm(view, asked)


def _choose(view: View, found: pd.DataFrame) -> Asked | None:
    """The number that the reader picked; none until an indicator and a unit are."""
    by_code = found.drop_duplicates("indicator_id").set_index("indicator_id")
    indicators = {str(code): labels.name(row["indicator"], row["indicator_en"]) for code, row in by_code.iterrows()}
    turn = st.session_state.get("sent_back_count", 0)
    left, right = st.columns(2)
    with left:
        indicator = _pick(t("Indicator"), indicators, f"send_back_indicator_{turn}")
    rows: list[Any] = list(found[found["indicator_id"] == indicator].itertuples(index=False))
    units = {row.unit_id: f"{labels.name(row.unit, row.unit_en)}  {_value(row)}" for row in rows}
    with right:
        unit = _pick(t("Unit and its number"), units, f"send_back_unit_{indicator}_{turn}")
    if not indicator or not unit:
        return None
    belongs_to = (view.month, indicator, unit, access.store().data_version)
    kept: Asked | None = st.session_state.get("asked_back")
    if kept is None or kept.belongs_to != belongs_to:
        kept = st.session_state["asked_back"] = Asked(belongs_to, f"{indicators[indicator]} · {units[unit]}")
    return kept


def _pick(label: str, options: dict[str, str], key: str) -> str | None:
    picked: str | None = st.selectbox(
        label, list(options), index=None, key=key, format_func=options.__getitem__, placeholder=t("Choose")
    )
    return picked


def _confirm(view: View, asked: Asked) -> None:
    """What would follow, then why and who."""
    month = view.calendar.period("month", view.month)
    _, indicator, unit, version = asked.belongs_to
    try:
        with st.spinner(t("Trying it out…")):
            shown = asked.preview.run(lambda: intake.sending_back(access.store(), month, str(unit), str(indicator)))
            effect = asked.effect.run(lambda: intake.effect_of_commit(access.store(), shown))
    except AssessmentError as refusal:
        st.error(plain(str(refusal)))
        return
    heading.section(t("To be sent back: {what}", what=asked.words), _what_it_means(month))
    changed_results.draw_effect(effect.changes, t("After sending it back"))
    if reopening.demand(effect.published):
        return
    with st.form(f"send_back_{indicator}_{unit}_{version}", border=False):
        why, by = st.columns([2, 1])
        with why:
            reason = st.text_input(
                t("Why it is sent back"), key=f"send_back_reason_{version}", max_chars=_LONGEST_REASON
            )
        with by:
            who = st.text_input(t("Handled by"), key=f"send_back_who_{version}", max_chars=40)
        pressed = st.form_submit_button(t("Send it back"), type="primary")
    if pressed and not ((who or "").strip() and (reason or "").strip()):
        st.warning(t("Say who sends it back, and why."))
    elif pressed:
        made = asked.act.run(lambda: intake.send_back(access.store(), shown, (who or "").strip(), reason or ""))
        st.session_state["sent_back"] = t(
            "Sent back: {what}; revision {revision}.", what=asked.words, revision=made.revision_id
        )
        st.session_state["sent_back_count"] = st.session_state.get("sent_back_count", 0) + 1
        st.rerun()


def _what_it_means(month: Period) -> str:
    """Whether the number goes on counting: it does until its month is published for the first time."""
    if load.footer(month)["edition"]:
        return t("The month was published before: the number counts as late at once, until another comes in.")
    return t("The number stays, marked, until its month is published; then it counts as late.")


def _value(row: Any) -> str:
    return labels.amount(row.value, row.measure_unit)
