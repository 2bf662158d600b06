"""Who rose and who fell, each with what did most of it."""

from html import escape
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings import overview as findings
from assessment.i18n import t
from assessment.ui import cells, grid, heading
from assessment.ui.scope import Scope, link

Row = Any


def html(scope: Scope, moves: pd.DataFrame) -> str:
    """Risers above fallers."""
    up, down = moves[moves["direction"] > 0], moves[moves["direction"] < 0]
    blocks = [(findings.risers(moves), up), (findings.fallers(moves), down)]
    drawn = [heading.section_html(title) + (_table(scope, rows) if len(rows) else "") for title, rows in blocks]
    more = cells.go(link("tier_shifts", scope), t("All moves between tiers"))
    has_causes = bool(moves["term_kind"].notna().any())
    key = (
        f" · {escape(t('largest part: the indicator with the largest effect on the score, in points'))}"
        if has_causes
        else ""
    )
    return "".join(drawn) + f"<p class='sj-about'>{more}{key}</p>"


def _table(scope: Scope, rows: pd.DataFrame) -> str:
    columns = [
        grid.Column(t("Unit"), "wrap ov-name", lambda row: _unit(scope, row)),
        grid.Column(t("Tier"), "ov-step", _tier),
        grid.Column(t("Rank"), "num", _rank),
        grid.Column(t("Score change"), "num", lambda row: cells.points_change(row.score_change, _scores(row))),
    ]
    return grid.html(columns, rows.itertuples(index=False), "ov-table")


def _unit(scope: Scope, row: Row) -> str:
    name = cells.unit(scope, row.unit_id, labels.name(row.unit, row.unit_en))
    return f"{name} <span class='same'>{escape(row.unit_type)}</span><small>{_cause(scope, row)}</small>"


def _cause(scope: Scope, row: Row) -> str:
    """A ruling, or the term that did most of it; a unit that moved against its own score moved by what others did."""
    if row.tier_shift in ("promoted", "demoted") and row.is_decided:
        return escape(t("decided by the leading group"))
    if row.tier_shift == "demoted" and labels.text(row.ceiling) != labels.NONE:
        return escape(t("vetoed: at most {tier}", tier=labels.name(row.ceiling, row.ceiling_en)))
    own = not labels.is_missing(row.score_change) and row.score_change * row.direction > 0
    parts = [] if own else [escape(t("others lost more") if row.direction > 0 else t("others gained more"))]
    if not labels.is_missing(row.term_kind):
        term = f"{_term(scope, row)} {escape(labels.signed(row.effect))}"
        parts.append(escape(t("largest part: {term}")).format(term=term) if own else term)
    return escape(t("; ")).join(parts)


def _term(scope: Scope, row: Row) -> str:
    if row.term_kind == "indicator":
        return cells.indicator(scope, row.indicator_id, labels.name(row.indicator, row.indicator_en))
    return escape(t("Bonus") if row.term_kind == "bonus" else t("Deductions"))


def _tier(row: Row) -> str:
    now = cells.tier(labels.name(row.tier, row.tier_en), row.tier_order, row.tier_count)
    if row.tier_shift not in ("promoted", "demoted"):
        return now
    before = cells.tier(labels.name(row.previous_tier, row.previous_tier_en), row.previous_tier_order, row.tier_count)
    return f"{before}<b class='ov-to'>→</b>{now}"


def _rank(row: Row) -> str:
    if labels.is_missing(row.rank_change):
        return labels.count(row.rank_in_type)
    step = f"{labels.count(row.previous_rank)}→{labels.count(row.rank_in_type)}"
    return f"{step}<small>{cells.rank_change(row.rank_change)}</small>"


def _scores(row: Row) -> str:
    return f"{labels.score(row.previous_score)} → {labels.score(row.score)}"
