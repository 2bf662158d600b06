"""The months a quarter or a year is made of, each leading to its own profile."""

from dataclasses import replace
from html import escape
from typing import Any

import pandas as pd

from assessment import labels
from assessment.i18n import t
from assessment.periods import Period
from assessment.ui import cells, grid, heading, load
from assessment.ui.scope import Scope, link
from assessment.ui.unit_profile.rows import rows_of


def month_name(start: Any) -> str:
    """A month by its first day."""
    return load.period_name(Period("month", start.date()))


def html(scope: Scope, unit_id: str, card: Any, months: pd.DataFrame) -> str:
    """The table of months under the rule of their sum."""
    head = heading.section_html(_rule(card), t("Open a month to see its indicators and where each number came from"))
    columns = [
        grid.Column(t("Month"), "unit", lambda row: _month(scope, unit_id, row)),
        grid.Column(t("Score (points)"), "num score", lambda row: labels.score(row.score)),
        grid.Column(t("Base"), "num mid", lambda row: labels.score(row.base)),
        grid.Column(t("Bonus"), "num mid", lambda row: labels.score(row.bonus_points)),
        grid.Column(t("Deductions"), "num mid", lambda row: labels.score(row.penalty_points)),
        grid.Column(t("Rank"), "num", lambda row: labels.count(row.rank_in_type)),
        grid.Column(
            t("Tier"),
            "tier",
            lambda row: cells.tier(labels.name(row.tier, row.tier_en), row.tier_order, row.tier_count),
        ),
    ]
    return f"{head}<div class='up-narrow'>{grid.html(columns, rows_of(months))}</div>"


def _rule(card: Any) -> str:
    if card.period_kind == "quarter":
        return t("Mean of the quarter's published monthly scores: {score}", score=labels.score(card.score))
    if labels.is_missing(card.tiered_base) or labels.is_missing(card.quarter_end_base):
        return t("The year has no score yet")
    return t(
        "Year's base: {alpha} × {mean} (mean of {count} tiered months) + (1 − {alpha}) × {end} (year-end) = {base}",
        alpha=labels.number(card.alpha),
        mean=labels.score(card.tiered_base),
        count=labels.count(card.tiered_count),
        end=labels.score(card.quarter_end_base),
        base=labels.score(card.base),
    )


def _month(scope: Scope, unit_id: str, row: Any) -> str:
    month = replace(scope, period=Period("month", row.month.date()))
    words = cells.go(link("unit_profile", month, unit=unit_id), month_name(row.month))
    return words if row.is_tiered else f"{words} <small>{escape(t('no tier'))}</small>"
