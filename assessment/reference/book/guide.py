"""The first sheet: how the workbook is edited, how a new version is made, and what every sheet is."""

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from assessment import labels
from assessment.i18n import t
from assessment.reference.book.looks import Looks
from assessment.reference.book.sheets import GUIDE, PLANS, WEIGHTS
from assessment.reference.book.shown import Content, Names
from assessment.reference.book.sideways import Sideways
from assessment.template import widths

_EDITING = (
    "Edit what you want to change, save, and hand the workbook in on the page “Scheme” of the dashboard. "
    "Nothing is written before you have seen what changes and who moves.",
    "A row taken out is taken out of the scheme; a sheet or column must stay, even if it is empty.",
    "Where a list opens, choose from it. “J01 name”, the code alone and the name alone mean the same.",
    "Percentages are typed as percentages (30%), months as 2026-07, days as 2026-07-31.",
    "An empty parameter takes its default: the comment of its heading says which.",
    "The weights of a type must sum to 100; the sheet “{weights}” adds them up while you type.",
)
_VERSION = (
    "In “{scheme}”, fill a free column: a new code, a name, the first month, and in “{carried}” the code of the "
    "version it goes on from. Leave the rest empty: everything is taken over.",
    "Then state what differs. A sheet in which the new version has no row is taken over whole; if it has one, all its "
    "rows count. To change a weight: filter “{rule}” by the old code, copy all its rows below, put the new code, edit.",
    "Months before the first month keep the old version. Editing a version that is in force changes every month it has "
    "scored; published months have to be reopened first.",
)


def write(book: Workbook, looks: Looks, content: Content) -> None:
    """Add the sheet; it is never read back."""
    sheet = book.add_worksheet(t(GUIDE))
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 4)
    sheet.set_column(1, 1, 24)
    sheet.set_column(2, 2, 96)
    sheet.set_column(3, 3, 10)
    sheet.write_string(0, 0, t("The assessment scheme as a workbook"), looks.title)
    words = {
        "weights": t(WEIGHTS),
        "scheme": t(PLANS["scheme"].title),
        "carried": t("Carried on from"),
        "rule": t(PLANS["rule"].title),
    }
    at = 2
    for title, lines in ((t("How to edit"), _EDITING), (t("A new version from a month on"), _VERSION)):
        _section(sheet, at, title, looks)
        for number, line in enumerate(lines, start=1):
            sheet.write_number(at + number, 0, number, looks.step)
            text = t(line, **words)
            sheet.merge_range(at + number, 1, at + number, 3, text, looks.note)
            sheet.set_row(at + number, 17 * (1 + widths.cells(text) // 124))
        at += len(lines) + 2
    _section(sheet, at, t("The sheets"), looks)
    for table, plan in PLANS.items():
        at += 1
        sheet.write_url(at, 1, f"internal:'{t(plan.title)}'!A1", looks.link, t(plan.title))
        sheet.write_string(at, 2, t(plan.about), looks.note)
        sheet.set_row(at, 17 * (1 + widths.cells(t(plan.about)) // 108))
        count = len(content[table])
        if side := Sideways.of(plan, content, Names({})):
            count = len(side.values)
        sheet.write_string(at, 3, t("{count} rows", count=labels.count(count)), looks.count)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)


def _section(sheet: Worksheet, at: int, title: str, looks: Looks) -> None:
    for column in range(4):
        sheet.write_blank(at, column, None, looks.section)
    sheet.write_string(at, 0, title, looks.section)
