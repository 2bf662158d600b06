"""A formatted workbook: a native table a sheet, ready to filter and print, and a note sheet that says what it shows."""

import io
import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import xlsxwriter

from assessment.export.table import Column, Table
from assessment.i18n import t

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDEST = 48
A4 = 9
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
STYLE = "Table Style Light 1"


def workbook_bytes(tables: Table | Sequence[Table], notes: dict[str, str]) -> bytes:
    """The tables as .xlsx, a sheet each, headings in the reader's language; `notes` on their own sheet."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        names: set[str] = set()
        for table in [tables] if isinstance(tables, Table) else tables:
            _write_table(book, book.add_worksheet(sheet_name(table.title, names)), table)
        _write_notes(book, book.add_worksheet(sheet_name(t("Notes"), names)), notes)
    return out.getvalue()


def _write_table(book: Any, sheet: Any, table: Table) -> None:
    heading = book.add_format({"bold": True, "bg_color": "#F5F6F8", "bottom": 1, "text_wrap": True, "valign": "top"})
    titles = unlike([t(column.heading) for column in table.columns])
    last_row = max(1, len(table.rows))
    columns = [{"header": title, "header_format": heading} for title in titles]
    sheet.add_table(0, 0, last_row, len(titles) - 1, {"columns": columns, "style": STYLE, "banded_rows": False})
    for at, (column, title) in enumerate(zip(table.columns, titles, strict=True)):
        cell = book.add_format({"num_format": _number_format(column), "valign": "top"})
        values = [row[at] for row in table.rows]
        for line, value in enumerate(values, 1):
            _write(sheet, line, at, value, cell)
        widths = [display_cells(title), *(display_cells(_shown(value, column)) for value in values[:200])]
        sheet.set_column(at, at, min(WIDEST, max(widths) + 3))
    sheet.freeze_panes(1, min(table.frozen, len(titles)))
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&R&P / &N")


def _write(sheet: Any, line: int, at: int, value: object, cell: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool | int | float):
        sheet.write(line, at, value, cell)
    elif isinstance(value, datetime):
        sheet.write_string(line, at, f"{value:%Y-%m-%d}", cell)
    else:
        sheet.write_string(line, at, str(value), cell)


def _write_notes(book: Any, sheet: Any, notes: dict[str, str]) -> None:
    name_look = book.add_format({"bold": True, "valign": "top"})
    text_look = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 80)
    for line, (name, text) in enumerate(notes.items()):
        sheet.write_string(line, 0, name, name_look)
        sheet.write_string(line, 1, text, text_look)


def _number_format(column: Column) -> str:
    if column.style == "text":
        return "@"
    decimals = "0" + ("." + "0" * column.decimals if column.decimals else "")
    if column.style == "percent":
        return f"{decimals}%"
    return f"#,##{decimals}" if column.decimals is not None else "General"


def sheet_name(title: str, taken: set[str]) -> str:
    """A name a spreadsheet takes: 31 characters, none of []:*?/\\, none twice."""
    name = _FORBIDDEN.sub(" ", title).strip().strip("'")[:31] or "1"
    name = next(
        name[: 31 - len(tail)] + tail
        for tail in ["", *(f" {n}" for n in range(2, 99))]
        if (name[: 31 - len(tail)] + tail).casefold() not in taken
    )
    taken.add(name.casefold())
    return name


def unlike(titles: list[str]) -> list[str]:
    """A native table takes no heading twice."""
    seen: dict[str, int] = {}
    unlike = []
    for title in titles:
        seen[title] = seen.get(title, 0) + 1
        unlike.append(title if seen[title] == 1 else f"{title} {seen[title]}")
    return unlike


def _shown(value: object, column: Column) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.{column.decimals}f}" if column.decimals is not None else f"{value:.6g}"
    return str(value)


def display_cells(text: str) -> int:
    """Display cells of the widest line: a Chinese character takes two."""
    lines = text.splitlines() or [""]
    return max(sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line) for line in lines)
