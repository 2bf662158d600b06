"""What a new reference changes against the one in the store, row by row and column by column."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from assessment.reference.book.shown import Content
from assessment.reference.keys import KEYS
from assessment.reference.presets import TABLES
from assessment.store import Transaction, tables

Kind = Literal["added", "changed", "removed"]
_PLACES = ("upload_id", "sheet", "cell")
"""Where a target came from is no change of it."""


class Change(NamedTuple):
    """A row added or removed, or one column of a row changed; `row` holds the row as it is or was."""

    kind: Kind
    table: str
    row: dict[str, object]
    column: str = ""
    before: object = None
    after: object = None


def content(connection: Transaction) -> Content:
    """The whole reference as a transaction sees it."""
    return {table: tables.content(connection, table) for table in TABLES}


def changes(before: Content, after: Content) -> list[Change]:
    """Every difference, table by table in their order: rows added, columns changed, rows removed."""
    return [change for table in TABLES for change in _of_table(table, before[table], after[table])]


def _of_table(table: str, before: list[dict[str, object]], after: list[dict[str, object]]) -> Iterator[Change]:
    old, new = ({_key(table, row): row for row in rows} for rows in (before, after))
    yield from (Change("added", table, row) for key, row in new.items() if key not in old)
    for key in new:
        if key in old:
            yield from _of_row(table, old[key], new[key])
    yield from (Change("removed", table, row) for key, row in old.items() if key not in new)


def _of_row(table: str, before: dict[str, object], after: dict[str, object]) -> Iterator[Change]:
    for column, value in after.items():
        if before[column] != value and not (table == "target" and column in _PLACES):
            yield Change("changed", table, after, column, before[column], value)


def _key(table: str, row: dict[str, object]) -> tuple[object, ...]:
    scenario = (row["scenario_id"],) if "scenario_id" in row else ()
    return (*scenario, *(row[name] for name in KEYS[table]))
