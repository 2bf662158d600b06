"""What a source's table leaves open, settled with clicks: asked once, remembered with the commit."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from assessment import intake, labels
from assessment.errors import Problem, Question
from assessment.i18n import t
from assessment.ui import empty, heading, load
from assessment.ui.plain import plain
from assessment.workbook import Answer, measures

_MOST = 40
_PASS_OVER = ""


@dataclass(frozen=True)
class _Asked:
    """A question as it stands on screen: where it was met, what is written there, what it was settled as, if it was."""

    place: str
    found: str
    question: Question
    meaning: str | None


def answers(content: object) -> tuple[Answer, ...]:
    """What was answered in this session for exactly these files."""
    kept = st.session_state.get("answers")
    return kept[1] if kept and kept[0] == content else ()


def draw(preview: intake.Preview, content: object) -> None:
    """The open questions with their likeliest answers on top, and those settled before, to be changed."""
    still_open, settled = _open(preview), _settled(preview)
    if not still_open and not settled:
        return
    if still_open:
        heading.section(
            t("Say what is meant: {count}", count=len(still_open)),
            t("Answered once, followed by every later table of the same shape; or mend the file and hand it in again."),
        )
    with st.form("questions", border=False):
        picked = {asked.question: _pick(asked, preview) for asked in still_open[:_MOST]}
        if settled:
            with st.expander(t("Answered already: {count}", count=len(settled))):
                picked |= {asked.question: _pick(asked, preview) for asked in settled[:_MOST]}
                pressed = not still_open and st.form_submit_button(t("Read again with these answers"))
        if still_open:
            pressed = st.form_submit_button(t("Read again with these answers"), type="primary")
    if len(still_open) > _MOST:
        empty.note(t("Not listed here: {count} more.", count=len(still_open) - _MOST))
    if pressed:
        given = [
            Answer(one.source, one.kind, one.text, meaning) for one, meaning in picked.items() if meaning is not None
        ]
        st.session_state["answers"] = (content, (*preview.answers, *given))
        st.rerun()


def _open(preview: intake.Preview) -> list[_Asked]:
    found = [
        _Asked(f"{preview.sheet_of(file, one.sheet)}!{one.cell}", _found(one), one.question, None)
        for file in preview.incoming
        for one in file.problems
        if one.question
    ]
    return _once(found)


def _found(problem: Problem) -> str:
    """What is asked about: the words in the cell, or of a unit of measure the whole sentence."""
    found = problem.values.get("found")
    return str(found) if found and problem.question and problem.question.kind != "measure" else problem.text()


def _settled(preview: intake.Preview) -> list[_Asked]:
    found = [
        _Asked(f"{preview.sheet_of(file, one.sheet)}!{one.cell}", one.found, one.question, one.meaning)
        for file in preview.incoming
        for one in file.settled
    ]
    return _once(found)


def _once(found: Sequence[_Asked]) -> list[_Asked]:
    """Each question where it is met first."""
    kept: dict[tuple[str, str, str], _Asked] = {}
    for asked in found:
        kept.setdefault((asked.question.source, asked.question.kind, asked.question.text), asked)
    return list(kept.values())


def _pick(asked: _Asked, preview: intake.Preview) -> str | None:
    names = _choices(asked.question.kind, preview)
    near = [code for code in asked.question.near if code in names]
    options = [*near, *([_PASS_OVER] if _PASS_OVER in names else []), *(code for code in names if code not in near)]
    options = list(dict.fromkeys(options))
    return st.selectbox(
        plain(_asking(asked)),
        options,
        index=None if asked.meaning not in options else options.index(asked.meaning),
        placeholder=t("Choose what is meant"),
        format_func=names.__getitem__,
        key=f"answer_{asked.question.source}_{asked.question.kind}_{asked.question.text}",
        width=560,
    )


def _asking(asked: _Asked) -> str:
    if asked.question.kind == "word":
        return t("What does “{found}” mean in this table? ({place})", found=asked.found, place=asked.place)
    if asked.question.kind == "measure":
        return t("{found} ({place})", found=asked.found, place=asked.place)
    if asked.question.kind == "unit":
        return t("Which unit is “{found}”? ({place})", found=asked.found, place=asked.place)
    return t("Which indicator is the column “{found}”? ({place})", found=asked.found, place=asked.place)


def _choices(kind: str, preview: intake.Preview) -> dict[str, str]:
    """The answers a question can have, by code, and the one that passes the place over."""
    spoken = load.spoken()
    if kind == "word":
        states = {code: labels.state(code) for code in ("NO_CASE", "NOT_DUE", "LATE", "ZERO", "NA_BY_RULE")}
        return {**states, _PASS_OVER: t("As if the cell were blank")}
    if kind == "measure":
        return {
            measures.CONVERT: t("Convert the numbers"),
            measures.KEEP: t("The heading is wrong: the numbers are as they should be"),
        }
    if kind == "unit":
        named = {one.unit_id: spoken.get(one.name, one.name) for one in preview.form.units}
        return {**named, _PASS_OVER: t("Pass this row over")}
    columns = {
        one.indicator_id: f"{one.indicator_id} {spoken.get(one.name, one.name)}{_measure(one.measure_unit)}"
        for one in preview.form.indicators
    }
    return {**columns, _PASS_OVER: t("Pass this column over")}


def _measure(unit: str) -> str:
    said = labels.measure(unit).strip()
    return f" ({said})" if said else ""
