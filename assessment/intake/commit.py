"""A commit and its undoing: facts, revision and stored results in one transaction."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path

import duckdb

from assessment.errors import AssessmentError, BadInput
from assessment.facts import Decision, Event, MilestoneProgress, Target, Vote
from assessment.intake.preview import Incoming, Preview
from assessment.store import Scope, Store, add_revision, insert_rows, rebuild


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
        first = _next_upload(connection)
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
        found = connection.execute(
            "select status, revision_id from upload where upload_id = ? and upload_id > 0", [upload_id]
        )
        row = found.fetchone()
        if row is None:
            raise AssessmentError("There is no upload {upload}.", upload=upload_id)
        if row[0] == "undone":
            raise AssessmentError("Upload {upload} is undone already.", upload=upload_id)
        together = [
            number
            for (number,) in connection.execute(
                "select upload_id from upload where revision_id = ? and upload_id > 0 order by upload_id", [row[1]]
            ).fetchall()
        ]
        revision_id = add_revision(connection, "undo", who, upload_id=together[0])
        scope = _scope(connection, together)
        connection.execute("update upload set status = 'undone' where revision_id = ? and upload_id > 0", [row[1]])
        return Committed(revision_id, together, rebuild(connection, revision_id, scope))


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


def _next_upload(connection: duckdb.DuckDBPyConnection) -> int:
    found = connection.execute("select coalesce(max(upload_id), 0) + 1 from upload").fetchone()
    assert found is not None
    return int(found[0])


def _add_upload(
    connection: duckdb.DuckDBPyConnection, upload_id: int, file: Incoming, preview: Preview, revision_id: int
) -> None:
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


def _add_counts(connection: duckdb.DuckDBPyConnection, preview: Preview, upload_id: int) -> None:
    counts = Counter((change.section, change.kind) for change in preview.changes)
    insert_rows(connection, "upload_change", [(upload_id, *key, count) for key, count in counts.items()])


def _scope(connection: duckdb.DuckDBPyConnection, upload_ids: list[int]) -> Scope:
    """From the first month or decided period of the uploads to a year after the last: what was carried, planned or
    compared from them lies inside; months after their assessment year come out unchanged."""
    touched: list[date] = []
    for upload_id in upload_ids:
        rows = connection.execute(
            "select month from upload where upload_id = ? union select period_start from decision where upload_id = ?",
            [upload_id, upload_id],
        ).fetchall()
        touched += [row[0] for row in rows]
    last = max(touched)
    return Scope(min(touched), date(last.year + 1, last.month, 1))
