"""The golden county: a store that holds it, and its June with cells changed."""

import io
from pathlib import Path

import openpyxl

from assessment import intake, settings
from assessment.store import open_store


def golden_june(**cells: object) -> bytes:
    """The golden June; `cells` are new values on its first sheet (D6=1300: 丙镇's 一般公共预算收入)."""
    book = openpyxl.load_workbook(settings.SAMPLE / "2026-06.xlsx")
    for address, value in cells.items():
        book.worksheets[0][address] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def golden_store(folder: Path) -> Path:
    """The folder with a closed store that holds the golden county and its June (revisions 1 and 2)."""
    store = open_store(folder)
    intake.load_sample(store, "王莉")
    store.close()
    return folder
