"""What the meeting is asked to decide, drawn from the data: ties, vetoes, near borders, and what nobody follows up."""

from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings import meeting as words
from assessment.findings import overview as findings
from assessment.i18n import t
from assessment.meeting import slide
from assessment.meeting.material import Material
from assessment.meeting.slide import Cell, Column, Slide, Table
from assessment.reports import overview

Row = Any
_ROWS_A_SCREEN = 8
_NEAR_SHOWN = 3


def slides(material: Material) -> list[Slide]:
    """One list of questions, the binding ones first."""
    rulings: list[Row] = list(overview.overview_rulings(material.reader, material.period).itertuples(index=False))
    awaited = material.awaited
    binding = [row for row in rulings if row.kind != "decision"]
    rows = [*_rulings(rulings), *_open(material, awaited), *_near(material)]
    columns = [Column(t("Matter"), 0.3), Column(t("What stands"), 0.42), Column(t("Asked of the meeting"), 0.28)]
    asked = Slide(
        "decisions",
        "decisions",
        words.decisions(binding, int(material.facts.late_count), sorted(set(awaited["department"])), len(rows)),
        material.period_name,
        table=Table(columns, rows) if rows else None,
        sources=(t("A proposal from the data; what is decided is entered by the office, with its reason"),),
    )
    return slide.paged(asked, _ROWS_A_SCREEN)


def _rulings(rulings: list[Row]) -> list[list[Cell]]:
    """Vetoes, ties across a border, decided tiers; the units of one tie together."""
    asked = {"tie": t("Settle the tie")}
    rows = []
    for tied in words.together(rulings):
        row = tied[0]
        names = f"{row.unit_type} {labels.listing([labels.name(one.unit, one.unit_en) for one in tied])}"
        about = Cell(names, unit_id=str(row.unit_id) if len(tied) == 1 else "")
        rows.append([about, Cell(findings.ruling(row)), Cell(asked.get(row.kind, t("Take note")), tone="strong")])
    return rows


def _open(material: Material, awaited: pd.DataFrame) -> list[list[Cell]]:
    """What keeps the period from being final."""
    late = int(material.facts.late_count)
    rows = []
    if late:
        said = t("types with a late result are provisional: {count}", count=int(material.facts.provisional_types))
        asked = Cell(t("Set a last day, or publish with a reason"), tone="strong")
        rows.append([Cell(words.late(late)), Cell(said), asked])
    for department, tables in awaited.groupby("department", sort=True):
        names = [labels.name(row.indicator, row.indicator_en) for row in tables.itertuples(index=False)]
        said = t("not in yet: {indicators}", indicators=labels.listing(names))
        rows.append([Cell(str(department)), Cell(said), Cell(t("Urge the department"), tone="strong")])
    return rows


def _near(material: Material) -> list[list[Cell]]:
    """Units a hair below a better tier: no decision, but the question will be asked."""
    near = overview.overview_near_misses(material.reader, material.period).head(_NEAR_SHOWN)
    return [
        [_unit(row), Cell(findings.near_miss(row)), Cell(t("For information"), tone="same")]
        for row in near.itertuples(index=False)
    ]


def _unit(row: Row) -> Cell:
    return Cell(f"{row.unit_type} {labels.name(row.unit, row.unit_en)}", unit_id=str(row.unit_id))
