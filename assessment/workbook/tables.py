"""Finds the table on a sheet: its header row, its columns, and the rows that belong to a unit."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from assessment.errors import Fault, Question, fault
from assessment.facts import UnitInfo
from assessment.spreadsheet.grid import Cell, Sheet
from assessment.workbook import month, sheets
from assessment.workbook.answers import Settled
from assessment.workbook.directory import Directory
from assessment.workbook.findings import Findings
from assessment.workbook.headings import UNIT_HEADINGS, known_heading
from assessment.workbook.names import clean, key

FEWEST_UNITS, _MOST_HEADER_ROWS = 2, 3
_FOOTER = re.compile(
    r"(合计|总计|小计|共计|累计|全县|全市|全区|平均|均值|注\d*[:.、;]|注$|备注|说明|填表|制表|填报|审核|复核|负责人|单位负责人|联系)"
)


@dataclass(frozen=True)
class Table:
    """A sheet's table: its header row, and where the columns of known headings are."""

    sheet: Sheet
    header_row: int
    columns: dict[str, int]

    def cell(self, row: int, name: str) -> Cell | None:
        """The cell of a row under a heading; None if it is empty or the table has no such column."""
        column = self.columns.get(name)
        return self.sheet.cells.get((row, column)) if column else None

    def source(self, asked: date) -> str:
        """What tells a source's table month after month: its headings, whatever months they name."""
        heads = [key(month.relative(cell.text, asked)) for cell in self.sheet.rows[self.header_row]]
        return hashlib.sha256("|".join(heads).encode()).hexdigest()[:16]

    def key_cell(self, row: int, name: str) -> Cell | None:
        """The same for a key column, where a merged cell stands for every row it spans."""
        column = self.columns.get(name)
        return self.sheet.filled_down(row, column) if column else None


def look(sheet: Sheet, directory: Directory) -> Table | None:
    """The table of a sheet: its header row is the first with a cell 单位, 单位代码 or another word for them; without
    one, the column that holds names of units is theirs. Of twin headings the first."""
    for row, cells in sheet.rows.items():
        headings = [(known_heading(cell), cell) for cell in cells if cell.kind == "text"]
        if any(name in UNIT_HEADINGS for name, _ in headings):
            return Table(sheet, row, _first_of_each(headings))
    return _by_units(sheet, directory)


def _by_units(sheet: Sheet, directory: Directory) -> Table | None:
    """The table whose units' column has no word over it that says so: at least two units stand in it."""
    known = [
        cell
        for cells in sheet.rows.values()
        for cell in cells
        if cell.kind == "text" and directory.knows_unit(cell.text)
    ]
    columns = Counter(cell.column for cell in known)
    if not columns or columns.most_common(1)[0][1] < FEWEST_UNITS:
        return None
    column = columns.most_common(1)[0][0]
    first = min(cell.row for cell in known if cell.column == column)
    top = first
    while top > 1 and first - top < _MOST_HEADER_ROWS and _is_header(sheet, top - 1, column):
        top -= 1
    if top == first:
        return None
    headings = [(known_heading(cell), cell) for cell in sheet.rows[top] if cell.kind == "text"]
    return Table(sheet, top, {**_first_of_each(headings), sheets.UNIT: column})


def _is_header(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a row over the units can be one of headings: several texts, and none merged across the whole table."""
    cells = [cell for cell in sheet.rows.get(row, []) if cell.kind == "text" and clean(cell.text)]
    return len(cells) > 1 or any(sheet.head(row, cell.column, [column]) for cell in cells if cell.column != column)


def _first_of_each(headings: Iterable[tuple[str, Cell]]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for name, cell in headings:
        columns.setdefault(name, cell.column)
    return columns


def find(sheet: Sheet, directory: Directory, findings: Findings) -> Table | None:
    """The same, with a problem for every twin among the format's headings; None with a problem if there is no table."""
    table = look(sheet, directory)
    if table is None:
        missing = "No header row: no cell says 单位 or 单位代码. Put it above the units' names."
        findings.problem(sheet.name, "", fault(missing))
        return None
    for cell in sheet.rows[table.header_row]:
        name = known_heading(cell) if cell.kind == "text" else ""
        if name in _ALL_HEADINGS and table.columns[name] != cell.column:
            findings.problem(sheet.name, cell.address, _twice(name))
    return table


_ALL_HEADINGS = frozenset({sheets.CODE, sheets.UNIT}.union(*sheets.COLUMNS.values()))


def _twice(name: str) -> Fault:
    return fault("The heading {heading} stands twice. Delete one of the columns.", heading=name)


def unit_rows(
    table: Table, directory: Directory, findings: Findings, first: int | None = None
) -> Iterator[tuple[int, UnitInfo, Cell]]:
    """The rows under the header with their unit and the cell that names it; other rows are noted or passed over."""
    unnamed, source = 0, table.source(directory.form.month)
    for row, cells in table.sheet.rows.items():
        if row < (first or table.header_row + 1) or all(cell.kind == "text" and not clean(cell.text) for cell in cells):
            continue
        code, name = table.key_cell(row, sheets.CODE), table.key_cell(row, sheets.UNIT)
        named = name or code
        if _is_footer(cells[0], directory) or (named and _is_footer(named, directory)):
            passed = fault(
                "Row {row} (“{found}”) is no unit and was not read.", row=row, found=clean(cells[0].text)[:40]
            )
            findings.warn(table.sheet.name, cells[0].address, passed)
        elif named and directory.answers[source, "unit", key(named.text)] == "":
            _note_answer(table.sheet, source, named, "", findings)
            passed = fault("Row {row} (“{found}”) was passed over.", row=row, found=clean(named.text)[:40])
            findings.warn(table.sheet.name, named.address, passed)
        elif named is None:
            unnamed += 1
            findings.problem(
                table.sheet.name,
                cells[0].address,
                fault("Row {row} names no unit. Write it or clear the row.", row=row),
            )
        else:
            unit = directory.unit_of(code, name)
            settled = directory.answers[source, "unit", key(named.text)] if isinstance(unit, Fault) else None
            if settled in directory.units:
                _note_answer(table.sheet, source, named, settled, findings)
                yield row, directory.units[settled], named
            elif not isinstance(unit, Fault):
                yield row, unit, named
            elif all(cell in (code, name) for cell in cells):
                empty = "Row {row} (“{found}”) is no unit and has no values."
                said = fault(empty, row=row, found=clean(named.text)[:40])
                findings.warn(table.sheet.name, named.address, said)
            else:
                findings.problem(table.sheet.name, named.address, _asked(unit, source, directory))


def _asked(unknown: Fault, source: str, directory: Directory) -> Fault:
    """A unit that is not known, with the question of this source; what it was elsewhere is a first suggestion."""
    if unknown.question is None:
        return unknown
    near = (*directory.answers.likely("unit", unknown.question.text), *unknown.question.near)
    return replace(unknown, question=replace(unknown.question, source=source, near=tuple(dict.fromkeys(near))))


def _note_answer(sheet: Sheet, source: str, named: Cell, meaning: str, findings: Findings) -> None:
    """Note that an earlier answer settled which unit a name means."""
    question = Question(source, "unit", key(named.text))
    findings.settled.append(Settled(sheet.name, named.address, clean(named.text), question, meaning))


def _is_footer(cell: Cell, directory: Directory) -> bool:
    return cell.kind == "text" and bool(_FOOTER.match(key(cell.text))) and not directory.knows_unit(cell.text)


def note_hidden(sheet: Sheet, findings: Findings) -> None:
    """Say that hidden rows, or a hidden sheet, were read like any other."""
    if sheet.visibility != "visible":
        findings.warn(sheet.name, "", fault("The sheet is hidden; it was read all the same."))
    hidden = sorted(row for row in sheet.hidden_rows if row in sheet.rows)
    if hidden:
        rows = "、".join(str(row) for row in hidden[:20]) + ("…" if len(hidden) > 20 else "")
        findings.warn(sheet.name, "", fault("Hidden rows were read like any other: {rows}.", rows=rows))
