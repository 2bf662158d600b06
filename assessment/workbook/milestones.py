"""Sheet 节点: which milestones are done, and when (domain.md section 4, function 12)."""

from datetime import date

from assessment.errors import fault
from assessment.facts import IndicatorInfo, MilestoneProgress
from assessment.spreadsheet.grid import Sheet
from assessment.workbook import dates, records, sheets
from assessment.workbook.directory import Directory
from assessment.workbook.findings import Findings
from assessment.workbook.grammar import shown
from assessment.workbook.names import clean, key
from assessment.workbook.records import Record
from assessment.workbook.twice import Seen

_NOT_DONE = frozenset({"未完成", "进行中", "未开工", "未到期", "否", "无", "-", "—", "/"})


def read(sheet: Sheet, directory: Directory, findings: Findings) -> list[MilestoneProgress]:
    """The milestones' dates. If no row says anything under 实际完成日期 the sheet is not handed in and gives no row."""
    known = {(m.unit_id, m.indicator_id, key(m.milestone)): m.milestone for m in directory.form.milestones}
    seen = Seen(findings)
    progress: list[MilestoneProgress] = []
    says_anything = False
    for record in records.read(sheet, sheets.MILESTONES, directory, findings):
        says_anything = says_anything or record.is_filled(sheets.DONE)
        indicator = record.indicator(directory)
        milestone = _milestone(record, indicator, known) if indicator else None
        done_on = _done_on(record)
        if indicator is None or milestone is None or not record.is_sound:
            continue
        row_key = (record.unit.unit_id, indicator.indicator_id, milestone)
        where = record.at(sheets.DONE)
        if seen.is_new(row_key, done_on, sheet.name, where, record.unit.name, f"{indicator.name} {milestone}"):
            progress.append(MilestoneProgress(*row_key, done_on, sheet.name, where))
    return progress if says_anything else []


def _milestone(record: Record, indicator: IndicatorInfo, known: dict[tuple[str, str, str], str]) -> str | None:
    """The milestone as the scheme spells it: the unit's own, or one that all units share (unit '')."""
    cell = record.table.key_cell(record.row, sheets.MILESTONE)
    written = clean(cell.text) if cell else ""
    for unit_id in (record.unit.unit_id, ""):
        found = known.get((unit_id, indicator.indicator_id, key(written)))
        if found is not None:
            return found
    names = [
        name
        for (unit, code, _), name in known.items()
        if unit in (record.unit.unit_id, "") and code == indicator.indicator_id
    ]
    unknown = "“{found}” is no milestone of {unit} under {indicator}. Known milestones: {known}."
    record.refuse(
        sheets.MILESTONE,
        fault(
            unknown, found=written[:40], unit=record.unit.name, indicator=indicator.name, known="、".join(names) or "—"
        ),
    )
    return None


def _done_on(record: Record) -> date | None:
    cell = record.cell(sheets.DONE)
    if cell is None or (cell.kind == "text" and key(cell.text) in _NOT_DONE):
        return None
    found = dates.day(cell)
    if found is None:
        wrong = (
            "“{found}” is no date of completion. Write it like 2026-06-15; "
            "leave it empty or write 未完成 if it is not done."
        )
        record.refuse(sheets.DONE, fault(wrong, found=shown(cell)))
    return found
