"""The ranking of one type as our own HTML table: it prints whole, fits a phone, and escapes every name."""

from collections.abc import Collection
from dataclasses import replace
from html import escape

import pandas as pd

from assessment import findings, labels
from assessment.i18n import t
from assessment.ui import cells, marks, notes, spark
from assessment.ui.grid import Column, html
from assessment.ui.marks import Row
from assessment.ui.scope import Scope, link

_LEAST_SPAN = 5.0
"""A trend picture is never less than this many points high: noise must not look like news."""


def blocks(ranking: pd.DataFrame, scope: Scope | None = None) -> str:
    """One compact table per type of `reports.rankings`, in the report's order, each with its own finding."""
    several = ranking["unit_type"].nunique() > 1
    drawn = [_block(rows, several, scope) for _, rows in ranking.groupby("unit_type", sort=False)]
    return f"<div class='rk-types'>{''.join(drawn)}</div>"


def _block(rows: pd.DataFrame, several: bool, scope: Scope | None) -> str:
    listed = list(rows.itertuples(index=False))
    title = f"<h2 class='sj-section'>{escape(findings.headline(rows))}</h2>" if several else ""
    about = [escape(findings.field(rows))] if several else []
    about += type_marks(listed)
    if several and scope:
        one = replace(scope, unit_types=(str(listed[0].unit_type),))
        about.append(cells.go(link("rankings", one), t("places over time, spread, near misses")))
    below = f"<p class='sj-about'>{' · '.join(about)}</p>" if about else ""
    return f"<section class='sj-type'>{title}{below}{table(listed, scope, is_narrow=several)}</section>"


def type_marks(listed: list[Row]) -> list[str]:
    """The chips that hold for a whole table, each with its reason in words."""
    return [f"{mark.html()}{escape(mark.reason)}" for mark in marks.of_type(listed)]


def table(listed: list[Row], scope: Scope | None = None, is_narrow: bool = False) -> str:
    """The `<table>` of one type's rows; a narrow one leaves out the gaps between neighbours."""
    columns = _columns(listed, scope)
    if is_narrow:
        columns = [column for column in columns if column.head != t("Gap to next above (points)")]
    return html(columns, listed, "ranking")


def _columns(listed: list[Row], scope: Scope | None) -> list[Column]:
    """Columns in which no unit has anything are left out."""
    shared = marks.shared(listed)
    noted = notes.on(scope.period) if scope and scope.period else notes.Lookup([])
    columns = [
        Column(t("Rank"), "num rank", lambda row: labels.count(row.rank_in_type)),
        Column(t("Unit"), "unit", lambda row: _unit(row, scope, shared) + _noted(row, noted)),
        Column(t("Score (points)"), "num score", _score),
        Column(t("Gap to next above (points)"), "num mid", lambda row: labels.score(row.gap_to_next)),
    ]
    if any(not labels.is_missing(row.rank_change) for row in listed):
        columns.insert(1, Column(t("Change"), "change", _change))
    if any(not labels.is_missing(row.tier) for row in listed):
        columns.append(Column(t("Tier"), "tier", _tier))
    if any(not labels.is_missing(row.quarter_end_base) for row in listed):
        columns.append(Column(t("Period-end base"), "num mid", lambda row: labels.score(row.quarter_end_base)))
    if any(_known(row) > 1 for row in listed):
        span = max([_LEAST_SPAN, *(_spread(row) for row in listed)])
        columns.append(Column(t("Last 12"), "mid trend", lambda row: _trend(row, span)))
    if any(labels.count(row.month_count) not in ("1", labels.NONE) for row in listed):
        columns.append(Column(t("Months"), "num wide", lambda row: labels.count(row.month_count)))
    return columns


def _unit(row: Row, scope: Scope | None, shared: Collection[str]) -> str:
    chips = "".join(mark.html() for mark in marks.of_unit(row, shared))
    name = labels.name(row.unit, row.unit_en)
    shown = cells.unit(scope, row.unit_id, name) if scope else f"<b>{escape(name)}</b>"
    return f"{shown}{chips}"


def _noted(row: Row, noted: notes.Lookup) -> str:
    return noted.chip(unit=row.unit_id) if noted.notes else ""


def _score(row: Row) -> str:
    """The score; its parts on hover."""
    parts = {"base": row.base, "bonus": row.bonus_points, "penalty": row.penalty_points}
    words = t("base {base} + bonus {bonus} − deductions {penalty}", **{k: labels.score(v) for k, v in parts.items()})
    return f"<span title='{escape(words, quote=True)}'>{labels.score(row.score)}</span>"


def _change(row: Row) -> str:
    if row.tier_shift == "new":
        return f"<span>{escape(t('new'))}</span>"
    if labels.is_missing(row.rank_change):
        return labels.NONE
    places = int(row.rank_change)
    before = t("Rank before: {rank}", rank=labels.count(row.previous_rank))
    reason = escape(before + (t(" (last year)") if row.is_over_year else ""), quote=True)
    if places == 0:
        return f"<span class='same' title='{reason}'>{escape(t('same'))}</span>"
    word = t("▲ up {places}", places=places) if places > 0 else t("▼ down {places}", places=-places)
    return f"<span class='{'up' if places > 0 else 'down'}' title='{reason}'>{escape(word)}</span>"


def _tier(row: Row) -> str:
    if labels.is_missing(row.tier):
        return labels.NONE
    chip = f"<span class='tier {labels.tier_look(row.tier_order, row.tier_count)}'>"
    chip += f"{escape(labels.name(row.tier, row.tier_en))}</span>"
    words = {"promoted": ("up", t("▲ up a tier")), "demoted": ("down", t("▼ down a tier"))}
    if row.tier_shift not in words:
        return chip
    look, word = words[row.tier_shift]
    before = escape(t("Tier before: {tier}", tier=labels.name(row.previous_tier, row.previous_tier_en)), quote=True)
    return f"{chip}<span class='shift {look}' title='{before}'>{escape(word)}</span>"


def _trend(row: Row, span: float) -> str:
    scores = _scores(row)
    words = t(", ").join(labels.score(value) for value in scores)
    return spark.image(scores, span, escape(t("Last 12 scores: {scores}", scores=words), quote=True))


def _scores(row: Row) -> list[float | None]:
    """The last scores oldest first; a masked array of the report holds its gaps in the mask."""
    values = row.trend.tolist() if hasattr(row.trend, "tolist") else row.trend
    return [None if labels.is_missing(value) else float(value) for value in values]


def _known(row: Row) -> int:
    return sum(score is not None for score in _scores(row))


def _spread(row: Row) -> float:
    known = [score for score in _scores(row) if score is not None]
    return max(known) - min(known) if known else 0.0
