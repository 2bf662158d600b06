"""The limited child process that marks a workbook: a line of JSON and the file in, a line of JSON with the copy out.

Run as `python -m assessment.workbook.marking`; who calls it is `marked_copy`.
"""

import base64
import json
import sys
import warnings
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

sys.modules["numpy"] = None  # type: ignore[assignment]  # as in the child that reads

import openpyxl  # noqa: E402
from openpyxl.comments import Comment  # noqa: E402
from openpyxl.styles import Alignment, Font, PatternFill  # noqa: E402
from openpyxl.worksheet.properties import PageSetupProperties  # noqa: E402

from assessment.spreadsheet import read_csv, read_xls, strict_ooxml  # noqa: E402
from assessment.spreadsheet.child import limit, reopen  # noqa: E402
from assessment.spreadsheet.file_kind import kind_of  # noqa: E402
from assessment.spreadsheet.grid import Cell  # noqa: E402
from assessment.spreadsheet.told_cells import SheetTold  # noqa: E402
from assessment.workbook.headings import UNIT_HEADINGS, known_heading  # noqa: E402

_PAPER = {True: PatternFill("solid", fgColor="F8CBAD"), False: PatternFill("solid", fgColor="FFE699")}
"""The ground of a marked cell: an error's, a warning's."""
_WRITING_FILES = 16
"""openpyxl writes every sheet into a file of its own first; while a file is read none can be opened."""
_HEAD = Font(bold=True)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_TRACES = {
    "macros": ("vbaproject.bin",),
    "controls": ("xl/ctrlprops/", "xl/activex/"),
    "slicers": ("xl/slicers/",),
}
_TRACES_WITHIN = {"shapes": (b"<xdr:sp", b"<xdr:grpsp"), "sparklines": (b"sparklinegroup",)}
Mark = dict[str, str]


def main() -> None:
    """Mark the file of the input and write the copy, or why it cannot be made, as one line."""
    told = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read(told["size"])
    warnings.simplefilter("ignore")
    limit(later_files=_WRITING_FILES)
    try:
        answer = {"book": base64.b64encode(marked(data, told)).decode()}
    except (MemoryError, OverflowError):
        answer = {"reason": "too large"}
    except Exception as error:  # whatever is in the file, a line must come out
        answer = {"error": type(error).__name__}
    sys.stdout.write(json.dumps(answer) + "\n")


def marked(data: bytes, told: dict[str, Any]) -> bytes:
    """The workbook with its marks."""
    words: dict[str, str] = told["words"]
    kind = kind_of(data)
    if kind == "xlsx":
        book = openpyxl.load_workbook(BytesIO(strict_ooxml.ordinary(data)), keep_links=False, rich_text=True)
        notes = [words["how"], *_losses(data, book, words)]
    else:
        book = _rebuilt((read_xls if kind == "xls" else read_csv).sheets(data), told["name"])
        notes = [words["how"], words["rebuilt"]]
    if words["sheet"] in book.sheetnames:
        del book[words["sheet"]]
    for sheet in book.worksheets:
        _mark(sheet, [mark for mark in told["marks"] if mark["sheet"] == sheet.title and mark["cell"]], words)
    _list(book, told["marks"], notes, words)
    made = BytesIO()
    reopen()
    book.save(made)
    return made.getvalue()


def _mark(sheet: Any, marks: Sequence[Mark], words: dict[str, str]) -> None:
    """Colour and comment the cells, and say it again in a column beside the table."""
    header, column = _beside(sheet, words["column"])
    _unmark(sheet, header, column, words["sheet"])
    said: dict[int, list[str]] = {}
    for mark in marks:
        cell = _top_left(sheet, mark["cell"])
        cell.fill = _PAPER[mark["level"] == words["error"]]
        texts = [cell.comment.text] if cell.comment else []
        cell.comment = Comment("\n".join([*texts, mark["text"]]), words["sheet"], height=120, width=320)
        said.setdefault(cell.row, []).append(f"{mark['cell']}: {mark['text']}")
    if said:
        _write(sheet, header, column, words["column"]).font = _HEAD
        sheet.column_dimensions[sheet.cell(header, column).column_letter].width = 60
    for row, texts in said.items():
        if row != header:
            _write(sheet, row, column, "\n".join(texts)).alignment = _WRAPPED


def _unmark(sheet: Any, header: int, column: int, author: str) -> None:
    """Take off what an earlier copy was marked with."""
    for cell in list(sheet._cells.values()):
        if cell.comment and cell.comment.author == author:
            cell.comment, cell.fill = None, PatternFill()
        if cell.column == column and cell.row > header:
            cell.value = None


def _top_left(sheet: Any, address: str) -> Any:
    """The cell of an address; of a merged range the one cell that can be written to."""
    for area in sheet.merged_cells.ranges:
        if address in area:
            return sheet.cell(area.min_row, area.min_col)
    return sheet[address]


def _beside(sheet: Any, heading: str) -> tuple[int, int]:
    """The header row, and the column right of the table, or that of an earlier copy's marks."""
    filled = {at: cell for at, cell in sheet._cells.items() if cell.value is not None}
    for (row, column), cell in filled.items():
        if cell.value == heading:
            return row, column
    headers = [row for (row, column), cell in sorted(filled.items()) if _is_unit_heading(row, column, cell.value)]
    return (headers[0] if headers else 1), max((column for _, column in filled), default=0) + 1


def _is_unit_heading(row: int, column: int, value: object) -> bool:
    known = known_heading(Cell(row, column, "text", str(value))) if isinstance(value, str) else ""
    return known in UNIT_HEADINGS


def _list(book: Any, marks: Sequence[Mark], notes: Sequence[str], words: dict[str, str]) -> None:
    """The sheet that lists everything, first in the workbook, with the way to each cell."""
    sheet = book.create_sheet(words["sheet"], 0)
    for row, note in enumerate(notes, 1):
        _write(sheet, row, 1, note)
    top = len(notes) + 2
    for column, name in enumerate(("number", "level", "place", "cell", "text"), 1):
        _write(sheet, top, column, words[name]).font = _HEAD
    for number, mark in enumerate(marks, 1):
        row = top + number
        sheet.cell(row, 1, number)
        _write(sheet, row, 2, mark["level"])
        _write(sheet, row, 3, mark["sheet"])
        place = _write(sheet, row, 4, mark["cell"])
        if mark["cell"] and mark["sheet"] in book.sheetnames:
            quoted = mark["sheet"].replace("'", "''")
            place.hyperlink = f"#'{quoted}'!{mark['cell']}"
            place.style = "Hyperlink"
        _write(sheet, row, 5, mark["text"]).alignment = _WRAPPED
    for letter, width in zip("ABCDE", (7, 9, 22, 9, 90), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = sheet.cell(top + 1, 1)
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    book.active = 0
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet


def _write(sheet: Any, row: int, column: int, text: str) -> Any:
    """A text, never a formula, whatever it begins with."""
    cell = sheet.cell(row, column)
    cell.value = openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"
    return cell


def _losses(data: bytes, book: Any, words: dict[str, str]) -> list[str]:
    """What openpyxl does not write again, as sentences."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = [name.lower() for name in archive.namelist()]
        parts = [archive.read(name).lower() for name in archive.namelist() if name.lower().endswith(".xml")]
    lost = [what for what, traces in _TRACES.items() if _any_holds(names, traces)]
    lost += [what for what, traces in _TRACES_WITHIN.items() if _any_holds(parts, traces)]
    if any(name.startswith("xl/media/") for name in names) and not any(sheet._images for sheet in book.worksheets):
        lost.append("pictures")
    formulas = any(cell.data_type == "f" for sheet in book.worksheets for cell in sheet._cells.values())
    said = [words["lost"].format(what="、".join(words[what] for what in lost))] if lost else []
    return [*said, *([words["formulas"]] if formulas else [])]


def _any_holds(texts: Iterable[Any], traces: Sequence[Any]) -> bool:
    return any(trace in text for text in texts for trace in traces)


def _rebuilt(told: Sequence[SheetTold], name: str) -> Any:
    """A new workbook of the cells that were read; a text file's one sheet gets the file's name."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for one in told:
        sheet = book.create_sheet(one["name"] or openpyxl.workbook.child.INVALID_TITLE_REGEX.sub("_", name)[:31])
        for row, column, kind, text, is_percent in one["cells"]:
            _put(sheet, row, column, kind, text, bool(is_percent))
        for top, left, bottom, right in one["merged"]:
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        for row in one["hidden_rows"]:
            sheet.row_dimensions[row].hidden = True
        sheet.sheet_state = one["visibility"]
    return book


def _put(sheet: Any, row: int, column: int, kind: str, text: str, is_percent: bool) -> None:
    if kind == "number":
        sheet.cell(row, column).value = float(text) if "." in text or "e" in text else int(text)
        if is_percent:
            sheet.cell(row, column).number_format = "0.00%"
    elif kind == "boolean":
        sheet.cell(row, column).value = text == "TRUE"
    elif kind == "date" and text[:1].isdigit() and "-" in text:
        sheet.cell(row, column).value = datetime.fromisoformat(text)
    elif kind == "error":
        sheet.cell(row, column).value = text
        sheet.cell(row, column).data_type = "e"
    elif kind != "formula":
        _write(sheet, row, column, text)


if __name__ == "__main__":
    main()
