"""The lists of what lags: behind the time plan by the lag of the median, other goals by the points they cost."""

from html import escape
from typing import Any

import pandas as pd

from assessment import labels, measures
from assessment.findings import completion as findings
from assessment.findings.moments import Calendar
from assessment.i18n import t
from assessment.ui import cells, grid, heading
from assessment.ui.grid import Column
from assessment.ui.scope import Scope, link

Row = Any
_OPEN = 10
"""So many rows are in sight, the rest behind one tap."""


def behind(scope: Scope, calendar: Calendar, types: pd.DataFrame) -> str:
    """落后时序: completion inside the rule, the median unit's light yellow or red."""
    rows = list(findings.behind(types).itertuples(index=False))
    title = heading.section_html(
        findings.behind_title(types),
        t("The median unit's lag in points of the annual target; an indicator counts in each type it is behind in"),
    )
    columns = [
        _indicator(scope, calendar),
        Column(t("Median done of the plan"), "ic-plan", _bar),
        Column(t("Lag (pp)"), "num", lambda row: f"{labels.score(row.median_lag)}<small>{_light(row)}</small>"),
        Column(t("On plan"), "num", _reached),
        Column(t("Together (value / plan)"), "num mid", _sums),
        Column(t("Furthest behind"), "wrap mid", _weakest),
    ]
    return title + _folded(columns, rows)


def missed(scope: Scope, calendar: Calendar, types: pd.DataFrame) -> str:
    """未达目标: the other functions' goals that fewer than half of the units reach."""
    rows = list(findings.missed(types).itertuples(index=False))
    title = heading.section_html(
        findings.missed_title(types),
        t("Fewer than half of the units at target, line, good value or zero cases; most points lost first"),
    )
    columns = [
        _indicator(scope, calendar),
        Column(t("Median"), "num", _median),
        Column(
            t("Goal"),
            "num mid",
            lambda row: escape(measures.goal(row.measure_function, row.median_goal, row.measure_unit)),
        ),
        Column(t("At the goal"), "num", _reached),
        Column(t("Mean points lost"), "num", lambda row: labels.score(row.lost)),
        Column(t("Furthest behind"), "wrap mid", _weakest),
    ]
    return title + _folded(columns, rows)


def _folded(columns: list[Column], rows: list[Row]) -> str:
    if not rows:
        return ""
    shown = grid.html(columns, rows[:_OPEN], "ic-worst")
    if len(rows) <= _OPEN:
        return shown
    head = escape(t("{count} more", count=len(rows) - _OPEN))
    rest = grid.html(columns, rows[_OPEN:], "ic-worst")
    return f"{shown}<details class='sj-more'><summary>{head}</summary>{rest}</details>"


def _indicator(scope: Scope, calendar: Calendar) -> Column:
    def cell(row: Row) -> str:
        where = link("indicator_completion", scope, indicator=row.indicator_id, group=row.unit_type)
        about = labels.type_name(row.unit_type, row.type_name, row.type_name_en)
        if not labels.is_missing(row.as_of_month) and row.as_of_month < row.month:
            about += " · " + t("as of {month}", month=calendar.full("month", row.as_of_month.date()))
        return cells.go(where, labels.name(row.indicator, row.indicator_en)) + f"<small>{escape(about)}</small>"

    return Column(t("Indicator"), "unit wrap", cell)


def _bar(row: Row) -> str:
    """Done of the annual target as a bar from zero, the planned share as a mark."""
    done, plan = (min(max(float(value), 0.0), 1.0) for value in (row.median_annual_rate, row.median_plan_share))
    written = t(
        "{done} done, {plan} planned",
        done=labels.percent(row.median_annual_rate),
        plan=labels.percent(row.median_plan_share),
    )
    look = "far" if row.light == "red" else "t5"
    inner = f"<i class='{look}' style='width:{100 * done:.1f}%'></i><b style='left:{100 * plan:.1f}%'></b>"
    return f"<span class='ic-track'>{inner}</span><small>{escape(written)}</small>"


def _light(row: Row) -> str:
    return cells.light(row.light)


def _median(row: Row) -> str:
    written = escape(measures.full(row.measure_function, row.median_measure, row.measure_unit))
    return f"<span title='{escape(measures.definition(row.measure_function), quote=True)}'>{written}</span>"


def _reached(row: Row) -> str:
    late = f"<small>{escape(t('late: {count}', count=labels.count(row.late_count)))}</small>" if row.late_count else ""
    return f"{labels.count(row.on_plan_count)}/{labels.count(row.goal_count)}{late}"


def _sums(row: Row) -> str:
    if labels.is_missing(row.value_sum):
        return labels.NONE
    done, plan = labels.amount(row.value_sum, row.measure_unit), labels.amount(row.planned_sum, row.measure_unit)
    year = t("{rate} of the annual target", rate=labels.percent(row.sum_rate))
    return f"{escape(done)} / {escape(plan)}<small>{escape(year)}</small>"


def _weakest(row: Row) -> str:
    if labels.is_missing(row.weak_units):
        return labels.NONE
    names = zip(row.weak_units, row.weak_units_en, strict=True)
    return escape(labels.listing([labels.name(local, english) for local, english in names]))
