"""The fields of an item, who writes, and what is said after writing or refusing."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from assessment.errors import AssessmentError, BadInput
from assessment.findings import follow_ups as findings
from assessment.follow_ups import LONGEST_EVIDENCE, LONGEST_NAME, LONGEST_PERSON, LONGEST_TITLE, STATES, Item
from assessment.i18n import t
from assessment.ui.follow_ups.view import names
from assessment.ui.plain import plain

_TOLD = "follow_up_told"
_WHO = "follow_up_written_by"


def fields(item: Item, key: str) -> Item:
    """Inputs for what an item says, filled with what it says; what they hold now."""
    units = names("unit")
    codes = list(units) if item.owner_unit_id in ("", *units) else [item.owner_unit_id, *units]
    title = st.text_input(t("Item"), value=item.title, max_chars=LONGEST_TITLE, key=f"{key}_title")
    left, middle, right = st.columns([2, 1, 1])
    with left:
        owner = st.selectbox(
            t("Responsible"),
            codes,
            index=codes.index(item.owner_unit_id) if item.owner_unit_id else None,
            key=f"{key}_owner",
            format_func=lambda code: units.get(code, code),
            placeholder=t("Choose"),
        )
    with middle:
        person = st.text_input(t("Person in charge"), value=item.person, max_chars=LONGEST_PERSON, key=f"{key}_person")
    with right:
        due_on = st.date_input(t("Due by"), value=item.due_on, key=f"{key}_due", format="YYYY-MM-DD")
    return replace(
        item, title=title or "", owner_unit_id=owner or "", person=person or "", due_on=due_on or item.due_on
    )


def progress(item: Item, key: str) -> Item:
    """Inputs for how an item stands and what shows it; what they hold now."""
    words = {code: findings.state_name(code) for code in STATES}
    left, right = st.columns([1, 2])
    with left:
        state = st.segmented_control(
            t("State"),
            list(STATES),
            default=item.state,
            required=True,
            key=f"{key}_state",
            format_func=words.__getitem__,
        )
    with right:
        evidence = st.text_input(
            t("Progress, evidence, or why it is dropped"),
            value=item.evidence,
            max_chars=LONGEST_EVIDENCE,
            key=f"{key}_evidence",
        )
    return replace(item, state=str(state), evidence=evidence or "")


def who(key: str) -> str:
    """Who writes, as at the last writing."""
    if not st.session_state.get(key):
        st.session_state[key] = st.session_state.get(_WHO, "")
    return st.text_input(t("Handled by"), max_chars=LONGEST_NAME, key=key, width=260) or ""


def carry_out(act: Callable[[], object], name: str) -> bool:
    """Whether it was written; what stands against it is said at once."""
    try:
        act()
    except BadInput as refusal:
        for problem in refusal.problems:
            st.error(plain(problem.text()))
        return False
    except AssessmentError as refusal:
        st.error(plain(str(refusal)))
        return False
    st.session_state[_WHO] = name.strip()
    return True


def tell(words: str) -> None:
    """Said at the top of the page when it is drawn again."""
    st.session_state[_TOLD] = words


def told() -> None:
    """What was written last, once."""
    if words := st.session_state.pop(_TOLD, ""):
        st.success(plain(words))
