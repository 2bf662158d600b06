"""Numbers that can be right but look wrong (domain.md section 8, data quality): a commit needs a reason for them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from assessment import labels, reports
from assessment.errors import Problem
from assessment.facts import Result
from assessment.intake.preview import Incoming, Preview
from assessment.store import Store, tables


def doubts(store: Store, preview: Preview) -> list[Problem]:
    """What looks wrong among the new or changed numbers of a preview, one file of `queries/doubts` after another.

    Sheets and cells are those of the files; what was in before in the same words is not doubted again. Numbers beside
    cells with problems are doubted too: whoever mends the file mends all of it at once.
    """
    news = _news(preview)
    if not news:
        return []
    sheets, rows = zip(*news, strict=True)
    month = preview.month.start
    types = {unit.unit_id: unit.unit_type for unit in preview.form.units}
    with store.trial() as trial:
        tables.run(
            trial.transaction,
            "stage_incoming",
            unit_ids=[row.unit_id for row in rows],
            unit_types=[types.get(row.unit_id) for row in rows],
            indicator_ids=[row.indicator_id for row in rows],
            numbers=[row.value for row in rows],
            targets=[preview.form.targets.get((row.unit_id, row.indicator_id)) for row in rows],
            sheets=list(sheets),
            cells=[row.cell for row in rows],
        )
        year_start = _year_start(month, reports.year_start_month(store))
        tables.run(trial.transaction, "stage_recent", month=month, year_start=year_start)
        tables.run(trial.transaction, "stage_beside")
        tables.run(trial.transaction, "stage_later", month=month, year_start=year_start)
        found = tables.doubts(trial.transaction)
    return [Problem(row["sheet"], row["cell"], message, _words(row)) for message, row in _first_of_each(found)]


def in_file(preview: Preview, file: Incoming, found: list[Problem]) -> list[Problem]:
    """The doubts that stand in one file of a preview, with the sheet as the file names it."""
    sheets = {preview.sheet_of(file, row.sheet): row.sheet for row in file.submission.results}
    return [replace(doubt, sheet=sheets[doubt.sheet]) for doubt in found if doubt.sheet in sheets]


def _first_of_each(found: list[tuple[str, list[dict[str, Any]]]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """One doubt a cell, the first in the order of the checks; where the values of a type's whole column have been
    shifted, none of its cells."""
    doubted: set[tuple[object, ...]] = set()
    for message, rows in found:
        for row in rows:
            column = (row["sheet"], row["indicator"], row.get("unit_type"))
            cell = (row["sheet"], row["cell"])
            if "unit" not in row:
                doubted.add(column)
            elif column in doubted or cell in doubted:
                continue
            else:
                doubted.add(cell)
            yield message, row


def _news(preview: Preview) -> list[tuple[str, Result]]:
    """The new or changed numbers, each with the sheet to name."""
    moved = {(change.sheet, change.cell) for change in preview.changes if change.section == "result" and change.is_news}
    return [
        (preview.sheet_of(file, row.sheet), row)
        for file in preview.incoming
        for row in file.submission.results
        if row.value is not None and (row.sheet, row.cell) in moved
    ]


def _year_start(month: date, first_month: int) -> date:
    return date(month.year - (month.month < first_month), first_month, 1)


def _words(row: Mapping[str, object]) -> dict[str, object]:
    numbers = (Decimal, float)
    return {name: labels.amount(value, "") if isinstance(value, numbers) else value for name, value in row.items()}
