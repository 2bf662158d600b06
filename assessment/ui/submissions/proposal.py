"""Lateness as the score counts it: what the record of arrivals knows of units that are departments, beside what is
reported of them; the difference as a workbook to be handed in. Nothing is changed here."""

from html import escape

import streamlit as st

from assessment import access, intake, labels
from assessment.findings import submissions as findings
from assessment.i18n import t
from assessment.ui import cells, empty, grid, heading, load
from assessment.ui.grid import Column
from assessment.ui.scope import link
from assessment.ui.submissions.view import Row, View, indicator_names

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw(view: View) -> None:
    """The table, and the file where there is something to add; nothing before the first table has come."""
    if not view.tables()["come_count"].any():
        return
    rows = view.proposals()
    if rows.empty:
        return
    st.html(load.drawn(_html, view))
    listed: list[Row] = list(rows.itertuples(index=False))
    if not any(_more(row) for row in listed):
        return
    month, store = view.month, access.store()
    st.download_button(
        t("Download the rows to add"),
        data=lambda: intake.lateness_rows(store, month, listed),
        file_name=f"{view.code} {t('Lateness by the record')}.xlsx",
        mime=_XLSX,
        on_click="ignore",
        key="download_lateness",
    )
    empty.links([(link("upload", view.scope, month=view.code), t("Then hand them in on the upload page"))])


def _html(view: View) -> str:
    rows = view.proposals()
    published = findings.day(view.days().publish_on)
    about = t(
        "For a unit that is a source department: its tables late or not in, beside what is reported. No score changes"
        " before the rows are handed in; a table not there on {day}, the day of publishing, counts as missing.",
        day=published,
    )
    listed: list[Row] = list(rows.itertuples(index=False))
    return heading.section_html(findings.proposals(rows), about) + grid.html(_columns(view), listed, "sub-offer")


def _columns(view: View) -> list[Column]:
    return [
        Column(t("Unit"), "unit", lambda row: cells.unit(view.scope, row.unit_id, labels.name(row.unit, row.unit_en))),
        Column(t("Type"), "mid", lambda row: escape(row.unit_type)),
        Column(t("Tables late"), "num", lambda row: labels.count(row.late_count)),
        Column(t("Tables not in"), "num", lambda row: labels.count(row.missing_count)),
        Column(t("Reported"), "num", _reported),
        Column(t("It counts as"), "mid wrap", _counts_as),
        Column(t("Record against report"), "", _difference),
    ]


def _reported(row: Row) -> str:
    if row.is_measured:
        return labels.count(row.reported_value)
    words = {"late": labels.count(row.reported_late), "missing": labels.count(row.reported_missing)}
    return escape(t("late {late}, missing {missing}", **words))


def _counts_as(row: Row) -> str:
    """The rule of the scheme: an indicator's value, or deductions."""
    if row.is_measured:
        return escape(t("the value of {indicator}", indicator=indicator_names().get(row.indicator_id, "")))
    words = {"late": labels.number(row.late_table_points), "missing": labels.number(row.missing_table_points)}
    return escape(t("deductions: {late} a late table, {missing} a missing one", **words))


def _difference(row: Row) -> str:
    if more := _more(row):
        return f"<span class='sub late'>▲ {escape(t('to add: {count}', count=labels.count(more)))}</span>"
    if row.is_reported_more:
        return cells.chip(t("more is reported"), t("Other reports may count here; nothing is taken back"))
    if not row.is_measured and row.missing_count > row.reported_missing:
        return cells.chip(t("open until published"), t("It may still come before the month is published"))
    return f"<span class='sub on_time'>✓ {escape(t('as reported'))}</span>"


def _more(row: Row) -> int:
    return int(row.more_value + row.more_late + row.more_missing)
