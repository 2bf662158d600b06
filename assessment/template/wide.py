"""The template's wide sheets, 指标 and 目标: one row a unit, one column an indicator."""

from collections.abc import Sequence
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from assessment.facts import IndicatorInfo, MonthForm
from assessment.spreadsheet.grid import address
from assessment.template import widths
from assessment.template.formats import Formats
from assessment.workbook import grammar, sheets
from assessment.workbook.wording import head, words

FIRST_ROW = 3
FIRST_COLUMN = 3


def write_results(book: Workbook, form: MonthForm, looks: Formats, language: str) -> None:
    """Sheet 指标: empty input cells, cells not assigned greyed and locked, columns not due greyed."""
    sheet = book.add_worksheet(sheets.RESULTS)
    _write_frame(
        sheet, form, form.indicators, looks, language, words("Indicators, {period}", language, period=form.period_name)
    )
    for column, indicator in enumerate(form.indicators, start=FIRST_COLUMN):
        if not indicator.is_due:
            sheet.write_comment(1, column, "未到期")
        for row, unit in enumerate(form.units, start=FIRST_ROW):
            if (unit.unit_id, indicator.indicator_id) in form.assigned:
                sheet.write_blank(row, column, None, looks.entry if indicator.is_due else looks.early)
            else:
                sheet.write_string(row, column, grammar.NOT_ASSIGNED, looks.grey)
    _guard_values(sheet, form, language)


def write_targets(book: Workbook, form: MonthForm, looks: Formats, language: str) -> None:
    """Sheet 目标: the targets in force, of the indicators that need one."""
    sheet = book.add_worksheet(sheets.TARGETS)
    needing = [indicator for indicator in form.indicators if indicator.needs_target]
    _write_frame(
        sheet, form, needing, looks, language, words("Annual targets, {period}", language, period=form.period_name)
    )
    for column, indicator in enumerate(needing, start=FIRST_COLUMN):
        for row, unit in enumerate(form.units, start=FIRST_ROW):
            if (unit.unit_id, indicator.indicator_id) in form.assigned:
                _write_target(sheet, row, column, form.targets.get((unit.unit_id, indicator.indicator_id)), looks)
            else:
                sheet.write_string(row, column, grammar.NOT_ASSIGNED, looks.grey)


def _write_target(sheet: Worksheet, row: int, column: int, target: Decimal | None, looks: Formats) -> None:
    if target is None:
        sheet.write_blank(row, column, None, looks.entry)
    else:
        sheet.write_number(row, column, float(target), looks.entry)


def _write_frame(
    sheet: Worksheet, form: MonthForm, indicators: Sequence[IndicatorInfo], looks: Formats, language: str, title: str
) -> None:
    """Title, the row of codes, the row of names, and the units; frozen, filtered, protected, ready to print."""
    sheet.write_string(0, 0, title, looks.title)
    for column, text in enumerate(("", "", "代码")):
        sheet.write_string(1, column, text, looks.head)
    for column, name in enumerate((sheets.CODE, sheets.UNIT, sheets.TYPE)):
        sheet.write_string(2, column, head(name, language), looks.head)
    for column, indicator in enumerate(indicators, start=FIRST_COLUMN):
        name = named(indicator)
        sheet.write_string(1, column, indicator.indicator_id, looks.head)
        sheet.write_string(2, column, name, looks.head)
        sheet.set_column(column, column, widths.column([indicator.indicator_id, name], least=10, most=18))
    for row, unit in enumerate(form.units, start=FIRST_ROW):
        for column, text in enumerate((unit.unit_id, unit.name, unit.type_name)):
            sheet.write_string(row, column, text, looks.fixed)
    sheet.set_column(0, 0, widths.column([sheets.CODE, *(unit.unit_id for unit in form.units)]))
    sheet.set_column(1, 1, widths.column([unit.name for unit in form.units]))
    sheet.set_column(2, 2, widths.column([unit.type_name for unit in form.units]))
    sheet.set_row(2, 48)
    sheet.freeze_panes(FIRST_ROW, FIRST_COLUMN)
    last = FIRST_ROW + max(len(form.units), 1) - 1
    sheet.autofilter(2, 0, last, FIRST_COLUMN + len(indicators) - 1)
    finish(sheet, is_protected=True, heading_rows=FIRST_ROW)


def named(indicator: IndicatorInfo) -> str:
    """The indicator's name with its unit of measure, once."""
    measure = f"({indicator.measure_unit})"
    folded = indicator.name.replace("（", "(").replace("）", ")")
    return indicator.name if not indicator.measure_unit or folded.endswith(measure) else indicator.name + measure


def finish(sheet: Worksheet, is_protected: bool, heading_rows: int) -> None:
    """Print landscape A4 with repeated headings; protect without a password, sorting and filtering allowed."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, heading_rows - 1)
    sheet.set_footer("&C&P / &N")
    if is_protected:
        sheet.protect("", {"sort": True, "autofilter": True, "format_columns": True, "format_rows": True})


def _guard_values(sheet: Worksheet, form: MonthForm, language: str) -> None:
    """Excel asks about what is neither a number nor a word of the cell grammar, and lets it pass if told to."""
    if not form.units or not form.indicators:
        return
    first = address(FIRST_ROW + 1, FIRST_COLUMN + 1)
    known = f"'{sheets.LISTS}'!$D$2:$D${len(grammar.WORDS) + 4}"
    sheet.data_validation(
        FIRST_ROW,
        FIRST_COLUMN,
        FIRST_ROW + len(form.units) - 1,
        FIRST_COLUMN + len(form.indicators) - 1,
        {
            "validate": "custom",
            "value": f"=OR(ISNUMBER({first}),COUNTIF({known},{first})>0)",
            "error_type": "warning",
            "error_title": words("Not a number", language),
            "error_message": words(
                "Write a number, or one of 持平, 无, 未到期, 迟报, 退回. Keep it all the same?", language
            ),
        },
    )
