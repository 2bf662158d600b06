"""Text files with a separator: what they are written in and what parts their columns."""

import csv
import re
from io import StringIO
from itertools import islice

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_STATED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_SEPARATORS = ",\t;|"
_PROBED_ROWS = 50


def decoded(data: bytes) -> str | None:
    """The text in UTF-8, UTF-16 with a mark, or GB18030 (which holds GBK and GB2312); None if it is no text."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding).removesuffix("\x1a")
        except UnicodeDecodeError:
            continue
        return None if _CONTROL.search(text) else text
    return None


def table_of(text: str) -> tuple[str, str] | None:
    """(separator, the text under Excel's own line `sep=;`); None if nothing parts the text into columns."""
    if stated := _STATED.match(text):
        return stated[1], text[stated.end() :]
    found = max(_SEPARATORS, key=lambda separator: _rows_parted(text, separator))
    return (found, text) if _rows_parted(text, found) else None


def _rows_parted(text: str, separator: str) -> int:
    """How many of the first rows a separator parts."""
    try:
        rows = list(islice(csv.reader(StringIO(text, newline=""), delimiter=separator), _PROBED_ROWS))
    except csv.Error:
        return 0
    return sum(len(row) > 1 for row in rows)
