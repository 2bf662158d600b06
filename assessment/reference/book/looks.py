"""The looks of the workbook's cells, made once a workbook."""

from typing import Any

from xlsxwriter import Workbook

from assessment.reference.book.fields import Look

INK, MUTED, LINE = "#1C2430", "#6B7480", "#D5DAE1"
BLUE, PALE, KEY, GREY, AMBER = "#1F4E79", "#E4EEF7", "#F5F8FB", "#EDEFF2", "#F7DFC4"
_NUMBERS: dict[Look, str] = {
    "text": "@",
    "prose": "@",
    "word": "@",
    "ref": "@",
    "flag": "@",
    "whole": "0",
    "number": "General",
    "share": "0.0##%",
    "month": "yyyy-mm",
    "day": "yyyy-mm-dd",
}
_RIGHT = ("whole", "number", "share")
_MIDDLE = ("flag", "month", "day")


class Looks:
    """The formats of a workbook; every cell may be edited."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._cells: dict[tuple[Look, bool, bool], Any] = {}
        edge = {"border": 1, "border_color": LINE, "font_color": INK}
        head = edge | {"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter"}
        self.title = book.add_format({"bold": True, "font_size": 16, "font_color": BLUE})
        self.about = book.add_format({"font_color": MUTED})
        self.count = book.add_format({"font_color": MUTED, "valign": "top", "align": "right"})
        self.above = book.add_format({"font_color": MUTED})
        """Of the lines over the headings, where the looks of columns do not reach."""
        self.head = book.add_format(head | {"bg_color": PALE})
        self.key_head = book.add_format(head | {"bg_color": BLUE, "font_color": "#FFFFFF"})
        self.band = book.add_format(head | {"font_color": MUTED, "bottom": 0})
        self.section = book.add_format({"bold": True, "font_color": BLUE, "bottom": 2, "bottom_color": BLUE})
        self.note = book.add_format({"text_wrap": True, "valign": "top", "font_color": INK})
        self.step = book.add_format({"bold": True, "font_color": BLUE, "align": "right", "valign": "top"})
        self.link = book.add_format({"font_color": BLUE, "underline": 1, "valign": "top"})
        self.meaning = book.add_format(edge | {"text_wrap": True, "font_color": MUTED, "valign": "vcenter"})
        self.default = book.add_format(edge | {"font_color": MUTED, "align": "center", "valign": "vcenter"})
        self.label = book.add_format(edge | {"bold": True, "bg_color": KEY, "valign": "vcenter"})
        self.weight = book.add_format(edge | {"num_format": "0.##;-0.##;;@", "align": "center"})
        self.total = book.add_format(head | {"num_format": "0.####"})
        self.choice = book.add_format(head | {"bg_color": "#FFF9E5"})
        self.unused = book.add_format({"bg_color": GREY, "font_color": "#9AA2AC"})
        self.wrong = book.add_format({"bg_color": AMBER, "bold": True})

    def cell(self, look: Look, is_key: bool = False, is_centred: bool = False) -> Any:
        """The format of a cell that holds a value of some look."""
        key = (look, is_key, is_centred)
        if key not in self._cells:
            made = self._book.add_format(
                {
                    "border": 1,
                    "border_color": LINE,
                    "font_color": INK,
                    "valign": "vcenter",
                    "num_format": _NUMBERS[look],
                }
            )
            if is_key:
                made.set_bg_color(KEY)
            if look in _MIDDLE or is_centred:
                made.set_align("center")
            elif look in _RIGHT:
                made.set_align("right")
                made.set_indent(1)
            if look == "prose" or is_centred:
                made.set_text_wrap()
            self._cells[key] = made
        return self._cells[key]
