"""The page as a workbook: the map's rows, what lags, the chosen indicator's units."""

from typing import Any

import pandas as pd

from assessment import export, labels, measures
from assessment.export import Column
from assessment.findings import completion as findings
from assessment.i18n import t
from assessment.ui.indicator_completion.drill import Drill

Row = Any
_SUBJECT = (
    Column("type_shown", "Type"),
    Column("indicator_shown", "Indicator"),
    Column("unit_of_measure", "Unit of measure"),
    Column("measure_words", "What is measured"),
    Column("median_shown", "Median"),
)
_COUNTS = (
    Column("on_plan_count", "Units at plan or goal"),
    Column("goal_count", "Units with a plan or goal"),
    Column("value_count", "Units with a value"),
    Column("unit_count", "Units assigned"),
    Column("late_count", "Late"),
)
_MAP = (
    *_SUBJECT,
    Column("median_measure", "Median as a number", 4),
    *_COUNTS,
    Column("value_sum", "Together", 2),
    Column("goal_sum", "Together planned", 2),
    Column("colour_share", "Mean share (colour)", 4),
)
_LAG = (
    *_SUBJECT,
    Column("median_annual_rate", "Median done of the annual target", 2, "percent"),
    Column("median_plan_share", "Planned share", 2, "percent"),
    Column("median_lag", "Lag (pp)", 2),
    *_COUNTS,
    Column("weak_shown", "Furthest behind"),
)
_UNITS = (
    Column("unit_shown", "Unit"),
    Column("state_shown", "State"),
    Column("value", "Value", 2),
    Column("goal_value", "Plan or goal", 2),
    Column("target_value", "Annual target", 2),
    Column("measure_shown", "Measure"),
    Column("measure", "Measure as a number", 4),
    Column("lag", "Lag (pp)", 2),
    Column("month_value", "This month alone", 2),
    Column("quarter_value", "This quarter alone", 2),
    Column("share", "Share of the weight", 4),
    Column("points", "Points", 2),
)


def tables(types: pd.DataFrame, rows: pd.DataFrame, drill: Drill | None) -> list[export.Table]:
    """One sheet a block of the page."""
    found = [
        export.from_frame(t("Types and indicators"), _MAP, _named(rows), frozen=2),
        export.from_frame(t("Behind the plan"), _LAG, _named(findings.behind(types)), frozen=2),
        export.from_frame(t("Goals missed"), _LAG, _named(findings.missed(types)), frozen=2),
    ]
    if drill:
        found.append(export.from_frame(t("Units"), _UNITS, _units(drill)))
    return found


def notes(types: pd.DataFrame) -> dict[str, str]:
    """How each measure on the page is made."""
    functions = list(dict.fromkeys(types["measure_function"]))
    return {measures.measured(function): measures.definition(function) for function in functions}


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    listed: list[Row] = list(rows.itertuples(index=False))
    named = rows.assign(
        type_shown=[labels.type_name(row.unit_type, row.type_name, row.type_name_en) for row in listed],
        indicator_shown=[labels.name(row.indicator, row.indicator_en) for row in listed],
        unit_of_measure=[labels.measure(row.measure_unit).strip() for row in listed],
        measure_words=[measures.measured(row.measure_function) for row in listed],
        median_shown=[measures.full(row.measure_function, row.median_measure, row.measure_unit) for row in listed],
    )
    if "weak_units" in rows:
        named = named.assign(weak_shown=[_weak(row) for row in listed])
    return named


def _weak(row: Row) -> str:
    if labels.is_missing(row.weak_units):
        return ""
    names = zip(row.weak_units, row.weak_units_en, strict=True)
    return labels.listing([labels.name(local, english) for local, english in names])


def _units(drill: Drill) -> pd.DataFrame:
    unit = drill.subject.measure_unit
    cut = drill.spans.pivot(index="unit_id", columns="span", values="value").reindex(drill.units["unit_id"])
    listed: list[Row] = list(drill.units.itertuples(index=False))
    return drill.units.assign(
        unit_shown=[labels.name(row.unit, row.unit_en) for row in listed],
        state_shown=[labels.state(row.state) for row in listed],
        measure_shown=[measures.full(row.measure_function, row.measure, unit, row.is_on_plan) for row in listed],
        month_value=cut["month"].tolist(),
        quarter_value=cut["quarter"].tolist(),
    )
