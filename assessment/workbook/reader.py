"""Reads workbooks into the rows of a month, with everything wrong in all of them at once (domain.md section 3)."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from assessment.errors import Fault, fault
from assessment.facts import MonthForm, Submission
from assessment.spreadsheet import precheck, sandbox
from assessment.spreadsheet.grid import Sheet
from assessment.workbook import (
    ballots,
    conflicts,
    decisions,
    events,
    long_results,
    milestones,
    month,
    recognise,
    results,
    sheets,
    wide,
)
from assessment.workbook.answers import Answers
from assessment.workbook.directory import Directory
from assessment.workbook.findings import Findings
from assessment.workbook.names import label
from assessment.workbook.reading import Reading


def read(files: Sequence[tuple[str, bytes]], form: MonthForm, answers: Answers | None = None) -> list[Reading]:
    """Each (name, bytes) read against the month's form, in order. Never raises for what is in a file.

    `answers` settle what earlier tables of the same sources left open.

    The bytes are checked first, then parsed in one limited child process; a key that two files state differently
    is a problem of the later one.
    """
    return next(read_months([(form, files)], answers))


def read_months(
    months: Sequence[tuple[MonthForm, Sequence[tuple[str, bytes]]]], answers: Answers | None = None
) -> Iterator[list[Reading]]:
    """The readings of each month in turn, as `read` gives them; the children parse ahead of who asks."""
    everything = [one for _, files in months for one in files]
    refusals = [precheck.refusal(label(name), data) for name, data in everything]
    read_on = [data for (_, data), refused in zip(everything, refusals, strict=True) if refused is None]
    books = sandbox.open_books(read_on)
    books_in_order = (refused or next(books) for refused in refusals)
    for form, files in months:
        directory = Directory(form, answers)
        readings = [_read_file(name, data, next(books_in_order), directory) for name, data in files]
        yield conflicts.between(readings, form)


def _read_file(name: str, data: bytes, book: Sequence[Sheet] | Fault, directory: Directory) -> Reading:
    findings, submission = Findings(), Submission()
    if isinstance(book, Fault):
        findings.problem(label(name), "", book)
    else:
        submission = _read_book(label(name), book, directory, findings)
    sha256 = hashlib.sha256(data).hexdigest()
    return Reading(
        file_name=label(name),
        sha256=sha256,
        submission=submission,
        problems=findings.problems,
        warnings=findings.warnings,
        is_readable=not isinstance(book, Fault),
        settled=findings.settled,
        shapes=findings.shapes,
    )


def _read_book(file_name: str, book: Sequence[Sheet], directory: Directory, findings: Findings) -> Submission:
    book = [replace(sheet, name=sheet.name or PurePath(file_name).stem) for sheet in book]
    named = recognise.named(file_name, book, directory, findings)
    if not named:
        return Submission()
    _check_version(book, findings)
    read_from = {sheet.name for _, sheet in named}
    told = [sheet for sheet in book if sheet.name in read_from or sheet.name == sheets.META]
    other_month = month.disagreement(file_name, told, directory.form.month)
    if other_month:
        findings.problem(file_name, "", other_month)
    return _submission(named, directory, findings)


def _check_version(book: Sequence[Sheet], findings: Findings) -> None:
    for sheet in book:
        version = sheet.cells.get((1, 2)) if sheet.name == sheets.META else None
        if version and version.text != str(sheets.FORMAT_VERSION):
            newer = "The workbook is of format {found}; this program reads format {known}. Take a new template."
            findings.problem(sheet.name, "B1", fault(newer, found=version.text[:20], known=sheets.FORMAT_VERSION))


def _submission(named: Sequence[tuple[str, Sheet]], directory: Directory, findings: Findings) -> Submission:
    rows = Submission()
    listed: dict[str, None] = {}
    for name, sheet in sorted(named, key=lambda pair: sheets.READ.index(pair[0])):
        if name in (sheets.RESULTS, sheets.TARGETS):
            table = wide.read(sheet, directory, findings)
            if table and name == sheets.RESULTS:
                listed |= dict.fromkeys(unit.unit_id for unit in table.rows.values())
                values, grades = results.read_results(table, directory, findings)
                rows.results.extend(values)
                rows.votes.extend(grades)
            elif table:
                rows.targets.extend(results.read_targets(table, directory, findings))
        elif name == sheets.LONG:
            found = long_results.read(sheet, directory, findings)
            listed |= dict.fromkeys(row.unit_id for row in found)
            rows.results.extend(found)
        elif name == sheets.EVENTS:
            rows.events.extend(events.read(sheet, directory, listed, findings))
        elif name == sheets.BALLOTS:
            rows.votes.extend(ballots.read(sheet, directory, findings))
        elif name == sheets.MILESTONES:
            rows.milestones.extend(milestones.read(sheet, directory, findings))
        else:
            rows.decisions.extend(decisions.read(sheet, directory, findings))
    return rows
