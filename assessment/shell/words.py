"""The words the command line knows."""

import argparse
from typing import Any, TypeAlias

_Commands: TypeAlias = "argparse._SubParsersAction[Any]"


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    line = argparse.ArgumentParser(prog="python -m assessment", description="Shiji 实绩")
    commands = line.add_subparsers(dest="command", required=True)
    _of_the_county(commands)
    _of_months(commands)
    _of_notes(commands)
    _of_publishing(commands)
    _of_results(commands)
    return line


def _of_the_county(commands: _Commands) -> None:
    init = commands.add_parser("init", help="load a county's reference files, or replace them")
    init.add_argument("--reference", required=True, metavar="DIR|FILE.xlsx")
    scheme = commands.add_parser("scheme", help="write the county and its schemes as a workbook to edit")
    scheme.add_argument("--out", required=True, metavar="FILE.xlsx")
    check = commands.add_parser(
        "check-scheme",
        help="say what an edited scheme would change and write nothing: 0 clean, 1 problems, 2 not readable",
    )
    check.add_argument("file", nargs="+", help="the workbook, or tables as .xlsx or .csv")
    backup = commands.add_parser("backup", help="the store and the archived workbooks in one file, opened and compared")
    backup.add_argument("--out", required=True, metavar="FILE.zip")
    restore = commands.add_parser("restore", help="put a backup into a folder without a store, compared once more")
    restore.add_argument("file", nargs=1, metavar="FILE.zip")


def _of_months(commands: _Commands) -> None:
    template = commands.add_parser("template", help="write the empty workbook of a month")
    template.add_argument("--month", required=True, metavar="YYYY-MM")
    template.add_argument("--type", action="append", metavar="TYPE")
    template.add_argument("--out", required=True, metavar="FILE.xlsx")
    check = commands.add_parser(
        "check", help="read workbooks against their month and write nothing: 0 clean, 1 problems, 2 not readable"
    )
    check.add_argument("--out", metavar="FILE.xlsx", help="a copy of the one file with everything wrong marked")
    bring = commands.add_parser("import", help="check and take in workbooks of one month or of several")
    bring.add_argument("--reason", metavar="TEXT", help="why numbers that look wrong are right")
    for command in (check, bring):
        command.add_argument("file", nargs="+", help=".xlsx, .xlsm, .xls, .et or .csv")
        command.add_argument("--month", metavar="YYYY-MM", help="default: the month each file's name begins with")
        command.add_argument("--received", metavar="YYYY-MM-DD", help="the day the files came in (default: today)")
    undo = commands.add_parser("undo", help="take an upload back")
    undo.add_argument("upload", help="its number, as `history` shows it")

    back = commands.add_parser("send-back", help="send a committed number back for correction")
    back.add_argument("--month", required=True, metavar="YYYY-MM")
    back.add_argument("--unit", required=True, metavar="CODE")
    back.add_argument("--indicator", required=True, metavar="CODE")
    back.add_argument("--reason", required=True, metavar="TEXT")


def _of_notes(commands: _Commands) -> None:
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


def _of_publishing(commands: _Commands) -> None:
    publish = commands.add_parser("publish", help="publish periods: from then on they are frozen")
    publish.add_argument("period", nargs="+", metavar="YYYY-MM|YYYYQn|YYYY")
    publish.add_argument(
        "--reason", metavar="TEXT", help="why what is late, awaited or returned is published all the same"
    )
    reopen = commands.add_parser(
        "reopen", help="open published periods for a correction; they are published again together"
    )
    reopen.add_argument("period", nargs="+", metavar="YYYY-MM|YYYYQn|YYYY")
    reopen.add_argument("--reason", required=True, metavar="TEXT")
    commands.add_parser("editions", help="every edition with its hash, made again: 0 all intact, 1 not")


def _of_results(commands: _Commands) -> None:
    for name, text in (
        ("results", "scores, ranks and tiers"),
        ("scores", "every cell's value, terms and points"),
        ("export", "results and cells in one workbook"),
    ):
        command = commands.add_parser(name, help=f"{text} of a period")
        command.add_argument("--period", required=True, metavar="YYYY-MM|YYYYQn|YYYY")
        if name == "export":
            command.add_argument("--out", required=True, metavar="FILE.xlsx")
        else:
            command.add_argument("--out", metavar="FILE.csv|FILE.xlsx", help="default: CSV on standard output")
        command.add_argument("--revision", metavar="N", help="as they stood at an earlier revision")
        command.add_argument("--edition", metavar="N", help="as an edition of the period was published")
    owed = commands.add_parser("submissions", help="who owes which table for a month, and what came when")
    owed.add_argument("--month", required=True, metavar="YYYY-MM")
    owed.add_argument("--out", metavar="FILE.csv|FILE.xlsx", help="default: CSV on standard output")
    commands.add_parser("rescore", help="score everything anew")
    commands.add_parser("history", help="every revision, newest first, one JSON object a line")
    commands.add_parser("fingerprint", help="a digest of every table's content")
