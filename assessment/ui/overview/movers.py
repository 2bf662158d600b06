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
    """Risers above fallers: those who changed tier, then folded those who moved in rank alone."""
    up, down = moves[moves["direction"] > 0], moves[moves["direction"] < 0]
    drawn = _block(scope, findings.risers(moves), up) + _block(scope, findings.fallers(moves), down)
    more = cells.go(link("tier_shifts", scope), t("All moves between tiers"))
    has_causes = bool(moves["term_kind"].notna().any())
    key = t("largest part: the largest effect in the direction of the move, in points")
    return f"{drawn}<p class='sj-about'>{more}{f' · {escape(key)}' if has_causes else ''}</p>"


def _block(scope: Scope, title: str, moves: pd.DataFrame) -> str:
    head = heading.section_html(title)
    is_tier = moves["tier_shift"].isin(findings.TIER_MOVES)
    tiers, places = moves[is_tier], moves[~is_tier]
    if tiers.empty:
        return head + (_table(scope, places) if len(places) else "")
    if places.empty:
        return head + _table(scope, tiers)
    fold = f"<summary>{escape(findings.places_only(moves))}</summary>{_table(scope, places)}"
    return f"{head}{_table(scope, tiers)}<details class='ov-fold'>{fold}</details>"


def _table(scope: Scope, rows: pd.DataFrame) -> str:
    columns = [
        grid.Column(t("Unit"), "wrap ov-name", lambda row: _unit(scope, row)),
        grid.Column(t("Tier"), "ov-step", _tier),
        grid.Column(t("Rank"), "num", _rank),
        grid.Column(t("Score change (points)"), "num", lambda row: cells.points_change(row.score_change, _scores(row))),
    ]
    return grid.html(columns, rows.itertuples(index=False), "ov-table")


def _unit(scope: Scope, row: Row) -> str:
    name = cells.unit(scope, row.unit_id, labels.name(row.unit, row.unit_en))
    return f"{name}\u00a0<span class='same'>{escape(row.unit_type)}</span><small>{_cause(scope, row)}</small>"


def _cause(scope: Scope, row: Row) -> str:
    """A ruling, or the term that did most of it; a unit that moved against its own score moved by what others did."""
    if row.tier_shift in findings.TIER_MOVES and row.is_decided:
        return escape(t("decided by the leading group"))
    if row.tier_shift in findings.TIER_MOVES and row.was_decided:
        before = escape(t("the tier before was decided by the leading group"))
        return escape(t("; ")).join([before, *_parts(scope, row)])
    if row.tier_shift == "demoted" and labels.text(row.ceiling) != labels.NONE:
        return escape(t("vetoed: at most {tier}", tier=labels.name(row.ceiling, row.ceiling_en)))
    return escape(t("; ")).join(_parts(scope, row))


def _parts(scope: Scope, row: Row) -> list[str]:
    own = not labels.is_missing(row.score_change) and row.score_change * row.direction > 0
    parts = [] if own else [escape(t("others lost more") if row.direction > 0 else t("others gained more"))]
    if not labels.is_missing(row.term_kind):
        term = f"{_term(scope, row)}\u00a0{escape(labels.signed(row.effect))}"
        parts.append(escape(t("largest part: {term}")).format(term=term) if own else term)
    return parts


def _term(scope: Scope, row: Row) -> str:
    if row.term_kind == "indicator":
        late = f" {cells.state('LATE')}" if row.is_late else ""
        return cells.indicator(scope, row.indicator_id, labels.name(row.indicator, row.indicator_en)) + late
    return escape(labels.event_part(row.term_kind, row.effect))


def _tier(row: Row) -> str:
    now = cells.tier(labels.name(row.tier, row.tier_en), row.tier_order, row.tier_count)
    if row.tier_shift not in findings.TIER_MOVES:
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
