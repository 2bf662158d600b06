"""The page as a workbook: the month's tables, the year, the units."""

import pandas as pd

from assessment import export, labels
from assessment.export import Column
from assessment.findings import submissions as findings
from assessment.i18n import t
from assessment.ui import departments
from assessment.ui.submissions.view import View, indicator_names

_UNITS = (
    Column("unit_shown", "Unit"),
    Column("unit_type", "Type"),
    Column("late_count", "Cells missing"),
    Column("indicators_shown", "Indicators of the table"),
    Column("departments_shown", "Department"),
)


def tables(view: View) -> list[export.Table]:
    """One sheet a block of the page."""
    year = _named(view.year())
    month = year[year["month"].dt.date == view.month]
    return [
        export.submission_table(t("On time"), month, for_people=True),
        export.submission_table(t("The year"), year, for_people=True),
        export.from_frame(t("Units' own rows"), _UNITS, _units(view)),
    ]


def notes(view: View) -> dict[str, str]:
    """The month, the day, and how a table is judged."""
    return {
        t("Month"): view.calendar.full("month", view.month),
        t("As of"): f"{view.today:%Y-%m-%d}",
        t("How it is judged"): findings.rule(),
    }


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    names = indicator_names()
    columns = ("indicators", "open_indicators")
    called = {name: [[names.get(code, code) for code in codes] for codes in rows[name]] for name in columns}
    return departments.named(rows).assign(
        **{name: pd.Series(found, index=rows.index, dtype=object) for name, found in called.items()}
    )


def _units(view: View) -> pd.DataFrame:
    rows, names = view.units(), indicator_names()
    return rows.assign(
        unit_shown=[labels.name(*pair) for pair in zip(rows["unit"], rows["unit_en"], strict=True)],
        indicators_shown=[labels.listing([names.get(code, code) for code in codes]) for codes in rows["indicators"]],
        departments_shown=[labels.listing([departments.name(one) for one in found]) for found in rows["departments"]],
    )
