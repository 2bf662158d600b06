"""The template's long sheets: one record a row, prefilled where the form knows the records."""

from collections.abc import Sequence
from datetime import date, datetime

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from assessment.facts import MonthForm
from assessment.template import widths
from assessment.template.formats import Formats
from assessment.template.lists import Lists
from assessment.template.wide import finish
from assessment.workbook import sheets
from assessment.workbook.wording import head, words

FIRST_ROW = 2
OPEN_ROWS = 500
_WIDTHS = {
    sheets.EVENT: 40,
    sheets.DOCUMENT: 24,
    sheets.DAY: 12,
    sheets.REMARK: 30,
    sheets.REASON: 50,
    sheets.DUE: 14,
    sheets.DONE: 14,
    sheets.KIND: 24,
    sheets.MILESTONE: 30,
    sheets.UNIT: 24,
    sheets.INDICATOR: 28,
}


def write_events(book: Workbook, form: MonthForm, looks: Formats, lists: Lists, language: str) -> None:
    """Sheet 加减分与否决: open rows with dropdowns for unit and kind."""
    title = words("Bonuses, deductions and vetoes, {period}", language, period=form.period_name)
    sheet = _open(book, sheets.EVENTS, sheets.COLUMNS[sheets.EVENTS], title, looks, language)
    _offer(sheet, 0, lists.source("units"), language)
    _offer(sheet, 1, lists.source("kinds"), language)
    sheet.set_column(4, 4, 12, looks.day)
    finish(sheet, is_protected=False, heading_rows=FIRST_ROW)


def write_decisions(book: Workbook, looks: Formats, lists: Lists, language: str) -> None:
    """Sheet 审定: open rows with dropdowns for unit and tier."""
    title = words("Tiers decided by the leading group", language)
    sheet = _open(book, sheets.DECISIONS, sheets.COLUMNS[sheets.DECISIONS], title, looks, language)
    _offer(sheet, 1, lists.source("units"), language)
    _offer(sheet, 2, lists.source("tiers"), language)
    finish(sheet, is_protected=False, heading_rows=FIRST_ROW)


def write_ballots(book: Workbook, form: MonthForm, looks: Formats, language: str) -> None:
    """Sheet 评价票: a row for every graded indicator, assigned unit and voter group, a column for every grade."""
    names = (*sheets.COLUMNS[sheets.BALLOTS], *form.grades, sheets.ABSTENTIONS)
    title = words("Ballots, {period}: how many of each grade", language, period=form.period_name)
    sheet = _open(book, sheets.BALLOTS, names, title, looks, language)
    rows = [
        (unit.name, indicator.name, group)
        for indicator in form.indicators
        if "graded" in indicator.functions
        for unit in form.units
        if (unit.unit_id, indicator.indicator_id) in form.assigned
        for group in form.voter_groups.get(indicator.indicator_id) or ("",)
    ]
    for row, texts in enumerate(rows, start=FIRST_ROW):
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, looks.fixed)
        for column in range(len(texts), len(names)):
            sheet.write_blank(row, column, None, looks.entry)
    _close_prefilled(sheet, len(rows), len(names))


def write_milestones(book: Workbook, form: MonthForm, looks: Formats, language: str) -> None:
    """Sheet 节点: every milestone with its share and due day, and the day it was done if that is known."""
    names = sheets.COLUMNS[sheets.MILESTONES]
    title = words("Milestones, {period}", language, period=form.period_name)
    sheet = _open(book, sheets.MILESTONES, names, title, looks, language)
    units = {unit.unit_id: unit.name for unit in form.units}
    indicators = {indicator.indicator_id: indicator.name for indicator in form.indicators}
    row = FIRST_ROW
    for milestone in form.milestones:
        code = milestone.indicator_id
        concerned = [milestone.unit_id] if milestone.unit_id else [u for u in units if (u, code) in form.assigned]
        for unit_id in concerned:
            texts = (units.get(unit_id, unit_id), indicators.get(code, code), milestone.milestone)
            for column, text in enumerate(texts):
                sheet.write_string(row, column, text, looks.fixed)
            sheet.write_number(row, 3, float(milestone.share), looks.fixed)
            sheet.write_datetime(row, 4, _moment(milestone.due_on), looks.fixed_day)
            if milestone.done_on:
                sheet.write_datetime(row, 5, _moment(milestone.done_on), looks.day)
            else:
                sheet.write_blank(row, 5, None, looks.day)
            row += 1
    _close_prefilled(sheet, row - FIRST_ROW, len(names))


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def _open(book: Workbook, name: str, headings: Sequence[str], title: str, looks: Formats, language: str) -> Worksheet:
    sheet = book.add_worksheet(name)
    sheet.write_string(0, 0, title, looks.title)
    for column, heading in enumerate(headings):
        text = head(heading, language)
        sheet.write_string(1, column, text, looks.head)
        sheet.set_column(column, column, _WIDTHS.get(heading, widths.column([text])))
    sheet.freeze_panes(FIRST_ROW, 1)
    return sheet


def _close_prefilled(sheet: Worksheet, rows: int, columns: int) -> None:
    sheet.autofilter(1, 0, FIRST_ROW + max(rows, 1) - 1, columns - 1)
    finish(sheet, is_protected=True, heading_rows=FIRST_ROW)


def _offer(sheet: Worksheet, column: int, source: str, language: str) -> None:
    """A dropdown that lets other spellings pass with a question: aliases and codes are read too."""
    choice = {
        "validate": "list",
        "source": source,
        "error_type": "warning",
        "error_title": words("Not in the list", language),
        "error_message": words("Choose from the list. Keep it all the same?", language),
    }
    sheet.data_validation(FIRST_ROW, column, FIRST_ROW + OPEN_ROWS - 1, column, choice)
