"""Publishing a period: what speaks against it, what wants a reason, what goes with it, and the act."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from assessment import access, publication
from assessment.errors import Problem
from assessment.i18n import t
from assessment.periods import Period
from assessment.store import Revision
from assessment.ui import changed_results, empty, heading, load, own_table
from assessment.ui.once import Once
from assessment.ui.plain import plain
from assessment.ui.scope import Scope, link


@dataclass(frozen=True)
class Asked:
    """What is about to be published on the data as they are, and the one act that may follow."""

    belongs_to: tuple[object, ...]
    act: Once[Revision] = field(default_factory=Once)
    effect: Once[pd.DataFrame] = field(default_factory=Once)


def draw(scope: Scope, period: Period, row: Any, board: pd.DataFrame) -> None:
    """The next step of a draft or a reopened period; `row` is its own of `board`."""
    name = load.period_name(period)
    if row.status == "reopened":
        heading.section(
            t("{period} is reopened: edition {edition} no longer stands", period=name, edition=row.edition),
            t("Reopened because: {reason}", reason=row.reopened_because),
        )
    elif row.is_partial:
        heading.section(t("{period} is not over and cannot be published yet", period=name))
        return
    else:
        heading.section(t("{period} is a draft", period=name), t("Publishing freezes its scores, ranks and tiers."))
    periods = [period, *_companions(period, row, board)]
    judged = publication.judge(access.store(), periods)
    if judged.obstacles:
        heading.section(t("Not yet: {count} things stand against it", count=len(judged.obstacles)))
        _table(judged.obstacles)
        return
    asked = _asked(periods)
    if judged.doubts:
        heading.section(t("Worth a second look before publishing: {count}", count=len(judged.doubts)))
        _table(judged.doubts)
        empty.links([(link("submissions", scope), t("See who is late and what is awaited"))])
    if any(one.message.startswith("Returned values") for one in judged.doubts):
        with st.spinner(t("Trying it out…")):
            effect = asked.effect.run(lambda: publication.effect(access.store(), periods))
        changed_results.draw_effect(effect, t("After publishing"))
    _form(periods, asked, bool(judged.doubts))


def _asked(periods: list[Period]) -> Asked:
    belongs_to = (tuple(map(str, periods)), access.store().data_version)
    kept: Asked | None = st.session_state.get("publishing")
    if kept is None or kept.belongs_to != belongs_to:
        kept = st.session_state["publishing"] = Asked(belongs_to)
    return kept


def _table(problems: list[Problem]) -> None:
    rows = [(load.period_name(load.parse(one.sheet)), _named(one).text()) for one in problems]
    own_table.draw([t("Period"), t("What")], rows, ["", "wrap"])


def _named(problem: Problem) -> Problem:
    """The problem with the periods it names as the reader calls them."""
    named = {
        key: t(", ").join(load.period_name(load.parse(code)) for code in str(value).split(t(", ")))
        for key, value in problem.values.items()
        if key in ("periods", "months")
    }
    return replace(problem, values={**problem.values, **named})


def _companions(period: Period, row: Any, board: pd.DataFrame) -> list[Period]:
    """What the reader publishes together with the period: what was reopened with it, a quarter or year that only waits
    for this month, the months that a quarter or year waits for."""
    offered = suggested(period, row, board)
    if not offered:
        return []
    names = {str(one): plain(load.period_name(one)) for one in offered}
    key = f"together_{period}"
    picked = st.pills(
        t("Publish together with it"),
        list(names),
        default=list(names),
        key=key,
        selection_mode="multi",
        format_func=names.__getitem__,
    )
    return [one for one in offered if str(one) in picked]


def suggested(period: Period, row: Any, board: pd.DataFrame) -> list[Period]:
    """The periods that go with one, in the board's order; never itself."""
    months = {period.start} if period.kind == "month" else _days(row.open_months)
    rows: list[Any] = [one for one in board.itertuples(index=False) if one.period != str(period)]
    chosen = []
    for one in rows:
        if one.status == "published" or one.is_partial:
            continue
        is_group = row.status == "reopened" and one.status == "reopened" and one.reopened_by == row.reopened_by
        is_part = one.period_kind == "month" and period.kind != "month" and one.period_start.date() in months
        waits_for = _days(one.open_months)
        is_whole = one.period_kind != "month" and bool(waits_for) and waits_for <= months
        if is_group or is_part or is_whole:
            chosen.append(load.parse(one.period))
    return chosen


def _days(found: Iterable[Any]) -> set[date]:
    return {pd.Timestamp(day).date() for day in found}


def _form(periods: list[Period], asked: Asked, needs_reason: bool) -> None:
    named = t(", ").join(load.period_name(one) for one in periods)
    with st.form("publish", border=False):
        who = st.text_input(t("Handled by"), key="who", max_chars=40, persist_state="session", width=320) or ""
        reason = ""
        if needs_reason:
            reason = st.text_input(
                t("Why it is published all the same"), key="publish_reason", max_chars=publication.LONGEST_REASON
            )
        pressed = st.form_submit_button(t("Publish {periods}", periods=named), type="primary")
    if pressed and not who.strip():
        st.warning(t("Say who publishes this."))
    elif pressed and needs_reason and not (reason or "").strip():
        st.warning(t("Say why it is published all the same."))
    elif pressed:
        made = asked.act.run(lambda: publication.publish(access.store(), periods, who.strip(), reason or ""))
        st.session_state["published"] = t(
            "{periods} published: revision {revision}.", periods=named, revision=made.revision_id
        )
        st.rerun()
