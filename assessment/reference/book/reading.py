"""A workbook in words back into rows of tables: every title, heading and word is known in every language."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from assessment.errors import Problem
from assessment.i18n import t
from assessment.reference.book import values
from assessment.reference.book.codes import Codes
from assessment.reference.book.fields import Field, Plan
from assessment.reference.book.sheets import (
    DEFAULT,
    MEANING,
    PLANS,
    field_of,
    key,
    months,
    spoken,
    spread_field,
    table_of,
)
from assessment.reference.rows import RawRow
from assessment.spreadsheet.grid import Cell, Sheet
from assessment.spreadsheet.plain_tables import is_valueless, valueless

_HEADING_ROWS = 12
_COLUMN_NAME = re.compile("[a-z][a-z0-9_]*")


def is_in_words(sheets: list[Sheet]) -> bool:
    """Whether a workbook is one of ours, told by its sheets' titles; else its sheets are tables by their names."""
    return any(table_of(sheet.name) is not None and sheet.name not in PLANS for sheet in sheets)


def sheet_name(table: str) -> str:
    """What the sheet of a table is called in the reader's language."""
    return t(PLANS[table].title)


def read(sheets: list[Sheet]) -> tuple[dict[str, list[RawRow]], list[Problem]]:
    """The rows of every table, and everything that is wrong with sheets, headings and words."""
    found, problems = _tables(sheets)
    grids = {}
    for table, sheet in found.items():
        grid = _grid(PLANS[table], sheet, problems)
        if grid:
            grids[table] = grid
    codes = Codes.of({table: (grid.plan, list(grid.texts())) for table, grid in grids.items()})
    if problems:
        return {}, problems
    return {table: _Rows(grid, codes, problems).read() for table, grid in grids.items()}, problems


def _tables(sheets: list[Sheet]) -> tuple[dict[str, Sheet], list[Problem]]:
    found: dict[str, Sheet] = {}
    problems = []
    for sheet in sheets:
        table = table_of(sheet.name)
        if table is None and sheet.cells and sheet.visibility == "visible":
            names = t(", ").join(sheet_name(known) for known in PLANS)
            message = "This sheet is none of the scheme's; take it out or give it the title it had: {sheets}."
            problems.append(Problem(sheet.name, "", message, {"sheets": names}))
        elif table in found:
            problems.append(
                Problem(sheet.name, "", "This sheet is there twice, once as “{other}”.", {"other": found[table].name})
            )
        elif table:
            found[table] = sheet
    problems += [
        Problem(
            sheet_name(table),
            "",
            "This sheet is missing; without it all its rows would be taken out. Bring it back, empty if need be.",
        )
        for table in PLANS
        if table not in found
    ]
    return found, problems


@dataclass(frozen=True)
class _Grid:
    """A sheet with its headings understood: the field of every column; of those laid out sideways, the value too."""

    plan: Plan
    sheet: Sheet
    heading_row: int
    fields: dict[int, Field]
    spread: dict[int, str]

    def body(self) -> list[tuple[int, dict[int, Cell]]]:
        """The rows below the headings that hold something in a known column."""
        rows = []
        for number, cells in self.sheet.rows.items():
            if number > self.heading_row:
                held = {cell.column: cell for cell in cells if cell.column in self.fields and cell.text.strip()}
                if held and not self._is_aside(held):
                    rows.append((number, held))
        return rows

    def _is_aside(self, held: dict[int, Cell]) -> bool:
        """Whether it is one of the columns that explain the parameters of a turned sheet."""
        first = held.get(min(self.fields))
        return self.plan.is_turned and first is not None and key(first.text) in spoken(MEANING) | spoken(DEFAULT)

    def texts(self) -> list[dict[str, str]]:
        """The rows as plain text by column, without what is laid out sideways."""
        return [
            {self.fields[at].column: cell.text.strip() for at, cell in held.items() if at not in self.spread}
            for _, held in self.body()
        ]


def _grid(plan: Plan, sheet: Sheet, problems: list[Problem]) -> _Grid | None:
    laid = sheet.turned() if plan.is_turned else sheet
    known = {
        number: {cell.column: field for cell in cells if (field := field_of(plan.table, cell.text))}
        for number, cells in laid.rows.items()
        if number <= _HEADING_ROWS
    }
    row = max(known, key=lambda number: len(known[number]), default=0)
    if not row or len(known[row]) < min(2, len(plan.fields)):
        columns = t(", ").join(t(field.heading) for field in plan.fields)
        message = "The row of headings is not there; it names: {columns}."
        problems.append(Problem(sheet.name, "", message, {"columns": columns}))
        return None
    fields, spread = dict(known[row]), {}
    heads = {cell.column: cell for cell in laid.rows[row]}
    held = {cell.column for number, cells in laid.rows.items() if number > row for cell in cells if cell.text.strip()}
    for at in sorted(held - fields.keys()):
        head = heads[at].text.strip() if at in heads else ""
        if side := _sideways(plan, head):
            fields[at], spread[at] = spread_field(plan.table, side), side
        elif _COLUMN_NAME.fullmatch(head):
            fields[at] = Field(head, head)
        else:
            columns = t(", ").join(t(field.heading) for field in plan.fields)
            named = {"column": head or "—", "columns": columns}
            message = "There is no column {column}; columns are: {columns}."
            problems.append(Problem(sheet.name, laid.address(row, at), message, named))
    there = {field.column for field in fields.values()}
    problems += [
        Problem(sheet.name, laid.address(row, 1), "The column “{column}” is missing.", {"column": t(field.heading)})
        for field in plan.fields
        if field.column not in there and not field.is_extra
    ]
    return _Grid(plan, laid, row, fields, spread)


def _sideways(plan: Plan, head: str) -> str:
    """What a heading among those laid out sideways stands for; an indicator's is resolved with the rows."""
    if plan.spread == "month_index":
        return months().get(key(head), "")
    return head if plan.spread else ""


@dataclass(frozen=True)
class _Rows:
    """The rows of one sheet, their cells turned into what a table of codes would hold."""

    grid: _Grid
    codes: Codes
    problems: list[Problem]

    def read(self) -> list[RawRow]:
        """The rows from the top; a row laid out sideways becomes one row for each of its values."""
        sides = {at: self._side(at, text) for at, text in self.grid.spread.items()}
        rows: list[RawRow] = []
        for number, held in self.grid.body():
            plain = [at for at in self.grid.fields if at not in sides]
            cells = {self.grid.fields[at].column: self._text(held[at], at) for at in plain if at in held}
            places = {self.grid.fields[at].column: self.grid.sheet.address(number, at) for at in plain}
            if not self.grid.plan.spread:
                rows.append(RawRow(self.grid.sheet.name, number, cells, places, is_in_words=True))
            rows += [
                self._valued(number, at, side, held.get(at), cells, places)
                for at, side in sides.items()
                if self._counts(held, at)
            ]
        return rows

    def _counts(self, held: dict[int, Cell], at: int) -> bool:
        """An empty cell sets no target; a curve has all its months."""
        return at in held or self.grid.plan.spread == "month_index"

    def _valued(
        self, number: int, at: int, side: str, cell: Cell | None, cells: dict[str, str], places: dict[str, str]
    ) -> RawRow:
        plan, address = self.grid.plan, self.grid.sheet.address(number, at)
        text = self._text(cell, at) if cell else ""
        return RawRow(
            self.grid.sheet.name,
            number,
            cells | {plan.spread: side, plan.value: text},
            places | {plan.spread: self.grid.sheet.address(self.grid.heading_row, at), plan.value: address},
            is_in_words=True,
        )

    def _side(self, at: int, text: str) -> str:
        if self.grid.plan.spread != "indicator_id":
            return text
        return self._resolved("indicator", text, self.grid.sheet.address(self.grid.heading_row, at))

    def _text(self, cell: Cell, at: int) -> str:
        field, text = self.grid.fields[at], cell.text.strip()
        if is_valueless(cell):
            self.problems.append(valueless(self.grid.sheet, cell))
            return text
        if field.look == "word":
            return values.code_of(self.grid.plan.table, field.column, text) or text
        if field.look == "ref":
            known = values.code_of(self.grid.plan.table, field.column, text)
            return known or self._resolved(field.refers, text, cell.address)
        if field.look == "share" and text.endswith(("%", "％")):
            return _percent(text)
        if field.look in ("number", "whole") and cell.is_percent:
            self._complain(
                cell, "“{text}” is formatted as a percentage; this column takes the number itself (88 for 88%)."
            )
        if field.look in ("text", "prose") and cell.kind in ("date", "time"):
            self._complain(cell, "“{text}” was made a date; format the cell as text and write it again.")
        return text

    def _resolved(self, table: str, text: str, address: str) -> str:
        code, other = self.codes.find(table, text)
        if other:
            message = "“{text}”: the code is one row of sheet “{sheet}”, the name another ({other}). Choose again."
            named = {"text": text, "sheet": sheet_name(table), "other": other}
            self.problems.append(Problem(self.grid.sheet.name, address, message, named))
        elif code is None:
            named = {"text": text, "sheet": sheet_name(table)}
            message = "“{text}” is not in the sheet “{sheet}”."
            self.problems.append(Problem(self.grid.sheet.name, address, message, named))
        return code or text

    def _complain(self, cell: Cell, message: str) -> None:
        self.problems.append(Problem(self.grid.sheet.name, cell.address, message, {"text": cell.text.strip()}))


def _percent(text: str) -> str:
    try:
        return str(Decimal(text[:-1].strip().replace(",", "")) / 100)
    except InvalidOperation:
        return text
