"""The year's periods in one table: published, draft or reopened, by whom, and what is open in each."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from assessment import labels, origin
from assessment.i18n import t
from assessment.ui import departments, empty, heading, load, own_table
from assessment.ui.scope import Scope, link


def draw(scope: Scope, year_start: Any, board: pd.DataFrame) -> None:
    """The periods of the assessment year, months first; how much of other years is not published."""
    rows = board[board["year_start"] == year_start]
    published = int((rows["status"] == "published").sum())
    heading.section(
        t("Of {total} periods of the year {count} are published", total=len(rows), count=published),
        t("Click a period to open it here."),
    )
    heads = [t("Period"), t("State"), t("Edition"), t("Check code"), t("Published"), t("Outstanding")]
    looks = ["", "", "num", "mid", "mid sj-written", "wrap"]
    st.html(own_table.html(heads, [_cells(scope, row) for row in rows.itertuples(index=False)], looks))
    elsewhere = board[(board["year_start"] != year_start) & (board["status"] != "published") & ~board["is_partial"]]
    if not elsewhere.empty:
        empty.note(t("Periods of other years that are not published: {count}.", count=len(elsewhere)))


def _cells(scope: Scope, row: Any) -> list[str]:
    period = load.parse(row.period)
    where = escape(link("publication", Scope(period, scope.unit_types, scope.language)), quote=True)
    name = escape(load.period_name(period))
    is_open = period == scope.period
    has_edition = not labels.is_missing(row.edition)
    when = f"{labels.moment(row.published_at)} {labels.text(row.published_by)}" if has_edition else labels.NONE
    return [
        f"<b>{name}</b>" if is_open else f"<a data-go href='{where}'>{name}</a>",
        chip(row),
        labels.count(row.edition) if has_edition else labels.NONE,
        escape(origin.short(row.content_hash)) if row.status == "published" else labels.NONE,
        escape(when),
        escape(_open(row)),
    ]


def chip(row: Any) -> str:
    """The state of a period in a word."""
    if row.status == "published":
        return f"<span class='chip'>✓ {escape(t('published'))}</span>"
    if row.status == "reopened":
        return f"<span class='chip warn'>↺ {escape(t('reopened'))}</span>"
    word = t("not over") if row.is_partial else t("draft")
    return f"<span class='chip'>{escape(word)}</span>"


def _open(row: Any) -> str:
    """What is late, awaited, returned or without a target, in a line."""
    awaited = t(", ").join(departments.name(one) for one in row.awaited_sources)
    parts = [
        (row.targetless_unit_count, t("units without a target: {count}")),
        (row.late_unit_count, t("units late: {count}")),
        (row.returned_count, t("returned values: {count}")),
        (len(row.awaited_sources), t("awaited: {names}")),
    ]
    told = [words.format(count=labels.count(count), names=awaited) for count, words in parts if count]
    return t("; ").join(told) or labels.NONE
