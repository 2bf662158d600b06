"""The workbook: what it is and what was found, a sheet a page, the numbers of the charts."""

import io
from datetime import datetime
from typing import Any

import xlsxwriter

from assessment.export.deck_parts import in_one_piece, section_name
from assessment.export.pack_workbook.blocks import pages
from assessment.export.pack_workbook.chart_data import ChartData
from assessment.export.pack_workbook.looks import Looks
from assessment.export.pack_workbook.page_sheet import write_page
from assessment.export.pack_workbook.print_set_up import set_height, set_up
from assessment.export.workbook_file import OPTIONS, sheet_name
from assessment.i18n import speaking, t
from assessment.meeting.slide import Deck

_MADE = datetime(2000, 1, 1)
"""The same deck gives the same bytes, whenever it is exported; which data these are says the foot."""


def pack_workbook(deck: Deck) -> bytes:
    """The deck as .xlsx in its language."""
    out = io.BytesIO()
    with speaking(deck.language), xlsxwriter.Workbook(out, OPTIONS) as book:
        book.set_properties({"title": deck.name, "subject": deck.period, "comments": deck.foot, "created": _MADE})
        names: set[str] = set()
        looks = Looks(book)
        notes = book.add_worksheet(sheet_name(t("Notes"), names))
        data = ChartData(book, looks, sheet_name(t("Chart data"), names))
        _notes(notes, deck, looks)
        for page in pages(deck):
            write_page(book.add_worksheet(sheet_name(page.name, names)), page, looks, data, deck.foot)
        data.write(deck.foot)
    return out.getvalue()


def _notes(sheet: Any, deck: Deck, looks: Looks) -> None:
    """Where the numbers are from, then every finding in the order of the walk."""
    widths = (32, 100)
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    set_up(sheet, deck.foot)
    sheet.merge_range(0, 0, 0, 1, "", looks.text("title"))
    sheet.write_string(0, 0, deck.name, looks.text("title"))
    slides = in_one_piece(deck)
    findings = [(slide.type_name or section_name(slide.section), slide.title) for slide in slides]
    lines = [*deck.origin.items(), (t("Which data these are"), deck.foot), ("", ""), (t("Findings"), ""), *findings]
    for at, (name, said) in enumerate(lines, 2):
        sheet.write_string(at, 0, name, looks.text("name"))
        sheet.write_string(at, 1, said, looks.text("text"))
        set_height(sheet, at, (name, said), widths)
