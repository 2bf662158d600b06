"""The words the command line knows."""

import argparse


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    line = argparse.ArgumentParser(prog="python -m assessment", description="Shiji 实绩")
    commands = line.add_subparsers(dest="command", required=True)
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
    return line
