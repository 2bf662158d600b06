"""Load a county's reference whole: parsed, checked and stored in one transaction, or refused with all its faults."""

from collections import Counter

from assessment import sql
from assessment.errors import BadInput, Problem
from assessment.reference.files import RawRow, read_files
from assessment.reference.parse import Shape, parse, with_presets
from assessment.reference.presets import PER_SCHEME, TABLES
from assessment.store import Revision, Scope, Store, Transaction, add_revision, insert_rows, rebuild, tables

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


def load(store: Store, files: dict[str, bytes], who: str, note: str = "") -> Revision:
    """Replace the reference by table files (name.csv -> bytes) and bring every stored result up to it.

    Raises BadInput with every fault found; the store is then as it was.
    """
    raw, problems = read_files(files)
    with store.write() as connection:
        typed = _typed(connection, raw, problems)
        if problems:
            raise BadInput(problems)
        for table in TABLES:
            if table != "target":
                tables.clear(connection, table)
                insert_rows(connection, table, typed[table])
        revision_id = add_revision(connection, "reference", who, note)
        _replace_targets(connection, typed["target"], revision_id)
        if found := check(connection):
            raise BadInput(found)
        return Revision(revision_id, rebuild(connection, revision_id, Scope()))


def check(connection: Transaction) -> list[Problem]:
    """Every row that a check of `queries/checks` finds, as a problem: column `place` and the message's values."""
    return [
        Problem(query.header["table"], str(values.pop("place")), query.header["message"], values)
        for query in sql.room("checks").values()
        for values in tables.faults(connection, query.name)
    ]


def _typed(
    connection: Transaction, raw: dict[str, list[RawRow]], problems: list[Problem]
) -> dict[str, list[tuple[object, ...]]]:
    schemes = [row.cells.get("scheme_id", "") for row in raw.get("scheme", [])]
    typed = {}
    for table in TABLES:
        rows = raw.get(table, [])
        if table in PER_SCHEME:
            rows = with_presets(table, rows, schemes)
        typed[table] = parse(_shape(connection, table), rows, problems) if rows else []
        if table in ONE_KEY:
            repeated = [key for key, count in Counter(row[0] for row in typed[table]).items() if key and count > 1]
            problems += [Problem(f"{table}.csv", str(key), "{what} stands twice.", {"what": key}) for key in repeated]
    return typed


def _shape(connection: Transaction, table: str) -> Shape:
    words = tables.allowed_words(connection, table)
    if table == "scheme":
        words |= SCHEME_WORDS
    if table in ("rule", "rule_part"):
        words |= TIE_RANK
    shown = [
        column
        for column in tables.columns(connection, table)
        if not (table == "target" and column.name in ("upload_id", "sheet", "cell"))
    ]
    return Shape(table, shown, words)


def _replace_targets(connection: Transaction, targets: list[tuple[object, ...]], revision_id: int) -> None:
    """The reference's own targets are those of upload 0."""
    tables.run(connection, "drop_reference_upload")
    tables.run(connection, "drop_reference_target")
    if not targets:
        return
    tables.run(connection, "add_reference_upload", revision_id=revision_id)
    insert_rows(connection, "target", [(0, *row, "target.csv", str(line)) for line, row in enumerate(targets, 2)])
