"""The workbook out and in: problems, what changes, who moves, the commit."""

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

import pandas as pd
import streamlit as st

from assessment import access, labels, reference, reports
from assessment.errors import AssessmentError, Problem
from assessment.findings import dictionary as findings
from assessment.i18n import language, speaking, t
from assessment.reference import Proposal, told
from assessment.store import Revision
from assessment.ui import changed_results, empty, heading, load, own_table, reopening
from assessment.ui.once import Once
from assessment.ui.plain import plain
from assessment.ui.scope import Scope, link

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHOWN, _FEW = 500, 40


@dataclass(frozen=True)
class Reading:
    """A proposal with what it belongs to and the one commit it may lead to."""

    belongs_to: tuple[object, ...]
    proposal: Proposal
    commit: Once[Revision] = field(default_factory=Once)


def draw(scope: Scope) -> None:
    """The download, the chooser, and of what was chosen everything that is to be known before it counts."""
    heading.section(
        t("Edit the scheme as a workbook"),
        t("Download, edit, hand in. Nothing is written before you have seen what changes and who moves."),
    )
    reopening.draw_result()
    _draw_result(scope)
    _offer(scope)
    files = _pick()
    if not files:
        return
    try:
        reading = _read(files)
    except AssessmentError as refusal:
        st.error(plain(str(refusal)))
        return
    _draw_proposal(reading.proposal)
    _offer_commit(reading)


def _offer(scope: Scope) -> None:
    st.download_button(
        t("Download the scheme as a workbook"),
        data=lambda: _workbook(scope.language),
        file_name=f"{t('Scheme')}_{access.store().data_version}.xlsx",
        mime=_XLSX,
        on_click="ignore",
        key="download_scheme",
    )


def _workbook(spoken: str) -> bytes:
    with speaking(spoken):
        return reference.workbook(access.store())


def _pick() -> dict[str, bytes]:
    chosen = st.file_uploader(
        t("The edited workbook (or tables as .xlsx or .csv)"),
        accept_multiple_files=True,
        key=f"scheme_files_{st.session_state.get('scheme_turn', 0)}",
    )
    return {one.name: one.getvalue() for one in chosen or []}


def _read(files: dict[str, bytes]) -> Reading:
    """The proposal of exactly these files on the data as it is now, in the language it is shown in."""
    content = tuple((name, sha256(data).hexdigest()) for name, data in files.items())
    belongs_to = (content, access.store().data_version, language())
    kept: Reading | None = st.session_state.get("scheme_reading")
    if kept is None or kept.belongs_to != belongs_to:
        if kept is not None and kept.belongs_to[0] == content and kept.belongs_to[1] != belongs_to[1]:
            st.warning(t("The data have changed since this was checked. Check the files again."))
        with st.spinner(t("Reading and trying it out…")):
            kept = Reading(belongs_to, reference.propose(access.store(), files))
            st.session_state["scheme_reading"] = kept
    return kept


def _draw_proposal(proposal: Proposal) -> None:
    if proposal.problems:
        heading.section(t("Problems to mend before this can be committed: {count}", count=len(proposal.problems)))
        _draw_problems(proposal.problems)
    elif proposal.is_unchanged:
        heading.section(t("No change: the store already holds exactly this"))
    else:
        _draw_effect(proposal)
        _draw_changes(proposal)


def _draw_problems(problems: list[Problem]) -> None:
    rows = [(one.sheet, one.cell or labels.NONE, one.text()) for one in problems[:_SHOWN]]
    own_table.draw([t("Sheet"), t("Cell"), t("Problem")], rows, ["sheet", "", "wrap"])
    if len(problems) > _SHOWN:
        empty.note(t("Not listed here: {count} more.", count=len(problems) - _SHOWN))


def _draw_effect(proposal: Proposal) -> None:
    """From which month it counts, a warning if that lies back, and who moves."""
    first = proposal.first_month
    after = t("After the commit")
    if first is not None:
        since = load.calendar().full("month", first)
        after = t("After the commit, from {month} on", month=since)
        if first < _newest_month():
            st.warning(
                plain(
                    t(
                        "This changes months that are scored already, from {first} on. If it is to hold only from a "
                        "later month, put it into a new scheme version: the workbook's first sheet says how.",
                        first=since,
                    )
                )
            )
    changed_results.draw_effect(proposal.effect, after)
    for row in (one.row for one in proposal.changes if one.table == "scheme" and one.kind == "added"):
        empty.note(
            t(
                "{scheme} is new and holds from {month} on; below it is compared with the version it follows.",
                scheme=labels.name(row["name"], row["name_en"]),
                month=findings.month_name(row["effective_month"]),
            )
        )


def _newest_month() -> date:
    """The newest month with results; changed results imply that there is one."""
    periods = load.frame(reports.periods)
    newest: date = periods.loc[periods["period_kind"] == "month", "period_start"].max().date()
    return newest


def _draw_changes(proposal: Proposal) -> None:
    heading.section(t("What changes in the scheme: {counts}", counts=told.counts(proposal.changes)))
    for title, changes in told.by_table(proposal.changes):
        with st.expander(
            t("{sheet}: {counts}", sheet=title, counts=told.counts(changes)), expanded=len(changes) <= _FEW
        ):
            rows = [
                {
                    t("Change"): told.kind(one),
                    t("Row"): told.row(one, proposal.names),
                    t("Column"): told.column(one),
                    t("Before"): told.before(one, proposal.names),
                    t("After"): told.after(one, proposal.names),
                }
                for one in changes
            ]
            st.dataframe(pd.DataFrame(rows), hide_index=True)


def _offer_commit(reading: Reading) -> None:
    """The commit with the name of who answers for it; then the chooser is emptied."""
    proposal = reading.proposal
    if proposal.problems or proposal.is_unchanged or reopening.demand(proposal.published):
        return
    with st.form(f"commit_scheme_{proposal.data_version}", border=False):  # a press never reaches a proposal not seen
        who = st.text_input(t("Handled by"), key="who", max_chars=40, persist_state="session", width=320) or ""
        note = st.text_input(t("Note (may stay empty)"), key="scheme_note", max_chars=200) or ""
        pressed = st.form_submit_button(t("Commit the scheme"), type="primary")
    if pressed and not who.strip():
        st.warning(t("Say who handles this upload."))
    elif pressed:
        try:
            with st.spinner(t("Writing and scoring…")):
                done = reading.commit.run(lambda: reference.commit(access.store(), proposal, who.strip(), note.strip()))
        except AssessmentError as refusal:
            st.error(plain(str(refusal)))
            return
        st.session_state["scheme_committed"] = (done, _moved_units(proposal))
        st.session_state["scheme_turn"] = done.revision_id
        st.rerun()


def _moved_units(proposal: Proposal) -> int:
    return 0 if proposal.effect.empty else int(proposal.effect["unit_id"].nunique())


def _draw_result(scope: Scope) -> None:
    """What the last commit of this session did, with the way to it."""
    if "scheme_committed" not in st.session_state:
        return
    done, units = st.session_state["scheme_committed"]
    st.success(
        plain(
            t(
                "The scheme is in as revision {revision}. Units with another score, rank or tier: {count}.",
                revision=done.revision_id,
                count=units,
            )
        )
    )
    empty.links(
        [
            (link("history", scope, revision=str(done.revision_id)), t("See what changed")),
            (link("rankings", scope), t("See the ranking")),
        ]
    )
