"""失分榜 and its opposite: the five indicators that cost most, and the five that stand out."""

from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings import unit_profile as findings
from assessment.i18n import t
from assessment.ui import cells, grid, heading
from assessment.ui.scope import Scope
from assessment.ui.unit_profile.indicator_rows import state_chip
from assessment.ui.unit_profile.rows import rows_of


def weakest(scope: Scope, rows: pd.DataFrame) -> str:
    """Points that could still be had, most first."""
    shown = rows[rows["lost_rank"] <= findings.FIVE].sort_values("lost_rank")
    title = heading.section_html(
        findings.losses(rows), t("Recoverable points: weight × (1 − share), after renormalising")
    )
    if shown.empty:
        return f"<section>{title}</section>"
    top = float(shown["lost_points"].max())
    columns = [
        grid.Column(t("Indicator"), "unit", lambda row: _name(scope, row)),
        grid.Column("", "up-bars", lambda row: _lost(row, top)),
        grid.Column(t("Lost (points)"), "num score", lambda row: labels.score(row.lost_points)),
        grid.Column(t("Share"), "num", lambda row: labels.percent(row.share)),
    ]
    return f"<section>{title}{grid.html(columns, rows_of(shown))}</section>"


def strongest(scope: Scope, rows: pd.DataFrame) -> str:
    """Furthest above the type's median, in points; the share beside it."""
    above = rows[rows["over_median_points"].notna() & (rows["over_median_points"] > 0)]
    keys = ["over_median_points", "share", "indicator_id"]
    shown = above.sort_values(keys, ascending=[False, False, True]).head(findings.FIVE)
    title = heading.section_html(
        findings.gains(rows), t("Points above the type's median, after renormalising; the five largest")
    )
    if shown.empty:
        return f"<section>{title}</section>"
    top = float(shown["over_median_points"].max())
    columns = [
        grid.Column(t("Indicator"), "unit", lambda row: _name(scope, row)),
        grid.Column("", "up-bars", lambda row: _won(row, top)),
        grid.Column(t("Above the median (points)"), "num score", lambda row: labels.signed(row.over_median_points)),
        grid.Column(t("Share"), "num", lambda row: labels.percent(row.share)),
    ]
    return f"<section>{title}{grid.html(columns, rows_of(shown))}</section>"


def _name(scope: Scope, row: Any) -> str:
    name = cells.indicator(scope, row.indicator_id, labels.name(row.indicator, row.indicator_en))
    return name + state_chip(row)


def _lost(row: Any, top: float) -> str:
    return f"<span class='up-bar'><i class='lost' style='width:{100 * float(row.lost_points) / top:.1f}%'></i></span>"


def _won(row: Any, top: float) -> str:
    width = 100 * float(row.over_median_points) / top
    return f"<span class='up-bar'><i class='won' style='width:{width:.1f}%'></i></span>"
