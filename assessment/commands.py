"""What the command line can ask for: each command takes the store and plain values and answers with plain values,
so that it runs here or, while a server owns the store, over there (assessment/remote.py)."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pandas as pd

from assessment import export, intake, notes, reference, reports, settings
from assessment.errors import AssessmentError, BadInput, Problem
from assessment.i18n import t
from assessment.periods import Period
from assessment.store import Store, fingerprint, rescore

DONE, PROBLEMS, REFUSED = 0, 1, 2


@dataclass(frozen=True)
class Request:
    """A command with its options, the files it brings and who asks."""

    command: str
    options: dict[str, str]
    files: dict[str, bytes]
    who: str


@dataclass(frozen=True)
class Answer:
    """The exit status, lines for the shell and, where the command makes one, a file's bytes."""

    status: int
    lines: list[str] = field(default_factory=list)
    output: bytes | None = None


def run(store: Store, request: Request) -> Answer:
    """Carry out a command; problems become one line each: sheet, cell, message."""
    try:
        return COMMANDS[request.command](store, request)
    except BadInput as error:
        return Answer(PROBLEMS, [*_lines(error.problems), str(error)])
    except AssessmentError as error:
        return Answer(REFUSED, [str(error)])


def _lines(problems: list[Problem]) -> list[str]:
    return [problem.line() for problem in problems]


def _period(store: Store, request: Request, name: str) -> Period:
    return Period.parse(request.options[name], reports.year_start_month(store))


def _init(store: Store, request: Request) -> Answer:
    made = reference.load(store, request.files, request.who)
    return Answer(DONE, [t("Reference loaded: revision {revision}.", revision=made.revision_id)])


def _scheme(store: Store, _: Request) -> Answer:
    return Answer(DONE, output=reference.workbook(store))


def _check_scheme(store: Store, request: Request) -> Answer:
    proposal = reference.propose(store, request.files)
    if proposal.problems:
        return Answer(PROBLEMS if proposal.is_readable else REFUSED, _lines(proposal.problems))
    if proposal.is_unchanged:
        return Answer(DONE, [t("No change: the store already holds exactly this")])
    lines = [reference.told.line(change, proposal.names) for change in proposal.changes]
    return Answer(DONE, [*lines, reference.told.counts(proposal.changes), reference.told.effect(proposal)])


def _template(store: Store, request: Request) -> Answer:
    types = tuple(filter(None, request.options.get("type", "").split(",")))
    known = set(reports.unit_types(store)["unit_type"])
    if unknown := [code for code in types if code not in known]:
        raise AssessmentError(
            "There is no type {type}; types are: {types}.", type=", ".join(unknown), types=", ".join(sorted(known))
        )
    return Answer(DONE, output=intake.template(store, _period(store, request, "month"), types))


@dataclass(frozen=True)
class _Checked:
    """The files of a command against the store: what would change, in words, and what stands against it."""

    previews: list[intake.Preview]
    warnings: list[str]
    problems: list[str]
    doubts: list[str]
    summary: str


def _checked(store: Store, request: Request) -> _Checked:
    received = request.options.get("received")
    try:
        received_on = date.fromisoformat(received) if received else None
    except ValueError:
        raise AssessmentError("“{text}” is not a date; write it as 2026-07-18.", text=received) from None
    files = list(request.files.items())
    if "month" in request.options:
        brought = [intake.Delivery(_period(store, request, "month"), files, received_on)]
    else:
        brought = [replace(one, received_on=received_on) for one in intake.deliveries(files)]
    shown = intake.preview_months(store, brought)
    warnings = [t("warning: {line}", line=line) for one in shown for line in _lines(one.warnings)]
    problems = [line for one in shown for line in _lines(one.problems)]
    doubts = [t("doubt: {line}", line=line) for one in shown for line in _lines(intake.doubts(store, one))]
    kinds = ("new", "changed", "unchanged", "missing")
    counts = {kind: sum(one.counts.get(kind, 0) for one in shown) for kind in kinds}
    summary = t("new {new}, changed {changed}, unchanged {unchanged}, missing {missing}", **counts)
    return _Checked(shown, warnings, problems, doubts, summary)


def _check(store: Store, request: Request) -> Answer:
    checked = _checked(store, request)
    files = [file for one in checked.previews for file in one.incoming]
    lines = [*checked.warnings, *checked.problems, *checked.doubts]
    if not all(file.is_readable for file in files):
        return Answer(REFUSED, lines)
    if "out" in request.options and len(files) > 1:
        raise AssessmentError("--out marks one file; check the {count} files one by one.", count=len(files))
    marked = files[0].marked().data if "out" in request.options and lines else None
    if checked.problems or checked.doubts:
        return Answer(PROBLEMS, lines, marked)
    return Answer(DONE, [*lines, t("No problems: {summary}.", summary=checked.summary)], marked)


def _import(store: Store, request: Request) -> Answer:
    checked = _checked(store, request)
    if checked.problems:
        return Answer(PROBLEMS, [*checked.warnings, *checked.problems])
    if all(one.is_unchanged for one in checked.previews):
        return Answer(DONE, [*checked.warnings, t("No change: {summary}.", summary=checked.summary)])
    reason = request.options.get("reason", "").strip()
    if checked.doubts and not reason:
        asked = t(
            "{count} numbers look wrong: mend them, or say with --reason why they are right.", count=len(checked.doubts)
        )
        return Answer(PROBLEMS, [*checked.warnings, *checked.doubts, asked])
    made = intake.commit_months(store, checked.previews, request.who, reason)
    done = t(
        "Upload {upload}, revision {revision}: {summary}.",
        upload=", ".join(map(str, made.upload_ids)),
        revision=made.revision_id,
        summary=checked.summary,
    )
    return Answer(DONE, [*checked.warnings, *checked.doubts, done])


def _undo(store: Store, request: Request) -> Answer:
    text = request.options["upload"]
    if not text.isdecimal():
        raise AssessmentError("“{text}” is not an upload's number; `history` lists them.", text=text)
    made = intake.undo(store, int(text), request.who)
    line = t(
        "Upload {upload} undone: revision {revision}.",
        upload=", ".join(map(str, made.upload_ids)),
        revision=made.revision_id,
    )
    return Answer(DONE, [line])


def _note(store: Store, request: Request) -> Answer:
    asked = request.options
    subject = notes.Subject(
        _period(store, request, "period"), asked.get("unit"), asked.get("type"), asked.get("indicator")
    )
    number = notes.add(store, subject, asked["text"], request.who)
    return Answer(DONE, [t("Note {number} written.", number=number)])


def _withdraw(store: Store, request: Request) -> Answer:
    text = request.options["note"]
    if not text.isdecimal():
        raise AssessmentError("“{text}” is not a note's number.", text=text)
    notes.withdraw(store, int(text), request.options["reason"], request.who)
    return Answer(DONE, [t("Note {number} withdrawn.", number=int(text))])


def _results(store: Store, request: Request) -> Answer:
    period = _period(store, request, "period")
    revision = request.options.get("revision")
    if revision and not revision.isdecimal():
        raise AssessmentError("“{text}” is not a revision's number; `history` lists them.", text=revision)
    if revision and not 0 < int(revision) <= store.data_version:
        raise AssessmentError(
            "There is no revision {revision}; the newest is {newest}.", revision=revision, newest=store.data_version
        )
    frame = reports.rankings(store, period, (), int(revision) if revision else reports.LATEST)
    if frame.empty:
        raise AssessmentError("There are no results for {period}.", period=str(period))
    return _table(store, request, period, export.result_table(period, frame))


def _scores(store: Store, request: Request) -> Answer:
    period = _period(store, request, "period")
    frame = reports.scores(store, period)
    if frame.empty:
        raise AssessmentError("There are no results for {period}.", period=str(period))
    return _table(store, request, period, export.score_table(period, frame))


def _table(store: Store, request: Request, period: Period, table: export.Table) -> Answer:
    if not request.options.get("out", "").lower().endswith(".xlsx"):
        return Answer(DONE, output=export.csv_bytes(table))
    notes = {
        t("Period"): period.name(),
        t("Revision"): request.options.get("revision") or str(store.data_version),
        t("Made at"): f"{settings.now():%Y-%m-%d %H:%M} UTC",
    }
    return Answer(DONE, output=export.workbook_bytes(table, notes))


def _rescore(store: Store, request: Request) -> Answer:
    made = rescore(store, request.who)
    if made.changed_results == 0:
        return Answer(DONE, [t("Rescored: every stored result is what the rules say.")])
    values = {"count": made.changed_results, "revision": made.revision_id}
    return Answer(DONE, [t("Rescored: {count} results changed, revision {revision}.", **values)])


def _history(store: Store, _: Request) -> Answer:
    rows = reports.history(store).to_dict("records")
    for row in rows:
        row["made_at"] = f"{row['made_at']:%Y-%m-%dT%H:%M:%SZ}"
    shown = ("revision_id", "made_at", "made_by", "kind", "upload_id", "month", "file_name", "status", "new_count")
    lines = [json.dumps({name: _json(row[name]) for name in shown}, ensure_ascii=False) for row in rows]
    return Answer(DONE, lines)


def _json(value: Any) -> object:
    return None if pd.isna(value) else value if isinstance(value, int) else str(value)


def _fingerprint(store: Store, _: Request) -> Answer:
    return Answer(DONE, [f"{digest}  {count:>8}  {table}" for table, count, digest in fingerprint(store)])


COMMANDS: dict[str, Callable[[Store, Request], Answer]] = {
    "init": _init,
    "scheme": _scheme,
    "check-scheme": _check_scheme,
    "template": _template,
    "check": _check,
    "import": _import,
    "undo": _undo,
    "note": _note,
    "withdraw": _withdraw,
    "results": _results,
    "scores": _scores,
    "rescore": _rescore,
    "history": _history,
    "fingerprint": _fingerprint,
}
