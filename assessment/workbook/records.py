"""Reads the shape of the long sheets: one record a row, its fields by heading."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assessment.errors import Fault, fault
from assessment.facts import IndicatorInfo, UnitInfo
from assessment.spreadsheet.grid import Cell, Sheet
from assessment.workbook import dates, numerals, sheets, tables
from assessment.workbook.directory import Directory
from assessment.workbook.findings import Findings
from assessment.workbook.grammar import shown
from assessment.workbook.names import as_written, clean
from assessment.workbook.tables import Table

MOST_COUNTED = 100_000
LONGEST_TEXT = 500


@dataclass(slots=True)
class Record:
    """A row of a long sheet with its unit. What is wrong in it is noted, and it is no longer `is_sound`."""

    table: Table
    row: int
    unit: UnitInfo
    where: str
    findings: Findings
    is_sound: bool = True

    def at(self, heading: str) -> str:
        """The address of the cell under a heading, filled or not; the unit's cell where there is no such column."""
        column = self.table.columns.get(heading)
        return self.table.sheet.address(self.row, column) if column else self.where

    def refuse(self, heading: str, what: Fault) -> None:
        """Note a problem with the cell under a heading."""
        self.is_sound = False
        self.findings.problem(self.table.sheet.name, self.at(heading), what)

    def warn(self, heading: str, what: Fault) -> None:
        """Note a warning about the cell under a heading."""
        self.findings.warn(self.table.sheet.name, self.at(heading), what)

    def cell(self, heading: str) -> Cell | None:
        """The filled cell under a heading; an error or a formula without a result is noted and counts as empty."""
        cell = self.table.cell(self.row, heading)
        if cell is None or not (clean(cell.text) or cell.kind == "formula"):
            return None
        if cell.kind == "error":
            self.refuse(
                heading,
                fault(
                    "The cell holds the error {found}. Correct the formula or write the text itself.", found=shown(cell)
                ),
            )
            return None
        if cell.kind == "formula":
            unsaved = (
                "The cell holds a formula without a stored result. Open the file in Excel, save it, and read it again."
            )
            self.refuse(heading, fault(unsaved))
            return None
        return cell

    def is_filled(self, *headings: str) -> bool:
        """Whether any cell under the headings holds something."""
        cells = (self.table.cell(self.row, heading) for heading in headings)
        return any(cell is not None and (clean(cell.text) or cell.kind == "formula") for cell in cells)

    def word(self, heading: str) -> str:
        """A name or code under a heading, in the one spelling that comparisons use; '' where there is none."""
        return clean(self.text(heading))

    def text(self, heading: str) -> str:
        """The free text under a heading with its punctuation as written; '' where there is none."""
        cell = self.cell(heading)
        words = as_written(cell.text) if cell else ""
        if len(words) > LONGEST_TEXT:
            self.refuse(
                heading, fault("The text has {count} characters; at most {most}.", count=len(words), most=LONGEST_TEXT)
            )
        return words[:LONGEST_TEXT]

    def day(self, heading: str) -> date | None:
        """The day under a heading; None where there is none."""
        cell = self.cell(heading)
        found = dates.day(cell) if cell else None
        if cell and found is None:
            self.refuse(heading, fault("“{found}” is no date. Write it like 2026-06-15.", found=shown(cell)))
        return found

    def count(self, heading: str) -> int | None:
        """The whole number from 0 on under a heading; None where the cell is empty."""
        cell = self.cell(heading)
        if cell is None:
            return None
        is_number = cell.kind in ("number", "text") and not cell.is_percent
        number = numerals.whole(cell.text, cell.kind == "text") if is_number else None
        if number is None or not 0 <= number <= MOST_COUNTED:
            wrong = "“{found}” is no count. Write a whole number from 0 to {most}."
            self.refuse(heading, fault(wrong, found=shown(cell), most=MOST_COUNTED))
            return None
        return number

    def indicator(self, directory: Directory) -> IndicatorInfo | None:
        """The indicator the row names, which its unit must have; None with a problem noted."""
        cell = self.table.key_cell(self.row, sheets.INDICATOR)
        if cell is None:
            self.refuse(sheets.INDICATOR, fault("The indicator is missing. Write its code or name."))
            return None
        found = directory.indicator(cell.text)
        if isinstance(found, Fault):
            self.refuse(sheets.INDICATOR, found)
            return None
        if not directory.is_assigned(self.unit, found):
            strange = "{indicator} is not assigned to {unit}. Take the row out."
            self.refuse(sheets.INDICATOR, fault(strange, indicator=found.name, unit=self.unit.name))
            return None
        return found


def read(sheet: Sheet, name: str, directory: Directory, findings: Findings) -> Iterator[Record]:
    """The records of a long sheet whose headings are `sheets.COLUMNS[name]`; none, with a problem, if headings lack."""
    table = tables.find(sheet, directory, findings)
    if table is None:
        return
    has_unit = {sheets.UNIT, sheets.CODE} & table.columns.keys()
    missing = [h for h in sheets.REQUIRED[name] if h not in table.columns and not (h == sheets.UNIT and has_unit)]
    if missing:
        lacking = fault("Row {row} lacks the headings {headings}.", row=table.header_row, headings="、".join(missing))
        findings.problem(sheet.name, f"A{table.header_row}", lacking)
        return
    tables.note_hidden(sheet, findings)
    for row, unit, cell in tables.unit_rows(table, directory, findings):
        yield Record(table, row, unit, cell.address, findings)
