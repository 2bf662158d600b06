"""What the command line can ask for: each command takes the store and plain values and answers with plain values,
so that it runs here or, while a server owns the store, over there (assessment/shell/remote.py)."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from assessment import intake, notes, reference, reports
from assessment.errors import AssessmentError, BadInput, Problem
from assessment.i18n import t
from assessment.shell import backup, publishing, results
from assessment.shell.request import DONE, PROBLEMS, REFUSED, Answer, Request, named_period, plain, problem_lines
from assessment.store import Store, fingerprint, rescore


def run(store: Store, request: Request) -> Answer:
    """Carry out a command; problems become one line each: sheet, cell, message."""
    if request.command not in COMMANDS:
        return Answer(REFUSED, [t("The dashboard that runs is older than this command; start it again.")])
    try:
        return COMMANDS[request.command](store, request)
    except BadInput as error:
        return Answer(PROBLEMS, [*problem_lines(error.problems), str(error)])
    except AssessmentError as error:
        return Answer(REFUSED, [str(error)])


def _init(store: Store, request: Request) -> Answer:
    made = reference.load(store, request.files, request.who)
    return Answer(DONE, [t("Reference loaded: revision {revision}.", revision=made.revision_id)])


def _scheme(store: Store, _: Request) -> Answer:
    return Answer(DONE, output=reference.workbook(store))


def _check_scheme(store: Store, request: Request) -> Answer:
    proposal = reference.propose(store, request.files)
    if proposal.problems:
        return Answer(PROBLEMS if proposal.is_readable else REFUSED, problem_lines(proposal.problems))
    if proposal.is_unchanged:
        return Answer(DONE, [t("No change: the store already holds exactly this")])
    told = reference.told
    lines = [told.line(change, proposal.names) for change in proposal.changes]
    return Answer(DONE, [*lines, told.counts(proposal.changes), told.effect(proposal), *told.published(proposal)])


def _template(store: Store, request: Request) -> Answer:
    types = tuple(filter(None, request.options.get("type", "").split(",")))
    known = set(reports.unit_types(store)["unit_type"])
    if unknown := [code for code in types if code not in known]:
        raise AssessmentError(
            "There is no type {type}; types are: {types}.", type=", ".join(unknown), types=", ".join(sorted(known))
        )
    return Answer(DONE, output=intake.template(store, named_period(store, request, "month"), types))


@dataclass(frozen=True)
class _Checked:
    """The files of a command against the store: what would change, in words, and what stands against it."""

    previews: list[intake.Preview]
    warnings: list[str]
    problems: list[str]
    doubted: list[list[Problem]]
    summary: str

    @property
    def doubts(self) -> list[str]:
        """The doubts of all months, a line each."""
        return [t("doubt: {line}", line=line) for found in self.doubted for line in problem_lines(found)]


def _checked(store: Store, request: Request) -> _Checked:
    received = request.options.get("received")
    try:
        received_on = date.fromisoformat(received) if received else None
    except ValueError:
        raise AssessmentError("“{text}” is not a date; write it as 2026-07-18.", text=received) from None
    files = list(request.files.items())
    if "month" in request.options:
        brought = [intake.Delivery(named_period(store, request, "month"), files, received_on)]
    else:
        brought = [replace(one, received_on=received_on) for one in intake.deliveries(files)]
    shown = intake.preview_months(store, brought)
    warnings = [t("warning: {line}", line=line) for one in shown for line in problem_lines(one.warnings)]
    problems = [line for one in shown for line in problem_lines(one.problems)]
    doubted = [intake.doubts(store, one) for one in shown]
    kinds = ("new", "changed", "unchanged", "missing")
    counts = {kind: sum(one.counts.get(kind, 0) for one in shown) for kind in kinds}
    summary = t("new {new}, changed {changed}, unchanged {unchanged}, missing {missing}", **counts)
    return _Checked(shown, warnings, problems, doubted, summary)


def _check(store: Store, request: Request) -> Answer:
    checked = _checked(store, request)
    files = [file for one in checked.previews for file in one.incoming]
    lines = [*checked.warnings, *checked.problems, *checked.doubts]
    if not all(file.is_readable for file in files):
        return Answer(REFUSED, lines)
    if "out" in request.options and len(files) > 1:
        raise AssessmentError("--out marks one file; check the {count} files one by one.", count=len(files))
    marked = None
    if "out" in request.options and lines:
        marked = files[0].marked(intake.doubts_in_file(checked.previews[0], files[0], checked.doubted[0])).data
    if checked.problems or checked.doubts:
        return Answer(PROBLEMS, lines, marked)
    return Answer(DONE, [*lines, t("No problems: {summary}.", summary=checked.summary)], marked)


def _import(store: Store, request: Request) -> Answer:
    checked = _checked(store, request)
    if checked.problems:
        return Answer(PROBLEMS, [*checked.warnings, *checked.problems, *checked.doubts])
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


def _send_back(store: Store, request: Request) -> Answer:
    asked, month = request.options, named_period(store, request, "month")
    shown = intake.sending_back(store, month, asked["unit"], asked["indicator"])
    made = intake.send_back(store, shown, request.who, asked["reason"])
    what = f"{asked['unit']} {asked['indicator']}"
    return Answer(DONE, [t("Sent back: {what}; revision {revision}.", what=what, revision=made.revision_id)])


def _note(store: Store, request: Request) -> Answer:
    asked = request.options
    subject = notes.Subject(
        named_period(store, request, "period"), asked.get("unit"), asked.get("type"), asked.get("indicator")
    )
    number = notes.add(store, subject, asked["text"], request.who)
    return Answer(DONE, [t("Note {number} written.", number=number)])


def _withdraw(store: Store, request: Request) -> Answer:
    text = request.options["note"]
    if not text.isdecimal():
        raise AssessmentError("“{text}” is not a note's number.", text=text)
    notes.withdraw(store, int(text), request.options["reason"], request.who)
    return Answer(DONE, [t("Note {number} withdrawn.", number=int(text))])


def _rescore(store: Store, request: Request) -> Answer:
    made = rescore(store, request.who)
    if made.changed_results == 0:
        return Answer(DONE, [t("Rescored: every stored result is what the rules say.")])
    values = {"count": made.changed_results, "revision": made.revision_id}
    return Answer(DONE, [t("Rescored: {count} results changed, revision {revision}.", **values)])


def _history(store: Store, _: Request) -> Answer:
    rows = reports.history(store).to_dict("records")
    for row in rows:
        row["periods"] = ",".join(row["periods"])
    of_upload = ("upload_id", "month", "file_name", "status", "new_count")
    shown = ("revision_id", "made_at", "made_by", "kind", *of_upload, "periods", "note")
    return Answer(DONE, [json.dumps({name: plain(row[name]) for name in shown}, ensure_ascii=False) for row in rows])


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
    "send-back": _send_back,
    "note": _note,
    "withdraw": _withdraw,
    "results": results.results,
    "scores": results.scores,
    "submissions": results.submissions,
    "export": results.whole,
    "publish": publishing.publish,
    "reopen": publishing.reopen,
    "editions": publishing.list_editions,
    "rescore": _rescore,
    "history": _history,
    "fingerprint": _fingerprint,
    "backup": backup.back_up,
}
