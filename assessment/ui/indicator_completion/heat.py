"""Indicators down by module, types across: the median written in each cell, its colour the share of the weight won.

With one type chosen its units stand across too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Any

import pandas as pd

from assessment import labels, measures
from assessment.i18n import t
from assessment.ui import load
from assessment.ui.indicator_completion import colour
from assessment.ui.scope import Scope, link

Row = Any
Standing = Mapping[tuple[str, str], Row]
"""(type, indicator) -> its row of `completion_types`: the light, as scored."""


@dataclass(frozen=True)
class Map:
    """`rows` of `completion_map`; `units` of `completion_matrix`, empty unless one type is shown."""

    scope: Scope
    span: str
    rows: pd.DataFrame
    standing: Standing
    units: pd.DataFrame


def html(shown: Map) -> str:
    """The table; a cell leads to its units, an indicator's name too."""
    listed: list[Row] = list(shown.rows.itertuples(index=False))
    members: list[Row] = list(shown.units.itertuples(index=False))
    names = {row.unit_id: labels.name(row.unit, row.unit_en) for row in members}
    found = {(row.indicator_id, row.unit_id): row for row in members}
    types = {row.unit_type: labels.type_name(row.unit_type, row.type_name, row.type_name_en) for row in listed}
    codes = [code for code in load.type_names() if code in types]
    heads = "".join(_type_head(code, types[code]) for code in codes)
    heads += "".join(f"<th class='member' scope='col'><span>{escape(name)}</span></th>" for name in names.values())
    body = ""
    for _, of_module in groupby(listed, lambda row: row.module_id):
        indicators = [list(own) for _, own in groupby(of_module, lambda row: row.indicator_id)]
        module, width = labels.name(indicators[0][0].module, indicators[0][0].module_en), 1 + len(codes) + len(names)
        body += f"<tr class='module'><th colspan='{width}' scope='rowgroup'>{escape(module)}</th></tr>"
        for own in indicators:
            units = (_member(found.get((own[0].indicator_id, unit)), name) for unit, name in names.items())
            body += f"<tr>{_line(shown, codes, own)}{''.join(units)}</tr>"
    head = f"<tr><th class='name' scope='col'>{escape(t('Indicator'))}</th>{heads}</tr>"
    look = "sj ic-heat members" if names else "sj ic-heat"
    return f"<table class='{look}'><thead>{head}</thead><tbody>{body}</tbody></table>"


def _member(row: Row | None, unit: str) -> str:
    """One unit's cell: the number, its colour, the unit's name and state on hover."""
    if row is None or row.state == "NA_BY_RULE":
        return "<td class='ic off'></td>"
    number = measures.short(row.measure_function, row.measure, row.is_on_plan)
    said = labels.state("LATE") if row.is_late else labels.state(row.state) if number == labels.NONE else number
    reason = t("{unit}: {value}", unit=unit, value=said)
    shown = escape(t("late") if row.is_late else number)
    return f"<td class='ic {colour.colour(row.colour_share)}' title='{escape(reason, quote=True)}'><b>{shown}</b></td>"


def legend(span: str) -> str:
    """Colours, marks and what a span means, in words."""
    steps = "".join(f"<i class='ic {look}'></i>" for look in ("a4", "a3", "a2", "a1", "z", "b1", "b2"))
    scale = f"{escape(t('far below plan'))} {steps} {escape(t('above plan'))}"
    marks = [t("◆ behind plan"), t("■ far behind plan"), t("n/N units at plan or goal")]
    return f"<p class='sj-about ic-legend'>{scale} · {' · '.join(map(escape, [*marks, span_words(span)]))}</p>"


def span_words(span: str) -> str:
    """What the numbers of a span are."""
    return {
        "month": t("cumulative indicators: what came in during the month, against the month's part of the plan"),
        "quarter": t("cumulative indicators: what came in during the quarter so far; monthly ones: the mean"),
        "year": t("cumulative indicators: to date; monthly ones: the mean of the year's months"),
    }[span]


def _type_head(code: str, name: str) -> str:
    rest = name.removeprefix(code).strip()
    return f"<th scope='col' title='{escape(name, quote=True)}'>{escape(code)}<small>{escape(rest)}</small></th>"


def _line(shown: Map, codes: list[str], own: list[Row]) -> str:
    first = own[0]
    found = {row.unit_type: row for row in own}
    name = escape(labels.name(first.indicator, first.indicator_en))
    where = escape(_drill(shown, first.indicator_id, ""), quote=True)
    what = escape(measures.measured(first.measure_function))
    tds = "".join(_cell(shown, found.get(code)) for code in codes)
    head = f"<th class='name' scope='row'><a data-go href='{where}'>{name}</a><small>{what}</small></th>"
    return head + tds


def _cell(shown: Map, row: Row | None) -> str:
    if row is None:
        return "<td class='ic off'></td>"
    where = escape(_drill(shown, row.indicator_id, row.unit_type), quote=True)
    mark = _mark(shown.standing.get((row.unit_type, row.indicator_id)))
    is_all = None if row.goal_count == 0 else row.on_plan_count == row.goal_count
    number = escape(measures.short(row.measure_function, row.median_measure, is_all))
    reached = f"{row.on_plan_count}/{row.goal_count}" if row.goal_count else ""
    return (
        f"<td class='ic {colour.colour(row.colour_share)}'><a data-go href='{where}'"
        f" title='{escape(explained(row), quote=True)}'><b>{mark}{number}</b><small>{reached}</small></a></td>"
    )


def explained(row: Row) -> str:
    """The cell in full: who, the median, the formula, n of N, sums where units add up, states."""
    unit, function = row.measure_unit, row.measure_function
    parts = [
        t(
            "{type}, {indicator}",
            type=labels.type_name(row.unit_type, row.type_name, row.type_name_en),
            indicator=labels.name(row.indicator, row.indicator_en),
        ),
        t("median {value}", value=measures.full(function, row.median_measure, unit)),
        measures.definition(function),
    ]
    if row.goal_count:
        counts = {"count": labels.count(row.on_plan_count), "total": labels.count(row.goal_count)}
        parts.append(t("{count} of {total} units on plan", **counts))
    if not labels.is_missing(row.value_sum):
        sums = {"value": labels.amount(row.value_sum, unit), "plan": labels.amount(row.goal_sum, unit)}
        parts.append(t("together {value} of {plan} planned", **sums))
    if row.value_count < row.unit_count:
        counts = {"count": labels.count(row.value_count), "total": labels.count(row.unit_count)}
        parts.append(t("{count} of {total} units have a value", **counts))
    if row.span_kind == "part" and row.value_count == 0:
        parts.append(t("the value before this span is not known, or nothing was planned in it"))
    if row.late_count:
        parts.append(t("late: {count}", count=labels.count(row.late_count)))
    return t("; ").join(parts)


def _mark(row: Row | None) -> str:
    mark = {"red": "■", "yellow": "◆"}.get(str(row.light), "") if row is not None else ""
    return f"<i class='mark'>{mark}</i>" if mark else ""


def _drill(shown: Map, indicator: str, group: str) -> str:
    return link("indicator_completion", shown.scope, indicator=indicator, group=group, span=shown.span)
