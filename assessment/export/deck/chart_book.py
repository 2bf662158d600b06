"""The workbook inside a chart, which PowerPoint opens on "edit data"."""

import io
from datetime import datetime
from typing import Any

import xlsxwriter

from assessment.charts.figure import Figure

MADE = datetime(2026, 1, 1)
"""One moment for all files: the same deck gives the same bytes."""
FORMATS = {"count": "#,##0", "score": "#,##0.00", "change": '+#,##0.00;"−"#,##0.00;0.00', "percent": "0.0%"}
"""Number formats that write what `Figure.shown` writes."""
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def book_bytes(figure: Figure) -> bytes:
    """Categories in the first column, a series in each of the next."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"created": MADE, "author": ""})
        sheet: Any = book.add_worksheet("Sheet1")
        look = book.add_format({"num_format": FORMATS[figure.style]})
        sheet.set_column(0, 0, 24)
        for line, category in enumerate(figure.categories, 1):
            sheet.write_string(line, 0, category)
        for at, series in enumerate(figure.series, 1):
            sheet.write_string(0, at, series.name)
            for line, value in enumerate(series.values, 1):
                if value is not None:
                    sheet.write_number(line, at, value, look)
    return out.getvalue()


def column(at: int) -> str:
    """The letters of a column, 0 for A."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
