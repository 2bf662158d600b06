"""The editions of a period: when each was published, how it differs from the one before and why, and the way to see
every page as it was."""

from html import escape
from itertools import pairwise
from typing import Any

import pandas as pd
import streamlit as st

from assessment import access, labels, origin, reports
from assessment.i18n import t
from assessment.periods import Period
from assessment.reports.publication import edition_causes, editions
from assessment.ui import changed_cells, changed_results, heading, load, own_table, revisions
from assessment.ui.scope import Scope, link


def draw(scope: Scope, period: Period) -> None:
    """Newest first; nothing while there is none."""
    rows: list[Any] = list(load.frame(editions, period).itertuples(index=False))
    if not rows:
        return
    heading.section(t("Every edition of {period} stays readable", period=load.period_name(period)))
    heads = [t("Edition"), t("Published"), t("Check code"), t("Reopened"), t("As it was")]
    looks = ["num", "sj-written", "mid", "wrap sj-written", ""]
    st.html(own_table.html(heads, [_cells(scope, row) for row in rows], looks))
    for newer, older in pairwise(rows):
        _difference(period, older, newer)
    if not labels.is_missing(rows[0].reopened_by):
        _difference(period, rows[0], None)


def _cells(scope: Scope, row: Any) -> list[str]:
    published = t("{moment}, {who}", moment=labels.moment(row.published_at), who=row.published_by)
    reopened = labels.NONE
    if not labels.is_missing(row.reopened_by):
        reopened = t(
            "{moment}, {who}: {reason}",
            moment=labels.moment(row.reopened_at),
            who=row.reopened_by_whom,
            reason=row.reopened_because,
        )
    pages = {
        "rankings": t("Unit rankings"),
        "overview": t("Overview"),
        "indicator_completion": t("Indicator completion"),
    }
    ways = [
        f"<a data-go href='{escape(link(page, scope, as_of=str(row.revision_id)), quote=True)}'>{escape(words)}</a>"
        for page, words in pages.items()
    ]
    code = f"<span title='{escape(row.content_hash, quote=True)}'>{escape(origin.short(row.content_hash))}</span>"
    reason = f" · {row.published_note}" if labels.text(row.published_note) != labels.NONE and row.published_note else ""
    return [labels.count(row.edition), escape(published + reason), code, escape(reopened), "<br>".join(ways)]


def _difference(period: Period, older: Any, newer: Any | None) -> None:
    """What the next edition, or the data as they are since it was reopened, says otherwise, and by which revisions."""
    last = int(newer.revision_id) if newer else access.reader().data_version
    changes = load.frame(reports.history_changes, last, int(older.revision_id))
    changes = changes[(changes["period"] == str(period)) & changes["has_moved"]]
    values = {"older": older.edition, "newer": newer.edition if newer else ""}
    title = (
        t(
            "Edition {newer} against edition {older}: units with another score, rank or tier: {count}",
            **values,
            count=len(changes),
        )
        if newer
        else t(
            "Since edition {older} was reopened: units with another score, rank or tier: {count}",
            **values,
            count=len(changes),
        )
    )
    with st.expander(title):
        changed_cells.draw(_cells_of(period, last, int(older.revision_id)))
        changed_results.draw_moved(changes)
        _causes(period, int(older.revision_id), last)


def _cells_of(period: Period, last: int, before: int) -> pd.DataFrame:
    """The numbers of the period's own months that changed."""
    cells = load.frame(reports.cell_changes, last, before)
    months = {"month": 1, "quarter": 3, "year": 12}[period.kind]
    end = pd.Timestamp(period.start) + pd.DateOffset(months=months)
    mine: pd.DataFrame = cells[(cells["month"] >= pd.Timestamp(period.start)) & (cells["month"] < end)]
    return mine


def _causes(period: Period, after: int, last: int) -> None:
    """The revisions between that touched the period: what was done, by whom, why."""
    history = load.frame(reports.history)
    between = history[history["revision_id"].isin(load.answer(edition_causes, period, after, last))]
    rows: list[Any] = [
        (
            labels.count(one.revision_id),
            labels.moment(one.made_at),
            labels.text(one.made_by),
            revisions.what(one),
            labels.text(one.note),
        )
        for one in between.itertuples(index=False)
    ]
    own_table.draw(
        [t("Revision"), t("When"), t("Who"), t("What"), t("Reason")],
        rows,
        ["num", "", "sj-written", "wrap", "wrap sj-written"],
    )
