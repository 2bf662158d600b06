"""The golden workbook with cells changed: a corrected June to upload."""

import io

import openpyxl

from assessment import settings


def golden_june(**cells: object) -> bytes:
    """The golden June; `cells` are new values on its first sheet (D6=1300: 丙镇's 一般公共预算收入)."""
    book = openpyxl.load_workbook(settings.SAMPLE / "2026-06.xlsx")
    for address, value in cells.items():
        book.worksheets[0][address] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
