"""The page: the finding, the filters, one indicator's units if chosen, what lags, the map, the file."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from assessment import export, labels
from assessment.findings import completion as findings
from assessment.i18n import t
from assessment.periods import Period
from assessment.reports import completion
from assessment.ui import block, choose, empty, heading, load, notes, table_download
from assessment.ui.indicator_completion import download, drill, heat, outlook, worst
from assessment.ui.scope import Scope

Row = Any


def draw(scope: Scope, period: Period) -> None:
    """Everything below the frame, for a period with results."""
    month = _month(period)
    types = _types(scope, month) if month else pd.DataFrame()
    calendar = load.calendar()
    if month is None or types.empty:
        heading.draw(findings.headline("", types))
        empty.period(scope)
        return
    about = [load.period_name(period), t("as scored: cumulative values to date, monthly values of the month")]
    if period.kind != "month":
        about.insert(1, t("as of {month}", month=calendar.full("month", month)))
    head = st.container()
    with st.container(horizontal=True, key="completion_filters"):
        span = _span(period)
        chosen = _chosen(types, load.drawn(_indicators, scope, month))
    shown = _drill(scope, month, chosen)
    with head:
        heading.draw(shown.title if shown else load.drawn(_headline, scope, period, month), about)
    if shown:
        drill.draw(shown, month)
        outlook.draw(scope, month, shown.subject)
    rows = load.frame(completion.completion_map, month, span, scope.unit_types)
    block.draw(load.drawn(_blocks, scope, month, span), "completion")
    notes.draw(scope, indicator=(shown.subject.indicator_id, shown.indicator) if shown else None)
    table_download.offer(
        scope,
        t("Indicator completion"),
        lambda: [*download.tables(types, rows, shown), *(_forecast(month, shown) if shown else [])],
        {t("Span of the map"): _spans()[span], **download.notes(types)},
    )


def _forecast(month: date, shown: drill.Drill) -> list[export.Table]:
    return outlook.table(month, shown.subject.unit_type, shown.subject.indicator_id)


def _types(scope: Scope, month: date) -> pd.DataFrame:
    return load.frame(completion.completion_types, month, scope.unit_types)


def _behind(scope: Scope, month: date) -> str:
    return worst.behind(scope, load.calendar(), _types(scope, month))


def _missed(scope: Scope, month: date) -> str:
    return worst.missed(scope, load.calendar(), _types(scope, month))


def _blocks(scope: Scope, month: date, span: str) -> str:
    """What is behind, the map of everything, whose goals are missed."""
    head = heading.section_html(t("Every indicator, every type: {span}", span=_spans()[span])) + heat.legend(span)
    return _behind(scope, month) + head + _map(scope, month, span) + _missed(scope, month)


def _map(scope: Scope, month: date, span: str) -> str:
    types = _types(scope, month)
    rows = load.frame(completion.completion_map, month, span, scope.unit_types)
    standing = {(row.unit_type, row.indicator_id): row for row in _listed(types)}
    return heat.html(heat.Map(scope, span, rows, standing, _members(month, span, types)))


def _month(period: Period) -> date | None:
    found = load.frame(completion.completion_month, period)["month"].iloc[0]
    return None if labels.is_missing(found) else found.date()


def _spans() -> dict[str, str]:
    return {"month": t("This month"), "quarter": t("This quarter"), "year": t("Year to date")}


def _span(period: Period) -> str:
    return choose.one("span", _spans(), "quarter" if period.kind == "quarter" else "year", t("Span"))


def _headline(scope: Scope, period: Period, month: date) -> str:
    return findings.headline(load.calendar().short(period.kind, period.start), _types(scope, month))


def _indicators(scope: Scope, month: date) -> dict[str, str]:
    """The indicators of the types on screen by code, in the order of their codes."""
    rows = _types(scope, month).sort_values("indicator_id", kind="stable")
    return {row.indicator_id: labels.name(row.indicator, row.indicator_en) for row in _listed(rows)}


def _chosen(types: pd.DataFrame, names: dict[str, str]) -> Row | None:
    """The type and indicator to drill into; without a type the one furthest behind."""
    indicator = choose.one("indicator", {"": t("All indicators"), **names}, "", t("Indicator"), look="select")
    if not indicator:
        return None
    own = types[types["indicator_id"] == indicator]
    groups = {row.unit_type: row for row in _listed(own)}
    called = {code: name for code, name in load.type_names().items() if code in groups}
    group = choose.one("group", called, next(iter(groups)), t("Unit type"))
    return groups[group]


def _listed(rows: pd.DataFrame) -> list[Row]:
    return list(rows.itertuples(index=False))


def _members(month: date, span: str, types: pd.DataFrame) -> pd.DataFrame:
    """The units across, where one type is shown alone."""
    codes = types["unit_type"].unique()
    return load.frame(completion.completion_matrix, month, span, codes[0]) if len(codes) == 1 else pd.DataFrame()


def _drill(scope: Scope, month: date, chosen: Row | None) -> drill.Drill | None:
    if chosen is None:
        return None
    asked = (month, chosen.unit_type, chosen.indicator_id)
    units = load.frame(completion.completion_units, *asked)
    spans = load.frame(completion.completion_spans, *asked)
    return drill.Drill(scope, load.calendar(), chosen, units, spans)
