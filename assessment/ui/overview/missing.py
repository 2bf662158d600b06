"""Who has not handed in: late units with what it costs, departments awaited, returned values."""

from html import escape
from itertools import groupby
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings import overview as findings
from assessment.i18n import t
from assessment.ui import cells, heading, load
from assessment.ui.scope import Scope

Row = Any
_UNITS_SHOWN = 12


def html(scope: Scope, late: pd.DataFrame, awaited: pd.DataFrame) -> str:
    """Late units first, the dearest on top; then the departments whose tables are awaited."""
    title = heading.section_html(findings.hand_ins(late, awaited))
    groups = [list(rows) for _, rows in groupby(late.itertuples(index=False), lambda row: row.unit_id)]
    lines = [_unit(scope, rows) for rows in groups[:_UNITS_SHOWN]]
    if len(groups) > _UNITS_SHOWN:
        lines.append(escape(t("Not listed here: {count} more.", count=len(groups) - _UNITS_SHOWN)))
    departments = groupby(awaited.itertuples(index=False), lambda row: row.department)
    lines += [_department(scope, name, list(rows)) for name, rows in departments]
    listed = "".join(f"<li>{line}</li>" for line in lines)
    return f"{title}<ul class='ov-list'>{listed}</ul>" if lines else title


def _unit(scope: Scope, rows: list[Row]) -> str:
    first = rows[0]
    name = cells.unit(scope, first.unit_id, labels.name(first.unit, first.unit_en))
    cost = ""
    if not labels.is_missing(first.unit_open_points):
        points = t("up to {points} points at stake", points=labels.score(first.unit_open_points))
        cost = f" <b class='ov-cost'>{escape(points)}</b>"
    items = escape(t("; ")).join(_cell(scope, row) for row in rows)
    return f"{name}\u00a0<span class='same'>{escape(first.unit_type)}</span>{cost}<small>{items}</small>"


def _cell(scope: Scope, row: Row) -> str:
    """The indicator, its source, the month if it is not the period's own, and a word if it was sent back."""
    name = cells.indicator(scope, row.indicator_id, labels.name(row.indicator, row.indicator_en))
    about = [str(row.department)]
    since = row.carried_from if not labels.is_missing(row.carried_from) else row.month
    code = f"{since:%Y-%m}"
    if scope.period and code != str(scope.period):
        about.append(load.period_name(load.parse(code)))
    if row.kind == "returned":
        about.append(t("returned, not corrected") if row.is_late else t("returned, the earlier value stands"))
    return f"{name}{escape(t(' ({facts})', facts=labels.listing(about)))}"


def _department(scope: Scope, department: str, rows: list[Row]) -> str:
    """The department's indicators with how many units wait, and what stands in meanwhile."""
    chip = cells.chip(
        t("Awaited"),
        t("A department's table has not come in; last month's share stands in, or the weight is left out"),
        "warn",
    )
    return f"{escape(department)} {chip}<small>{escape(t('; ')).join(_awaited(scope, row) for row in rows)}</small>"


def _awaited(scope: Scope, row: Row) -> str:
    name = cells.indicator(scope, row.indicator_id, labels.name(row.indicator, row.indicator_en))
    facts = [t("weight up to {weight}", weight=labels.number(row.largest_weight))]
    if row.carried_count:
        facts.append(t("{count} units keep their last share", count=labels.count(row.carried_count)))
    if row.left_out_count:
        facts.append(t("{count} units go without", count=labels.count(row.left_out_count)))
    return f"{name}{escape(t(' ({facts})', facts=labels.listing(facts)))}"
