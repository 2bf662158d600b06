"""The tracked files of the demo county, read as a person would read them."""

import csv
import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl

from assessment import settings

DEMO = settings.ROOT / "data" / "sample" / "demo"


def reference(table: str) -> list[dict[str, str]]:
    """The rows of a reference file."""
    with (DEMO / "reference" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def sheet(path: str, name: str) -> list[tuple[object, ...]]:
    """The rows of a workbook's sheet."""
    return list(openpyxl.load_workbook(DEMO / path, read_only=True)[name].iter_rows(values_only=True))


@cache
def results(path: str) -> dict[tuple[str, str], object]:
    """Sheet 指标 of a file that carries codes: the cell of each unit and indicator."""
    _, codes, _, *rows = sheet(path, "指标")
    return {
        (str(row[0]), str(code)): cell
        for row in rows
        if str(row[0]).startswith("U")
        for code, cell in zip(codes[2:], row[2:], strict=True)
    }


def parts(data: bytes) -> dict[str, bytes]:
    """The unpacked parts of a workbook: what it says, however it was compressed."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tracked() -> Iterator[tuple[str, Path]]:
    """Every tracked file by its path below the demo's folder."""
    for path in sorted(DEMO.rglob("*")):
        if path.is_file():
            yield path.relative_to(DEMO).as_posix(), path
