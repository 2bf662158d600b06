"""A column of a wide table with the headings above it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessment.errors import fault
from assessment.spreadsheet.grid import Cell
from assessment.workbook import month, sheets, tables
from assessment.workbook.directory import Directory
from assessment.workbook.findings import Findings
from assessment.workbook.names import clean, heading, key


@dataclass(frozen=True)
class Column:
    """`heads` from the top; `indicators` are those that one heading, or else all together, name to the letter."""

    number: int
    heads: list[Cell]
    indicators: set[str]
    month: date

    @property
    def path(self) -> str:
        """The headings as written, outer first."""
        return "／".join(clean(cell.text) for cell in self.heads)

    @property
    def text(self) -> str:
        """What an answer is remembered under: the headings, whatever month it is."""
        return key(month.relative(self.path, self.month))

    @property
    def is_of_another_month(self) -> bool:
        """Whether the headings name months, or years, and not this one."""
        return month.is_other(self.path, self.month)

    @property
    def place(self) -> str:
        """The address of the lowest heading."""
        return self.heads[-1].address


def columns(table: tables.Table, first: int, directory: Directory, findings: Findings) -> list[Column]:
    """Every column that may hold an indicator; one with values and no heading is a problem.

    `first` is the first row under the headings.
    """
    fixed = {table.columns.get(name) for name in (sheets.CODE, sheets.UNIT, sheets.TYPE)}
    found = []
    for number in sorted({column for row, column in table.sheet.cells if row >= table.header_row} - fixed):
        heads = _heads(table, number, first)
        if any(heading(cell.text) in sheets.IGNORED_COLUMNS for cell in heads):
            continue
        if table.sheet.is_turned and not _has_values(table, number, first):
            continue  # a title or a note of the sheet as it was
        if heads:
            found.append(Column(number, heads, _named(heads, directory), directory.form.month))
        elif _has_values(table, number, first):
            nameless = fault("The column has values but no heading. Name it or clear it.")
            findings.problem(table.sheet.name, table.sheet.address(table.header_row, number), nameless)
    return found


def _heads(table: tables.Table, number: int, first: int) -> list[Cell]:
    """The cells above a column from the row over the header row to the last header row, merged ones included."""
    fixed = [table.columns[name] for name in (sheets.CODE, sheets.UNIT) if name in table.columns]
    rows = range(max(1, table.header_row - 1), first)
    around = (table.sheet.head(row, number, fixed) for row in rows)
    heads = list(dict.fromkeys(cell for cell in around if cell and clean(cell.text)))
    is_own = any(cell.row >= table.header_row for cell in heads)
    return heads if is_own or _has_values(table, number, first) else []


def _has_values(table: tables.Table, number: int, first: int) -> bool:
    return any((row, number) in table.sheet.cells for row in table.sheet.rows if row >= first)


def _named(heads: Sequence[Cell], directory: Directory) -> set[str]:
    alone = set().union(*(directory.indicators_named(cell.text) for cell in heads))
    return alone or directory.indicators_named("".join(clean(cell.text) for cell in heads))
