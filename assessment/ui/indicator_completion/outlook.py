"""预判: where the units of one indicator are heading by the end of the year, and what they would have to do a month."""

from datetime import date
from html import escape
from typing import Any

import streamlit as st

from assessment import export, labels
from assessment.findings import forecast as findings
from assessment.i18n import t
from assessment.reports import forecast
from assessment.ui import cells, grid, heading, load
from assessment.ui.grid import Column
from assessment.ui.scope import Scope

Row = Any
_LIGHTS = {"reached": "green", "safe": "green", "likely": "green", "at_risk": "yellow", "missed": "red"}
_SHEET = (
    export.Column("unit_shown", "Unit"),
    export.Column("annual_rate", "Done", 1, "percent"),
    export.Column("forecast_rate", "Expected", 1, "percent"),
    export.Column("band_rate", "Error of earlier years (part)", 1, "percent"),
    export.Column("outlook_shown", "Outlook"),
    export.Column("forecast_value", "Expected by the end of the year", 2),
    export.Column("target_value", "Annual target", 2),
    export.Column("needed_per_month", "Needed a month", 2),
    export.Column("pace", "A month so far", 2),
)
_SIGNS = {"reached": "✓", "safe": "●", "likely": "●", "at_risk": "◆", "missed": "■"}


def draw(scope: Scope, month: date, subject: Row) -> None:
    """The forecast of a type's indicator that is scored by completion; nothing for the others.

    `subject` is the row of `completion_types` that was chosen.
    """
    found = load.frame(forecast.forecast_units, month, subject.unit_type, subject.indicator_id)
    if found.empty:
        return
    rows: list[Row] = list(found.itertuples(index=False))
    about = t("Forecast: the sum so far over the part of the year's total that last year had by this month")
    st.html(heading.section_html(findings.headline(rows), about) + _table(scope, rows, subject.measure_unit))


def table(month: date, unit_type: str, indicator_id: str) -> list[export.Table]:
    """The same rows for a workbook; nothing where there is no forecast."""
    found = load.frame(forecast.forecast_units, month, unit_type, indicator_id)
    if found.empty:
        return []
    rows: list[Row] = list(found.itertuples(index=False))
    shown = found.assign(
        unit_shown=[labels.name(row.unit, row.unit_en) for row in rows],
        outlook_shown=[findings.outlook(row.outlook) for row in rows],
    )
    return [export.from_frame(t("Outlook"), _SHEET, shown)]


def _table(scope: Scope, rows: list[Row], unit: str) -> str:
    columns = [
        Column(t("Unit"), "unit", lambda row: cells.unit(scope, row.unit_id, labels.name(row.unit, row.unit_en))),
        Column(t("Done"), "num mid", lambda row: labels.percent(row.annual_rate)),
        Column(t("Expected"), "num", lambda row: findings.expected(row.forecast_rate, row.band_rate)),
        Column(t("Outlook"), "", _outlook),
        Column(t("Needed a month"), "num mid", lambda row: escape(labels.amount(row.needed_per_month, unit))),
        Column(t("A month so far"), "num mid", lambda row: escape(labels.amount(row.pace, unit))),
        Column(t("By the course of"), "mid", _basis),
    ]
    return grid.html(columns, rows, "ic-outlook")


def _outlook(row: Row) -> str:
    word = escape(findings.outlook(row.outlook))
    return f"<span class='light {_LIGHTS[row.outlook]}'>{_SIGNS[row.outlook]} {word}</span>"


def _basis(row: Row) -> str:
    return escape(t("last year") if row.is_from_last_year else t("an even year"))
