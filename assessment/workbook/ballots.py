"""Sheet 评价票: how many ballots of each grade a voter group gave a unit (domain.md section 4, function 11)."""

from assessment.errors import fault
from assessment.facts import IndicatorInfo, Vote
from assessment.spreadsheet.grid import Sheet
from assessment.workbook import records, sheets
from assessment.workbook.directory import Directory
from assessment.workbook.findings import Findings
from assessment.workbook.names import heading, key
from assessment.workbook.records import Record
from assessment.workbook.twice import Seen


def read(sheet: Sheet, directory: Directory, findings: Findings) -> list[Vote]:
    """The ballots. An indicator with any filled cell gives all its rows: abstentions as no grade, empty rows as 0."""
    seen = Seen(findings)
    votes: dict[str, list[Vote]] = {}
    filled: set[str] = set()
    for record in records.read(sheet, sheets.BALLOTS, directory, findings):
        indicator = _graded(record, directory)
        if indicator is None:
            continue
        group = _group(record, directory, indicator)
        counts: list[tuple[str | None, int | None]] = [
            (grade, record.count(heading(grade))) for grade in directory.form.grades
        ]
        counts.append((None, record.count(sheets.ABSTENTIONS)))
        if not record.is_sound:
            continue
        code = indicator.indicator_id
        row_key = (record.unit.unit_id, code, group)
        if seen.is_new(row_key, counts, sheet.name, record.where, record.unit.name, f"{indicator.name} {group}"):
            votes.setdefault(code, []).extend(_votes(record, code, group, counts))
            if any(count is not None for _, count in counts):
                filled.add(code)
    return [vote for code in votes if code in filled for vote in votes[code]]


def _graded(record: Record, directory: Directory) -> IndicatorInfo | None:
    indicator = record.indicator(directory)
    if indicator and "graded" not in indicator.functions:
        ungraded = "{indicator} is not graded by ballots. Take the row out."
        record.refuse(sheets.INDICATOR, fault(ungraded, indicator=indicator.name))
        return None
    return indicator


def _group(record: Record, directory: Directory, indicator: IndicatorInfo) -> str:
    """The voter group as the scheme spells it; '' where the scheme has no groups for the indicator."""
    groups = directory.form.voter_groups.get(indicator.indicator_id, ())
    written = record.word(sheets.GROUP)
    known = {key(group): group for group in groups}
    if groups and key(written) not in known:
        unknown = "“{found}” is no voter group of {indicator}. Known groups: {known}."
        names = "、".join(groups)
        record.refuse(sheets.GROUP, fault(unknown, found=written[:40], indicator=indicator.name, known=names))
    return known.get(key(written), written)


def _votes(record: Record, code: str, group: str, counts: list[tuple[str | None, int | None]]) -> list[Vote]:
    unit_id, sheet = record.unit.unit_id, record.table.sheet.name
    votes = [
        Vote(unit_id, code, group, grade, count, sheet, record.at(heading(grade) if grade else sheets.ABSTENTIONS))
        for grade, count in counts
        if count
    ]
    return votes or [Vote(unit_id, code, group, None, 0, sheet, record.where)]
