"""Reads workbooks into the rows of a month, with everything wrong in all of them at once (domain.md section 3)."""

import hashlib
from collections.abc import Iterator, Sequence

from assessment.facts import MonthForm, Submission
from assessment.workbook import (
    ballots,
    conflicts,
    decisions,
    events,
    milestones,
    month,
    precheck,
    results,
    sandbox,
    sheets,
    wide,
)
from assessment.workbook.directory import Directory
from assessment.workbook.findings import Fault, Findings, fault
from assessment.workbook.grid import Sheet
from assessment.workbook.names import key, label
from assessment.workbook.reading import Reading


def read(files: Sequence[tuple[str, bytes]], form: MonthForm) -> list[Reading]:
    """Each (name, bytes) read against the month's form, in order. Never raises for what is in a file.

    The bytes are checked first, then parsed in one limited child process; a key that two files state differently
    is a problem of the later one.
    """
    return next(read_months([(form, files)]))


def read_months(months: Sequence[tuple[MonthForm, Sequence[tuple[str, bytes]]]]) -> Iterator[list[Reading]]:
    """The readings of each month in turn, as `read` gives them; the children parse ahead of who asks."""
    datas = [data for _, files in months for _, data in files]
    refusals = [precheck.refusal(data) for data in datas]
    books = sandbox.open_books([data for data, refused in zip(datas, refusals, strict=True) if refused is None])
    answers = (refused or next(books) for refused in refusals)
    for form, files in months:
        readings = [_read_file(name, data, next(answers), form) for name, data in files]
        yield conflicts.between(readings, form)


def _read_file(name: str, data: bytes, book: Sequence[Sheet] | Fault, form: MonthForm) -> Reading:
    findings, submission = Findings(), Submission()
    if isinstance(book, Fault):
        findings.problem(label(name), "", book)
    else:
        submission = _read_book(label(name), book, form, findings)
    sha256 = hashlib.sha256(data).hexdigest()
    return Reading(label(name), sha256, submission, findings.problems, findings.warnings)


def _read_book(file_name: str, book: Sequence[Sheet], form: MonthForm, findings: Findings) -> Submission:
    named = _named(book, findings)
    if not named:
        foreign = fault(
            "None of the sheets {known} is in the file; it has {found}. Use the month's template.",
            known="、".join(sheets.READ),
            found="、".join(sheet.name for sheet in book)[:200] or "—",
        )
        findings.problem(file_name, "", foreign)
        return Submission()
    _check_version(book, findings)
    other_month = month.disagreement(file_name, book, form.month)
    if other_month:
        findings.problem(file_name, "", other_month)
    return _submission(named, Directory(form), findings)


def _named(book: Sequence[Sheet], findings: Findings) -> list[tuple[str, Sheet]]:
    """The sheets of the format with their format name, a month in a sheet's name put aside; others get a warning."""
    named = []
    for sheet in book:
        bare = key(month.without_month(sheet.name)).strip("()-_.·表")
        if bare in sheets.READ:
            named.append((bare, sheet))
        elif sheet.name not in (sheets.NOTES, sheets.LISTS, sheets.META) and sheet.cells:
            findings.warn(sheet.name, "", fault("This sheet is none of the format's sheets and was not read."))
    return named


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
        elif name == sheets.EVENTS:
            rows.events.extend(events.read(sheet, directory, listed, findings))
        elif name == sheets.BALLOTS:
            rows.votes.extend(ballots.read(sheet, directory, findings))
        elif name == sheets.MILESTONES:
            rows.milestones.extend(milestones.read(sheet, directory, findings))
        else:
            rows.decisions.extend(decisions.read(sheet, directory, findings))
    return rows
