"""Widths in display cells: a Chinese character takes two."""

import unicodedata


def cells(text: str) -> int:
    """The display cells of the widest line of a text."""
    return max(
        (sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line) for line in text.split("\n")), default=0
    )


def column(texts: list[str], least: int = 8, most: int = 40) -> int:
    """A column's width that shows its texts, between `least` and `most` cells."""
    return max(least, min(most, max((cells(text) for text in texts), default=0) + 2))
