"""Runs the limited child process over files and turns its plain JSON into grids."""

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from queue import Queue
from typing import Any, TypeAlias

from assessment.errors import Fault, fault
from assessment.spreadsheet import precheck
from assessment.spreadsheet.child import OUTPUT
from assessment.spreadsheet.grid import Cell, Sheet
from assessment.spreadsheet.told_cells import Reason

COMMAND = [sys.executable, "-m", "assessment.spreadsheet.child"]
WALL_SECONDS = 30
LANES = 2
FEW = 3
"""So many files are read by one child: starting a second takes longer."""
_ROOT = Path(__file__).parents[2]

_REASONS: dict[Reason, Fault] = {
    "password": precheck.password(),
    "no workbook": fault("The file is an Office file without a workbook in it. Choose the Excel workbook."),
    "too large": fault("The workbook is too large to read. Delete sheets, rows and columns that are not needed."),
    "quotes": fault("The quotation marks of the text file do not match. Open it in Excel and save it as .xlsx."),
    "unseen": fault("The workbook's cells cannot be made out. Open it in Excel or WPS and save it again as .xlsx."),
}

Lane: TypeAlias = "Queue[list[Sheet] | Fault | OSError]"


def open_books(files: Sequence[bytes]) -> Iterator[list[Sheet] | Fault]:
    """The sheets of each file in turn, or why it cannot be read. The files have passed `precheck.refusal`.

    A few files are read by one child; many by two side by side, ahead of who asks. If a child dies, the file it died
    on is tried once more in a child of its own, so that no file pays for the time and memory of those before it.
    """
    count = LANES if len(files) > FEW else 1
    lanes: list[Lane] = [Queue() for _ in range(count)]
    for at, lane in enumerate(lanes):
        threading.Thread(target=_fill, args=(lane, files[at::count]), daemon=True, name="workbooks").start()
    for at in range(len(files)):
        answer = lanes[at % count].get()
        if isinstance(answer, OSError):
            raise answer
        yield answer


def _fill(lane: Lane, files: Sequence[bytes]) -> None:
    """Put an answer for every file into a lane, child after child; the error, if no child can be started."""
    done = 0
    while done < len(files):
        try:
            left = files[done:]
            read, ending = run(COMMAND, [len(data) for data in left], left, lambda line: lane.put(_answer(line)))
        except OSError as error:
            lane.put(error)
            return
        done += read
        if read == 0:
            lane.put(ending)
            done += 1


def run(
    command: Sequence[str], told: object, files: Sequence[bytes], take: Callable[[bytes], None]
) -> tuple[int, Fault]:
    """Let one child work on files and take its lines as they come: how many came, and why no more did.

    `told` is the first line of its input, as JSON; the files' bytes follow.
    """
    count, expired = 0, threading.Event()
    with tempfile.TemporaryFile() as source:
        source.write(json.dumps(told).encode() + b"\n")
        for data in files:
            source.write(data)
        source.seek(0)
        with subprocess.Popen(
            command,
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env=_environment(),
        ) as child:
            assert child.stdout is not None
            timer = threading.Timer(WALL_SECONDS, _expire, (child, expired))
            timer.start()
            while (line := child.stdout.readline(OUTPUT)).endswith(b"\n"):
                take(line)
                count += 1
            child.kill()  # it has ended, or said something endless
            timer.cancel()
    return count, _too_slow() if expired.is_set() else _stopped()


def _expire(child: subprocess.Popen[bytes], expired: threading.Event) -> None:
    expired.set()
    child.kill()


def _too_slow() -> Fault:
    return fault("The file takes more than {seconds} s to read. Delete what is not needed.", seconds=WALL_SECONDS)


def _stopped() -> Fault:
    return fault("The file cannot be read: the reading process stopped. Save it again as .xlsx.")


def _environment() -> dict[str, str]:
    """As little as the child needs: nothing secret of this process reaches it."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {"PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(_ROOT)}


def _answer(line: bytes) -> list[Sheet] | Fault:
    try:
        told: dict[str, Any] = json.loads(line)
        if "sheets" not in told:
            return unreadable(told)
        return [_sheet(sheet) for sheet in told["sheets"]]
    except (ValueError, KeyError, TypeError):
        return _stopped()


def unreadable(told: dict[str, Any]) -> Fault:
    """Why a child could not read a file, in words."""
    if "reason" in told:
        return _REASONS[told["reason"]]
    return fault(
        "The workbook is damaged inside ({reason}). Open it in Excel and save it again as .xlsx.", reason=told["error"]
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
