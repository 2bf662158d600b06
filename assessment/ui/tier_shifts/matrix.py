"""From which tier into which, with the names in the cells: the diagonal quiet, above it blue, below it amber."""

from html import escape
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings.tier_shifts import COMPARED
from assessment.i18n import t
from assessment.ui import cells, heading
from assessment.ui.scope import Scope
from assessment.ui.tier_shifts.picture import Key, all_tiers

Row = Any
_OPEN_AT_MOST = 6
"""A cell of the diagonal with more names than this is folded."""


def html(scope: Scope, moves: pd.DataFrame, flow: pd.DataFrame, short: tuple[str, str]) -> str:
    """Rows are the earlier tiers, columns the present ones; each name leads to the unit's profile."""
    now, base = short
    head = heading.section_html(
        t("Who went where"), t("Rows: tier in {base}; columns: tier in {now}", base=base, now=now)
    )
    rows: list[Row] = [row for row in moves.itertuples(index=False) if row.tier_shift in COMPARED]
    tiers = all_tiers(list(flow.itertuples(index=False)))
    return head + table(scope, rows, tiers)


def table(scope: Scope, rows: list[Row], tiers: dict[Key, str]) -> str:
    """The `<table>` of the comparable units of `tier_moves`."""
    heads = "".join(f"<th scope='col'>{escape(name)}</th>" for name in tiers.values())
    lines = "".join(_line(scope, rows, key, name, tiers) for key, name in tiers.items())
    top = f"<thead><tr><td class='from'></td>{heads}</tr></thead>"
    return f"<table class='sj ts-matrix'>{top}<tbody>{lines}</tbody></table>"


def _line(scope: Scope, rows: list[Row], key: Key, name: str, tiers: dict[Key, str]) -> str:
    here = [row for row in rows if (row.base_tier_order, row.base_tier) == key]
    boxes = "".join(_cell(scope, [row for row in here if (row.tier_order, row.tier) == to], key, to) for to in tiers)
    return f"<tr><th class='from' scope='row'>{escape(name)}</th>{boxes}</tr>"


def _cell(scope: Scope, rows: list[Row], key: Key, to: Key) -> str:
    if not rows:
        return "<td class='none'></td>"
    look = "stay" if key[0] == to[0] else "rose" if to[0] < key[0] else "fell"
    links = [cells.unit(scope, row.unit_id, labels.name(row.unit, row.unit_en)) for row in rows]
    comma = escape(t(", ").strip())
    names = " ".join([*(f"<span>{one}{comma}</span>" for one in links[:-1]), f"<span>{links[-1]}</span>"])
    count = f"<b>{labels.count(len(rows))}</b>"
    if look == "stay" and len(rows) > _OPEN_AT_MOST:
        return f"<td class='{look}'><details><summary>{count}</summary>{names}</details></td>"
    return f"<td class='{look}'>{count} {names}</td>"
