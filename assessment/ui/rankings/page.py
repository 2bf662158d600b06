"""One type: its table beside its places over time, its spread, ties, close calls and near misses; several: tables."""

from typing import Any

import pandas as pd
import streamlit as st

from assessment import export, findings, labels, reports
from assessment.findings import standings as standing
from assessment.i18n import t
from assessment.reports import standings
from assessment.ui import choose, heading, load, notes, ranking_table, table_download
from assessment.ui.rankings import close, near, places, sheets, strip
from assessment.ui.scope import Scope


def title(scope: Scope) -> tuple[str, list[str]]:
    """The finding, and what stands below it."""
    assert scope.period
    ranking = _ranking(scope)
    return findings.headline(ranking), list(findings.about(load.period_name(scope.period), ranking))


def draw(scope: Scope, ranking: pd.DataFrame) -> None:
    """The page below its title; `ranking` has rows."""
    if ranking["unit_type"].nunique() == 1:
        _one_type(scope, ranking)
    else:
        st.html(load.drawn(_tables, scope))
    notes.draw(scope)
    formulas = {t("Close call"): t("Neighbours less than {points} points apart", points=standings.CLOSE_POINTS)}
    table_download.offer(
        scope,
        t("Unit rankings"),
        lambda: sheets.tables(scope, ranking),
        formulas | {t("Quartiles"): t("Interpolated between neighbours, ranked units only")},
        csv=lambda: export.result_table(scope.period, ranking) if scope.period else sheets.tables(scope, ranking)[0],
    )


def _one_type(scope: Scope, ranking: pd.DataFrame) -> None:
    listed: list[Any] = list(ranking.itertuples(index=False))
    names = {row.unit_id: labels.name(row.unit, row.unit_en) for row in listed}
    with st.container(key="rank_pick"):
        picked = choose.many("pick", names, t("Units to follow"), look="select")
    with st.container(key="rank_places"):
        left, right = st.columns([1.3, 1], gap="large")
    with left:
        st.html(load.drawn(_table, scope))
    with right:
        places.draw(scope, ranking, picked)
    with st.container(key="rank_distances"):
        left, right = st.columns([1, 1], gap="large")
    with left:
        st.html(load.drawn(_distances, scope, picked))
    with right:
        st.html(load.drawn(_near_misses, scope))


def _ranking(scope: Scope) -> pd.DataFrame:
    return load.frame(reports.rankings, scope.period, scope.unit_types)


def _tables(scope: Scope) -> str:
    return ranking_table.blocks(_ranking(scope), scope)


def _table(scope: Scope) -> str:
    listed: list[Any] = list(_ranking(scope).itertuples(index=False))
    about = " · ".join(ranking_table.type_marks(listed))
    above = f"<p class='sj-about'>{about}</p>" if about else ""
    return f"<section class='sj-type'>{above}{ranking_table.table(listed, scope)}</section>"


def _distances(scope: Scope, picked: tuple[str, ...]) -> str:
    """The spread of the scores, and who stands close to whom."""
    return strip.block(scope, _ranking(scope), picked) + close.html(scope)


def _near_misses(scope: Scope) -> str:
    misses = load.frame(standings.near_misses, scope.period, scope.unit_types)
    head = heading.section_html(standing.near_misses(misses), near.about(misses))
    return head + near.table(scope, misses) if len(misses) else head
