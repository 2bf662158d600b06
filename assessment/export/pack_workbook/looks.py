"""The formats of cells, each made once; colours are those of the screen."""

from typing import Any

TONES: dict[str, dict[str, object]] = {
    "up": {"font_color": "#1F4E79"},
    "down": {"font_color": "#A85A0C"},
    "same": {"font_color": "#5C6672"},
    "strong": {"bold": True},
    "red": {"font_color": "#B23A2E", "bold": True},
    "yellow": {"font_color": "#A85A0C"},
    "green": {"font_color": "#5C6672"},
    "t1": {"bg_color": "#1F4E79", "font_color": "#FFFFFF"},
    "t2": {"bg_color": "#6FA3CF", "font_color": "#101820"},
    "t3": {"bg_color": "#C6CCD4", "font_color": "#1C2430"},
    "t4": {"bg_color": "#E0E3E8", "font_color": "#1C2430"},
    "t5": {"bg_color": "#D9822B", "font_color": "#1C2430"},
}
_HEADING = {"bold": True, "bg_color": "#F5F6F8", "bottom": 1, "text_wrap": True, "valign": "top"}
_TEXT: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 14, "font_color": "#1C2430", "text_wrap": True, "valign": "vcenter"},
    "name": {"bold": True, "text_wrap": True, "valign": "top"},
    "caption": {"bold": True},
    "text": {"text_wrap": True, "valign": "top"},
    "muted": {"font_color": "#5C6672", "text_wrap": True, "valign": "top"},
    "heading": {**_HEADING, "align": "left", "indent": 1},
    "heading_right": {**_HEADING, "align": "right"},
}


class Looks:
    """Formats of one workbook: a spreadsheet takes a limited number of them."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[object, Any] = {}

    def text(self, name: str) -> Any:
        """Of words outside the rows of a table."""
        return self._format(name, _TEXT[name])

    def cell(self, tone: str, number_format: str, is_right: bool) -> Any:
        """Of a cell in a row."""
        look: dict[str, object] = {"valign": "vcenter", **TONES.get(tone, {})}
        if number_format:
            look["num_format"] = number_format
        else:
            look["text_wrap"] = True
        look |= {"align": "right"} if is_right else {"align": "left", "indent": 1}
        return self._format((tone, number_format, is_right), look)

    def _format(self, key: object, look: dict[str, object]) -> Any:
        if key not in self._made:
            self._made[key] = self._book.add_format(look)
        return self._made[key]
