"""The list as a workbook."""

import pandas as pd

from assessment import export, labels
from assessment.export import Column
from assessment.findings import follow_ups as findings
from assessment.i18n import t
from assessment.ui import load
from assessment.ui.follow_ups import view as views
from assessment.ui.follow_ups.view import View

_COLUMNS = (
    Column("follow_up_id", "Number"),
    Column("state_shown", "State"),
    Column("title", "Item"),
    Column("owner_shown", "Responsible"),
    Column("person", "Person in charge"),
    Column("due_shown", "Due by"),
    Column("days_shown", "Days left or over"),
    Column("became_shown", "What became of it"),
    Column("evidence", "Progress, evidence, or why it is dropped"),
    Column("from_shown", "Meeting on"),
    Column("about_shown", "About"),
    Column("made_shown", "Put on the list"),
    Column("changed_shown", "Last changed"),
    Column("version", "Versions"),
)


def tables(view: View) -> list[export.Table]:
    """One sheet."""
    rows = view.listed()
    calendar = load.calendar()
    shown = pd.DataFrame(rows, columns=view.rows().columns)
    shown = shown.assign(
        state_shown=[findings.state(row) for row in rows],
        owner_shown=[views.owner(row) for row in rows],
        due_shown=[f"{row.due_on:%Y-%m-%d}" for row in rows],
        days_shown=[findings.due(row) for row in rows],
        became_shown=[findings.outcome(row, calendar) for row in rows],
        from_shown=[views.comes_from(row) for row in rows],
        about_shown=[views.about(row) for row in rows],
        made_shown=[f"{row.made_by} {labels.moment(row.made_at)}" for row in rows],
        changed_shown=[f"{row.changed_by} {labels.moment(row.changed_at)}" for row in rows],
    )
    return [export.from_frame(t("Follow-ups"), _COLUMNS, shown, frozen=3)]


def notes(view: View) -> dict[str, str]:
    """The day, the month held against the meeting's, and which items are listed."""
    return {
        t("As of"): f"{view.today:%Y-%m-%d}",
        t("Month of the outcome"): load.calendar().full("month", view.month),
        t("Listed"): shown_names()[view.show],
    }


def shown_names() -> dict[str, str]:
    """The filter's choices."""
    return {"open": t("Open ones"), "all": t("All, done and dropped too")}
