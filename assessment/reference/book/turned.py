"""The sheet of schemes: parameters down, versions across, so that a new version is a column beside the old one."""

from xlsxwriter.worksheet import Worksheet

from assessment.i18n import language, t
from assessment.reference.book.cells import put
from assessment.reference.book.fields import Field, Plan
from assessment.reference.book.lists import Lists
from assessment.reference.book.looks import Looks
from assessment.reference.book.sheets import DEFAULT, MEANING
from assessment.reference.book.shown import Names, word
from assessment.reference.book.values import flag
from assessment.reference.presets import DEFAULTS

HEADING_ROW = 3
"""The row (1-based) of the schemes' codes, which are the headings here."""
_OPEN_COLUMNS = 3
_TALL = ("name", "based_on")
"""Rows whose cells hold more than a line."""


def write(
    sheet: Worksheet, plan: Plan, rows: list[dict[str, object]], looks: Looks, lists: Lists, names: Names
) -> None:
    """Each parameter with its meaning, its default and its value in every version; a few columns stay open."""
    at, band = HEADING_ROW - 1, ""
    for field in [*plan.fields, *_others(plan, rows)]:
        if field.band != band:
            band = field.band
            at += 1
            for column in range(3 + len(rows)):
                sheet.write_blank(at - 1, column, None, looks.section)
            sheet.write_string(at - 1, 0, t(band), looks.section)
        _parameter(sheet, at, field, rows, looks, names)
        if name := lists.of_field(plan.table, field):
            choice = {"validate": "list", "source": lists.source(name)}
            sheet.data_validation(at, 3, at, 2 + len(rows) + _OPEN_COLUMNS, choice)
        if field.is_aside:
            sheet.set_row(at, None, None, {"level": 1, "hidden": language() == "zh"})
        else:
            sheet.set_row(at, 36 if field.column in _TALL else 20)
        at += 1
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 62)
    sheet.set_column(2, 2, 12)
    sheet.set_column(3, 2 + len(rows) + _OPEN_COLUMNS, 24)
    sheet.freeze_panes(HEADING_ROW, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&A  &P / &N")


def _others(plan: Plan, rows: list[dict[str, object]]) -> list[Field]:
    """Parameters that this sheet has no words for."""
    known = {field.column for field in plan.fields}
    return [Field(name, name) for name in (rows[0] if rows else {}) if name not in known]


def _parameter(
    sheet: Worksheet, at: int, field: Field, rows: list[dict[str, object]], looks: Looks, names: Names
) -> None:
    is_code = field.column == "scheme_id"
    sheet.write_string(at, 0, t(field.heading), looks.key_head if is_code else looks.label)
    sheet.write_string(at, 1, t(MEANING) if is_code else t(field.hint), looks.head if is_code else looks.meaning)
    sheet.write_string(
        at, 2, t(DEFAULT) if is_code else _default(field, names), looks.head if is_code else looks.default
    )
    look = looks.cell(field.look, is_key=is_code, is_centred=True)
    for column, row in enumerate(rows, start=3):
        put(sheet, at, column, row.get(field.column), look, ("scheme", field, names))
    for column in range(3 + len(rows), 3 + len(rows) + _OPEN_COLUMNS):
        sheet.write_blank(at, column, None, look)


def _default(field: Field, names: Names) -> str:
    """The default as it would be written in a cell."""
    text = DEFAULTS["scheme"].get(field.column, "")
    if field.look == "flag" and text:
        return flag(text == "true")
    if field.look == "share" and text:
        return f"{float(text):.0%}"
    return word("scheme", field, text, names) if text else ""
