"""Which sheets of a workbook are which of the format: by their name, or, where none has one, by their headings."""

from collections.abc import Sequence
from datetime import date

from assessment.errors import Fault, fault
from assessment.spreadsheet.grid import Sheet
from assessment.workbook import month, sheets, tables, wide
from assessment.workbook.directory import Directory
from assessment.workbook.findings import Findings
from assessment.workbook.names import clean, key

Named = list[tuple[str, Sheet]]
_WIDE = (sheets.RESULTS, sheets.TARGETS)
_NOT_ACTUALS = ("目标", "计划", "任务分解")


def named(file_name: str, book: Sequence[Sheet], directory: Directory, findings: Findings) -> Named:
    """The sheets to read with their format name; what is passed over or guessed is a warning, never silent.

    A workbook with one properly named sheet is read by names alone: a sheet beside it may hold last year's figures.
    """
    found, others = [], []
    book = _of_this_month(book, directory.form.month, findings)
    for sheet in book:
        bare = key(month.without_month(sheet.name)).strip("()-_.·表")
        if bare in sheets.READ:
            found.append((bare, sheet))
        elif sheet.name not in sheets.OURS and sheet.cells:
            others.append(sheet)
    if not found:
        found = _by_headings(others, directory, findings)
        if not found and not findings.problems:
            findings.problem(file_name, "", _foreign(book))
    found = [(name, _upright(sheet, directory, findings) if name in _WIDE else sheet) for name, sheet in found]
    taken = {sheet.name for _, sheet in found}
    for sheet in others if found else []:
        if sheet.name not in taken:
            findings.warn(sheet.name, "", fault("This sheet is none of the format's sheets and was not read."))
    return found


def _of_this_month(book: Sequence[Sheet], asked: date, findings: Findings) -> list[Sheet]:
    """Where one sheet's name says this month, those whose names say another are passed over."""
    is_named = any(month.stated(sheet.name) and not month.is_other(sheet.name, asked) for sheet in book)
    kept = [sheet for sheet in book if not (is_named and month.is_other(sheet.name, asked))]
    for sheet in book:
        if sheet not in kept:
            findings.warn(sheet.name, "", fault("This sheet is of another month and was not read."))
    return kept


def _by_headings(book: Sequence[Sheet], directory: Directory, findings: Findings) -> Named:
    """The visible sheets that are plainly one of the format's; two for the same are a problem."""
    seen = [sheet for sheet in book if sheet.visibility == "visible"]
    plain = [(name, sheet) for sheet in seen if (name := format_name(sheet, directory))]
    plain += [(sheets.RESULTS, sheet) for sheet in seen if _has_units_across(sheet, directory)]
    found: dict[str, Sheet] = {}
    for name, sheet in plain or [(sheets.RESULTS, sheet) for sheet in seen if _lists_units(sheet, directory)]:
        if name in found:
            both = "The sheets “{one}” and “{other}” both look like sheet {known}. Rename the one to read to {known}."
            findings.problem(sheet.name, "", fault(both, one=found[name].name, other=sheet.name, known=name))
            return []
        found[name] = sheet
    for name, sheet in found.items():
        findings.warn(sheet.name, "", fault("By its headings this sheet was read as sheet {known}.", known=name))
    return list(found.items())


def format_name(sheet: Sheet, directory: Directory) -> str | None:
    """The format's name of a sheet with these headings; None if they are not plainly one's."""
    table = tables.look(sheet, directory)
    if table is None:
        return None
    headings = set(table.columns)
    long = [name for name, required in sheets.REQUIRED.items() if headings.issuperset(required)]
    if sheets.BALLOTS in long and not headings & {sheets.GROUP, sheets.ABSTENTIONS, *directory.form.grades}:
        long.remove(sheets.BALLOTS)
    if sheets.EVENTS in long and not headings & {sheets.EVENT, sheets.DOCUMENT, sheets.QUANTITY, sheets.POINTS}:
        long.remove(sheets.EVENTS)
    if long:
        return max(long, key=lambda name: len(sheets.REQUIRED[name]))
    return sheets.RESULTS if wide.names_an_indicator(table, directory) and not _is_of_targets(table) else None


def _has_units_across(sheet: Sheet, directory: Directory) -> bool:
    """Whether a sheet has no units down but units across and indicators down."""
    if tables.look(sheet, directory):
        return False
    return format_name(sheet.turned(), directory) == sheets.RESULTS


def _upright(sheet: Sheet, directory: Directory, findings: Findings) -> Sheet:
    """The sheet, or, with its units across, the sheet turned so that they stand down."""
    if not _has_units_across(sheet, directory):
        return sheet
    findings.warn(sheet.name, "", fault("The sheet was read with its units across and its indicators down."))
    return sheet.turned()


def _lists_units(sheet: Sheet, directory: Directory) -> bool:
    """Whether a sheet is a table of units, though none of its headings is known: its columns are asked about."""
    table = tables.look(sheet, directory)
    cells = [cell for (_, column), cell in sheet.cells.items() if table and column == table.columns.get(sheets.UNIT)]
    known = sum(directory.knows_unit(cell.text) for cell in cells)
    return table is not None and known >= tables.FEWEST_UNITS and not _is_of_targets(table)


def _is_of_targets(table: tables.Table) -> bool:
    """Whether the sheet's name or a line above its header speaks of targets: the same shape as results."""
    above = [cell.text for row, cells in table.sheet.rows.items() if row < table.header_row for cell in cells]
    return any(word in clean(text) for text in (table.sheet.name, *above) for word in _NOT_ACTUALS)


def _foreign(book: Sequence[Sheet]) -> Fault:
    return fault(
        "None of the sheets {known} is in the file; it has {found}. Use the month's template.",
        known="、".join(sheets.READ),
        found="、".join(sheet.name for sheet in book)[:200] or "—",
    )
