"""Units in neither tier of the flow: new, left, not comparable, each with its word and reason."""

from html import escape
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings import tier_shifts as findings
from assessment.i18n import t
from assessment.ui import cells, grid, heading
from assessment.ui.scope import Scope

Row = Any
_LISTED_AT_MOST = 20
"""A first placing of a whole county is told by a number, not by its list."""


def html(scope: Scope, moves: pd.DataFrame) -> str:
    """The table, if anybody stands apart."""
    rows: list[Row] = [row for row in moves.itertuples(index=False) if row.tier_shift in findings.APART]
    if not rows:
        return ""
    head = heading.section_html(t("Outside the comparison: {count} units", count=len(rows)))
    columns = [
        grid.Column(t("Unit"), "unit", lambda row: _unit(scope, row)),
        grid.Column(t("Word"), "", lambda row: escape(findings.shift_word(row.tier_shift))),
        grid.Column(t("Why"), "wrap", lambda row: escape(findings.apart(row))),
        grid.Column(
            t("Tier before"), "tier mid", lambda row: _tier(row.base_tier, row.base_tier_en, row.base_tier_order, row)
        ),
        grid.Column(t("Tier now"), "tier mid", lambda row: _tier(row.tier, row.tier_en, row.tier_order, row)),
    ]
    table = grid.html(columns, rows, "ts-apart")
    if len(rows) > _LISTED_AT_MOST:
        table = f"<details class='sj-fold'><summary>{escape(t('List all'))}</summary>{table}</details>"
    return head + table


def _unit(scope: Scope, row: Row) -> str:
    name = cells.unit(scope, row.unit_id, labels.name(row.unit, row.unit_en))
    return f"{name} <span class='same'>{escape(row.unit_type)}</span>"


def _tier(local: object, english: object, order: object, row: Row) -> str:
    return cells.tier(labels.name(local, english), order, row.tier_count)
