"""The longer stories: climbs and slides, streaks, rulings, near misses; a line each, the unit's name first."""

from collections.abc import Callable
from html import escape
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings import overview as findings
from assessment.i18n import t
from assessment.ui import cells, heading
from assessment.ui.scope import Scope

Row = Any
_NAMED_AT_MOST = 6


def html(
    scope: Scope, climbs: pd.DataFrame, streaks: pd.DataFrame, rulings: pd.DataFrame, near_misses: pd.DataFrame
) -> str:
    """The groups that have something to tell, side by side."""
    groups = [
        _group(scope, t("Vetoes, ties and decisions"), rulings, findings.ruling),
        _group(scope, t("Six periods together"), climbs, findings.climb),
        _streaks(scope, streaks),
        _group(scope, t("Just short of a tier"), near_misses, findings.near_miss),
    ]
    drawn = "".join(group for group in groups if group)
    if not drawn:
        return ""
    return f"{heading.section_html(t('Beyond this period'))}<div class='ov-stories-grid'>{drawn}</div>"


def _group(scope: Scope, title: str, rows: pd.DataFrame, sentence: Callable[[Row], str]) -> str:
    if rows.empty:
        return ""
    lines = "".join(_item(row, _line(scope, row, sentence(row))) for row in rows.itertuples(index=False))
    return f"<div><h3 class='ov-sub'>{escape(title)}</h3><ul class='ov-list'>{lines}</ul></div>"


def _item(row: Row, line: str) -> str:
    """A decision carries its reason as it was written."""
    look = " class='sj-written'" if getattr(row, "kind", "") == "decision" else ""
    return f"<li{look}>{line}</li>"


def _streaks(scope: Scope, rows: pd.DataFrame) -> str:
    """Streaks of one kind and length in one line: who shares it."""
    lines = []
    for _, alike in rows.groupby(["streak", "period_count"], sort=False):
        units = list(alike.itertuples(index=False))
        named = escape(t(", ")).join(_name(scope, row) for row in units[:_NAMED_AT_MOST])
        more = t(" and {count} more", count=len(units) - _NAMED_AT_MOST) if len(units) > _NAMED_AT_MOST else ""
        lines.append(f"<li>{escape(findings.streak(units[0]))}<small>{named}{escape(more)}</small></li>")
    title = escape(t("On end"))
    return f"<div><h3 class='ov-sub'>{title}</h3><ul class='ov-list'>{''.join(lines)}</ul></div>" if lines else ""


def _line(scope: Scope, row: Row, sentence: str) -> str:
    return f"{_name(scope, row)} {escape(sentence)}"


def _name(scope: Scope, row: Row) -> str:
    name = cells.unit(scope, row.unit_id, labels.name(row.unit, row.unit_en))
    return f"{name}\u00a0<span class='same'>{escape(row.unit_type)}</span>"
