"""Points won and lost by module, from zero, beside the spread of the type."""

from html import escape
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings import unit_profile as findings
from assessment.i18n import t
from assessment.ui import grid, heading
from assessment.ui.unit_profile.rows import rows_of


def html(modules: pd.DataFrame) -> str:
    """Bars share one scale: the largest module fills the track."""
    top = max([1e-9, *modules["full_points"].astype(float), *modules["won_points"].astype(float)])
    columns = [
        grid.Column(t("Module"), "unit", lambda row: escape(labels.name(row.module, row.module_en))),
        grid.Column(t("Won and lost"), "up-bars", lambda row: _bar(row, top)),
        grid.Column(t("Won / full"), "num", _points),
        grid.Column(
            t("Share, and the type's spread"), "mid up-spread", spread,
            t("Pale: from the lowest to the highest of the type; line: the median; dot: this unit"),
        ),
    ]  # fmt: skip
    title = heading.section_html(
        findings.modules(modules),
        t("Points after renormalising: blue won, pale lost; a module may win more than its full points"),
    )
    return f"<section>{title}{grid.html(columns, rows_of(modules), 'up-modules')}</section>"


def _points(row: Any) -> str:
    return f"<b>{labels.score(row.won_points)}</b> / {labels.score(row.full_points)}"


def _bar(row: Any, top: float) -> str:
    won, full = float(row.won_points), float(row.full_points)
    words = t("won {won}, lost {lost} of {full}", won=labels.score(won), lost=labels.score(max(full - won, 0)),
              full=labels.score(full))  # fmt: skip
    return (
        f"<span class='up-bar' title='{escape(words, quote=True)}'>"
        f"<i class='won' style='width:{100 * won / top:.1f}%'></i>"
        f"<i class='lost' style='width:{100 * max(full - won, 0) / top:.1f}%'></i></span>"
    )


def spread(row: Any) -> str:
    """A small range bar: lowest, median and highest of the type with the unit's mark, on a scale of 0 to 110 %."""
    if labels.is_missing(row.share) or labels.is_missing(row.type_median):
        return ""
    low, middle, high, own = (
        100 * float(value) / 1.1 for value in (row.type_min, row.type_median, row.type_max, row.share)
    )
    words = t(
        "this unit {own}; the type: lowest {low}, median {median}, highest {high}",
        own=labels.percent(row.share), low=labels.percent(row.type_min),
        median=labels.percent(row.type_median), high=labels.percent(row.type_max),
    )  # fmt: skip
    return (
        f"<span class='up-range' title='{escape(words, quote=True)}'><u style='left:{low:.1f}%;"
        f"width:{max(high - low, 0.5):.1f}%'></u><s style='left:{middle:.1f}%'></s>"
        f"<i style='left:{min(own, 100):.1f}%'></i></span>"
    )
