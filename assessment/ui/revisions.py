"""The history: every revision in one table, one of them opened, and taking an upload back."""

from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from assessment import access, intake, labels, reports
from assessment.i18n import t
from assessment.ui import changed_cells, changed_results, empty, heading, load, own_table, reopening
from assessment.ui.once import Once
from assessment.ui.plain import plain
from assessment.ui.scope import Scope, link

_A_PAGE = 50


@dataclass(frozen=True)
class Undoing:
    """An upload the reader asked to take back, the data as they were then, and the one act that may follow."""

    upload: int
    version: int
    act: Once[intake.Committed] = field(default_factory=Once)
    effect: Once[intake.Effect] = field(default_factory=Once)


def finding(history: pd.DataFrame) -> str:
    """The newest revision in words."""
    if history.empty:
        return t("Nothing has happened yet")
    newest = next(history.itertuples(index=False))
    return t("Last change: {what}", what=what(newest))


def about(history: pd.DataFrame) -> list[str]:
    """When and by whom, and how many there are."""
    newest = next(history.itertuples(index=False))
    return [labels.moment(newest.made_at), labels.text(newest.made_by), t("Revisions: {count}", count=len(history))]


def opened(history: pd.DataFrame) -> Any | None:
    """The row of the revision named in the address, if there is one."""
    wanted = st.query_params.get("revision", "")
    return next((row for row in history.itertuples(index=False) if str(row.revision_id) == wanted), None)


def draw(history: pd.DataFrame, scope: Scope, open_id: int | None) -> None:
    """Newest first; the number opens what the revision changed."""
    pages = max(-(-len(history) // _A_PAGE), 1)
    page = st.pagination(pages, key="history_page") if pages > 1 else 1
    shown = history.iloc[(page - 1) * _A_PAGE : page * _A_PAGE]
    heads = [t("Revision"), t("When"), t("Who"), t("What"), t("Units changed")]
    looks = ["num", "", "mid", "", "num"]
    st.html(own_table.html(heads, [_cells(row, scope, open_id) for row in shown.itertuples(index=False)], looks))


def _cells(row: Any, scope: Scope, open_id: int | None) -> list[str]:
    where = escape(link("history", scope, revision=str(row.revision_id)), quote=True)
    number = f"<a data-go href='{where}'>{labels.count(row.revision_id)}</a>"
    if row.revision_id == open_id:
        number = f"<b>{labels.count(row.revision_id)}</b>"
    undone = (
        f"<span class='chip warn'>{escape(t('undone'))}</span>"
        if row.kind == "import" and row.status == "undone"
        else ""
    )
    return [
        number,
        escape(labels.moment(row.made_at)),
        escape(labels.text(row.made_by)),
        f"{escape(what(row))} {undone}",
        labels.count(row.unit_count),
    ]


def what(row: Any) -> str:
    """What a revision did, in words."""
    months = [load.period_name(load.parse(code)) for code in (row.month, row.last_month) if not labels.is_missing(code)]
    named = list(dict.fromkeys(months))
    month = t("{first} to {last}", first=named[0], last=named[-1]) if len(named) > 1 else "".join(named)
    if row.kind == "import":
        if labels.text(row.file_name).startswith(f"{intake.SENT_BACK} "):
            what = Path(row.file_name).stem.removeprefix(f"{intake.SENT_BACK} ")
            return t("{period}: {what} sent back", period=month, what=what)
        counts = ((t("{count} new"), row.new_count), (t("{count} changed"), row.changed_count))
        parts = [words.format(count=labels.count(count)) for words, count in counts if count]
        return t("{period} imported: {counts}", period=month, counts=t(", ").join(parts) or t("nothing new"))
    if row.kind == "undo":
        return t("upload of {period} undone: {file}", period=month, file=labels.text(row.file_name))
    if row.kind in ("publish", "reopen"):
        periods = t(", ").join(load.period_name(load.parse(code)) for code in row.periods)
        return (
            t("{periods} published", periods=periods)
            if row.kind == "publish"
            else t("{periods} reopened", periods=periods)
        )
    words = {"reference": t("county and scheme loaded"), "rescore": t("everything scored again")}
    return words.get(row.kind, str(row.kind))


def draw_head(row: Any) -> None:
    """What the opened revision did."""
    heading.section(t("Revision {number}: {what}", number=labels.count(row.revision_id), what=what(row)))
    if labels.text(row.file_name) != labels.NONE:
        empty.note(t("File: {name}", name=row.file_name))
    if row.kind in ("import", "publish", "reopen") and labels.text(row.note) != labels.NONE and row.note:
        empty.note(t("Reason given: {reason}", reason=row.note))


def draw_changes(row: Any, scope: Scope) -> None:
    """The units of the types picked whose results the revision moved, before → after."""
    cells = load.frame(reports.cell_changes, int(row.revision_id))
    changes = load.frame(reports.history_changes, int(row.revision_id))
    if scope.unit_types:
        cells = cells[cells["unit_type"].isin(scope.unit_types)]
        changes = changes[changes["unit_type"].isin(scope.unit_types)]
    changed_cells.draw(cells)
    changed_results.draw_moved(changes)


def offer_undo(row: Any) -> None:
    """Taking an upload back, in two steps: a wrong click must not move a published rank."""
    if row.kind != "import" or row.status != "accepted" or labels.is_missing(row.upload_id):
        return
    upload = int(row.upload_id)
    asked: Undoing | None = st.session_state.get("undoing")
    if asked is None or asked.upload != upload:
        if st.button(t("Undo this upload…"), key="undo"):
            st.session_state["undoing"] = Undoing(upload, access.reader().data_version)
            st.rerun()
        return
    if asked.version != access.reader().data_version:
        asked = st.session_state["undoing"] = Undoing(upload, access.reader().data_version)
    st.warning(plain(t("{what} will be taken back and everything it touched scored again.", what=what(row))))
    with st.spinner(t("Trying it out…")):
        effect = asked.effect.run(lambda: intake.effect_of_undo(access.store(), upload))
    changed_results.draw_effect(effect.changes, t("After the undo"))
    if reopening.demand(effect.published):
        if st.button(t("Keep it")):
            st.session_state["undoing"] = None
            st.rerun()
        return
    with st.form(f"undo_form_{asked.version}", border=False):
        who = st.text_input(t("Handled by"), key="who", max_chars=40, persist_state="session", width=320) or ""
        with st.container(horizontal=True):
            sure = st.form_submit_button(t("Yes, undo it"), type="primary")
            stay = st.form_submit_button(t("Keep it"))
    if stay:
        st.session_state["undoing"] = None
        st.rerun()
    if sure and not who.strip():
        st.warning(t("Say who handles this upload."))
    elif sure:
        with st.spinner(t("Writing and scoring…")):
            done = asked.act.run(lambda: intake.undo(access.store(), upload, who.strip()))
            st.session_state["undone"] = done
            st.session_state["undoing"] = None
        st.rerun()


def draw_result() -> None:
    """What the last undo of this session did, or that periods were reopened for it."""
    reopening.draw_result()
    if done := st.session_state.pop("undone", None):
        words = {"revision": done.revision_id, "count": load.changed_units(done.revision_id)}
        st.success(plain(t("Undone as revision {revision}. Units whose results changed: {count}.", **words)))
