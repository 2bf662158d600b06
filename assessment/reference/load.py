"""Load a county's reference whole: parsed, checked and stored in one transaction, or refused with all its faults."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment import sql
from assessment.errors import BadInput, Problem
from assessment.reference.carry import carried_on
from assessment.reference.files import read_files
from assessment.reference.keys import KEYS, PRIMARY
from assessment.reference.parse import Shape, parse, with_presets
from assessment.reference.placing import Placing
from assessment.reference.presets import PER_SCHEME, TABLES
from assessment.reference.rows import RawRow
from assessment.store import Revision, Scope, Store, Transaction, add_revision, insert_rows, rebuild, tables

SCHEME_WORDS = {
    "quota_rounding": ("floor", "round", "ceil"),
    "missing_table_is": ("NOT_DUE", "LATE"),
    "tie_break_1": ("fewer_vetoes", "trunk", "largest"),
    "tie_break_2": ("fewer_vetoes", "trunk", "largest"),
    "tie_break_3": ("fewer_vetoes", "trunk", "largest"),
}
TIE_RANK = {"tie_rank": ("mean", "best")}


@dataclass(frozen=True)
class Reading:
    """The files of a reference as rows of text, and what is wrong with the files themselves."""

    raw: Mapping[str, list[RawRow]]
    problems: list[Problem]


@dataclass(frozen=True)
class _Table:
    """The rows of a table, typed, beside the raw ones they were made from."""

    typed: list[tuple[object, ...]]
    raw: list[RawRow]


def read(files: dict[str, bytes]) -> Reading:
    """The rows of table files (name -> bytes): CSV files by table, a workbook of tables, or the workbook in words."""
    raw, problems = read_files(files)
    return Reading(carried_on(raw, problems), problems)


def load(store: Store, files: dict[str, bytes], who: str, note: str = "") -> Revision:
    """Replace the reference by table files (name -> bytes) and bring every stored result up to it.

    Raises BadInput with every fault found; the store is then as it was.
    """
    reading = read(files)
    with store.write() as connection:
        revision_id = put(connection, reading, who, note)
        return Revision(revision_id, rebuild(connection, revision_id, Scope()))


def put(connection: Transaction, reading: Reading, who: str, note: str = "") -> int:
    """The reference replaced inside a transaction, results not yet brought up to it; the number of the revision.

    Raises BadInput with every fault found.
    """
    unread: list[Problem] = []
    found = _tables(connection, reading.raw, unread)
    named = {(problem.sheet, problem.cell) for problem in reading.problems}
    problems = [*reading.problems, *(one for one in unread if (one.sheet, one.cell) not in named)]
    if problems:
        raise BadInput(problems)
    for table in TABLES:
        if table != "target":
            tables.clear(connection, table)
            insert_rows(connection, table, found[table].typed)
    revision_id = add_revision(connection, "reference", who, note)
    _replace_targets(connection, found["target"], revision_id)
    if faults := check(connection, reading.raw):
        raise BadInput(faults)
    return revision_id


def check(connection: Transaction, raw: Mapping[str, list[RawRow]]) -> list[Problem]:
    """Every row that a check of `queries/checks` finds, as a problem: column `place` and the message's values."""
    placing = Placing(raw)
    return [
        placing.placed(
            Problem(query.header["table"], str(values.pop("place")), query.header["message"], values),
            query.header["column"],
        )
        for query in sql.room("checks").values()
        for values in tables.faults(connection, query.name)
    ]


def _tables(connection: Transaction, raw: Mapping[str, list[RawRow]], problems: list[Problem]) -> dict[str, _Table]:
    schemes = [row.cells.get("scheme_id", "") for row in raw.get("scheme", [])]
    found = {}
    for table in TABLES:
        rows = raw.get(table, [])
        if table in PER_SCHEME:
            rows = with_presets(table, rows, schemes)
        shape = _shape(connection, table)
        found[table] = _Table(parse(shape, rows, problems) if rows else [], rows)
        _name_repeated(shape, found[table], problems)
    return found


def _name_repeated(shape: Shape, table: _Table, problems: list[Problem]) -> None:
    """Rows of one key. Where rows came from tables of codes, only keys that the store refuses itself are looked at
    here; a check finds the others."""
    names = [column.name for column in shape.columns]
    places = [names.index(name) for name in KEYS[shape.table]]
    seen: set[tuple[object, ...]] = set()
    for typed, row in zip(table.typed, table.raw, strict=True):
        key = tuple(typed[at] for at in places)
        if key in seen and key[0] and (row.is_in_words or shape.table in PRIMARY):
            what = " ".join(row.cells.get(name, "") for name in KEYS[shape.table])
            place = row.place(KEYS[shape.table][-1]) if row.is_in_words else what
            problems.append(Problem(row.file, place, "{what} stands twice.", {"what": what}))
        seen.add(key)


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


def _replace_targets(connection: Transaction, targets: _Table, revision_id: int) -> None:
    """The reference's own targets are those of upload 0."""
    tables.run(connection, "drop_reference_upload")
    tables.run(connection, "drop_reference_target")
    if not targets.typed:
        return
    tables.run(connection, "add_reference_upload", revision_id=revision_id)
    rows = [
        (0, *typed, row.file, row.places.get("value") or str(row.line))
        for typed, row in zip(targets.typed, targets.raw, strict=True)
    ]
    insert_rows(connection, "target", rows)
