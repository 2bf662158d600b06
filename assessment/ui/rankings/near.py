"""What each unit lacks to a better tier, the nearest first."""

from html import escape
from typing import Any

import pandas as pd

from assessment import labels
from assessment.i18n import t
from assessment.ui import cells, grid
from assessment.ui.scope import Scope

Row = Any
_SHOWN = 6
"""The nearest so many; the workbook has all."""


def table(scope: Scope, misses: pd.DataFrame) -> str:
    """The `<table>` of the nearest units."""
    columns = [
        grid.Column(t("Unit"), "unit", lambda row: cells.unit(scope, row.unit_id, labels.name(row.unit, row.unit_en))),
        grid.Column(t("Score (points)"), "num", lambda row: labels.score(row.score)),
        grid.Column(t("Needed"), "num mid", lambda row: labels.score(row.needed_score)),
        grid.Column(t("Lacks (points)"), "num score", lambda row: labels.score(row.points_needed)),
        grid.Column(t("Computed tier → next"), "tier rk-to", _tiers),
        grid.Column(t("What binds"), "mid rk-binds", _binds),
    ]
    return grid.html(columns, misses.head(_SHOWN).itertuples(index=False), "rk-near")


def binds(row: Row) -> str:
    """What the needed score must meet, in words."""
    if row.is_gate:
        return t("the tier's gate")
    return t("a tie on the border; for the leading group") if row.is_straddling else t("the place on the border")


def _tiers(row: Row) -> str:
    here = cells.tier(labels.name(row.computed_tier, row.computed_tier_en), row.computed_order, row.tier_count)
    there = cells.tier(labels.name(row.next_tier, row.next_tier_en), row.next_order, row.tier_count)
    return f"{here} → {there}"


def _binds(row: Row) -> str:
    if row.is_straddling:
        return cells.chip(t("Tied"), binds(row), "warn")
    return f"<span class='same'>{escape(binds(row))}</span>"
