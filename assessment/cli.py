"""The command line: reads the words and files, has the command carried out, prints and writes what comes back.

Exit status: 0 done, 1 problems (one a line: sheet, cell, message), 2 refused.
"""

import argparse
import os
import sys
import time
from pathlib import Path

from assessment import i18n, reference, remote, settings
from assessment.commands import REFUSED, Answer, Request, run
from assessment.errors import AssessmentError
from assessment.i18n import t
from assessment.store import open_store

PATIENCE_SECONDS = 10.0


def main(words: list[str]) -> int:
    """Run one command line; returns the exit status."""
    language = _language()
    i18n.current = lambda: language
    options = {key: value for key, value in vars(_parser().parse_args(words)).items() if value is not None}
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m assessment", description="Shiji 实绩")
    commands = parser.add_subparsers(dest="command", required=True)
    init = commands.add_parser("init", help="load a county's reference files, or replace them")
    init.add_argument("--reference", required=True, metavar="DIR")
    template = commands.add_parser("template", help="write the empty workbook of a month")
    template.add_argument("--month", required=True, metavar="YYYY-MM")
    template.add_argument("--type", action="append", metavar="TYPE")
    template.add_argument("--out", required=True, metavar="FILE.xlsx")
    for name, text in (
        ("check", "read workbooks against their month and write nothing: 0 clean, 1 problems, 2 not readable"),
        ("import", "check and take in workbooks of one month or of several"),
    ):
        bring = commands.add_parser(name, help=text)
        bring.add_argument("file", nargs="+", help=".xlsx, .xlsm, .xls, .et or .csv")
        bring.add_argument("--month", metavar="YYYY-MM", help="default: the month each file's name begins with")
        bring.add_argument("--received", metavar="YYYY-MM-DD", help="the day the files came in (default: today)")
        if name == "check":
            bring.add_argument("--out", metavar="FILE.xlsx", help="a copy of the file with everything wrong marked")
    undo = commands.add_parser("undo", help="take an upload back")
    undo.add_argument("upload", help="its number, as `history` shows it")
    note = commands.add_parser(
        "note", help="write an analyst's note on a period, or on a unit, type or indicator in it"
    )
    note.add_argument("text")
    note.add_argument("--period", required=True, metavar="YYYY-MM|YYYYQn|YYYY")
    for name in ("unit", "type", "indicator"):
        note.add_argument(f"--{name}", metavar="CODE")
    withdraw = commands.add_parser("withdraw", help="take a note back")
    withdraw.add_argument("note", help="its number, as `note` printed it")
    withdraw.add_argument("--reason", required=True)
    for name, text in (("results", "scores, ranks and tiers"), ("scores", "every cell's value, terms and points")):
        command = commands.add_parser(name, help=f"{text} of a period")
        command.add_argument("--period", required=True, metavar="YYYY-MM|YYYYQn|YYYY")
        command.add_argument("--out", metavar="FILE.csv|FILE.xlsx", help="default: CSV on standard output")
        if name == "results":
            command.add_argument("--revision", help="as they stood at an earlier revision")
    commands.add_parser("rescore", help="score everything anew")
    commands.add_parser("history", help="every revision, newest first, one JSON object a line")
    commands.add_parser("fingerprint", help="a digest of every table's content")
    return parser


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
    folder = settings.own_dir() if request.command == "init" else settings.data_dir()
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
    endings = (".csv", ".xlsx") if options["command"] in ("results", "scores") else (".xlsx",)
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
