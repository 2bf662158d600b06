"""Reads the shape of 指标 and 目标: one row a unit, one column an indicator."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from assessment.errors import fault
from assessment.facts import IndicatorInfo, UnitInfo
from assessment.spreadsheet.grid import Cell, Sheet, address
from assessment.workbook import grammar, headers, numerals, sheets, tables
from assessment.workbook.directory import Directory
from assessment.workbook.findings import Findings
from assessment.workbook.names import clean, key
from assessment.workbook.shape import OPEN, PASSED, UNIT, Shape

_MOST_COLUMNS, _ROWS_OF_DATA, _LONGEST = 60, 3, 40


@dataclass(frozen=True)
class WideTable:
    """The columns by number with their indicator, and the rows by number with their unit.

    `factors` bring a column's numbers into its indicator's unit of measure; `source` tells tables of one shape.
    """

    sheet: Sheet
    columns: dict[int, IndicatorInfo]
    rows: dict[int, UnitInfo]
    unit_cells: dict[int, Cell]
    factors: dict[int, Decimal] = field(default_factory=dict)
    source: str = ""


def read(sheet: Sheet, directory: Directory, findings: Findings) -> WideTable | None:
    """The wide table of a sheet; None, with a problem noted, if it has no header row."""
    table = tables.find(sheet, directory, findings)
    if table is None:
        return None
    tables.note_hidden(sheet, findings)
    first = _first_data_row(table)
    said = headers.read(table, first, directory, findings)
    columns = said.chosen
    if not sheet.is_turned:
        findings.shapes.append(_shape(table, first, columns, said.still_open))
    rows: dict[int, UnitInfo] = {}
    unit_cells: dict[int, Cell] = {}
    for row, unit, cell in tables.unit_rows(table, directory, findings, first):
        rows[row], unit_cells[row] = unit, cell
    _refuse_merged_values(table, columns, rows, findings)
    return WideTable(sheet, columns, rows, unit_cells, said.factors, said.source)


def names_an_indicator(table: tables.Table, directory: Directory) -> bool:
    """Whether any heading is the code or name of an indicator, to the letter."""
    rows = range(max(1, table.header_row - 1), _first_data_row(table))
    cells = [cell for row in rows for cell in table.sheet.rows.get(row, []) if cell.kind == "text"]
    return any(directory.indicators_named(cell.text) for cell in cells)


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


def _refuse_merged_values(
    table: tables.Table, columns: dict[int, IndicatorInfo], rows: dict[int, UnitInfo], findings: Findings
) -> None:
    for top, left, bottom, right in table.sheet.merged:
        spanned = [row for row in range(top, bottom + 1) if row in rows]
        if spanned and any(column in columns for column in range(left, right + 1)) and (left, top) != (right, bottom):
            merged = fault("A merged cell stands among the values. Take the merge off and fill every cell.")
            findings.problem(table.sheet.name, table.sheet.address(top, left), merged)


def _shape(table: tables.Table, first: int, chosen: Mapping[int, IndicatorInfo], still_open: Collection[int]) -> Shape:
    """How the table was understood, for people to see; `still_open` are the columns with a question."""
    units = {table.columns[name] for name in (sheets.CODE, sheets.UNIT) if name in table.columns}
    numbers = sorted({column for row, column in table.sheet.cells if row >= table.header_row})[:_MOST_COLUMNS]
    roles = {}
    for number in numbers:
        role = UNIT if number in units else OPEN if number in still_open else PASSED
        roles[address(1, number)[:-1]] = chosen[number].indicator_id if number in chosen else role
    heads = [row for row in table.sheet.rows if table.header_row <= row < first]
    data = [row for row in table.sheet.rows if row >= first][:_ROWS_OF_DATA]
    return Shape(
        sheet=table.sheet.name,
        roles=roles,
        rows={row: [_text(table, row, number) for number in numbers] for row in (*heads, *data)},
        heads=len(heads),
    )


def _text(table: tables.Table, row: int, number: int) -> str:
    cell = table.sheet.head(row, number)
    return clean(cell.text)[:_LONGEST] if cell else ""
