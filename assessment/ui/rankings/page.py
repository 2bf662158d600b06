"""One type: its table beside its places over time, its spread, ties, close calls and near misses; several: tables."""

from typing import Any

import pandas as pd

from assessment import export, findings, reports
from assessment.findings import standings as standing
from assessment.i18n import t
from assessment.reports import standings
from assessment.ui import block, heading, load, notes, ranking_table, table_download
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
        block.draw(load.drawn(_tables, scope), "ranking")
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
    picked, is_taken = places.chosen(ranking), places.is_taken()
    block.draw(load.drawn(_opened, scope, picked, is_taken), "ranking")
    if is_taken:
        places.take_along(scope, picked)


def _opened(scope: Scope, picked: tuple[str, ...], is_taken: bool) -> str:
    """The type's table beside its places, the distances beside the near misses."""
    above = _beside("rk-places", _table(scope), places.html(scope, picked, is_taken))
    return above + _beside("rk-distances", _distances(scope, picked), _near_misses(scope))


def _beside(look: str, left: str, right: str) -> str:
    return f"<div class='sj-beside {look}'><div>{left}</div><div>{right}</div></div>"


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
