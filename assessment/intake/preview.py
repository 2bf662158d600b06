"""What a workbook would do before it is allowed to: its problems, and every row against what is known."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from assessment import settings, workbook
from assessment.errors import AssessmentError, Problem
from assessment.facts import MonthForm, Submission
from assessment.intake import compare
from assessment.intake.form import month_forms
from assessment.periods import Period
from assessment.store import Store

Progress: TypeAlias = Callable[[int, int, str], None]
"""Told how much is done of how much, and what was done last (a period's code)."""


def nobody(_done: int, _total: int, _what: str) -> None:
    """Progress that nobody watches."""


class Change(NamedTuple):
    """One row against what is known. `kind` is new, changed, unchanged or missing."""

    kind: str
    section: str
    unit: str
    item: str
    before: str
    after: str
    sheet: str
    cell: str

    @property
    def is_news(self) -> bool:
        """Whether a commit of this row would change anything."""
        return self.kind in ("new", "changed")


@dataclass(frozen=True)
class Delivery:
    """The files of a month and the day they came in (default: today)."""

    month: Period
    files: list[tuple[str, bytes]]
    received_on: date | None = None


@dataclass(frozen=True)
class Incoming:
    """A file as it was read: its name, bytes and rows, and what is wrong in it, by its own sheets and cells."""

    file_name: str
    sha256: str
    data: bytes
    submission: Submission
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    is_readable: bool = True
    settled: list[workbook.Settled] = field(default_factory=list)
    shapes: list[workbook.Shape] = field(default_factory=list)
    received_on: date | None = None
    """Where it came in on another day than the rest of its delivery."""

    def marked(self, doubts: Sequence[Problem] = ()) -> workbook.Marked:
        """The file to hand back, with everything wrong or doubted marked where it stands. Raises AssessmentError."""
        return workbook.marked(self.file_name, self.data, self.problems, [*self.warnings, *doubts])


@dataclass(frozen=True)
class Preview:
    """Files checked against a month and a data version; with problems there is nothing to commit.

    `answers` are those given for these files, which a commit remembers.
    """

    month: Period
    received_on: date
    data_version: int
    incoming: list[Incoming]
    problems: list[Problem]
    warnings: list[Problem]
    form: MonthForm
    changes: list[Change] = field(default_factory=list)
    answers: tuple[workbook.Answer, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many changes of each kind; a kind without any is absent."""
        return dict(Counter(change.kind for change in self.changes))

    def sheet_of(self, file: Incoming, sheet: str) -> str:
        """A sheet of one of the files, with the file's name where there are several."""
        return _sheet(sheet, file.file_name, len(self.incoming) == 1)

    @property
    def is_unchanged(self) -> bool:
        """Whether a commit would change nothing: the same content again."""
        return not any(change.is_news for change in self.changes)


def preview(
    store: Store,
    files: list[tuple[str, bytes]],
    month: Period,
    received_on: date | None = None,
    answers: tuple[workbook.Answer, ...] = (),
) -> Preview:
    """Read files in a limited child process and compare their rows with the month as it stands.

    `answers` settle questions that the files left open, and go before what is remembered. Raises AssessmentError for a
    month that takes no data.
    """
    return preview_months(store, [Delivery(month, files, received_on)], answers=answers)[0]


def preview_months(
    store: Store,
    deliveries: list[Delivery],
    progress: Progress = nobody,
    answers: tuple[workbook.Answer, ...] = (),
) -> list[Preview]:
    """Preview several months as if each were committed before the next; earliest first, one delivery a month.

    Raises AssessmentError for a month that takes no data or is delivered twice.
    """
    ordered = sorted(deliveries, key=lambda delivery: delivery.month.start)
    for before, delivery in pairwise(ordered):
        if before.month == delivery.month:
            raise AssessmentError("{period} is delivered twice.", period=str(delivery.month))
    with _uncollected():
        return _preview_ordered(store, ordered, progress, answers)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage collection meanwhile: it goes through a hundred thousand rows again and again, none of them garbage,
    and takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _preview_ordered(
    store: Store, ordered: list[Delivery], progress: Progress, answers: tuple[workbook.Answer, ...]
) -> list[Preview]:
    version = store.data_version
    forms = month_forms(store, [delivery.month for delivery in ordered])
    known = compare.Known(store, [form.month for form in forms])
    is_alone = sum(len(delivery.files) for delivery in ordered) == 1
    previews = []
    remembered = [workbook.Answer(*row) for row in store.rows("form", "answer")]
    brought = [(form, one.files) for form, one in zip(forms, ordered, strict=True)]
    everything = workbook.read_months(brought, workbook.Answers([*remembered, *answers]))
    for form, delivery, readings in zip(forms, ordered, everything, strict=True):
        made = _preview(delivery, form, readings, known, version, is_alone)
        previews.append(replace(made, answers=answers))
        progress(len(previews), len(ordered), str(delivery.month))
    return previews


def _preview(
    delivery: Delivery,
    form: MonthForm,
    readings: list[workbook.Reading],
    known: compare.Known,
    version: int,
    is_alone: bool,
) -> Preview:
    incoming = [
        Incoming(
            reading.file_name,
            reading.sha256,
            data,
            reading.submission,
            reading.problems,
            reading.warnings,
            reading.is_readable,
            reading.settled,
            reading.shapes,
        )
        for reading, (_, data) in zip(readings, delivery.files, strict=True)
    ]
    given: dict[compare.Key, compare.Cell] = {}
    for file in incoming:
        given |= compare.given_rows(file.submission)
    changes = _changes(known.rows(form.month), form, given)
    known.take_in(form.month, given)
    return Preview(
        month=delivery.month,
        received_on=delivery.received_on or settings.today(),
        data_version=version,
        incoming=incoming,
        problems=[_placed(problem, reading, is_alone) for reading in readings for problem in reading.problems],
        warnings=[_placed(warning, reading, is_alone) for reading in readings for warning in reading.warnings],
        form=form,
        changes=changes,
    )


def _placed(problem: Problem, reading: workbook.Reading, is_alone: bool) -> Problem:
    """With several files, a problem says which one it stands in."""
    return replace(problem, sheet=_sheet(problem.sheet, reading.file_name, is_alone))


def _sheet(sheet: str, file_name: str, is_alone: bool) -> str:
    return sheet if is_alone or sheet == file_name else f"{file_name} {sheet}"


def _changes(known: dict[compare.Key, str], form: MonthForm, given: dict[compare.Key, compare.Cell]) -> list[Change]:
    unit_names = {unit.unit_id: unit.name for unit in form.units}
    indicator_names = {indicator.indicator_id: indicator.name for indicator in form.indicators}
    changes = []
    for key, cell in given.items():
        before, after = known.get(key, ""), cell.text
        if before == after == "" and key.section != "result":
            continue
        changes.append(
            Change(
                kind=_kind(before, after, key.section == "result"),
                section=key.section,
                unit=unit_names.get(key.unit_id, key.unit_id),
                item=key.item(indicator_names),
                before=before,
                after=after,
                sheet=cell.sheet,
                cell=cell.cell,
            )
        )
    return [*changes, *_missing(form, known, given)]


def _kind(before: str, after: str, is_result: bool) -> str:
    if before == after:
        return "missing" if is_result and not after else "unchanged"
    return "changed" if before else "new"


def _missing(form: MonthForm, known: dict[compare.Key, str], given: dict[compare.Key, compare.Cell]) -> list[Change]:
    """Cells the month asks for that neither the files nor the store have."""
    elsewhere = {"graded", "milestone"}
    asked = {
        indicator.indicator_id: indicator.name
        for indicator in form.indicators
        if indicator.is_due and not indicator.functions & elsewhere
    }
    missing = []
    for unit in form.units:
        for indicator_id, name in asked.items():
            key = compare.Key("result", unit.unit_id, (indicator_id,))
            if (unit.unit_id, indicator_id) in form.assigned and key not in given and not known.get(key):
                missing.append(Change("missing", "result", unit.name, name, "", "", "", ""))
    return missing
