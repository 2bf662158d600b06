"""What was agreed at earlier meetings: the overdue items first, each with what became of its number."""

from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings import follow_ups as findings
from assessment.i18n import t
from assessment.meeting import slide
from assessment.meeting.material import Material
from assessment.meeting.slide import Cell, Column, Slide, Table
from assessment.meetings import Meeting
from assessment.reports.follow_ups import follow_ups

Row = Any
_ROWS_A_SCREEN = 6
_TONES = {"overdue": "red", "open": "yellow", "done": "green", "dropped": "same"}
_SIGNS = {"overdue": "■", "open": "◆", "done": "●", "dropped": "○"}


def slides(material: Material, last: Meeting | None) -> list[Slide]:
    """Every item that is open, and what was closed since the last meeting; one sentence where there are none."""
    rows = follow_ups(material.reader, material.month, material.held_on, material.written_until)
    known = rows[rows["period_start"] <= pd.Timestamp(material.period.start)]
    shown = known[(known["state"] == "open") | (known["changed_at"] > _since(last))]
    first = Slide(
        "follow_ups",
        "follow_ups",
        findings.standing(shown),
        slide.joined([t("as of {day}", day=f"{material.held_on:%Y-%m-%d}"), t("overdue first")]) if len(shown) else "",
        table=Table(_columns(), [_row(material, row) for row in shown.itertuples(index=False)]) if len(shown) else None,
        sources=(t("Outcome: the number an item is about, in the month it comes from and in this one"),),
    )
    return slide.paged(first, _ROWS_A_SCREEN)


def _since(last: Meeting | None) -> pd.Timestamp:
    """From when on closed items are news."""
    return pd.Timestamp(last.written_until) if last else pd.Timestamp("1900-01-01")


def _columns() -> list[Column]:
    return [
        Column(t("Agreed"), 0.3),
        Column(t("Responsible"), 0.17),
        Column(t("Due"), 0.13),
        Column(t("State"), 0.13),
        Column(t("What became of it"), 0.27),
    ]


def _row(material: Material, row: Row) -> list[Cell]:
    code = "overdue" if row.is_overdue else str(row.state)
    owner = labels.name(row.owner, row.owner_en)
    if not labels.is_missing(row.person) and row.person:
        owner = t("{unit}, {person}", unit=owner, person=row.person)
    told = findings.outcome(row, material.calendar)
    if row.state != "open" and not labels.is_missing(row.evidence) and row.evidence:
        told = str(row.evidence)
    return [
        Cell(str(row.title)),
        Cell(owner, unit_id=str(row.owner_unit_id)),
        Cell(f"{row.due_on:%Y-%m-%d}", tone="red" if row.is_overdue else ""),
        Cell(f"{_SIGNS[code]} {findings.state(row)}", tone=_TONES[code]),
        Cell(told or labels.NONE),
    ]
