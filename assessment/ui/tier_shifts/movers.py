"""Who rose and who fell a tier, and why: place, score, the rules that held, the indicators that moved most."""

from html import escape
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings import tier_shifts as findings
from assessment.i18n import t
from assessment.ui import cells, grid, heading
from assessment.ui.scope import Scope

Row = Any


def html(scope: Scope, moves: pd.DataFrame, drivers: pd.DataFrame) -> str:
    """Two tables; the drivers are those of months only."""
    by_unit: dict[str, list[Row]] = {}
    for driver in drivers.itertuples(index=False):
        by_unit.setdefault(str(driver.unit_id), []).append(driver)
    drawn = ""
    for shift in ("promoted", "demoted"):
        rows: list[Row] = [row for row in moves.itertuples(index=False) if row.tier_shift == shift]
        if rows:
            about = t(
                "Effect: points won over what the earlier base would give the weight, now less then; the parts add up"
            )
            head = heading.section_html(_title(shift, len(rows)), about if by_unit else "")
            drawn += f"<section class='ts-block'>{head}{table(scope, _largest_first(rows), by_unit)}</section>"
    return drawn


def _title(shift: str, count: int) -> str:
    if shift == "promoted":
        one, several = t("Up a tier, and why: one unit"), t("Up a tier, and why: {count} units", count=count)
    else:
        one, several = t("Down a tier, and why: one unit"), t("Down a tier, and why: {count} units", count=count)
    return one if count == 1 else several


def table(scope: Scope, rows: list[Row], by_unit: dict[str, list[Row]]) -> str:
    """The `<table>` of some moved units."""
    columns = [
        grid.Column(t("Unit"), "unit", lambda row: _unit(scope, row)),
        grid.Column(t("From → to"), "tier", _tiers),
        grid.Column(t("Score change"), "num", _score),
        grid.Column(t("Why"), "ts-why", _why),
    ]
    if by_unit:
        head = t("Indicators that moved most (points)")
        columns.append(grid.Column(head, "ts-drivers mid", lambda row: _drivers(scope, by_unit.get(row.unit_id, []))))
    return grid.html(columns, rows, "ts-movers")


def _largest_first(rows: list[Row]) -> list[Row]:
    """By tiers moved, then by points; equal ones keep the report's order (type, place)."""
    return sorted(rows, key=lambda row: (-abs(row.steps), -abs(float(row.score_change or 0))))


def _unit(scope: Scope, row: Row) -> str:
    name = cells.unit(scope, row.unit_id, labels.name(row.unit, row.unit_en))
    return f"{name} <span class='same'>{escape(row.unit_type)}</span>"


def _tiers(row: Row) -> str:
    here = cells.tier(labels.name(row.base_tier, row.base_tier_en), row.base_tier_order, row.tier_count)
    there = cells.tier(labels.name(row.tier, row.tier_en), row.tier_order, row.tier_count)
    return f"{here} → {there}"


def _score(row: Row) -> str:
    words = f"{labels.score(row.base_score)} → {labels.score(row.score)}"
    return f"{cells.points_change(row.score_change)}<small>{escape(words)}</small>"


def _why(row: Row) -> str:
    return "<br>".join(escape(reason) for reason in findings.reasons(row))


def _drivers(scope: Scope, rows: list[Row]) -> str:
    """The three largest, then what else makes up the change."""
    if not rows:
        return labels.NONE
    parts = [f"<span>{_driver(scope, row)}</span>" for row in rows]
    first = rows[0]
    rest = [
        (labels.event_part("bonus", first.bonus_change), first.bonus_change),
        (labels.event_part("penalty", -first.penalty_change), -first.penalty_change),
        (t("other indicators"), first.other_change),
    ]
    told = [f"{word} {labels.signed(value)}" for word, value in rest if round(float(value), 2)]
    parts += [f"<span class='same'>{escape(labels.listing(told))}</span>"] if told else []
    return " ".join(parts)


def _driver(scope: Scope, row: Row) -> str:
    """One indicator's change; one that was not counted on a side says so."""
    name = cells.indicator(scope, row.indicator_id, labels.name(row.indicator, row.indicator_en))
    word = ""
    if labels.is_missing(row.base_points):
        word = f" <i class='same'>{escape(t('newly counted'))}</i>"
    elif labels.is_missing(row.points):
        word = f" <i class='same'>{escape(t('no longer counted'))}</i>"
    return f"{cells.points_change(row.effect)} {name}{word}"
