"""The looks of the template's cells, made once a workbook."""

from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook

LINE = "#BFBFBF"
GREY = "#E7E6E6"
HEAD = "#DDEBF7"


@dataclass(frozen=True, slots=True)
class Formats:
    """Title, heading, fixed text, input cell, cell not assigned, column not due, date input, plain notes."""

    title: Any
    head: Any
    fixed: Any
    entry: Any
    grey: Any
    early: Any
    day: Any
    fixed_day: Any
    note: Any


def add(book: Workbook) -> Formats:
    """The formats of a workbook. Cells are locked unless a format says otherwise."""
    edge = {"border": 1, "border_color": LINE, "valign": "vcenter"}
    return Formats(
        title=book.add_format({"bold": True, "font_size": 14}),
        head=book.add_format(edge | {"bold": True, "bg_color": HEAD, "text_wrap": True, "align": "center"}),
        fixed=book.add_format(edge),
        entry=book.add_format(edge | {"locked": False}),
        grey=book.add_format(edge | {"bg_color": GREY, "font_color": "#7F7F7F", "align": "center"}),
        early=book.add_format(edge | {"bg_color": GREY, "locked": False}),
        day=book.add_format(edge | {"locked": False, "num_format": "yyyy-mm-dd"}),
        fixed_day=book.add_format(edge | {"num_format": "yyyy-mm-dd"}),
        note=book.add_format({"text_wrap": True, "valign": "top"}),
    )
