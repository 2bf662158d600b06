"""The indicators behind the time plan or their target, with the units furthest behind; and those ahead."""

from html import escape
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings import overview as findings
from assessment.i18n import t
from assessment.ui import cells, grid, heading
from assessment.ui.scope import Scope, link

Row = Any


def html(scope: Scope, rows: pd.DataFrame) -> str:
    """The table of what lags; below it, in a line each, what misses its target and what is ahead."""
    kinds = {kind: list(part.itertuples(index=False)) for kind, part in rows.groupby("kind", sort=False)}
    title = heading.section_html(findings.lagging(rows))
    behind = _table(scope, kinds["lagging"]) if "lagging" in kinds else ""
    missed = _missed(scope, kinds.get("missed", []))
    ahead = _ahead(scope, kinds.get("ahead", []))
    more = cells.go(link("indicator_completion", scope), t("All indicators against their plan"))
    return f"{title}{behind}{missed}{ahead}<p class='sj-about'>{more}</p>"


def _table(scope: Scope, rows: list[Row]) -> str:
    columns = [
        grid.Column(t("Indicator"), "wrap ov-name", lambda row: _indicator(scope, row)),
        grid.Column(t("Median done of the plan"), "ov-plan", _bar),
        grid.Column(t("Against plan (pp)"), "num", _gap),
        grid.Column(
            t("On plan"), "num mid", lambda row: f"{labels.count(row.on_plan_count)}/{labels.count(row.goal_count)}"
        ),
    ]
    return grid.html(columns, rows, "ov-table")


def _indicator(scope: Scope, row: Row) -> str:
    name = cells.indicator(scope, row.indicator_id, labels.name(row.indicator, row.indicator_en))
    return f"{name}\u00a0<span class='same'>{escape(row.unit_type)}</span><small>{_weakest(scope, row)}</small>"


def _weakest(scope: Scope, row: Row) -> str:
    if labels.is_missing(row.unit_ids):
        return ""
    names = [labels.name(local, english) for local, english in zip(row.units, row.units_en, strict=True)]
    linked = [cells.unit(scope, unit, name) for unit, name in zip(row.unit_ids, names, strict=True)]
    return escape(t("furthest behind: {units}")).format(units=escape(t(", ")).join(linked))


def _bar(row: Row) -> str:
    """What is done as a bar from zero, the plan as a mark on the same scale (1 = the annual target)."""
    done, plan = (min(max(float(value), 0.0), 1.0) for value in (row.median_annual_rate, row.median_plan_share))
    words = f"{labels.percent(row.median_annual_rate)} / {labels.percent(row.median_plan_share)}"
    look = "t5" if row.light != "red" else "far"
    bar = f"<i class='{look}' style='width:{100 * done:.1f}%'></i><b style='left:{100 * plan:.1f}%'></b>"
    return f"<span class='ov-track'>{bar}</span><small>{escape(words)}</small>"


def _gap(row: Row) -> str:
    return f"{labels.signed(-row.median_lag, 1)}<small>{cells.light(row.light)}</small>"


def _missed(scope: Scope, rows: list[Row]) -> str:
    if not rows:
        return ""
    lines = "".join(f"<li>{_missed_line(scope, row)}</li>" for row in rows)
    title = escape(findings.missed(int(rows[0].missed_type_count), len(rows)))
    return f"<h3 class='ov-sub'>{title}</h3><ul class='ov-list'>{lines}</ul>"


def _missed_line(scope: Scope, row: Row) -> str:
    name = cells.indicator(scope, row.indicator_id, labels.name(row.indicator, row.indicator_en))
    counts = t("{count} of {total} units", count=labels.count(row.on_plan_count), total=labels.count(row.goal_count))
    weakest = f"<small>{_weakest(scope, row)}</small>"
    return f"{name}\u00a0<span class='same'>{escape(row.unit_type)}</span> {escape(counts)}{weakest}"


def _ahead(scope: Scope, rows: list[Row]) -> str:
    if not rows:
        return ""
    parts = []
    for row in rows[:3]:
        name = cells.indicator(scope, row.indicator_id, labels.name(row.indicator, row.indicator_en))
        gap = escape(labels.points(-row.median_lag))
        parts.append(f"{name}\u00a0<span class='same'>{escape(row.unit_type)}</span> {gap}")
    line = escape(t("Furthest ahead of plan: {indicators}")).format(indicators=escape(t(", ")).join(parts))
    return f"<p class='ov-line'>{line}</p>"
