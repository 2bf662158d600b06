"""Runs the limited child process over files and turns its plain JSON into grids."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assessment.workbook.findings import Fault, fault
from assessment.workbook.grid import Cell, Sheet

WALL_SECONDS = 30
_ROOT = Path(__file__).parents[2]


def open_books(files: Sequence[bytes]) -> list[list[Sheet] | Fault]:
    """The sheets of each file, or why it cannot be read. The files have passed `precheck.refusal`.

    One child reads them all. If it dies, the file it died on is tried once more in a child of its own, so that
    no file pays for the time and memory of those before it.
    """
    answers: list[list[Sheet] | Fault] = []
    while len(answers) < len(files):
        lines, ending = _run(files[len(answers) :])
        answers += [_answer(line) for line in lines]
        if not lines:
            answers.append(ending)
    return answers


def _run(files: Sequence[bytes]) -> tuple[list[bytes], Fault]:
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as sink:
        source.write(json.dumps([len(data) for data in files]).encode() + b"\n")
        for data in files:
            source.write(data)
        source.seek(0)
        ending = fault("The file cannot be read: the reading process stopped. Save it again as .xlsx.")
        try:
            subprocess.run(
                [sys.executable, "-m", "assessment.workbook.child"],
                stdin=source,
                stdout=sink,
                stderr=subprocess.DEVNULL,
                cwd=_ROOT,
                env=_environment(),
                timeout=WALL_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            ending = fault(
                "The file takes more than {seconds} s to read. Delete what is not needed.", seconds=WALL_SECONDS
            )
        sink.seek(0)
        return [line for line in sink.read().splitlines(keepends=True) if line.endswith(b"\n")], ending


def _environment() -> dict[str, str]:
    """As little as the child needs: nothing secret of this process reaches it."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {"PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(_ROOT)}


def _answer(line: bytes) -> list[Sheet] | Fault:
    try:
        told: dict[str, Any] = json.loads(line)
        if "error" in told:
            return _unreadable(str(told["error"]))
        return [_sheet(sheet) for sheet in told["sheets"]]
    except (ValueError, KeyError, TypeError):
        return fault("The file cannot be read: the reading process stopped. Save it again as .xlsx.")


def _unreadable(reason: str) -> Fault:
    if reason in ("MemoryError", "OverflowError"):
        return fault("The workbook is too large to read. Delete sheets, rows and columns that are not needed.")
    return fault(
        "The workbook is damaged inside ({reason}). Open it in Excel and save it again as .xlsx.", reason=reason
    )


def _sheet(told: dict[str, Any]) -> Sheet:
    cells = [Cell(row, column, kind, text, bool(percent)) for row, column, kind, text, percent in told["cells"]]
    return Sheet(
        name=told["name"],
        visibility=told["visibility"],
        cells={(cell.row, cell.column): cell for cell in cells},
        merged=[(top, left, bottom, right) for top, left, bottom, right in told["merged"]],
        hidden_rows=frozenset(told["hidden_rows"]),
    )
