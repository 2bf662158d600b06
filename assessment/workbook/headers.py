"""What every column of a wide table holds, told from its headings; what they leave open is asked, never guessed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from assessment.errors import Fault, Question, fault
from assessment.facts import IndicatorInfo
from assessment.spreadsheet.grid import Cell
from assessment.workbook import measures, sheets, tables
from assessment.workbook.answers import Settled
from assessment.workbook.column import Column, columns
from assessment.workbook.directory import Directory
from assessment.workbook.findings import Findings
from assessment.workbook.to_date import more_than_the_name, value_columns


@dataclass(frozen=True)
class Headers:
    """What the headings of a table say: the columns to read by number, those with a question, what a column's numbers
    are multiplied by where it is in another unit of measure, and what tells the source's tables apart."""

    chosen: dict[int, IndicatorInfo]
    still_open: set[int]
    factors: dict[int, Decimal]
    source: str


def read(table: tables.Table, first: int, directory: Directory, findings: Findings) -> Headers:
    """The headings of a table whose data begin in row `first`."""
    found = columns(table, first, directory, findings)
    headers = _Reader(table, table.source(directory.form.month), directory, findings)
    chosen = headers.settle(found)
    factors = {
        column.number: headers.factor(column, chosen[column.number]) for column in found if column.number in chosen
    }
    return Headers(dict(sorted(chosen.items())), headers.still_open, factors, headers.source)


@dataclass(frozen=True)
class _Reader:
    table: tables.Table
    source: str
    directory: Directory
    findings: Findings
    still_open: set[int] = field(default_factory=set)

    def settle(self, found: Sequence[Column]) -> dict[int, IndicatorInfo]:
        """The columns that an earlier answer or their headings settle; for the others a problem with a question."""
        chosen: dict[int, IndicatorInfo] = {}
        left: list[Column] = []
        for column in found:
            meaning = self.directory.answers[self.source, "column", column.text]
            if meaning == "":
                self._note(column, meaning)
                self._pass_over(column)
            elif meaning in self.directory.indicators:
                self._note(column, meaning)
                chosen[column.number] = self.directory.indicators[meaning]
            else:  # never asked, or the answer is not in this month's scheme
                left.append(column)
        taken = {indicator.indicator_id for indicator in chosen.values()}
        for column in left:
            if not column.indicators and (column.is_of_another_month or column.text in sheets.RANKS):
                self._pass_over(column)
            elif len(column.indicators) != 1:
                self._ask(column, self._unknown(column))
        for code in dict.fromkeys(code for column in left for code in column.indicators if len(column.indicators) == 1):
            own = [column for column in left if column.indicators == {code}]
            chosen |= self._of_one(own, self.directory.indicators[code], code in taken)
        return chosen

    def _of_one(self, own: Sequence[Column], indicator: IndicatorInfo, is_taken: bool) -> dict[int, IndicatorInfo]:
        """The value's column among those of one indicator. Headings alike to the letter are left to who compares
        what they hold; different ones that can both be meant are asked about."""
        is_of_targets = sheets.TARGETS in self.table.sheet.name
        value = [] if is_taken else value_columns(own, indicator, self.directory, is_of_targets)
        is_open = len({more_than_the_name(column, self.directory) for column in value}) > 1
        for column in own:
            if is_open and column in value:
                several = "Several columns can be the value of {indicator}: {found}."
                names = "、".join(one.path[:40] for one in value)
                self._ask(column, fault(several, indicator=indicator.name, found=names))
            elif column not in value and (value or is_taken):
                self._pass_over(column)
            elif not value:
                beside = "The heading “{found}” says that the column is not the value of {indicator} to date."
                self._ask(column, fault(beside, found=column.path[:60], indicator=indicator.name))
        return {} if is_open else {column.number: indicator for column in value}

    def factor(self, column: Column, indicator: IndicatorInfo) -> Decimal:
        """What the column's numbers are multiplied by; asked about where its unit of measure is another."""
        found = measures.mismatch(self.table, column.heads, indicator, self.directory)
        if found is None:
            return Decimal(1)
        text = f"{column.text}|{found.text}"
        meaning = self.directory.answers[self.source, "measure", text]
        options = (measures.CONVERT, measures.KEEP) if found.factor else (measures.KEEP,)
        if meaning and meaning in options:
            question = Question(self.source, "measure", text, options)
            self.findings.settled.append(Settled(self.table.sheet.name, column.place, column.path, question, meaning))
            return found.factor or Decimal(1) if meaning == measures.CONVERT else Decimal(1)
        said = measures.wrong(found, indicator)
        asked = Fault(said.message, said.values, Question(self.source, "measure", text, options))
        self.findings.problem(self.table.sheet.name, column.place, asked)
        return Decimal(1)

    def _note(self, column: Column, meaning: str) -> None:
        question = Question(self.source, "column", column.text)
        self.findings.settled.append(Settled(self.table.sheet.name, column.place, column.path, question, meaning))

    def _unknown(self, column: Column) -> Fault:
        if column.indicators:
            codes = "、".join(sorted(column.indicators))
            return fault("The column's headings mean different indicators: {codes}. Correct one.", codes=codes)
        return self.directory.no_indicator(column.heads[-1].text)

    def _ask(self, column: Column, said: Fault) -> None:
        thought = said.question.near if said.question else ()
        titles = self.directory.indicators_within(cell.text for cell in self._above())
        near = (*self.directory.answers.likely("column", column.text), *sorted(column.indicators), *thought, *titles)
        question = Question(self.source, "column", column.text, tuple(dict.fromkeys(near)))
        self.still_open.add(column.number)
        self.findings.problem(self.table.sheet.name, column.place, Fault(said.message, said.values, question))

    def _above(self) -> list[Cell]:
        rows = self.table.sheet.rows.items()
        return [cell for row, cells in rows if row < self.table.header_row for cell in cells]

    def _pass_over(self, column: Column) -> None:
        passed = fault("The column “{found}” was passed over.", found=column.path[:60])
        self.findings.warn(self.table.sheet.name, column.place, passed)
