"""A form for any item: what was agreed, on what, who does it by when."""

from dataclasses import replace

import streamlit as st

from assessment import access, follow_ups
from assessment.follow_ups import Item
from assessment.i18n import t
from assessment.ui import load
from assessment.ui.follow_ups import writing
from assessment.ui.follow_ups.view import View, names, next_month_end
from assessment.ui.once import Once
from assessment.ui.plain import plain


def draw(view: View) -> None:
    """Behind one tap, and drawn only then."""
    adding = st.expander(plain(t("Put an item on the list by hand")), key="follow_up_adding", on_change="rerun")
    if not adding.open:
        return
    turn = int(st.session_state.get("follow_up_turn", 0))
    key = f"follow_up_new_{turn}"
    act: Once[int] = st.session_state.setdefault(f"{key}_act", Once())
    blank = Item(title="", owner_unit_id="", due_on=next_month_end(view.today), period=view.origin)
    with adding, st.form(key, border=False):
        said = _subject(writing.fields(blank, key), key)
        name = writing.who(f"{key}_who")
        pressed = st.form_submit_button(t("Put it on the list"), type="primary")
        st.caption(t("It comes from the meeting on {period}.", period=load.period_name(view.origin)))
    if not pressed:
        return
    made: list[int] = []
    with adding:
        is_written = writing.carry_out(
            lambda: made.append(act.run(lambda: follow_ups.add(access.store(), said, name))), name
        )
    if is_written:
        st.session_state["follow_up_turn"] = turn + 1
        writing.tell(t("Put on the list as number {number}.", number=made[0]))
        st.query_params["item"] = str(made[0])
        st.rerun()


def _subject(item: Item, key: str) -> Item:
    """What it is about: an indicator, a type, a unit, or none in particular."""
    indicator, kind, unit = st.columns(3)
    with indicator:
        indicator_id = _pick(t("About the indicator"), names("indicator"), f"{key}_indicator")
    with kind:
        unit_type = _pick(t("About the unit type"), load.type_names(), f"{key}_type")
    with unit:
        unit_id = _pick(t("About the unit"), names("unit"), f"{key}_unit")
    return replace(item, indicator_id=indicator_id, unit_type=unit_type, unit_id=unit_id)


def _pick(label: str, options: dict[str, str], key: str) -> str | None:
    picked: str | None = st.selectbox(
        label,
        list(options),
        index=None,
        key=key,
        format_func=options.__getitem__,
        placeholder=t("None in particular"),
    )
    return picked
