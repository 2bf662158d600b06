"""The unit types in one table: tiers as a bar with its counts and changes, who leads, the median."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings import overview as findings
from assessment.i18n import t
from assessment.ui import cells, grid, heading
from assessment.ui.scope import Scope, link

Row = Any
_NAMED_AT_MOST = 2


def html(scope: Scope, types: pd.DataFrame, tiers: pd.DataFrame, lowest: Mapping[str, Sequence[Row]]) -> str:
    """One line a type, in the county's order; `lowest` are the units in the lowest tier, by type."""
    by_type = {code: list(rows) for code, rows in groupby(tiers.itertuples(index=False), lambda row: row.unit_type)}
    fullest = max((_total(rows) for rows in by_type.values()), default=0)
    has_tiers = fullest > 0
    columns = [grid.Column(t("Type"), "ov-type", lambda row: _type(scope, row))]
    if has_tiers:
        columns.append(
            grid.Column(
                t("Units by tier"),
                "ov-tiers",
                lambda row: (
                    _tiers(by_type.get(row.unit_type, []), fullest) + _named(scope, lowest.get(row.unit_type, []))
                ),
            )
        )
    columns += [
        grid.Column(t("Leader"), "ov-leader wrap", lambda row: _leader(scope, row)),
        grid.Column(t("Median (points)"), "num mid ov-median", _median),
    ]
    title = heading.section_html(findings.types(types))
    key = _key(next(iter(by_type.values()), []), bool(tiers["count_change"].notna().any())) if has_tiers else ""
    return f"{title}{key}{grid.html(columns, types.itertuples(index=False), 'ov-table')}"


def _total(rows: list[Row]) -> int:
    return sum(int(row.unit_count) for row in rows if not labels.is_missing(row.unit_count))


def _key(rows: list[Row], is_compared: bool) -> str:
    chips = " ".join(cells.tier(labels.name(row.tier, row.tier_en), row.tier_order, row.tier_count) for row in rows)
    arrows = f"<span class='sj-about'>{escape(t('▲▼ against the period before'))}</span>" if is_compared else ""
    return f"<p class='ov-key'>{chips}{arrows}</p>"


def _type(scope: Scope, row: Row) -> str:
    only = replace(scope, unit_types=(row.unit_type,))
    name = cells.go(link("rankings", only), labels.type_name(row.unit_type, row.type_name, row.type_name_en))
    chip = cells.chip(
        t("Provisional"), t("A unit of this type is late and counts 0; its number would move places"), "warn"
    )
    return f"{name}{chip if row.is_provisional else ''}"


def _tiers(rows: list[Row], fullest: int) -> str:
    """A bar from zero, as long as the type has units; the counts stand in it, the changes below it."""
    parts, changes = [], []
    for row in rows:
        if labels.is_missing(row.unit_count):
            continue
        name, look = labels.name(row.tier, row.tier_en), labels.tier_look(row.tier_order, row.tier_count)
        if row.unit_count:
            width = f"flex:{int(row.unit_count)} 1 0"
            title = escape(t("{tier}: {count}", tier=name, count=labels.count(row.unit_count)), quote=True)
            parts.append(f"<i class='{look}' style='{width}' title='{title}'>{labels.count(row.unit_count)}</i>")
        if not labels.is_missing(row.count_change) and row.count_change:
            arrow = "▲" if row.count_change > 0 else "▼"
            changes.append(f"{escape(name)} {arrow}{abs(int(row.count_change))}")
    if not parts:
        return f"<span class='same'>{escape(t('no tiers'))}</span>"
    compared = any(not labels.is_missing(row.count_change) for row in rows)
    below = "　".join(changes) or (escape(t("same")) if compared else "")
    share = 100 * _total(rows) / fullest
    return f"<span class='ov-bar' style='width:{share:.1f}%'>{''.join(parts)}</span><small>{below}</small>"


def _named(scope: Scope, rows: Sequence[Row]) -> str:
    """Who is in the lowest tier, where they are few."""
    if not 0 < len(rows) <= _NAMED_AT_MOST:
        return ""
    tier = escape(labels.name(rows[0].tier, rows[0].tier_en))
    units = [cells.unit(scope, row.unit_id, labels.name(row.unit, row.unit_en)) for row in rows]
    return f"<small>{escape(t('{tier}: {units}')).format(tier=tier, units=escape(t(', ')).join(units))}</small>"


def _leader(scope: Scope, row: Row) -> str:
    names = findings.leaders(row)
    if not names:
        return labels.NONE
    linked = [cells.unit(scope, unit, name) for unit, name in zip(row.leader_ids, names, strict=True)]
    shown = escape(t(", ")).join(linked[:_NAMED_AT_MOST])
    if len(names) > _NAMED_AT_MOST:
        shown += escape(t(" and {count} more", count=len(names) - _NAMED_AT_MOST))
    facts = [t("{score} points", score=labels.score(row.leader_score))]
    if len(names) > 1:
        facts.append(t("joint"))
    elif not labels.is_missing(row.lead_points):
        facts.append(t("lead {points}", points=labels.score(row.lead_points)))
    if not labels.is_missing(row.capped_tier):
        facts.append(t("capped at {tier} by a veto", tier=labels.name(row.capped_tier, row.capped_tier_en)))
    before = findings.leaders(row, "previous_leaders")
    if row.is_leader_changed and before:
        named = labels.listing(before) if len(before) <= _NAMED_AT_MOST else t("{count} joint", count=len(before))
        facts.append(t("before: {units}", units=named))
    return f"{shown}<small>{escape(' · '.join(facts))}</small>"


def _median(row: Row) -> str:
    change = "" if labels.is_missing(row.median_change) else cells.points_change(row.median_change)
    return f"{labels.score(row.median_score)}<small>{change}</small>"
