"""The limited child process that parses workbooks: bytes in, one line of JSON a file out (safety.md, limits table).

Standard input: a line with the sizes as a JSON list, then the files' bytes one after another.
Run as `python -m assessment.workbook.child`; it can open no file and no connection once the input is read.
"""

import codecs
import json
import re
import sys
import warnings
import zipfile
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from assessment.workbook.precheck import MAX_COLUMNS, MAX_ROWS

MEMORY = 2**30
CPU_SECONDS = 20
OUTPUT = 2**28
MAX_CELLS = 2_000_000
_LITERAL = re.compile(r'"[^"]*"|\\.')

CellRow = tuple[int, int, str, str, int]


def main() -> None:
    """Read every file of the input and write its sheets, or why it cannot be read, as one line."""
    sizes = json.loads(sys.stdin.buffer.readline())
    files = [sys.stdin.buffer.read(size) for size in sizes]
    sys.modules["numpy"] = None  # type: ignore[assignment]  # openpyxl would only learn its number types; it costs 0.1 s
    import openpyxl.reader.excel  # noqa: PLC0415  # after the line above
    import openpyxl.worksheet._reader as cell_reader  # noqa: PLC0415

    cell_reader._cast_number = _number
    warnings.simplefilter("ignore")
    codecs.lookup("cp437")  # zipfile looks for it when no file can be opened any more
    limit()
    for data in files:
        try:
            answer: dict[str, Any] = {"sheets": _sheets(data, openpyxl.reader.excel.load_workbook)}
        except Exception as error:  # every failure of a hostile file must come out as a line, whatever its type
            answer = {"error": type(error).__name__}
        sys.stdout.write(json.dumps(answer, ensure_ascii=True, separators=(",", ":")) + "\n")
        sys.stdout.flush()


def limit() -> None:
    """Take away memory, time, output, and every further file or connection."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # does not exist on Windows, where only the wall clock limits

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_FSIZE, (OUTPUT, OUTPUT))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))


def _number(text: str) -> int | float:
    """A number cell's value; NaN and infinity stay what they are, so that they can be refused by address."""
    try:
        return int(text)
    except ValueError:
        return float(text)


def _sheets(data: bytes, load: Any) -> list[dict[str, Any]]:
    values = load(BytesIO(data), data_only=True, keep_links=False)
    formulas = load(BytesIO(data), data_only=False, keep_links=False) if _has_formulas(data) else None
    budget = MAX_CELLS
    sheets = []
    for sheet in values.worksheets:
        shown = _sheet(sheet, formulas[sheet.title] if formulas else None)
        budget -= len(shown["cells"])
        if budget < 0:
            raise OverflowError
        sheets.append(shown)
    return sheets


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return any(
            re.search(rb"<(?:\w+:)?f[\s>/]", archive.read(part)) for part in archive.namelist() if "sheet" in part
        )


def _sheet(sheet: Any, formulas: Any) -> dict[str, Any]:
    # The sparse dict, not iter_rows: two far apart cells must not make a grid between them.
    cells = [_cell(cell, formulas) for _, cell in sorted(sheet._cells.items())]
    found = [cell for cell in cells if cell]
    if any(row > MAX_ROWS or column > MAX_COLUMNS for row, column, *_ in found):
        raise OverflowError
    return {
        "name": sheet.title,
        "visibility": sheet.sheet_state,
        "cells": found,
        "merged": [[r.min_row, r.min_col, r.max_row, r.max_col] for r in sheet.merged_cells.ranges],
        "hidden_rows": sorted(row for row, shape in sheet.row_dimensions.items() if shape.hidden),
    }


def _cell(cell: Any, formulas: Any) -> CellRow | None:
    value = cell.value
    if value is None:
        # t="str" with nothing stored is a formula that gave an empty text; without it nothing was ever computed.
        twin = formulas._cells.get((cell.row, cell.column)) if formulas else None
        is_formula = twin is not None and twin.data_type == "f" and cell.data_type != "str"
        return (cell.row, cell.column, "formula", "", 0) if is_formula else None
    kind, text = _plain(value, cell.data_type)
    is_percent = kind == "number" and "%" in _LITERAL.sub("", cell.number_format or "")
    return cell.row, cell.column, kind, text, int(is_percent)


def _plain(value: Any, data_type: str) -> tuple[str, str]:
    if data_type == "e":
        return "error", str(value)
    if isinstance(value, bool):
        return "boolean", "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return "number", repr(value)
    if isinstance(value, datetime):
        return "date", value.isoformat(sep=" ")
    if isinstance(value, date):
        return "date", value.isoformat()
    if isinstance(value, time | timedelta):
        return "time", str(value)
    return "text", str(value)


if __name__ == "__main__":
    main()
