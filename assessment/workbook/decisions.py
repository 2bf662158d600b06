"""Sheet 审定: the tiers the leading group settled on, with their reasons (domain.md section 5)."""

from datetime import date

from assessment.errors import fault
from assessment.facts import Decision
from assessment.spreadsheet.grid import Sheet
from assessment.workbook import dates, records, sheets
from assessment.workbook.directory import Directory
from assessment.workbook.findings import Findings
from assessment.workbook.grammar import shown
from assessment.workbook.names import key
from assessment.workbook.records import Record
from assessment.workbook.twice import Seen

_FIELDS = (sheets.PERIOD, sheets.TIER, sheets.REASON)


def read(sheet: Sheet, directory: Directory, findings: Findings) -> list[Decision]:
    """The decisions. Quarters and years are calendar ones; the tier and the reason are required."""
    seen = Seen(findings)
    decisions: list[Decision] = []
    for record in records.read(sheet, sheets.DECISIONS, directory, findings):
        if not record.is_filled(*_FIELDS):
            continue
        period, tier, reason = _period(record), _tier(record, directory), record.text(sheets.REASON)
        if not reason:
            record.refuse(sheets.REASON, fault("The reason (理由) of the decision is missing. Write it."))
        if period is None or not record.is_sound:
            continue
        where = record.at(sheets.TIER)
        row_key = (*period, record.unit.unit_id)
        if seen.is_new(row_key, (tier, reason), sheet.name, where, record.unit.name, record.text(sheets.PERIOD)):
            decisions.append(Decision(*row_key, tier, reason, sheet.name, where))
    return decisions


def _period(record: Record) -> tuple[str, date] | None:
    cell = record.table.key_cell(record.row, sheets.PERIOD)
    found = dates.period(cell) if cell else None
    if cell is None:
        record.refuse(sheets.PERIOD, fault("The period (周期) is missing. Write it like 2026-06, 2026Q2 or 2026."))
    elif found is None:
        wrong = "“{found}” is no period. Write it like 2026-06, 2026Q2 or 2026."
        record.refuse(sheets.PERIOD, fault(wrong, found=shown(cell)))
    return found


def _tier(record: Record, directory: Directory) -> str | None:
    known = {key(tier): tier for tier in directory.form.tiers}
    written = record.word(sheets.TIER)
    if key(written) not in known:
        unknown = "“{found}” is no tier of this scheme. Known tiers: {known}."
        record.refuse(sheets.TIER, fault(unknown, found=written[:40], known="、".join(directory.form.tiers)))
    return known.get(key(written))
