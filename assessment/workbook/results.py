"""Sheets 指标 and 目标: one row of facts for every unit under each column that was handed in."""

from collections.abc import Iterator
from decimal import Decimal

from assessment.errors import Fault, Question, fault
from assessment.facts import IndicatorInfo, Result, Target, UnitInfo, Vote
from assessment.spreadsheet.grid import Cell
from assessment.workbook import grammar, numerals
from assessment.workbook.answers import Settled
from assessment.workbook.directory import Directory
from assessment.workbook.findings import Findings
from assessment.workbook.grammar import Meaning, Place
from assessment.workbook.names import clean, key
from assessment.workbook.twice import Seen
from assessment.workbook.wide import WideTable

SILENT = frozenset({"BLANK", "NA_BY_RULE"})


def read_results(table: WideTable, directory: Directory, findings: Findings) -> tuple[list[Result], list[Vote]]:
    """The values and single grades of 指标. A column with no filled cell is not handed in and gives no row."""
    seen = Seen(findings)
    results: list[Result] = []
    votes: list[Vote] = []
    sheet = table.sheet.name
    for column, indicator in table.columns.items():
        meanings = _meanings(table, column, indicator, directory, findings)
        if all(meaning.state in SILENT and meaning.grade is None for _, _, meaning in meanings):
            continue
        is_graded = any(meaning.grade for _, _, meaning in meanings)
        for row, unit, meaning in meanings:
            if meaning.state == "BLANK" and not directory.is_assigned(unit, indicator):
                continue  # one sheet for all types: an empty cell under another type's indicator says nothing
            cell, code = table.sheet.address(row, column), indicator.indicator_id
            if not seen.is_new((unit.unit_id, code), meaning, sheet, cell, unit.name, indicator.name):
                continue
            results.append(Result(unit.unit_id, code, meaning.value, meaning.state, sheet, cell))
            if is_graded and meaning.state == "BLANK":
                votes.append(Vote(unit.unit_id, code, "", meaning.grade, int(meaning.grade is not None), sheet, cell))
    return results, votes


def _meanings(
    table: WideTable, column: int, indicator: IndicatorInfo, directory: Directory, findings: Findings
) -> list[tuple[int, UnitInfo, Meaning]]:
    """What each cell of a column says; cells that say nothing allowed are noted and left out."""
    understood: list[tuple[int, UnitInfo, Meaning]] = []
    early: list[str] = []
    for row, unit, cell, place in _places(table, column, indicator, directory):
        answer = grammar.meaning(cell, place)
        if isinstance(answer, Fault) and cell and cell.kind == "text":
            answer = _asked(answer, cell, place, table, directory, findings)
        if isinstance(answer, Fault):
            findings.problem(table.sheet.name, table.sheet.address(row, column), answer)
            continue
        if answer.value is not None and not indicator.is_due:
            early.append(table.sheet.address(row, column))
        understood.append((row, unit, answer))
    if early:
        not_due = fault(
            "{indicator} is not due this month, but {count} cells have numbers; they are kept.",
            indicator=indicator.name,
            count=len(early),
        )
        findings.warn(table.sheet.name, early[0], not_due)
    return understood


def _asked(
    wrong: Fault, cell: Cell, place: Place, table: WideTable, directory: Directory, findings: Findings
) -> Meaning | Fault:
    """What an analyst said that a word of this source means; until then, the fault with the question."""
    if numerals.parse(cell.text) is not None:
        return wrong
    question = Question(table.source, "word", key(cell.text))
    state = directory.answers[table.source, "word", question.text]
    meaning = None if state is None else grammar.settled(state, place)
    if state is None or meaning is None:
        return Fault(wrong.message, wrong.values, question)
    findings.settled.append(Settled(table.sheet.name, cell.address, clean(cell.text), question, state))
    return meaning


def read_targets(table: WideTable, directory: Directory, findings: Findings) -> list[Target]:
    """The targets of 目标. A column with no filled cell is not handed in and gives no row."""
    seen = Seen(findings)
    targets: list[Target] = []
    sheet = table.sheet.name
    for column, indicator in table.columns.items():
        stated: list[Target] = []
        for row, unit, cell, place in _places(table, column, indicator, directory):
            where, pair = table.sheet.address(row, column), (unit.unit_id, indicator.indicator_id)
            answer = grammar.target(cell, place)
            if isinstance(answer, Fault):
                findings.problem(sheet, where, answer)
            elif seen.is_new(pair, answer, sheet, where, unit.name, indicator.name):
                stated.append(Target(*pair, answer, sheet, where))
        if any(target.value is not None for target in stated):
            targets += stated
    return targets


def _places(
    table: WideTable, column: int, indicator: IndicatorInfo, directory: Directory
) -> Iterator[tuple[int, UnitInfo, Cell | None, Place]]:
    for row, unit in table.rows.items():
        is_assigned, factor = directory.is_assigned(unit, indicator), table.factors.get(column, Decimal(1))
        place = Place(unit.name, indicator, is_assigned, directory.form.grades, factor)
        yield row, unit, table.sheet.cells.get((row, column)), place
