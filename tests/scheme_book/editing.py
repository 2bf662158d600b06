"""The Chinese workbook of a scheme as an officer edits it: cells found by headings, rows copied, taken out."""

import io
from collections.abc import Callable

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from assessment import reference
from assessment.i18n import speaking
from assessment.store import Store


def written(store: Store, language: str = "zh") -> bytes:
    """The workbook of a store."""
    with speaking(language):
        return reference.workbook(store)


def edited(data: bytes, change: Callable[[Workbook], None]) -> bytes:
    """The workbook after a change, saved by openpyxl."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def headings(sheet: Worksheet) -> tuple[int, dict[str, int]]:
    """The row of headings and the column of each."""
    for row in range(1, 6):
        found = {str(cell.value).replace("\n", " "): cell.column for cell in sheet[row] if cell.value}
        if len(found) > 1:
            marked = found
            number = row
            if sheet.cell(row, 1).fill.fgColor.rgb == "FF1F4E79":
                break
    return number, marked


def rows(sheet: Worksheet, **where: str) -> list[int]:
    """The rows whose cells begin with these words, by heading."""
    top, columns = headings(sheet)
    return [
        row
        for row in range(top + 1, sheet.max_row + 1)
        if sheet.cell(row, 1).value is not None
        and all(str(sheet.cell(row, columns[name]).value).startswith(words) for name, words in where.items())
    ]


def cell(book: Workbook, title: str, heading: str, **where: str) -> Cell:
    """The one cell of a sheet in the row that `where` tells."""
    sheet = book[title]
    (row,) = rows(sheet, **where)
    found = sheet.cell(row, headings(sheet)[1][heading])
    assert isinstance(found, Cell)
    return found


def parameter(book: Workbook, name: str, scheme: str) -> Cell:
    """A parameter of a scheme; the first free column for a code that is not there yet."""
    sheet = book["方案参数"]
    names = {sheet.cell(row, 1).value: row for row in range(3, sheet.max_row + 1)}
    codes = [str(sheet.cell(3, column).value or "") for column in range(4, sheet.max_column + 1)]
    at = codes.index(scheme if scheme in codes else "")
    found = sheet.cell(names[name], 4 + at)
    assert isinstance(found, Cell)
    return found


def new_version(book: Workbook, code: str, month: str, base: str) -> None:
    """A scheme version that carries on from another."""
    for name, text in (("方案代码", code), ("名称", f"{month}起方案"), ("执行起始", month), ("沿用方案", base)):
        parameter(book, name, code if name != "方案代码" else "").value = text


def copy_rows(book: Workbook, title: str, old: str, new: str) -> None:
    """The rows of a scheme once more at the end of a sheet, with another scheme's code."""
    sheet = book[title]
    for row in rows(sheet, 方案代码=old):
        values = [cell.value for cell in sheet[row]]
        sheet.append([new, *values[1:]])
