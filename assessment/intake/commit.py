"""A commit and its undoing: facts, revision and stored results in one transaction."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path

from assessment.errors import AssessmentError, BadInput
from assessment.facts import Decision, Event, MilestoneProgress, Target, Vote
from assessment.intake.preview import Incoming, Preview
from assessment.store import Scope, Store, Transaction, add_revision, insert_rows, rebuild, tables


@dataclass(frozen=True)
class Committed:
    """What a commit did: its revision, the uploads it made or undid, and the results it changed."""

    revision_id: int
    upload_ids: list[int]
    changed_results: int


def commit(store: Store, preview: Preview, who: str) -> Committed:
    """Take in what a preview showed.

    Raises BadInput if the preview has problems, AssessmentError if it would change nothing or the data have
    changed since it was made.
    """
    if preview.problems:
        raise BadInput(preview.problems)
    if preview.is_unchanged:
        raise AssessmentError("Nothing has changed: these files say what is already known.")
    for file in preview.incoming:
        _archive(store.path.parent / "uploads", file)
    with store.write() as connection:
        if store.data_version != preview.data_version:
            raise AssessmentError("The data have changed since this was checked. Check the files again.")
        ((first,),) = tables.run(connection, "next_upload")
        upload_ids = list(range(first, first + len(preview.incoming)))
        revision_id = add_revision(connection, "import", who, upload_id=first)
        for upload_id, file in zip(upload_ids, preview.incoming, strict=True):
            _add_upload(connection, upload_id, file, preview, revision_id)
        _add_counts(connection, preview, upload_ids[0])
        changed = rebuild(connection, revision_id, _scope(connection, upload_ids))
    return Committed(revision_id, upload_ids, changed)


def undo(store: Store, upload_id: int, who: str) -> Committed:
    """Take an upload back, with those committed together with it, whatever came after: as if they had never come in.

    Raises AssessmentError if there is no such upload or it is undone already.
    """
    with store.write() as connection:
        together = tables.run(connection, "committed_together", upload_id=upload_id)
        if not together:
            raise AssessmentError("There is no upload {upload}.", upload=upload_id)
        if together[0][1] == "undone":
            raise AssessmentError("Upload {upload} is undone already.", upload=upload_id)
        numbers = [number for number, _ in together]
        revision_id = add_revision(connection, "undo", who, upload_id=numbers[0])
        scope = _scope(connection, numbers)
        tables.run(connection, "undo_upload", upload_ids=numbers)
        return Committed(revision_id, numbers, rebuild(connection, revision_id, scope))


def _archive(folder: Path, file: Incoming) -> None:
    """Keep the file under its hash before anything refers to it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{file.sha256}.xlsx"
    if path.exists():
        return
    part = path.with_suffix(f".{os.getpid()}.part")
    with part.open("wb") as out:
        out.write(file.data)
        out.flush()
        os.fsync(out.fileno())
    part.replace(path)


def _add_upload(connection: Transaction, upload_id: int, file: Incoming, preview: Preview, revision_id: int) -> None:
    month = preview.month.start
    insert_rows(
        connection,
        "upload",
        [(upload_id, revision_id, month, file.file_name, file.sha256, preview.received_on, "accepted")],
    )
    rows = file.submission
    moved = {(change.sheet, change.cell) for change in preview.changes if change.section == "target" and change.is_news}
    insert_rows(connection, "result", [(0, upload_id, month, *astuple(row)) for row in rows.results])
    sections: dict[str, Sequence[Target | Event | Vote | MilestoneProgress | Decision]] = {
        "target": [row for row in rows.targets if (row.sheet, row.cell) in moved],
        "event": rows.events,
        "vote": rows.votes,
        "milestone_progress": rows.milestones,
        "decision": rows.decisions,
    }
    for table, section in sections.items():
        insert_rows(connection, table, [(upload_id, month, *astuple(row)) for row in section])


def _add_counts(connection: Transaction, preview: Preview, upload_id: int) -> None:
    counts = Counter((change.section, change.kind) for change in preview.changes)
    insert_rows(connection, "upload_change", [(upload_id, *key, count) for key, count in counts.items()])


def _scope(connection: Transaction, upload_ids: list[int]) -> Scope:
    """From the first month or decided period of the uploads to a year after the last: what was carried, planned or
    compared from them lies inside; months after their assessment year come out unchanged."""
    touched = [day for (day,) in tables.run(connection, "touched_period", upload_ids=upload_ids)]
    last = max(touched)
    return Scope(min(touched), date(last.year + 1, last.month, 1))
