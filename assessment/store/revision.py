"""Revisions: every commit makes one, from the first day."""

from dataclasses import dataclass

import duckdb

from assessment import settings


@dataclass(frozen=True)
class Revision:
    """A commit: its number and how many stored results it changed."""

    revision_id: int
    changed_results: int


def add_revision(
    connection: duckdb.DuckDBPyConnection, kind: str, who: str, note: str = "", upload_id: int | None = None
) -> int:
    """The number of a new revision of a kind: reference, import, undo, rescore, publish or reopen."""
    found = connection.execute("select coalesce(max(revision_id), 0) + 1 from revision").fetchone()
    assert found is not None
    connection.execute(
        "insert into revision values (?, ?, ?, ?, ?, ?)", [found[0], settings.now(), who, kind, upload_id, note]
    )
    return int(found[0])
