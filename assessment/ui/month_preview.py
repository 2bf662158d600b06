"""What an upload would do, and doing it: the problems, the changes, the commit."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path

import pandas as pd
import streamlit as st

from assessment import access, i18n, intake, labels
from assessment.errors import Problem
from assessment.i18n import t
from assessment.periods import Period
from assessment.reports.publication import publication_board
from assessment.ui import (
    changed_results,
    empty,
    heading,
    intake_questions,
    intake_shape,
    load,
    overtaken,
    own_table,
    reopening,
)
from assessment.ui.once import Once
from assessment.ui.plain import plain
from assessment.ui.scope import Scope, link

_SHOWN_PROBLEMS = 1000


@dataclass(frozen=True)
class Reading:
    """A preview with what it belongs to and the one commit it may lead to."""

    belongs_to: tuple[object, ...]
    preview: intake.Preview
    commit: Once[intake.Committed] = field(default_factory=Once)
    effect: Once[intake.Effect] = field(default_factory=Once)
    doubts: Once[list[Problem]] = field(default_factory=Once)
    seen: intake.Preview | None = None
    """What was on the screen before somebody else changed the data."""

    @property
    def version(self) -> int:
        """The data version that the preview speaks of."""
        return self.preview.data_version


def read(files: list[tuple[str, bytes]], month: Period, received_on: date) -> Reading:
    """The preview of exactly these files for this month on the data as it is now. Raises AssessmentError for refusals.

    Kept for the session under what it belongs to, so that a changed file can never show an old preview.
    """
    content = tuple((name, sha256(data).hexdigest()) for name, data in files)
    given = intake_questions.answers(content)
    belongs_to = (content, month, received_on, given)
    kept: Reading | None = st.session_state.get("reading")
    is_same = kept is not None and kept.belongs_to == belongs_to
    if kept is None or not is_same or kept.version != access.reader().data_version:
        with st.spinner(t("Reading the files…")):
            shown = intake.preview(access.store(), files, month, received_on, given)
        kept = Reading(belongs_to, shown, seen=kept.seen or kept.preview if kept and is_same else None)
        st.session_state["reading"] = kept
    return kept


def draw(reading: Reading) -> None:
    """Questions, then errors, then warnings, then what would change."""
    preview = reading.preview
    if reading.seen:
        overtaken.draw(reading.seen, preview)
    intake_questions.draw(preview, reading.belongs_to[0])
    if any(file.problems or file.settled for file in preview.incoming):
        intake_shape.draw(preview)
    to_mend = [problem for problem in preview.problems if problem.question is None]
    if to_mend:
        heading.section(t("Problems to mend before this can be committed: {count}", count=len(to_mend)))
        _draw_problems(to_mend)
    if doubts := _doubts(reading):
        heading.section(
            t("Numbers that look wrong: {count}", count=len(doubts)),
            t("Mend them in the file, or commit with a reason; it stays with the revision."),
        )
        _draw_problems(doubts)
    _offer_marked(preview, doubts)
    if preview.warnings:
        heading.section(t("Worth a second look: {count}", count=len(preview.warnings)))
        _draw_problems(preview.warnings)
    if preview.problems:
        return
    if preview.is_unchanged:
        heading.section(t("No change: the store already holds exactly this"))
    else:
        heading.section(_finding(preview))
    _draw_changes(preview)
    if not preview.is_unchanged:
        with st.spinner(t("Trying it out…")):
            effect = _effect(reading)
        changed_results.draw_effect(effect.changes, t("After the commit"))


def _effect(reading: Reading) -> intake.Effect:
    return reading.effect.run(lambda: intake.effect_of_commit(access.store(), reading.preview))


def _doubts(reading: Reading) -> list[Problem]:
    return reading.doubts.run(lambda: intake.doubts(access.store(), reading.preview))


def _offer_marked(preview: intake.Preview, doubts: list[Problem]) -> None:
    """Every file with problems or doubts, marked, to send back to who made it."""
    with st.container(horizontal=True, key="marked_files"):
        for number, file in enumerate(preview.incoming):
            doubted = intake.doubts_in_file(preview, file, doubts)
            if (file.problems or doubted) and file.is_readable:
                st.download_button(
                    t("Marked copy: {file}", file=plain(file.file_name)),
                    data=partial(_marked, file, doubted, i18n.language()),
                    file_name=f"{Path(file.file_name).stem}_{t('marked')}.xlsx",
                    on_click="ignore",
                    key=f"marked_{number}",
                )


def _marked(file: intake.Incoming, doubts: list[Problem], language: str) -> bytes:
    with i18n.speaking(language):
        return file.marked(doubts).data


def _titles() -> dict[str, str]:
    return {
        "changed": t("Changed"),
        "new": t("New"),
        "missing": t("Asked for, not reported"),
        "unchanged": t("Unchanged"),
    }


def _finding(preview: intake.Preview) -> str:
    """How many values of each kind, those that matter most first."""
    counts = [
        t("{kind}: {count}", kind=title, count=labels.count(preview.counts[kind]))
        for kind, title in _titles().items()
        if kind in preview.counts
    ]
    return t("; ").join(counts)


def _draw_problems(problems: list[Problem]) -> None:
    spoken = load.spoken()
    rows = [(one.sheet, one.cell or labels.NONE, _words(one, spoken)) for one in problems[:_SHOWN_PROBLEMS]]
    own_table.draw([t("Sheet"), t("Cell"), t("Problem")], rows, ["", "", "wrap"])
    if len(problems) > _SHOWN_PROBLEMS:
        empty.note(t("Not listed here: {count} more.", count=len(problems) - _SHOWN_PROBLEMS))


def _words(problem: Problem, spoken: dict[str, str]) -> str:
    """The message with units and indicators as the reader calls them."""
    values = {
        name: spoken.get(value, value) if isinstance(value, str) else value for name, value in problem.values.items()
    }
    return replace(problem, values=values).text()


def _draw_changes(preview: intake.Preview) -> None:
    titles = _titles()
    present = {kind: count for kind in titles if (count := preview.counts.get(kind, 0))}
    for kind, count in present.items():
        title = t("{kind}: {count}", kind=titles[kind], count=labels.count(count))
        with st.expander(title, expanded=kind in (next(iter(present)), "missing")):
            st.dataframe(_change_rows(preview, kind), hide_index=True, placeholder=labels.NONE)


def _change_rows(preview: intake.Preview, kind: str) -> pd.DataFrame:
    sections = {
        "result": t("Result"),
        "target": t("Target"),
        "event": t("Event"),
        "vote": t("Votes"),
        "milestone": t("Milestone"),
        "decision": t("Decision"),
    }
    spoken = load.spoken()
    rows = [
        {
            t("Kind"): sections.get(one.section, one.section),
            t("Unit"): spoken.get(one.unit, one.unit),
            t("Item"): spoken.get(one.item, one.item),
            t("Before"): labels.reported(one.before),
            t("After"): labels.reported(one.after),
            t("Place"): f"{one.sheet}!{one.cell}" if one.cell else labels.text(one.sheet),
        }
        for one in preview.changes
        if one.kind == kind
    ]
    return pd.DataFrame(rows)


def offer_commit(reading: Reading, month: Period) -> None:
    """The commit with the name of who answers for it; then the chooser is emptied."""
    preview = reading.preview
    if preview.problems or preview.is_unchanged or reopening.demand(_effect(reading).published):
        return
    with st.form(f"commit_{reading.version}", border=False):
        who = st.text_input(t("Handled by"), key="who", max_chars=40, persist_state="session", width=320) or ""
        reason = ""
        if _doubts(reading):
            reason = st.text_input(t("Why the numbers that look wrong are right"), key="reason", max_chars=200) or ""
        pressed = st.form_submit_button(t("Commit {period}", period=load.period_name(month)), type="primary")
    if pressed and not who.strip():
        st.warning(t("Say who handles this upload."))
    elif pressed and _doubts(reading) and not reason.strip():
        st.warning(t("Say why the numbers that look wrong are right."))
    elif pressed:
        with st.spinner(t("Writing and scoring…")):
            done = reading.commit.run(lambda: intake.commit(access.store(), preview, who.strip(), reason.strip()))
            st.session_state["committed"] = (done, month)
            st.session_state["upload_turn"] = done.revision_id
        st.rerun()


def draw_result(scope: Scope) -> None:
    """What the last commit of this session did, with the way to its ranking; or that periods were reopened for it."""
    reopening.draw_result()
    if "committed" not in st.session_state:
        return
    done, month = st.session_state["committed"]
    message = t(
        "{period} is in as revision {revision}. Units whose results changed: {count}.",
        period=load.period_name(month),
        revision=done.revision_id,
        count=load.changed_units(done.revision_id),
    )
    st.success(plain(message))
    there = Scope(month, scope.unit_types, scope.language)
    empty.links(
        [
            (link("rankings", there), t("See the ranking of {period}", period=load.period_name(month))),
            (link("history", there, revision=str(done.revision_id)), t("See what changed")),
            (link("publication", there), t("Publish {period}…", period=_to_publish(month))),
        ]
    )


def _to_publish(month: Period) -> str:
    """The month and what was reopened together with it and is published again together."""
    board = load.frame(publication_board).set_index("period")
    reopened = board["reopened_by"].get(str(month))
    group = board.index[board["reopened_by"] == reopened] if not labels.is_missing(reopened) else [str(month)]
    return t(", ").join(load.period_name(load.parse(code)) for code in group)
