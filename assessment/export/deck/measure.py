"""How much room a text takes, without a font at hand: a wide character is one em, a narrow one about 0.55."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

LINE = 1.45
"""Height of a line in ems: that of the tallest Chinese faces, 微软雅黑 is lower."""
_BOLD = 1.06
_NARROW, _BROAD = " .,:;!|'`()[]{}ijlftrI/-", "mwMW@%"
_BETWEEN = 0.22
_MEETINGS = re.compile(r"(?<=[\u2e80-\uffff])(?=[!-~])|(?<=[!-~])(?=[\u2e80-\uffff])")
_SPACED = re.compile(r"(?<=[\u2e80-\uffff]) | (?=[\u2e80-\uffff])")
_WIDER = 0.5
"""What a space beside a Chinese letter takes more where the Chinese face is another one than ours."""
_SURE = 0.92
"""So much of a line is counted on: programs break lines differently, and a line more would push a row off the slide."""
_WORDS = re.compile(r"\s+|[^\s\u1100-\uffff]+|.", re.DOTALL)


@lru_cache(maxsize=8192)
def em(text: str, bold: bool = False) -> float:
    """Width of a text in one line, in ems; some programs put a little space between wide and narrow letters."""
    beside = _BETWEEN * len(_MEETINGS.findall(text)) + _WIDER * len(_SPACED.findall(text))
    return sum(map(_letter, text)) * (_BOLD if bold else 1) + beside


@lru_cache(maxsize=8192)
def line_count(text: str, width: float, bold: bool = False) -> int:
    """Lines a text takes where a line holds `width` ems; a word that is longer is broken."""
    room = max(width * _SURE, 1.0)
    count = 0
    for paragraph in text.split("\n"):
        count += 1
        used = 0.0
        for found in _WORDS.finditer(paragraph):
            word = found[0]
            need = em(word, bold) + (_BETWEEN if _MEETINGS.match(paragraph, found.start()) else 0.0)
            if used + need <= room or word.isspace():
                used += need
                continue
            count += (1 if used else 0) + int((need - 0.001) // room)
            used = need % room
    return count


def height(text: str, size: float, width: float, bold: bool = False, line: float = LINE) -> float:
    """Height in points of a text set at a size into a width in points."""
    return line_count(text, width / size, bold) * size * line


def largest(sizes: Sequence[float], text: str, width: float, room: float) -> float:
    """The first of the sizes at which a text fits; the last one where none does."""
    return next((size for size in sizes if height(text, size, width) <= room), sizes[-1])


def steps(first: float, last: float, scale: float = 1.0) -> list[float]:
    """Sizes from the first down to the last in whole points, all of them scaled."""
    return [size * scale for size in range(int(first), int(last) - 1, -1)] or [last * scale]


@cache
def _letter(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WFA":
        return 1.0
    if letter in _NARROW:
        return 0.34
    return 0.86 if letter in _BROAD else 0.67 if letter.isupper() else 0.57
