"""The page: the finding, the month, its days, the tables, the year, the units, the file."""

from dataclasses import replace
from datetime import date

import streamlit as st

from assessment import labels
from assessment.findings import submissions as findings
from assessment.i18n import t
from assessment.periods import Period
from assessment.reports import completion
from assessment.ui import empty, heading, load, table_download
from assessment.ui.scope import Scope, link
from assessment.ui.submissions import board, download, heat, proposal, sending_back, steps, units
from assessment.ui.submissions.view import View, choose_month


def draw(scope: Scope, period: Period) -> None:
    """Everything below the frame, for a period with results."""
    today = labels.county_today()
    head = st.container()
    view = choose_month(scope, _shown(period), today)
    rows = view.tables()
    with head:
        heading.draw(findings.headline(view.calendar.short("month", view.month), rows), _about(view))
    if rows.empty:
        empty.note(t("By the calendar of its indicators no department owes anything for this month."))
        empty.links([(link("upload", scope, month=view.code), t("Upload a month"))])
    else:
        st.html(load.drawn(_month, view))
    st.html(load.drawn(_year, view))
    proposal.draw(view)
    sending_back.draw(view)
    there = replace(scope, period=view.calendar.period("month", view.month))
    table_download.offer(there, t("On time"), lambda: download.tables(view), download.notes(view))


def _shown(period: Period) -> date:
    """The latest month with data of the period on screen."""
    found = load.frame(completion.completion_month, period)["month"].iloc[0]
    return period.start if labels.is_missing(found) else found.date()


def _about(view: View) -> list[str]:
    return [
        view.calendar.full("month", view.month),
        t("as of {day}", day=f"{view.today:%Y-%m-%d}"),
        t("departments' tables count whole, whatever unit types are picked") if view.scope.unit_types else "",
        findings.rule(),
    ]


def _month(view: View) -> str:
    return f"{steps.html(view)}{board.html(view)}{units.html(view)}"


def _year(view: View) -> str:
    return heat.html(view)
