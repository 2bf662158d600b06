"""The command line: reads the words and files, has the command carried out, prints and writes what comes back.

Exit status: 0 done, 1 problems (one a line: sheet, cell, message), 2 refused.
"""

import os
import sys
import time
from pathlib import Path

from assessment import i18n, reference, settings
from assessment.errors import AssessmentError
from assessment.i18n import t
from assessment.shell import backup, remote
from assessment.shell.commands import run
from assessment.shell.request import REFUSED, Answer, Request
from assessment.shell.words import parser
from assessment.store import open_store

PATIENCE_SECONDS = 10.0
TABLES = (".csv", ".xlsx")
ENDINGS = {"results": TABLES, "scores": TABLES, "submissions": TABLES, "backup": (".zip",)}
"""What a command's file may end in; one not listed here makes a workbook."""


def main(words: list[str]) -> int:
    """Run one command line; returns the exit status."""
    language = _language()
    i18n.current = lambda: language
    options = {key: value for key, value in vars(parser().parse_args(words)).items() if value is not None}
    try:
        _check_ending(options)
        request = _request(options)
        answer = _carry_out(request)
        _write(answer, options.get("out"))
    except AssessmentError as error:
        print(error, file=sys.stderr)
        return REFUSED
    stream = sys.stderr if answer.status == REFUSED else sys.stdout
    for line in answer.lines:
        print(line, file=stream)
    return answer.status


def _language() -> str:
    spoken = os.environ.get("ASSESSMENT_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG") or "en"
    return "zh" if spoken.lower().startswith("zh") else "en"


def _request(options: dict[str, object]) -> Request:
    files: dict[str, bytes] = {}
    if "reference" in options:
        files = reference.folder_files(Path(str(options["reference"])))
    for name in _words(options.get("file")):
        path = Path(name)
        if path.name in files:
            raise AssessmentError("Two files are named {name}; give each a name of its own.", name=path.name)
        try:
            files[path.name] = path.read_bytes()
        except OSError as error:
            raise AssessmentError("{path} cannot be read: {reason}.", path=name, reason=error.strerror or "") from error
    plain = {key: ",".join(_words(value)) for key, value in options.items() if key not in ("command", "file")}
    return Request(str(options["command"]), plain, files, settings.user_name())


def _words(value: object) -> list[str]:
    return [] if value is None else [str(item) for item in value] if isinstance(value, list) else [str(value)]


def _carry_out(request: Request) -> Answer:
    """Ask the server that owns the store, or open the store here; wait a little for another command to end."""
    folder = settings.own_dir() if request.command in ("init", "restore") else settings.data_dir()
    if request.command == "restore":
        return backup.restore(folder, request)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        if (answer := remote.ask(folder, request)) is not None:
            return answer
        try:
            store = open_store(folder)
        except AssessmentError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
            continue
        try:
            return run(store, request)
        finally:
            store.close()


def _check_ending(options: dict[str, object]) -> None:
    out = options.get("out")
    endings = ENDINGS.get(str(options["command"]), (".xlsx",))
    if out is not None and not str(out).lower().endswith(endings):
        raise AssessmentError("{path} must end in {endings}.", path=str(out), endings=", ".join(endings))


def _write(answer: Answer, out: object) -> None:
    if answer.output is None:
        return
    if out is None:
        sys.stdout.buffer.write(answer.output)
        sys.stdout.flush()
        return
    path = Path(str(out))
    try:
        part = path.with_name(f".{path.name}.part")
        part.write_bytes(answer.output)
        part.replace(path)
    except OSError as error:
        raise AssessmentError(
            "{path} cannot be written: {reason}.", path=str(path), reason=error.strerror or ""
        ) from error
    print(t("Written: {path}", path=path))
