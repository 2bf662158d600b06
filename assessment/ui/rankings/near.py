"""What each unit lacks to a better tier, the nearest first."""

from typing import Any

import pandas as pd

from assessment import labels
from assessment.i18n import t
from assessment.ui import cells, grid
from assessment.ui.scope import Scope

Row = Any
_SHOWN = 6
"""The nearest so many; the workbook has all."""


def about(misses: pd.DataFrame) -> str:
    """Below the title: what "needed" means, and what binds where it is the same for every unit shown."""
    said = t("The score each unit needs while all others stay as they are")
    shown: list[Row] = list(misses.head(_SHOWN).itertuples(index=False))
    return t("; ").join([said, binds(shown[0])]) if _is_same(shown) else said


def table(scope: Scope, misses: pd.DataFrame) -> str:
    """The `<table>` of the nearest units; what binds is a column only where units differ in it."""
    shown: list[Row] = list(misses.head(_SHOWN).itertuples(index=False))
    columns = [
        grid.Column(t("Unit"), "unit", lambda row: cells.unit(scope, row.unit_id, labels.name(row.unit, row.unit_en))),
        grid.Column(t("Score (points)"), "num", lambda row: labels.score(row.score)),
        grid.Column(t("Needed"), "num mid", lambda row: labels.score(row.needed_score)),
        grid.Column(t("Lacks (points)"), "num score", lambda row: labels.score(row.points_needed)),
        grid.Column(t("Computed tier → next"), "tier rk-to", _tiers),
    ]
    if not _is_same(shown):
        columns.append(grid.Column(t("What binds"), "mid rk-binds", _binds))
    return grid.html(columns, shown, "rk-near")


def binds(row: Row) -> str:
    """What the needed score must meet, in words."""
    if row.is_gate:
        return t("it reaches the tier's gate")
    if row.is_straddling:
        return t("it ties with the last of that tier, for the leading group to decide")
    return t("it takes the last place of that tier")


def _is_same(shown: list[Row]) -> bool:
    return len({binds(row) for row in shown}) == 1


def _tiers(row: Row) -> str:
    here = cells.tier(labels.name(row.computed_tier, row.computed_tier_en), row.computed_order, row.tier_count)
    there = cells.tier(labels.name(row.next_tier, row.next_tier_en), row.next_order, row.tier_count)
    return f"{here} → {there}"


def _binds(row: Row) -> str:
    """One word, with the whole on hover."""
    if row.is_gate:
        return cells.chip(t("gate"), binds(row))
    if row.is_straddling:
        return cells.chip(t("to be decided"), binds(row), "warn")
    return cells.chip(t("place"), binds(row))
