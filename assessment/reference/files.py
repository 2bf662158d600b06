"""Reference files as raw text rows: a folder of CSV files, one a table, or one workbook with a sheet a table."""

import csv
import io
from pathlib import Path

from assessment.errors import AssessmentError, Problem
from assessment.reference.book import reading
from assessment.reference.presets import REQUIRED, TABLES
from assessment.reference.rows import RawRow
from assessment.spreadsheet.plain_tables import open_workbook, plain_tables


def folder_files(folder: Path) -> dict[str, bytes]:
    """The table files of a folder by name: CSV files, or one workbook; or the one file that is named itself.

    Raises AssessmentError if there is neither.
    """
    if folder.is_file():
        return {folder.name: folder.read_bytes()}
    if not folder.is_dir():
        raise AssessmentError("There is no folder {path}.", path=str(folder))
    tables = {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}
    books = {path.name: path.read_bytes() for path in sorted(folder.glob("*.xlsx")) if not path.name.startswith("~$")}
    return tables or books


def read_files(files: dict[str, bytes]) -> tuple[dict[str, list[RawRow]], list[Problem]]:
    """The rows of every table file by table, and what is wrong with the files themselves."""
    raw: dict[str, list[RawRow]] = {}
    problems: list[Problem] = []
    for name, data in files.items():
        found, faults = _read_table(name, data) if name.lower().endswith(".csv") else _read_book(name, data)
        problems += faults
        for table, rows in found.items():
            if table in raw:
                problems.append(Problem(name, table, "This table came in another file already."))
            elif table in TABLES:
                raw[table] = rows
            else:
                tables = {"tables": ", ".join(TABLES)}
                problems.append(Problem(name, table, "This file is not a table; tables are: {tables}.", tables))
    return raw, [*problems, *(_missing(raw) if raw or not problems else [])]


def _missing(raw: dict[str, list[RawRow]]) -> list[Problem]:
    is_in_words = any(row.is_in_words for rows in raw.values() for row in rows)
    return [
        Problem(
            reading.sheet_name(table) if is_in_words else f"{table}.csv",
            "",
            "This file is missing or empty; a county needs it.",
        )
        for table in REQUIRED
        if not raw.get(table)
    ]


def _read_book(name: str, data: bytes) -> tuple[dict[str, list[RawRow]], list[Problem]]:
    sheets, unreadable = open_workbook(name, data)
    if unreadable:
        return {}, unreadable
    if reading.is_in_words(sheets):
        return reading.read(sheets)
    tables, problems = plain_tables(sheets)
    rows = {
        table: [
            RawRow(
                table,
                line,
                {heading: cell.text.strip() for heading, cell in cells.items()},
                {heading: cell.address for heading, cell in cells.items()},
            )
            for line, cells in found
        ]
        for table, found in tables.items()
    }
    return rows, problems


def _read_table(name: str, data: bytes) -> tuple[dict[str, list[RawRow]], list[Problem]]:
    text = decode(data)
    if text is None:
        return {}, [Problem(name, "", "The file is neither UTF-8 nor GB18030 text; save it as UTF-8 CSV.")]
    try:
        return {name[:-4]: read_csv(name, text)}, []
    except csv.Error:
        message = "The quotation marks of the text file do not match. Open it in Excel and save it as .xlsx."
        return {}, [Problem(name, "", message)]


def decode(data: bytes) -> str | None:
    """The text of a CSV file in one of the encodings that spreadsheets write, or nothing."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def read_csv(name: str, text: str) -> list[RawRow]:
    """The rows of a CSV text below its heading line; empty lines are passed over."""
    reader = csv.reader(io.StringIO(text, newline=""))
    heading = [cell.strip() for cell in next(reader, [])]
    rows = []
    for cells in reader:
        if any(cell.strip() for cell in cells):
            padded = cells + [""] * (len(heading) - len(cells))
            named = dict(zip(heading, padded, strict=False))
            if len(cells) > len(heading) and any(cell.strip() for cell in cells[len(heading) :]):
                named[""] = ", ".join(cells[len(heading) :])
            rows.append(RawRow(name, reader.line_num, {key: value.strip() for key, value in named.items()}))
    return rows
