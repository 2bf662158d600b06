"""The template's last sheet, 说明: how to fill it in."""

from xlsxwriter import Workbook

from assessment.facts import MonthForm
from assessment.template.formats import Formats
from assessment.workbook import sheets
from assessment.workbook.wording import words

LINES = (
    "This workbook is for {period} ({month}). Fill in only what you have; the rest may stay empty.",
    "A column of 指标 or 目标 without any entry counts as not handed in and changes nothing.",
    "Once a column has one entry, its empty cells count as not reported for their units.",
    (
        "A cell of 指标 holds a number in the indicator's unit of measure. "
        "0 is a real zero; 持平 means 0; △3.2 means −3.2."
    ),
    "无, — or / : nothing happened to measure (only where the indicator allows it).",
    "未到期 or 待报 : not due yet. 迟报 or 未报 : handed in late. 退回 : sent back for correction.",
    "不适用 : not assigned to the unit; grey cells say so already and are locked.",
    "目标 holds annual targets; 0 means that none was set this year.",
    (
        "加减分与否决: one event a row. A bonus counts only with a document number. "
        "分值 only where the kind has no points of its own."
    ),
    "评价票: how many ballots of each grade; abstentions count as no ballot.",
    "节点: the day a milestone was done; leave it empty if it is not done.",
    "审定: the tier the leading group decided, for a period such as 2026-06, 2026Q2 or 2026, with its reason.",
    "Kinds of events: {kinds}.",
)


def write(book: Workbook, form: MonthForm, looks: Formats, language: str) -> None:
    """Add the sheet; it is never read back."""
    sheet = book.add_worksheet(sheets.NOTES)
    sheet.set_column(0, 0, 110)
    kinds = "、".join(kind.kind for kind in form.event_kinds) or "—"
    for row, line in enumerate(LINES):
        text = words(line, language, period=form.period_name, month=f"{form.month:%Y-%m}", kinds=kinds)
        sheet.write_string(row, 0, text, looks.note)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
