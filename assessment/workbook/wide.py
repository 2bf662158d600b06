"""Reads the shape of 指标 and 目标: one row a unit, one column an indicator."""

import re
from dataclasses import dataclass

from assessment.facts import IndicatorInfo, UnitInfo
from assessment.workbook import grammar, numerals, sheets, tables
from assessment.workbook.directory import Directory
from assessment.workbook.findings import Fault, Findings, fault
from assessment.workbook.grid import Cell, Sheet, address
from assessment.workbook.names import MEASURES_OF_MONEY, clean, heading, key, split_measure

_QUALIFIER = re.compile(
    "目标|计划|任务|上年|去年|同期|上月|本月|当月|当期|位次|排名|名次|完成率|进度|增幅|增速|同比|环比|得分|评分"
)
_STATED_MEASURE = re.compile(r"(?:计量)?单位:(\S+)")


@dataclass(frozen=True)
class WideTable:
    """The columns by number with their indicator, and the rows by number with their unit."""

    sheet: Sheet
    columns: dict[int, IndicatorInfo]
    rows: dict[int, UnitInfo]
    unit_cells: dict[int, Cell]


def read(sheet: Sheet, directory: Directory, findings: Findings) -> WideTable | None:
    """The wide table of a sheet; None, with a problem noted, if it has no header row."""
    table = tables.find(sheet, findings)
    if table is None:
        return None
    tables.note_hidden(sheet, findings)
    first = _first_data_row(table)
    columns = _columns(table, first, directory, findings)
    rows: dict[int, UnitInfo] = {}
    unit_cells: dict[int, Cell] = {}
    for row, unit, cell in tables.unit_rows(table, directory, findings, first):
        rows[row], unit_cells[row] = unit, cell
    _refuse_merged_values(table, columns, rows, findings)
    return WideTable(sheet, columns, rows, unit_cells)


def names_an_indicator(table: tables.Table, directory: Directory) -> bool:
    """Whether any heading is the code or name of an indicator, to the letter."""
    rows = range(max(1, table.header_row - 1), _first_data_row(table))
    cells = [cell for row in rows for cell in table.sheet.rows.get(row, []) if cell.kind == "text"]
    return any(directory.has_indicator(cell.text) for cell in cells)


def _first_data_row(table: tables.Table) -> int:
    """The row under the header, past at most two further header rows, which hold no unit and no value."""
    for row in range(table.header_row + 1, table.header_row + 3):
        cells = table.sheet.rows.get(row, [])
        own = [
            table.sheet.cells.get((row, table.columns[name]))
            for name in (sheets.CODE, sheets.UNIT)
            if name in table.columns
        ]
        if not cells or any(own) or any(_is_value(cell) for cell in cells):
            return row
    return table.header_row + 3


def _is_value(cell: Cell) -> bool:
    return cell.kind != "text" or key(cell.text) in grammar.WORDS or numerals.parse(cell.text) is not None


def _columns(table: tables.Table, first: int, directory: Directory, findings: Findings) -> dict[int, IndicatorInfo]:
    money = _stated_money(table)
    fixed = {table.columns.get(name) for name in (sheets.CODE, sheets.UNIT, sheets.TYPE)}
    columns: dict[int, IndicatorInfo] = {}
    for column in sorted({column for row, column in table.sheet.cells if row >= table.header_row} - fixed):
        heads = _heads(table, column, first)
        if not heads or any(heading(cell.text) in sheets.IGNORED_COLUMNS for cell in heads):
            if not heads:
                _note_headless(table, column, first, findings)
            continue
        found = _qualified(heads, directory) or _indicator(heads, directory)
        if isinstance(found, Fault):
            findings.problem(table.sheet.name, heads[-1].address, found)
            continue
        wrong = _wrong_measure(heads, found, money, directory)
        if wrong:
            findings.problem(table.sheet.name, heads[-1].address, wrong)
        columns[column] = found
    return columns


def _heads(table: tables.Table, column: int, first: int) -> list[Cell]:
    """The header cells of a column from the row above the header row to the last header row."""
    around = (table.sheet.cells.get((row, column)) for row in range(max(1, table.header_row - 1), first))
    heads = [cell for cell in around if cell and clean(cell.text)]
    return heads if any(cell.row >= table.header_row for cell in heads) or _is_wanted(table, column, first) else []


def _is_wanted(table: tables.Table, column: int, first: int) -> bool:
    return any((row, column) in table.sheet.cells for row in table.sheet.rows if row >= first)


def _note_headless(table: tables.Table, column: int, first: int, findings: Findings) -> None:
    if _is_wanted(table, column, first):
        where = address(table.header_row, column)
        findings.problem(table.sheet.name, where, fault("The column has values but no heading. Name it or clear it."))


def _qualified(heads: list[Cell], directory: Directory) -> Fault | None:
    """What a heading beside an indicator's makes of the column, if not its value: a target, last year, a rank."""
    for cell in heads:
        said = None if directory.has_indicator(cell.text) else _QUALIFIER.search(key(cell.text))
        if said and any(directory.has_indicator(other.text) for other in heads):
            return fault(
                "The heading “{found}” says that the column is not the indicator's value to date. "
                "Delete the column, or clear that heading if it is.",
                found=clean(cell.text)[:40],
            )
    return None


def _indicator(heads: list[Cell], directory: Directory) -> IndicatorInfo | Fault:
    answers = [directory.indicator(cell.text) for cell in heads]
    found = {answer.indicator_id: answer for answer in answers if not isinstance(answer, Fault)}
    if len(found) > 1:
        return fault(
            "The column's headings mean different indicators: {codes}. Correct one.", codes="、".join(sorted(found))
        )
    return next(iter(found.values())) if found else answers[-1]


def _stated_money(table: tables.Table) -> str:
    """The unit of money that a line such as 单位:万元 above the header states for the whole table."""
    for row, cells in table.sheet.rows.items():
        for cell in cells if row < table.header_row else []:
            stated = _STATED_MEASURE.search(clean(cell.text))
            if stated and key(stated.group(1)) in MEASURES_OF_MONEY:
                return key(stated.group(1))
    return ""


def _wrong_measure(heads: list[Cell], indicator: IndicatorInfo, money: str, directory: Directory) -> Fault | None:
    wanted = key(indicator.measure_unit)
    known = (MEASURES_OF_MONEY | {key(other.measure_unit) for other in directory.indicators.values()}) - {""}
    stated = [split_measure(cell.text)[1] for cell in heads] + [key(cell.text).strip("()") for cell in heads]
    told = next((measure for measure in stated if measure in known), money if wanted in MEASURES_OF_MONEY else "")
    if not told or told == wanted:
        return None
    return fault(
        "The table gives {indicator} in {told}, but it is counted in {wanted}. Convert the numbers and the heading.",
        indicator=indicator.name,
        told=told,
        wanted=indicator.measure_unit or "—",
    )


def _refuse_merged_values(
    table: tables.Table, columns: dict[int, IndicatorInfo], rows: dict[int, UnitInfo], findings: Findings
) -> None:
    for top, left, bottom, right in table.sheet.merged:
        spanned = [row for row in range(top, bottom + 1) if row in rows]
        if spanned and any(column in columns for column in range(left, right + 1)) and (left, top) != (right, bottom):
            merged = fault("A merged cell stands among the values. Take the merge off and fill every cell.")
            findings.problem(table.sheet.name, address(top, left), merged)
