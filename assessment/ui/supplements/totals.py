"""三争取: what all units did together, by indicator and type, and the units behind each sum."""

from functools import partial
from html import escape
from itertools import groupby
from operator import attrgetter

import pandas as pd

from assessment import labels
from assessment.findings import dictionary as words
from assessment.findings import supplements as findings
from assessment.i18n import t
from assessment.reports import supplements
from assessment.ui import block, cells, choose, grid, heading, load
from assessment.ui.scope import Scope, link
from assessment.ui.supplements import fold
from assessment.ui.supplements.view import Row, View


def html(scope: Scope, view: View, module: str) -> str:
    """The sums and their types; nothing where no indicator adds up."""
    own = view.of(view.totals, module)
    if own.empty:
        return ""
    together = _together(own)
    rows: list[Row] = list(own[own["unit_type"].notna()].itertuples(index=False))
    about = t("Sums over units with a value and a target; late units are left out and counted")
    head = heading.section_html(t("Won together against the year's targets"), about)
    sums = "".join(_sum(scope, view, module, row) for row in together)
    return f"<section class='sj-type'>{head}{sums}</section>{_by_type(view, together, rows)}"


def _together(own: pd.DataFrame) -> list[Row]:
    """The rows over all types."""
    return list(own[own["unit_type"].isna()].itertuples(index=False))


def _sum(scope: Scope, view: View, module: str, row: Row) -> str:
    """One indicator: a bar of what is done, the plan marked on it."""
    name = cells.go(
        link("supplements", scope, module=module, indicator=row.indicator_id),
        labels.name(row.indicator, row.indicator_en),
    )
    level = cells.chip(words.level(row.level), t("Level of the indicator"))
    if not row.unit_count:
        return f"<div class='sum'><p>{name} {level}</p><p class='tail'>{escape(t('no value yet this year'))}</p></div>"
    done, target = labels.amount(row.value, row.measure_unit), labels.amount(row.target_value, row.measure_unit)
    rate = f"<b>{labels.percent(row.annual_rate)}</b> {escape(t('{done} of {target}', done=done, target=target))}"
    look = "t5" if _is_behind(row) else "t1"
    plan = 100 * _share(row.planned_share)
    planned = escape(t("Plan to date: {share}", share=labels.percent(row.planned_share)), quote=True)
    bar = (
        f"<div class='sum-track'><i class='{look}' style='width:{100 * _share(row.annual_rate):.1f}%'></i>"
        f"<u style='left:{plan:.1f}%' title='{planned}'></u></div>"
    )
    tail = [
        findings.against_plan(row.ahead_pp),
        t("{on_plan} of {count} units on plan", on_plan=row.on_plan_count, count=row.unit_count),
    ]
    left_out = findings.missing(row)
    tail += [left_out] if left_out else []
    if row.as_of_month.date() < view.month:
        tail.insert(0, t("as of {month}", month=words.month_name(row.as_of_month)))
    said = " · ".join(escape(part) for part in tail)
    return f"<div class='sum'><p>{name} {level}<span>{rate}</span></p>{bar}<p class='tail'>{said}</p></div>"


def _share(value: object) -> float:
    return 0.0 if labels.is_missing(value) else min(max(float(str(value)), 0.0), 1.0)


def _is_behind(row: Row) -> bool:
    return labels.signed(row.ahead_pp, 1).startswith(labels.MINUS)


def _by_type(view: View, together: list[Row], rows: list[Row]) -> str:
    """A table types by indicators: the rate, and how far it is from the plan."""
    found = {(row.unit_type, row.indicator_id): row for row in rows}

    def cell(indicator: str, code: str) -> str:
        row: Row = found.get((code, indicator))
        if row is None or not row.unit_count:
            return labels.NONE
        look = {"+": "up", labels.MINUS: "down"}.get(labels.signed(row.ahead_pp, 1)[0], "same")
        left_out = findings.missing(row)
        chip = cells.chip(left_out, "", "warn") if row.late_count else ""
        ahead = f"<small class='{look}'>{escape(labels.signed(row.ahead_pp, 1))}</small>"
        return f"{labels.percent(row.annual_rate)}{ahead}{chip}"

    columns = [grid.Column(t("Type"), "unit", lambda code: escape(view.types[code]))]
    for one in together:
        name = labels.name(one.indicator, one.indicator_en)
        columns.append(grid.Column(name, "num", partial(cell, one.indicator_id)))
    codes = [code for code in view.types if any(row.unit_type == code for row in rows)]
    head = heading.section_html(
        t("Type by type"), t("Rate of the annual target, beside it the points ahead of plan or behind")
    )
    return f"<section class='sj-type'>{head}{grid.html(columns, codes, 'by-type')}</section>"


def draw_units(scope: Scope, view: View, module: str) -> None:
    """The units of one indicator of the reader's choice, type by type; nothing where no indicator adds up."""
    names = load.drawn(_names, view, module)
    if not names:
        return
    heading.section(t("Unit by unit"))
    chosen = choose.one("indicator", names, next(iter(names)), t("Indicator"))
    block.draw(load.drawn(_units, scope, view, chosen), "supplement_units")


def _names(view: View, module: str) -> dict[str, str]:
    together = _together(view.of(view.totals, module))
    return {str(row.indicator_id): labels.name(row.indicator, row.indicator_en) for row in together}


def _units(scope: Scope, view: View, indicator: str) -> str:
    found = load.frame(supplements.supplement_units, view.month, indicator, scope.unit_types)
    columns = [
        grid.Column(t("Unit"), "unit", lambda row: cells.unit(scope, row.unit_id, labels.name(row.unit, row.unit_en))),
        grid.Column(t("Done"), "num", lambda row: escape(_value(row))),
        grid.Column(
            t("Annual target"), "num mid", lambda row: escape(labels.amount(row.target_value, row.measure_unit))
        ),
        grid.Column(t("Rate"), "num", lambda row: labels.percent(row.annual_rate)),
        grid.Column(
            "", "wide", lambda row: cells.bar(row.annual_rate, "t5" if row.light in ("yellow", "red") else "t1")
        ),
        grid.Column(t("Against the plan"), "mid", _against),
    ]
    blocks = []
    listed: list[Row] = list(found.itertuples(index=False))
    for code, group in groupby(listed, attrgetter("unit_type")):
        rows = list(group)
        count = t("one unit") if len(rows) == 1 else t("{count} units", count=labels.count(len(rows)))
        table = grid.html(columns, rows)
        blocks.append(fold.html(view.types[str(code)], count, table, len(view.types) == 1))
    return "".join(blocks)


def _value(row: Row) -> str:
    return labels.amount(row.value, row.measure_unit) if not labels.is_missing(row.value) else labels.state(row.state)


def _against(row: Row) -> str:
    if labels.is_missing(row.lag):
        return cells.state(row.state) or labels.NONE
    return f"{cells.light(row.light)} {escape(findings.against_plan(-float(row.lag)))}"
