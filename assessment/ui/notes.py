"""Analysts' notes where the numbers are: a list below a page, a small mark in a table's cell, a form to write one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from assessment import access, labels, notes
from assessment.errors import AssessmentError
from assessment.i18n import t
from assessment.notes import LONGEST_NAME, LONGEST_REASON, LONGEST_TEXT, Subject
from assessment.periods import Period
from assessment.reports import notes as notes_report
from assessment.ui import heading, load
from assessment.ui.plain import plain
from assessment.ui.scope import Scope

Note = Any
"""One row of `reports.notes` as `itertuples` yields it."""
Named = tuple[str, str]
"""A code and what it is called on screen."""


@dataclass(frozen=True)
class Lookup:
    """The notes on one period, for tables: each number asks for its own."""

    notes: Sequence[Note]

    def chip(self, unit: str | None = None, indicator: str | None = None, unit_type: str | None = None) -> str:
        """The mark of the notes on exactly this unit, indicator or type; nothing where there are none."""
        asked = (unit, indicator)
        there = [
            note for note in self.notes if _subject(note) == asked and (unit or unit_type in (None, note.unit_type))
        ]
        return chip(there)


def on(period: Period) -> Lookup:
    """The notes on a period."""
    return Lookup([note for note in between(period.start, period.start) if note.period_kind == period.kind])


def between(first: date, last: date) -> list[Note]:
    """The notes on periods that begin in a span, newest period first."""
    found: list[Note] = load.drawn(_between, first, last)
    return found


def _between(first: date, last: date) -> list[Note]:
    return list(load.written(notes_report.notes, first, last).itertuples(index=False))


def shown_with(
    found: Iterable[Note], unit_types: Sequence[str] = (), unit: str | None = None, indicator: str | None = None
) -> list[Note]:
    """The notes that bear on what a page shows: what a note leaves open bears on everything."""
    return [
        note
        for note in found
        if (not unit_types or is_open(note.unit_type) or note.unit_type in unit_types)
        and (unit is None or is_open(note.unit_id) or note.unit_id == unit)
        and (indicator is None or is_open(note.indicator_id) or note.indicator_id == indicator)
    ]


def chip(found: Sequence[Note]) -> str:
    """A small 「注」 with the texts on hover."""
    if not found:
        return ""
    texts = t("; ").join(t("{text} ({who})", text=note.text, who=note.made_by) for note in found)
    return f"<span class='chip note' tabindex='0' title='{escape(texts, quote=True)}'>{escape(t('note'))}</span>"


def draw(scope: Scope, unit: Named | None = None, indicator: Named | None = None) -> None:
    """The notes on what a page shows in its period, and the form to write or withdraw one."""
    if scope.period is None:
        return
    code = (unit[0] if unit else None, indicator[0] if indicator else None)
    found = shown_with(on(scope.period).notes, scope.unit_types, *code)
    if found:
        st.html(listing(found))
    form(scope, unit, indicator, found)


def form(scope: Scope, unit: Named | None, indicator: Named | None, found: Sequence[Note]) -> None:
    """Each behind one tap, and drawn only then: write a note on the period, withdraw one of those `found`."""
    if scope.period is None:
        return
    with st.container(key="notes"):
        writing = st.expander(plain(t("Write a note")), key="note_writing", on_change="rerun")
        if writing.open:
            with writing:
                _form(scope, scope.period, unit, indicator)
        if not found:
            return
        withdrawing = st.expander(plain(t("Withdraw a note")), key="note_withdrawing", on_change="rerun")
        if withdrawing.open:
            with withdrawing:
                _withdrawal(found)


def listing(found: Sequence[Note], numbers: Sequence[int] | None = None) -> str:
    """The notes as a numbered list: text, on what, who, when."""
    marks = numbers or range(1, len(found) + 1)
    items = "".join(_item(number, note) for number, note in zip(marks, found, strict=True))
    return f"<section class='sj-notes'>{heading.section_html(t('Analysts’ notes'))}<ol>{items}</ol></section>"


def about(note: Note) -> str:
    """What a note is about, in words."""
    parts = [load.period_name(Period(note.period_kind, note.period_start.date(), load.calendar().year_start_month))]
    if not is_open(note.unit_id):
        parts.append(labels.name(note.unit, note.unit_en))
    elif not is_open(note.unit_type):
        parts.append(load.type_names().get(note.unit_type, note.unit_type))
    if not is_open(note.indicator_id):
        parts.append(labels.name(note.indicator, note.indicator_en))
    return " · ".join(parts)


def _item(number: int, note: Note) -> str:
    told = " · ".join(escape(part) for part in (about(note), note.made_by, labels.moment(note.made_at)))
    return f"<li><b>{number}</b><span>{escape(note.text)}</span><small>{told}</small></li>"


def _form(scope: Scope, period: Period, unit: Named | None, indicator: Named | None) -> None:
    choices = _choices(scope, period, unit, indicator)
    with st.form("note", border=False):
        text = st.text_area(t("Text of the note"), max_chars=LONGEST_TEXT, key=f"note_text_{_sent()}", height=80)
        left, right = st.columns([2, 1])
        with left:
            chosen = st.selectbox(t("On"), list(choices), key="note_on", format_func=choices.__getitem__)
        with right:
            who = st.text_input(t("By"), max_chars=LONGEST_NAME, key="note_who")
        pressed = st.form_submit_button(t("Add the note"), type="primary")
    if pressed:
        subject = Subject(
            period,
            unit_id=unit[0] if unit and "unit" in chosen else None,
            unit_type=chosen.removeprefix("type:") if chosen.startswith("type:") else None,
            indicator_id=indicator[0] if indicator and "indicator" in chosen else None,
        )
        _carry_out(lambda: notes.add(access.store(), subject, text, who))


def _choices(scope: Scope, period: Period, unit: Named | None, indicator: Named | None) -> dict[str, str]:
    """What a note can be about here, the most particular first."""
    when, found = load.period_name(period), {}
    if unit and indicator:
        found["unit+indicator"] = f"{unit[1]} · {indicator[1]}"
    if unit:
        found["unit"] = unit[1]
    if indicator:
        found["indicator"] = indicator[1]
    names = load.type_names()
    found |= {f"type:{code}": names[code] for code in scope.unit_types if len(scope.unit_types) == 1}
    return {code: f"{when} · {words}" for code, words in found.items()} | {"period": when}


def _withdrawal(found: Sequence[Note]) -> None:
    words = {int(note.note_id): f"{number}  {note.text}" for number, note in enumerate(found, 1)}
    with st.form("note_withdrawal", border=False):
        left, middle, right = st.columns([2, 2, 1])
        with left:
            number = st.selectbox(t("Withdraw a note"), list(words), key="note_number", format_func=words.__getitem__)
        with middle:
            reason = st.text_input(t("Reason"), max_chars=LONGEST_REASON, key=f"note_reason_{_sent()}")
        with right:
            who = st.text_input(t("Withdrawn by"), max_chars=LONGEST_NAME, key="note_withdrawn_by")
        pressed = st.form_submit_button(t("Withdraw"))
    if pressed:
        _carry_out(lambda: notes.withdraw(access.store(), number, reason, who))


def _carry_out(change: Any) -> None:
    try:
        change()
    except AssessmentError as refusal:
        st.error(plain(str(refusal)))
        return
    st.session_state["notes_sent"] = _sent() + 1
    st.rerun()


def _sent() -> int:
    """How many forms this visitor has sent: part of the fields' keys, so that they are empty after each."""
    return int(st.session_state.get("notes_sent", 0))


def _subject(note: Note) -> tuple[str | None, str | None]:
    return (None if is_open(note.unit_id) else note.unit_id, None if is_open(note.indicator_id) else note.indicator_id)


def is_open(code: object) -> bool:
    """Whether a note leaves something open: it then bears on all of them."""
    return labels.is_missing(code)
