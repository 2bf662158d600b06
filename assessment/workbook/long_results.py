"""Results in long form, as systems export them: one row a unit and indicator, its value under 完成值."""

from assessment.errors import Fault, fault
from assessment.facts import Result
from assessment.spreadsheet.grid import Sheet
from assessment.workbook import dates, grammar, records, sheets
from assessment.workbook.directory import Directory
from assessment.workbook.findings import Findings
from assessment.workbook.grammar import Place
from assessment.workbook.records import Record
from assessment.workbook.twice import Seen


def read(sheet: Sheet, directory: Directory, findings: Findings) -> list[Result]:
    """The values of the form's month; rows of other months are counted and passed over."""
    seen = Seen(findings)
    results: list[Result] = []
    others = 0
    for record in records.read(sheet, sheets.LONG, directory, findings):
        if _is_of_another_month(record, directory):
            others += 1
            continue
        indicator = record.indicator(directory)
        if indicator is None:
            continue
        cell = record.table.cell(record.row, sheets.VALUE)
        meaning = grammar.meaning(cell, Place(record.unit.name, indicator, is_assigned=True))
        if isinstance(meaning, Fault):
            record.refuse(sheets.VALUE, meaning)
            continue
        code, where = indicator.indicator_id, record.at(sheets.VALUE)
        if seen.is_new((record.unit.unit_id, code), meaning, sheet.name, where, record.unit.name, indicator.name):
            results.append(Result(record.unit.unit_id, code, meaning.value, meaning.state, sheet.name, where))
    if others:
        passed = fault("Rows of other months, not read: {count}.", count=others)
        findings.warn(sheet.name, "", passed)
    return results


def _is_of_another_month(record: Record, directory: Directory) -> bool:
    cell = record.cell(sheets.MONTH)
    if cell is None:
        return False
    found = dates.period(cell)
    if found is None or found[0] != "month":
        unknown = "“{found}” is no month. Write it like 2026-06."
        record.refuse(sheets.MONTH, fault(unknown, found=grammar.shown(cell)))
        return False
    return found[1] != directory.form.month
