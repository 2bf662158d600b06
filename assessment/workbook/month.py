"""Which month a file says it is for: in its hidden sheet, its name, its sheets' names and titles (safety.md B10)."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from assessment.errors import Fault, fault
from assessment.spreadsheet.grid import Sheet
from assessment.workbook import sheets
from assessment.workbook.headings import known_heading
from assessment.workbook.names import clean

_TITLE_ROWS = 10
_FULL_DATE = re.compile(
    r"(?:19|20)\d\d\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,2}|(?:(?:19|20)\d\d\s*年)?\s*\d{1,2}\s*月\s*\d{1,2}\s*[日号]"
    r"|(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)"
)
_FROM_JANUARY = r"(?:0?1\s*月?\s*[-—–~至到]+\s*)?"
_RANGE = re.compile(r"(?<!\d)0?1\s*月?\s*[-—–~至到]+\s*(?:1[0-2]|0?[2-9])\s*月")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_NUMBER = r"(1[0-2]|0?[1-9])"
_MONTH = re.compile(
    rf"(?<!\d)((?:19|20)\d\d)\s*(?:年度?\s*{_FROM_JANUARY}{_NUMBER}\s*月|[-./_]\s*{_FROM_JANUARY}{_NUMBER}(?!\d)\s*月?)"
    r"|(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(?!\d)"
    rf"|(?<!\d){_NUMBER}\s*月(?!\s*[-—–~至到]\s*\d)"
)


def disagreement(file_name: str, book: Sequence[Sheet], month: date) -> Fault | None:
    """One fault naming every place that states another month than `month`; None if none does.

    A text that names several months agrees if one of them is `month`.
    """
    others: list[str] = []
    for place, text in _places(file_name, book):
        if stated(text) and is_other(text, month):
            others.append(f"{place}“{clean(text)[:40]}”")
    if not others:
        return None
    wrong = "The file is for another month than {month}: {places}. Choose the file's month, or correct the file."
    return fault(wrong, month=f"{month:%Y-%m}", places="；".join(others[:5]))


def stated(text: str) -> list[tuple[int | None, int]]:
    """The months a text names as (year or None, month). Days are left out; 1—2月 names February."""
    found = []
    for match in _MONTH.finditer(_FULL_DATE.sub(" ", clean(text))):
        year, in_chinese, with_sign, year_in_run, in_run, bare = match.groups()
        number = in_chinese or with_sign or in_run or bare
        found.append((int(year or year_in_run) if year or year_in_run else None, int(number)))
    return found


def without_month(text: str) -> str:
    """The text without the months it names."""
    return _MONTH.sub("", clean(text))


def is_from_january(text: str) -> bool:
    """Whether a text names the months from January on: 1-6月."""
    return bool(_RANGE.search(clean(text)))


def is_other(text: str, month: date) -> bool:
    """Whether a text names months, or else years, and none of them is this one."""
    named = stated(text)
    if named:
        return not any(number == month.month and year in (None, month.year) for year, number in named)
    years = _YEAR.findall(clean(text))
    return bool(years) and str(month.year) not in years


def relative(text: str, month: date) -> str:
    """The text with the months it names as this one or another: the same for every month's table of a source."""
    return _YEAR.sub("", _MONTH.sub(lambda found: "{other}" if is_other(found[0], month) else "{this}", clean(text)))


def _places(file_name: str, book: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    yield "", file_name
    for sheet in sorted(book, key=lambda sheet: sheet.name != sheets.META):
        if sheet.name == sheets.META:
            yield from ((f"{sheet.name}!B2 ", cell.text) for cell in [sheet.cells.get((2, 2))] if cell)
        elif sheet.name not in (sheets.NOTES, sheets.LISTS):
            yield "", sheet.name
            yield from _titles(sheet)


def _titles(sheet: Sheet) -> Iterator[tuple[str, str]]:
    for row, cells in sheet.rows.items():
        headings = {known_heading(cell) for cell in cells if cell.kind == "text"}
        if row > _TITLE_ROWS or headings & {sheets.UNIT, sheets.CODE}:
            return
        yield from ((f"{sheet.name}!{cell.address} ", cell.text) for cell in cells if cell.kind == "text")
