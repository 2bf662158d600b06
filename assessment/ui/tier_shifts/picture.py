"""The flow between the tiers of two periods."""

from typing import Any

import pandas as pd

from assessment import labels
from assessment.charts.svg import flow as chart
from assessment.findings import tier_shifts as findings
from assessment.i18n import t
from assessment.ui import drawing, heading

Row = Any
Key = tuple[int, str]
_HEIGHT = 336


def html(flow: pd.DataFrame, short: tuple[str, str]) -> str:
    """The heading and the picture; `flow` are the rows of `tier_flow`, `short` the names of the period and of the
    one before.
    """
    rows: list[Row] = list(flow.itertuples(index=False))
    now, base = short
    title = findings.kept(flow)
    head = heading.section_html(title, t("Left: {base}; right: {now}; blue rose, amber fell", base=base, now=now))
    tiers = all_tiers(rows)
    before = tuple(_tier("before", key, name, _count(rows, key, "base"), len(tiers)) for key, name in tiers.items())
    after = tuple(_tier("after", key, name, _count(rows, key, "now"), len(tiers)) for key, name in tiers.items())
    ribbons = [_ribbon(row) for row in rows]
    return head + drawing.html(lambda width: chart.draw(before, after, ribbons, width, _HEIGHT, drawing.SIZE), title)


def all_tiers(rows: list[Row]) -> dict[Key, str]:
    """Every tier of either side, best first, with its name in the reader's language."""
    found: dict[Key, str] = {}
    for row in rows:
        found[int(row.base_tier_order), row.base_tier] = labels.name(row.base_tier, row.base_tier_en)
        found[int(row.tier_order), row.tier] = labels.name(row.tier, row.tier_en)
    return dict(sorted(found.items()))


def _count(rows: list[Row], key: Key, side: str) -> int:
    """How many units of either side a tier holds, as the report counts them."""
    if side == "base":
        return next((int(row.base_count) for row in rows if (row.base_tier_order, row.base_tier) == key), 0)
    return next((int(row.now_count) for row in rows if (row.tier_order, row.tier) == key), 0)


def _tier(side: str, key: Key, name: str, count: int, tiers: int) -> chart.Tier:
    look = labels.tier_look(key[0], max(tiers, 4))
    return chart.Tier(f"{side} {key[1]}", f"{name} {labels.count(count)}", count, look)


def _ribbon(row: Row) -> chart.Ribbon:
    names = {"base": labels.name(row.base_tier, row.base_tier_en), "tier": labels.name(row.tier, row.tier_en)}
    told = t("{base} → {tier}: {count} units", **names, count=labels.count(row.unit_count))
    tone = "" if row.base_tier_order == row.tier_order else "up" if row.tier_order < row.base_tier_order else "down"
    return chart.Ribbon(f"before {row.base_tier}", f"after {row.tier}", int(row.unit_count), told, tone)
