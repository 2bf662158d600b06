"""One spelling of a name or word, so that full-width, spaced and invisible variants meet (safety.md B4, B9)."""

import re
import unicodedata
from functools import lru_cache

_UNIT_OF_MEASURE = re.compile(r"\(([^()]*)\)$")
_BREAKS = "\r\n\t"
_TRAILING_ENGLISH = re.compile(r"(?<=[^\x00-\x7f])[a-z.% ]+$")
MEASURES_OF_MONEY = frozenset({"元", "千元", "万元", "百万元", "亿元", "美元", "万美元", "亿美元"})


@lru_cache(maxsize=2048)
def clean(text: str) -> str:
    """The text after NFKC, without invisible characters, outer spaces and line breaks."""
    return as_written(unicodedata.normalize("NFKC", text))


def as_written(text: str) -> str:
    """The text without invisible characters, outer spaces and line breaks; full-width punctuation stays."""
    kept = (c for c in unicodedata.normalize("NFC", text) if c in _BREAKS or unicodedata.category(c)[0] != "C")
    return "".join(" " if c in _BREAKS else c for c in kept).strip()


@lru_cache(maxsize=2048)
def key(text: str) -> str:
    """What two spellings of one name share: `clean`, no spaces at all, lower case."""
    return re.sub(r"\s+", "", clean(text)).casefold()


def heading(text: str) -> str:
    """The key of a column heading; English beneath a Chinese heading is dropped."""
    return re.sub(r"\s+", "", _TRAILING_ENGLISH.sub("", clean(text).casefold()))


def split_measure(name: str) -> tuple[str, str]:
    """A name's key without the unit of measure in brackets at its end, and that unit ('' if there is none)."""
    whole = key(name)
    found = _UNIT_OF_MEASURE.search(whole)
    return (whole[: found.start()], found.group(1)) if found and found.start() else (whole, "")


def label(file_name: str) -> str:
    """A file name fit to be shown: no path, no control or direction characters, at most 120 characters."""
    shown = unicodedata.normalize("NFC", file_name).replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(c for c in shown if unicodedata.category(c)[0] != "C").strip()
    return shown[:120] or "?"
