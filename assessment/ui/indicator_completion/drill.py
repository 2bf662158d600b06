"""One indicator's units: each a bar from zero against its plan or goal, the numbers beside it, the year's months."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import pandas as pd

from assessment import labels, measures
from assessment.findings import completion as findings
from assessment.findings.moments import Calendar
from assessment.i18n import t
from assessment.ui import block, cells, grid, spark
from assessment.ui.follow_ups import one_click
from assessment.ui.grid import Column
from assessment.ui.scope import Scope, link

Row = Any


@dataclass(frozen=True)
class Drill:
    """`subject` is the row of `completion_types` that was chosen, `units` and `spans` its units' rows."""

    scope: Scope
    calendar: Calendar
    subject: Row
    units: pd.DataFrame
    spans: pd.DataFrame

    @property
    def function(self) -> str:
        """The function whose measure is shown."""
        return str(self.subject.measure_function)

    @property
    def indicator(self) -> str:
        """Its name."""
        return labels.name(self.subject.indicator, self.subject.indicator_en)

    @property
    def title(self) -> str:
        """The finding."""
        subject = self.subject
        called = labels.type_name(subject.unit_type, subject.type_name, subject.type_name_en)
        return findings.drill(self.indicator, called, self.units)


def draw(drill: Drill, month: date) -> None:
    """The units, and below them the way to see that somebody acts on it."""
    block.draw(html(drill), "drill")
    one_click.offer(drill.scope, month, drill.subject.unit_type, drill.subject.indicator_id)


def html(drill: Drill) -> str:
    """The definition of the measure and the table."""
    rows = list(drill.units.itertuples(index=False))
    about = t(
        "{measure}: {definition}",
        measure=measures.measured(drill.function),
        definition=measures.definition(drill.function),
    )
    way = cells.indicator(drill.scope, drill.subject.indicator_id, t("How it is defined and scored"))
    back = cells.go(link("indicator_completion", drill.scope), t("All indicators"))
    table = grid.html(_columns(drill, _Scale(drill.function, rows)), rows, "ic-units")
    return (
        f"<section class='ic-drill'><p class='sj-about'>{escape(about)}</p>"
        f"<p class='sj-note'>{back} · {way}</p>{table}</section>"
    )


def _columns(drill: Drill, scale: "_Scale") -> list[Column]:
    unit, function = drill.subject.measure_unit, drill.function
    cut = drill.spans.pivot(index="unit_id", columns="span", values="value") if len(drill.spans) else drill.spans
    trends = [value for row in drill.units["trend"] for value in row if not labels.is_missing(value)]
    span = max(trends) - min(trends) if trends else 1.0
    found = [
        Column(t("Unit"), "unit", lambda row: cells.unit(drill.scope, row.unit_id, labels.name(row.unit, row.unit_en))),
        Column(t("Value against plan or goal"), "ic-plan", scale.bar),
        Column(measures.measured(function), "num", lambda row: _measure(row, unit)),
    ]
    if drill.units["value"].notna().any():
        found.append(Column(t("Value"), "num mid", lambda row: _value(drill, row)))
    if drill.units["goal_value"].notna().any():
        found.append(
            Column(t("Plan or goal"), "num mid", lambda row: escape(measures.goal(function, row.goal_value, unit)))
        )
    if function == "completion":
        found += [
            Column(t("Annual target"), "num mid", lambda row: escape(labels.amount(row.target_value, unit))),
            Column(t("Lag (pp)"), "num mid", lambda row: labels.signed(row.lag).removeprefix("+")),
        ]
    if (drill.spans["span_kind"] == "part").any():
        found += [
            _part(t("This month alone"), cut, "month", unit),
            _part(t("This quarter alone"), cut, "quarter", unit),
        ]
    if drill.units["place"].notna().any():
        found.append(Column(t("Place in the type"), "num mid", lambda row: labels.count(row.place)))
    found += [
        Column(t("State"), "", _state),
        Column(
            t("Points"), "num mid", lambda row: f"{labels.score(row.points)}<small>/{labels.number(row.weight)}</small>"
        ),
        Column(t("The year's months"), "wide", lambda row: _trend(row, span, function)),
    ]
    return found


@dataclass(frozen=True)
class _Scale:
    """Zero is always on it; completion is drawn as parts of the annual target, so that units compare."""

    function: str
    rows: Sequence[Row]

    def bar(self, row: Row) -> str:
        """A bar from zero to the value, a mark at the plan or goal."""
        value, goal = self._ends(row)
        if value is None:
            return ""
        known = [end for other in self.rows for end in self._ends(other) if end is not None]
        low, high = min(0.0, *known), max(0.0, *known)
        size = (high - low) or 1.0
        left, right = sorted((value, 0.0))
        is_short = not labels.is_missing(row.is_on_plan) and not row.is_on_plan
        look = "far" if row.light == "red" else "t5" if is_short else "t1"
        start, width = 100 * (left - low) / size, 100 * (right - left) / size
        drawn = f"<i class='{look}' style='margin-left:{start:.1f}%;width:{width:.1f}%'></i>"
        mark = "" if goal is None else f"<b style='left:{100 * (goal - low) / size:.1f}%'></b>"
        return f"<span class='ic-track'>{drawn}{mark}</span>"

    def _ends(self, row: Row) -> tuple[float | None, float | None]:
        if self.function == "completion":
            plan = row.plan_share if not labels.is_missing(row.annual_rate) else None
            return _number(row.annual_rate), _number(plan)
        if self.function in ("graded", "milestone"):
            return _number(row.measure), _number(row.goal_value)
        return _number(row.value), _number(row.goal_value)


def _measure(row: Row, unit: str) -> str:
    return f"<b>{escape(measures.full(row.measure_function, row.measure, unit, row.is_on_plan))}</b>"


def _value(drill: Drill, row: Row) -> str:
    if labels.is_missing(row.value):
        return labels.NONE
    since = ""
    if row.is_carried:
        month = drill.calendar.full("month", row.as_of_month.date())
        since = f"<small>{escape(t('as of {month}', month=month))}</small>"
    return escape(labels.amount(row.value, drill.subject.measure_unit)) + since


def _part(head: str, cut: pd.DataFrame, span: str, unit: str) -> Column:
    return Column(head, "num wide", lambda row: escape(labels.amount(cut.loc[row.unit_id, span], unit)))


def _state(row: Row) -> str:
    if row.is_late:
        return cells.state("LATE")
    if labels.is_missing(row.measure):
        return cells.state(row.state) or escape(t("no target"))
    state = cells.state(row.state) if row.state == "REJECTED" else ""
    if not labels.is_missing(row.light):
        return cells.light(row.light) + state
    if labels.is_missing(row.is_on_plan):
        return state
    return cells.chip(t("reached"), "", "") + state if row.is_on_plan else cells.chip(t("missed"), "", "warn") + state


def _trend(row: Row, span: float, function: str) -> str:
    values = [_number(value) for value in row.trend]
    written = t(", ").join(measures.short(function, value) for value in values)
    return spark.image(values, span, escape(written, quote=True))


def _number(value: Any) -> float | None:
    return None if labels.is_missing(value) else float(value)
