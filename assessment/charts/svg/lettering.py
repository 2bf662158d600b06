"""How wide words are without a browser, and how they are fitted into a room: folded, wrapped, or shortened with `…`."""

import unicodedata
from functools import lru_cache

SHORT = "…"
_SPACE, _THIN, _DIGIT, _LOWER, _UPPER, _WIDEST = 0.3, 0.34, 0.58, 0.58, 0.7, 0.95
_BOLD = 1.06
_AFTER, _BEFORE = "，、；：。·）】》」", " （【《「"
"""A line ends well behind one of these, or before one of those; a Chinese text may end anywhere."""


@lru_cache(maxsize=4096)
def _ems(words: str) -> float:
    return sum(map(_em, words))


@lru_cache(maxsize=1024)
def _em(letter: str) -> float:
    """A Chinese character is square; signs that a Chinese face draws square count as such."""
    if unicodedata.east_asian_width(letter) in "WFA":
        return 1.0
    if letter.isspace():
        return _SPACE
    if letter in "il.,:;'|!Ijtfr()[]":
        return _THIN
    if letter in "mwMW@%":
        return _WIDEST
    return _UPPER if letter.isupper() else _DIGIT if letter.isdigit() else _LOWER


def width_of(words: str, size: float, bold: bool = False) -> float:
    """About how wide a text of a size is; rather too wide than too narrow."""
    return _ems(words) * size * (_BOLD if bold else 1)


def shortened(words: str, room: float, size: float, bold: bool = False) -> str:
    """The text, or as much of its beginning as fits with `…` behind it."""
    if width_of(words, size, bold) <= room:
        return words
    kept = words
    while kept and width_of(kept + SHORT, size, bold) > room:
        kept = kept[:-1]
    return kept.rstrip() + SHORT


def folded(words: str, room: float, size: float, lines: int = 1, bold: bool = False) -> list[str]:
    """The text on one line, else on two about as long as each other where two are allowed; shortened where it must."""
    if lines < 2 or width_of(words, size, bold) <= room:
        return [shortened(words, room, size, bold)]
    half = width_of(words, size) / 2
    spaces = [at + 1 for at in range(2, len(words) - 1) if words[at] == " "]
    at = min(spaces or range(1, len(words)), key=lambda way: abs(width_of(words[:way], size) - half))
    parts = (words[:at].strip(), words[at:].strip())
    return [shortened(part, room, size, bold) for part in parts if part]


def wrapped(words: str, room: float, size: float, lines: int, bold: bool = False) -> list[str]:
    """The text over at most some full lines, broken at a space or mark near their end, the last one shortened."""
    rest = words.strip()
    done: list[str] = []
    while len(rest) > 1 and len(done) < lines - 1 and width_of(rest, size, bold) > room:
        fits = next(at for at in range(len(rest) - 1, 0, -1) if at == 1 or width_of(rest[:at], size, bold) <= room)
        at = _line_end(rest, fits)
        done.append(rest[:at].strip())
        rest = rest[at:].strip()
    return [*done, shortened(rest, room, size, bold)] if rest else done


def _line_end(words: str, fits: int) -> int:
    """At a space or mark in the last part of the line, else between two signs that do not belong together."""
    ends = range(fits, 0, -1)
    marks = (at for at in ends if at > fits * 0.6 and (words[at - 1] in _AFTER or words[at] in _BEFORE))
    apart = (at for at in ends if words[at] not in _AFTER and not (_is_word(words[at - 1]) and _is_word(words[at])))
    return next(marks, next(apart, fits))


def _is_word(letter: str) -> bool:
    return letter.isascii() and not letter.isspace()
