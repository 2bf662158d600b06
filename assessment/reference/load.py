"""Load a county's reference whole: parsed, checked and stored in one transaction, or refused with all its faults."""

from collections import Counter

import duckdb

from assessment import sql
from assessment.errors import BadInput, Problem
from assessment.reference.files import RawRow, read_files
from assessment.reference.parse import Shape, parse, with_presets
from assessment.reference.presets import PER_SCHEME, TABLES
from assessment.store import Revision, Scope, Store, add_revision, insert_rows, rebuild
from assessment.store.tables import columns

WORDS = """
select regexp_extract(expression, '(\\w+)"? IN', 1), regexp_extract_all(expression, '''(\\w+)''', 1)
from duckdb_constraints()
where constraint_type = 'CHECK' and table_name = ? and expression like '% IN %'
"""
SCHEME_WORDS = {
    "quota_rounding": ("floor", "round", "ceil"),
    "missing_table_is": ("NOT_DUE", "LATE"),
    "tie_break_1": ("fewer_vetoes", "trunk", "largest"),
    "tie_break_2": ("fewer_vetoes", "trunk", "largest"),
    "tie_break_3": ("fewer_vetoes", "trunk", "largest"),
}
ONE_KEY = ("unit_type", "unit", "scheme", "indicator")
"""Tables whose first column alone tells a row from the others."""

TIE_RANK = {"tie_rank": ("mean", "best")}


def load(store: Store, files: dict[str, bytes], who: str) -> Revision:
    """Replace the reference by table files (name.csv -> bytes) and bring every stored result up to it.

    Raises BadInput with every fault found; the store is then as it was.
    """
    raw, problems = read_files(files)
    with store.write() as connection:
        tables = _typed(connection, raw, problems)
        if problems:
            raise BadInput(problems)
        for table in TABLES:
            if table != "target":
                connection.execute(f"delete from {table}")
                insert_rows(connection, table, tables[table])
        revision_id = add_revision(connection, "reference", who)
        _replace_targets(connection, tables["target"], revision_id)
        if faults := check(connection):
            raise BadInput(faults)
        return Revision(revision_id, rebuild(connection, revision_id, Scope()))


def check(connection: duckdb.DuckDBPyConnection) -> list[Problem]:
    """Every row that a check of `queries/checks` finds, as a problem: column `place` and the message's values."""
    problems = []
    for query in sql.room("checks").values():
        found = connection.execute(query.text)
        names = [column[0] for column in found.description or []]
        for row in found.fetchall():
            values = dict(zip(names, row, strict=True))
            place = str(values.pop("place"))
            problems.append(Problem(query.header["table"], place, query.header["message"], values))
    return problems


def _typed(
    connection: duckdb.DuckDBPyConnection, raw: dict[str, list[RawRow]], problems: list[Problem]
) -> dict[str, list[tuple[object, ...]]]:
    schemes = [row.cells.get("scheme_id", "") for row in raw.get("scheme", [])]
    tables = {}
    for table in TABLES:
        rows = raw.get(table, [])
        if table in PER_SCHEME:
            rows = with_presets(table, rows, schemes)
        tables[table] = parse(_shape(connection, table), rows, problems) if rows else []
        if table in ONE_KEY:
            repeated = [key for key, count in Counter(row[0] for row in tables[table]).items() if key and count > 1]
            problems += [Problem(f"{table}.csv", str(key), "{what} stands twice.", {"what": key}) for key in repeated]
    return tables


def _shape(connection: duckdb.DuckDBPyConnection, table: str) -> Shape:
    words = {name: tuple(found) for name, found in connection.execute(WORDS, [table]).fetchall()}
    if table == "scheme":
        words |= SCHEME_WORDS
    if table in ("rule", "rule_part"):
        words |= TIE_RANK
    shown = [
        column
        for column in columns(connection, table)
        if not (table == "target" and column.name in ("upload_id", "sheet", "cell"))
    ]
    return Shape(table, shown, words)


def _replace_targets(
    connection: duckdb.DuckDBPyConnection, targets: list[tuple[object, ...]], revision_id: int
) -> None:
    """The reference's own targets are those of upload 0."""
    connection.execute("delete from upload where upload_id = 0")
    connection.execute("delete from target where upload_id = 0")
    if not targets:
        return
    connection.execute(
        "insert into upload values (0, ?, date '1900-01-01', 'target.csv', '', date '1900-01-01', 'accepted')",
        [revision_id],
    )
    insert_rows(connection, "target", [(0, *row, "target.csv", str(line)) for line, row in enumerate(targets, 2)])
