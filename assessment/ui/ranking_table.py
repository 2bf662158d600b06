"""The ranking of one type as our own HTML table: it prints whole, fits a phone, and escapes every name."""

from html import escape

import pandas as pd
import streamlit as st

from assessment import findings, labels
from assessment.i18n import t
from assessment.ui import cells, marks, spark
from assessment.ui.grid import Column, html
from assessment.ui.marks import Row

_LEAST_SPAN = 5.0
"""A trend picture is never less than this many points high: noise must not look like news."""


def draw(ranking: pd.DataFrame) -> None:
    """One table per type of `reports.rankings`, in the report's order."""
    several = ranking["unit_type"].nunique() > 1
    blocks = [_block(rows, several) for _, rows in ranking.groupby("unit_type", sort=False)]
    st.html("".join(blocks))


def _block(rows: pd.DataFrame, several: bool) -> str:
    listed = list(rows.itertuples(index=False))
    title = f"<h2 class='sj-section'>{escape(findings.headline(rows))}</h2>" if several else ""
    about = [escape(findings.field(rows))] if several else []
    about += [f"{mark.html()}{escape(mark.reason)}" for mark in marks.of_type(listed[0])]
    below = f"<p class='sj-about'>{' · '.join(about)}</p>" if about else ""
    return f"<section class='sj-type'>{title}{below}{table(listed)}</section>"


def table(listed: list[Row]) -> str:
    """The `<table>` of one type's rows."""
    return html(_columns(listed), listed, "ranking")


def _columns(listed: list[Row]) -> list[Column]:
    """Columns in which no unit has anything are left out."""
    top = max((float(row.score) for row in listed if not labels.is_missing(row.score)), default=100.0)
    span = max([_LEAST_SPAN, *(_spread(row) for row in listed)])
    columns = [
        Column(t("Rank"), "num rank", lambda row: labels.count(row.rank_in_type)),
        Column(t("Unit"), "unit", _unit),
        Column(t("Score (points)"), "num score", lambda row: labels.score(row.score)),
        Column("", "wide bar", lambda row: _bar(row, max(top, 100.0))),
        Column(t("Gap to next above (points)"), "num mid", lambda row: labels.score(row.gap_to_next)),
    ]
    if any(not labels.is_missing(row.rank_change) for row in listed):
        columns.insert(1, Column(t("Change"), "change", _change))
    if any(not labels.is_missing(row.tier) for row in listed):
        columns.append(Column(t("Tier"), "tier", _tier))
    if any(not labels.is_missing(row.quarter_end_base) for row in listed):
        columns.append(Column(t("Period-end base"), "num mid", lambda row: labels.score(row.quarter_end_base)))
    if any(_known(row) > 1 for row in listed):
        columns.append(Column(t("Last 12"), "mid trend", lambda row: _trend(row, span)))
    if any(row.bonus_points or row.penalty_points for row in listed):
        columns += [
            Column(t("Base"), "num wide", lambda row: labels.score(row.base)),
            Column(t("Bonus"), "num wide", lambda row: labels.score(row.bonus_points)),
            Column(t("Deductions"), "num wide", lambda row: labels.score(row.penalty_points)),
        ]
    if any(labels.count(row.month_count) not in ("1", labels.NONE) for row in listed):
        columns.append(Column(t("Months"), "num wide", lambda row: labels.count(row.month_count)))
    return columns


def _unit(row: Row) -> str:
    chips = "".join(mark.html() for mark in marks.of_unit(row))
    return f"<b>{escape(labels.name(row.unit, row.unit_en))}</b>{chips}"


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
    chip = f"<span class='tier {cells.tier_look(row.tier_order, row.tier_count)}'>"
    chip += f"{escape(labels.name(row.tier, row.tier_en))}</span>"
    words = {"promoted": ("up", t("▲ up a tier")), "demoted": ("down", t("▼ down a tier"))}
    if row.tier_shift not in words:
        return chip
    look, word = words[row.tier_shift]
    before = escape(t("Tier before: {tier}", tier=labels.name(row.previous_tier, row.previous_tier_en)), quote=True)
    return f"{chip}<span class='shift {look}' title='{before}'>{escape(word)}</span>"


def _bar(row: Row, full: float) -> str:
    if labels.is_missing(row.score):
        return ""
    look = cells.tier_look(row.tier_order, row.tier_count)
    return f"<span><i class='{look}' style='width:{100 * max(float(row.score), 0) / full:.1f}%'></i></span>"


def _trend(row: Row, span: float) -> str:
    scores = [None if labels.is_missing(value) else float(value) for value in row.trend]
    words = t(", ").join(labels.score(value) for value in scores)
    return spark.image(scores, span, escape(t("Last 12 scores: {scores}", scores=words), quote=True))


def _known(row: Row) -> int:
    return sum(not labels.is_missing(value) for value in row.trend)


def _spread(row: Row) -> float:
    known = [float(value) for value in row.trend if not labels.is_missing(value)]
    return max(known) - min(known) if known else 0.0
