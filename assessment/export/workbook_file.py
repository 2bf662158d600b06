"""A formatted workbook of one table, with a note sheet that says what it shows."""

import io
import unicodedata

import xlsxwriter

from assessment.export.table import Table
from assessment.i18n import t

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
WIDEST = 40


def workbook_bytes(table: Table, notes: dict[str, str]) -> bytes:
    """The table as .xlsx, headings in the reader's language, ready to filter and print; `notes` on their sheet."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        sheet = book.add_worksheet(table.title[:31])
        heading = book.add_format(
            {"bold": True, "bg_color": "#F5F6F8", "bottom": 1, "text_wrap": True, "valign": "top"}
        )
        for at, column in enumerate(table.columns):
            number = "0." + "0" * column.decimals if column.decimals else "General"
            cell = book.add_format({"num_format": number})
            title = t(column.heading)
            values = [row[at] for row in table.rows]
            sheet.write_string(0, at, title, heading)
            for line, value in enumerate(values, 1):
                if value is not None:
                    sheet.write(line, at, value, cell)
            sheet.set_column(at, at, min(WIDEST, max(map(_width, [title, *values[:200]])) + 2))
        sheet.freeze_panes(1, min(3, len(table.columns)))
        sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        note = book.add_worksheet(t("Notes"))
        note.set_column(0, 0, 16)
        note.set_column(1, 1, 60)
        for line, (name, text) in enumerate(notes.items()):
            note.write_string(line, 0, name, heading)
            note.write_string(line, 1, text)
    return out.getvalue()


def _width(value: object) -> int:
    text = "" if value is None else f"{value:.6g}" if isinstance(value, float) else str(value)
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
