"""The board: a row a table, what needs action first on top."""

from html import escape
from typing import Any

from assessment import labels
from assessment.findings import submissions as findings
from assessment.i18n import t
from assessment.ui import cells, departments, grid, heading
from assessment.ui.grid import Column
from assessment.ui.scope import link
from assessment.ui.submissions import words
from assessment.ui.submissions.view import Row, View


def html(view: View) -> str:
    """The title and the table."""
    rows = view.tables()
    title = heading.section_html(findings.board(rows, view.names(rows)))
    listed: list[Row] = list(rows.itertuples(index=False))
    return f"{title}{grid.html(_columns(view), listed, 'sub-board')}"


def _columns(view: View) -> list[Column]:
    way = cells.go(link("upload", view.scope, month=view.code), t("Upload"))
    return [
        Column(t("Department"), "unit sj-written", lambda row: _department(view, row)),
        Column(t("Where it stands"), "sub-state", words.chip),
        Column(t("Due day"), "num", lambda row: escape(findings.day(row.due_on))),
        Column(t("First received"), "num mid", lambda row: _day(row.first_on)),
        Column(
            t("Complete on"), "num mid", lambda row: _day(row.complete_on), t("Nothing is left but units' own rows")
        ),
        Column(t("Cells in / owed"), "num", _cells),
        Column(t("Indicators of the table"), "wide wrap sub-what", lambda row: _what(view, row)),
        Column("", "sub-way", lambda _: way),
    ]


def _department(view: View, row: Row) -> str:
    name = departments.name(row.department)
    return escape(name) if labels.is_missing(row.unit_id) else cells.unit(view.scope, row.unit_id, name)


def _day(value: Any) -> str:
    return labels.NONE if labels.is_missing(value) else escape(findings.day(value))


def _cells(row: Row) -> str:
    """How much has come of what is owed; units' own missing rows are told apart."""
    own = ""
    if row.own_late_count:
        own = t("units' own missing: {count}", count=labels.count(row.own_late_count))
        own = f"<small>{escape(own)}</small>"
    look = "" if row.come_count == row.cell_count else " class='short'"
    return f"<span{look}>{labels.count(row.come_count)}</span>/{labels.count(row.cell_count)}{own}"


def _what(view: View, row: Row) -> str:
    """Its indicators; of a table that came in part those that are missing."""
    if row.state == "partial":
        return f"{escape(t('Still missing:'))} {view.indicators(row.open_indicators)}"
    return view.indicators(row.indicators)
