"""Shared places and neighbours hardly apart."""

from html import escape
from typing import Any

from assessment import labels
from assessment.findings import standings as findings
from assessment.i18n import t
from assessment.reports import standings
from assessment.ui import cells, grid, heading, load
from assessment.ui.scope import Scope

Row = Any


def html(scope: Scope) -> str:
    """The list of one type; the bound is the same whatever the scheme."""
    calls = load.frame(standings.close_calls, scope.period, scope.unit_types)
    points = labels.number(standings.CLOSE_POINTS, 1)
    about = t(
        "Close: less than {points} points apart, a fixed number; it does not say how sure a place is", points=points
    )
    head = heading.section_html(findings.close_calls(calls, standings.CLOSE_POINTS), about)
    if calls.empty:
        return head
    columns = [
        grid.Column(t("Rank"), "num rank", lambda row: labels.count(row.rank_in_type)),
        grid.Column(t("Unit"), "unit", lambda row: _units(scope, row.unit_ids, row.units, row.units_en)),
        grid.Column(t("Score (points)"), "num mid", lambda row: labels.score(row.score)),
        grid.Column(t("Next below"), "unit", lambda row: _next(scope, row)),
        grid.Column(t("Apart (points)"), "num score", lambda row: "" if row.is_tie else labels.score(row.difference)),
        grid.Column("", "mid", _mark),
    ]
    return head + grid.html(columns, calls.itertuples(index=False), "rk-close")


def _units(scope: Scope, ids: Any, names: Any, names_en: Any) -> str:
    called = [labels.name(local, english) for local, english in zip(names, names_en, strict=True)]
    linked = [cells.unit(scope, unit, name) for unit, name in zip(ids, called, strict=True)]
    return escape(t(", ")).join(linked)


def _next(scope: Scope, row: Row) -> str:
    if row.is_tie:
        return f"<span class='same'>{escape(t('share this place'))}</span>"
    rank = f"<span class='same'>{labels.count(row.next_rank)}</span> "
    return rank + _units(scope, row.next_unit_ids, row.next_units, row.next_units_en)


def _mark(row: Row) -> str:
    if not row.is_at_border:
        return ""
    return cells.chip(t("On a tier's border"), t("The two stand in different tiers"), "warn")
