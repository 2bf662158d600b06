"""Reference files as raw text rows: a folder of CSV files, one a table, or one workbook with a sheet a table."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from assessment.errors import AssessmentError, Problem
from assessment.reference.presets import REQUIRED, TABLES
from assessment.spreadsheet.plain_tables import plain_tables


@dataclass(frozen=True)
class RawRow:
    """A row as written: the file it stands in, its line and its cells by column heading."""

    file: str
    line: int
    cells: dict[str, str]


def folder_files(folder: Path) -> dict[str, bytes]:
    """The table files of a folder by name: CSV files, or one workbook. Raises AssessmentError if there is no folder."""
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
        found, faults = _read_book(name, data) if name.endswith(".xlsx") else _read_table(name, data)
        problems += faults
        for table, rows in found.items():
            if table in TABLES:
                raw[table] = rows
                continue
            tables = {"tables": ", ".join(TABLES)}
            problems.append(Problem(name, table, "This file is not a table; tables are: {tables}.", tables))
    problems += [
        Problem(f"{table}.csv", "", "This file is missing or empty; a county needs it.")
        for table in REQUIRED
        if not raw.get(table)
    ]
    return raw, problems


def _read_book(name: str, data: bytes) -> tuple[dict[str, list[RawRow]], list[Problem]]:
    tables, problems = plain_tables(name, data)
    rows = {table: [RawRow(table, line, cells) for line, cells in found] for table, found in tables.items()}
    return rows, problems


def _read_table(name: str, data: bytes) -> tuple[dict[str, list[RawRow]], list[Problem]]:
    text = decode(data)
    if text is None:
        return {}, [Problem(name, "", "The file is neither UTF-8 nor GB18030 text; save it as UTF-8 CSV.")]
    return {name.removesuffix(".csv"): read_csv(name, text)}, []


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
