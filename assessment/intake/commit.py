"""A commit and its undoing: facts, revision and stored results in one transaction."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import TypeAlias

from assessment.errors import AssessmentError, BadInput
from assessment.facts import Decision, Event, MilestoneProgress, Result, Target, Vote
from assessment.intake.preview import Incoming, Preview
from assessment.store import Scope, Store, Transaction, add_revision, archive, insert_rows, rebuild, tables

Fact: TypeAlias = Result | Target | Event | Vote | MilestoneProgress | Decision


@dataclass(frozen=True)
class Committed:
    """What a commit did: its revision, the uploads it made or undid, and the results it changed."""

    revision_id: int
    upload_ids: list[int]
    changed_results: int


def commit(store: Store, preview: Preview, who: str, reason: str = "") -> Committed:
    """Take in what a preview showed; `reason` says why numbers that look wrong (`doubts`) are right.

    Raises BadInput if the preview has problems, AssessmentError if it would change nothing or the data have
    changed since it was made.
    """
    return commit_months(store, [preview], who, reason)


def commit_months(store: Store, previews: Sequence[Preview], who: str, reason: str = "") -> Committed:
    """Take in what the previews of several months showed, all under one revision, one upload a file.

    Raises as `commit` does, with the problems of all months; months that would change nothing are passed over.
    """
    if problems := [problem for preview in previews for problem in preview.problems]:
        raise BadInput(problems)
    news = [preview for preview in previews if not preview.is_unchanged]
    if not news:
        raise AssessmentError("Nothing has changed: these files say what is already known.")
    for file in (file for preview in news for file in preview.incoming):
        archive.keep(store.path.parent, file.data)
    with store.write() as connection:
        if any(store.data_version != preview.data_version for preview in news):
            raise AssessmentError("The data have changed since this was checked. Check the files again.")
        return take_in(connection, news, who, reason)


def take_in(connection: Transaction, news: Sequence[Preview], who: str, reason: str = "") -> Committed:
    """The facts, the revision and the results of previews with news, inside a transaction."""
    ((first,),) = tables.run(connection, "next_upload")
    revision_id = add_revision(connection, "import", who, reason, first)
    upload_ids = _add_uploads(connection, first, news, revision_id)
    given = dict.fromkeys(answer for preview in news for answer in preview.answers)
    rows = [(revision_id, who, one.source, one.kind, one.text, one.meaning) for one in given]
    insert_rows(connection, "intake_answer", rows)
    return Committed(revision_id, upload_ids, rebuild(connection, revision_id, _scope(connection, upload_ids)))


def undo(store: Store, upload_id: int, who: str) -> Committed:
    """Take an upload back, with those committed together with it, whatever came after: as if they had never come in.

    What sent one of their numbers back goes with the number.

    Raises AssessmentError if there is no such upload or it is undone already.
    """
    with store.write() as connection:
        return take_back(connection, upload_id, who)


def take_back(connection: Transaction, upload_id: int, who: str) -> Committed:
    """An upload and those committed with it taken back, inside a transaction. Raises AssessmentError as `undo`."""
    together = tables.run(connection, "committed_together", upload_id=upload_id)
    if not together:
        raise AssessmentError("There is no upload {upload}.", upload=upload_id)
    if together[0][1] == "undone":
        raise AssessmentError("Upload {upload} is undone already.", upload=upload_id)
    numbers = [number for number, _ in together]
    numbers += [number for (number,) in tables.run(connection, "marks_upon", upload_ids=numbers)]
    revision_id = add_revision(connection, "undo", who, upload_id=numbers[0])
    scope = _scope(connection, numbers)
    tables.run(connection, "undo_upload", upload_ids=numbers)
    return Committed(revision_id, numbers, rebuild(connection, revision_id, scope))


def _add_uploads(connection: Transaction, first: int, previews: Sequence[Preview], revision_id: int) -> list[int]:
    """The rows of every file, table by table, and what each month changed; the numbers of the uploads."""
    rows: dict[str, list[tuple[object, ...]]] = {}
    upload_id = first
    for preview in previews:
        counts = Counter((change.section, change.kind) for change in preview.changes)
        rows.setdefault("upload_change", []).extend((upload_id, *key, count) for key, count in counts.items())
        for file in preview.incoming:
            name, digest, received_on = file.file_name, file.sha256, file.received_on or preview.received_on
            upload = (upload_id, revision_id, preview.month.start, name, digest, received_on, "accepted")
            rows.setdefault("upload", []).append(upload)
            for table, found in _sections(file, preview).items():
                scenario = (0,) if table == "result" else ()
                rows.setdefault(table, []).extend((*scenario, upload_id, preview.month.start, *row) for row in found)
            upload_id += 1
    for table, found in rows.items():
        insert_rows(connection, table, found)
    return list(range(first, upload_id))


def _sections(file: Incoming, preview: Preview) -> dict[str, list[tuple[object, ...]]]:
    """The rows a file brings by table. A target only repeated is left out: it must not shadow a later correction."""
    moved = {(change.sheet, change.cell) for change in preview.changes if change.section == "target" and change.is_news}
    rows = file.submission
    facts: dict[str, tuple[type[Fact], Sequence[Fact]]] = {
        "result": (Result, rows.results),
        "target": (Target, [row for row in rows.targets if (row.sheet, row.cell) in moved]),
        "event": (Event, rows.events),
        "vote": (Vote, rows.votes),
        "milestone_progress": (MilestoneProgress, rows.milestones),
        "decision": (Decision, rows.decisions),
    }
    return {table: list(map(attrgetter(*kind.__slots__), found)) for table, (kind, found) in facts.items()}


def _scope(connection: Transaction, upload_ids: list[int]) -> Scope:
    """From the first month or decided period of the uploads to a year after the last: what was carried, planned or
    compared from them lies inside; months after their assessment year come out unchanged."""
    touched = [day for (day,) in tables.run(connection, "touched_period", upload_ids=upload_ids)]
    last = max(touched)
    return Scope(min(touched), date(last.year + 1, last.month, 1))
