"""What a reader follows: chosen on the page, kept in the address."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import streamlit as st

from assessment import labels
from assessment.findings.moments import Calendar
from assessment.i18n import t
from assessment.periods import Period
from assessment.reports import trends
from assessment.ui import choose, load
from assessment.ui.scope import Scope
from assessment.ui.trends import axis

NOBODY = ""
Row = Any


@dataclass(frozen=True)
class Followed:
    """`unit` and `module` are empty where none is picked; `unit_type` where all types are shown side by side."""

    scope: Scope
    period: Period
    calendar: Calendar
    last: date
    view: str
    unit_type: str = ""
    unit: str = ""
    unit_name: str = ""
    module: str = ""
    indicator: Row = None

    @property
    def type_name(self) -> str:
        """The type as the reader calls it."""
        return load.type_names().get(self.unit_type, self.unit_type)

    @property
    def type_scope(self) -> Scope:
        """The scope narrowed to the type that is followed: where links lead."""
        return replace(self.scope, unit_types=(self.unit_type,)) if self.unit_type else self.scope


def choose_followed(scope: Scope, period: Period) -> Followed:
    """The page's filters, drawn in one row, and what they say."""
    start = Followed(scope, period, load.calendar(), trends.last_month(period), "type")
    with st.container(horizontal=True, key="trend_filters"):
        view = choose.one("view", _views(), "type", t("Follow"))
        followed = replace(start, view=view, unit_type=_unit_type(scope, view))
        if view == "type" and not followed.unit_type:
            return followed
        if view == "indicator":
            followed = replace(followed, indicator=_indicator(followed))
        followed = replace(followed, module=_module(followed))
        if view == "module" and not followed.module:
            return followed
        unit, name = _unit(followed)
        return replace(followed, unit=unit, unit_name=name)


def _views() -> dict[str, str]:
    return {"type": t("By type"), "module": t("By module"), "unit": t("By unit"), "indicator": t("By indicator")}


def _unit_type(scope: Scope, view: str) -> str:
    """The one type of the scope; with several, one chosen here, except where types stand side by side."""
    names = load.type_names()
    listed = [code for code in names if not scope.unit_types or code in scope.unit_types]
    if len(listed) == 1:
        return listed[0]
    if view == "type" or not listed:
        return ""
    return choose.one("of", {code: names[code] for code in listed}, _type_of_unit(listed), t("Unit type"), "select")


def _type_of_unit(listed: Sequence[str]) -> str:
    """The first type listed, or that of a unit which the address names."""
    asked = st.query_params.get("unit", "")
    period = load.parse(st.query_params.get("period", "")) if asked else None
    if period:
        for code in listed:
            if asked in load.drawn(_units, code, trends.last_month(period)):
                return code
    return listed[0]


def _units(unit_type: str, last: date) -> dict[str, str]:
    """The units that have been in a type, those of the newest month first."""
    rows = load.frame(trends.trend_unit, unit_type, last)
    newest = rows.sort_values(["as_of_month", "period_kind"], kind="stable").drop_duplicates("unit_id", keep="last")
    newest = newest.sort_values("as_of_month", ascending=False, kind="stable")
    names = zip(newest["unit_id"], newest["unit"], newest["unit_en"], strict=True)
    return {unit: labels.name(local, english) for unit, local, english in names}


def _unit(followed: Followed) -> tuple[str, str]:
    units = load.drawn(_units, followed.unit_type, followed.last)
    if not units:
        return NOBODY, ""
    nobody = {"type": t("None picked out"), "module": t("None picked out"), "indicator": t("Median of the type")}
    options = units if followed.view == "unit" else {NOBODY: nobody[followed.view], **units}
    unit = choose.one("unit", options, next(iter(options)), t("Unit"), "select")
    return unit, units.get(unit, "")


def _module(followed: Followed) -> str:
    if followed.view != "module":
        return ""
    rows = load.frame(trends.trend_module, followed.unit_type, "", followed.last).drop_duplicates(
        "module_id", keep="last"
    )
    names = {row.module_id: labels.name(row.module, row.module_en) for row in axis.listed(rows)}
    return choose.one("module", {"": t("All side by side"), **names}, "", t("Module"), "select")


def _indicator(followed: Followed) -> Row:
    rows = axis.listed(load.frame(trends.trend_indicators, followed.unit_type, followed.last))
    if not rows:
        return None
    words = {row.indicator_id: f"{row.indicator_id} {labels.name(row.indicator, row.indicator_en)}" for row in rows}
    chosen = choose.one("indicator", words, rows[0].indicator_id, t("Indicator"), "select")
    return next(row for row in rows if row.indicator_id == chosen)
