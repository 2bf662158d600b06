"""Score everything anew, and prove that the content stayed the same."""

import duckdb

from assessment import sql
from assessment.store.connection import Store
from assessment.store.rebuild import Scope, rebuild
from assessment.store.revision import Revision, add_revision


def rescore(store: Store, who: str) -> Revision:
    """Rebuild every stored result from the facts. With nothing to change no revision is made (number: the latest)."""
    with store.write() as connection:
        revision_id = add_revision(connection, "rescore", who)
        changed = rebuild(connection, revision_id, Scope())
        if changed == 0 and not _has_new_cells(connection, revision_id):
            connection.execute("delete from revision where revision_id = ?", [revision_id])
            return Revision(revision_id - 1, 0)
    return Revision(revision_id, changed)


def _has_new_cells(connection: duckdb.DuckDBPyConnection, revision_id: int) -> bool:
    found = connection.execute(sql.room("rebuild")["count_cells"].text, {"revision_id": revision_id}).fetchone()
    return bool(found and found[0])


def fingerprint(store: Store) -> list[tuple[str, int, str]]:
    """(table, rows, digest) of everything that counts now, whatever the road that led here.

    Undone uploads, superseded rows, times and numbers of uploads and revisions are left out: two stores with the
    same fingerprint say the same of the county.
    """
    return [(name, *store.rows("fingerprint", name)[0]) for name in sql.room("fingerprint")]
