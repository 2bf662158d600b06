"""What a new reference changes against the one in the store, row by row and column by column."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from assessment.reference.book.sheets import PER_SCHEME
from assessment.reference.book.shown import Content
from assessment.reference.keys import KEYS
from assessment.reference.presets import TABLES
from assessment.store import Transaction, tables

Row = dict[str, object]
Kind = Literal["added", "changed", "removed"]
_OF_ITSELF = ("scheme_id", "name", "name_en", "effective_month", "document_number")
"""What every scheme has of its own."""
_PLACES = ("upload_id", "sheet", "cell")
"""Where a target came from is no change of it."""


class Change(NamedTuple):
    """A row added or removed, or one column of a row changed; `row` holds the row as it is or was."""

    kind: Kind
    table: str
    row: Row
    column: str = ""
    before: object = None
    after: object = None


def content(connection: Transaction) -> Content:
    """The whole reference as a transaction sees it."""
    return {table: tables.content(connection, table) for table in TABLES}


def changes(before: Content, after: Content) -> list[Change]:
    """Every difference, table by table in their order: rows added, columns changed, rows removed.

    A scheme that is new is compared with the one it follows: what is the same in both is no change.
    """
    followed = follows(before, after)
    found: list[Change] = []
    for table in TABLES:
        found += _of_table(table, [*before[table], *_as_followed(table, after, followed)], after[table])
        if table == "scheme":
            found += _of_versions(after, followed)
    return found


def _of_versions(after: Content, followed: dict[str, str]) -> Iterator[Change]:
    """The parameters in which new schemes differ from those they follow."""
    schemes = {str(row["scheme_id"]): row for row in after["scheme"]}
    for new, old in followed.items():
        yield from (one for one in _of_row("scheme", schemes[old], schemes[new]) if one.column not in _OF_ITSELF)


def follows(before: Content, after: Content) -> dict[str, str]:
    """For every new scheme the one in force before it; a county's first scheme follows none."""
    known = {row["scheme_id"] for row in before["scheme"]}
    ordered = sorted(after["scheme"], key=lambda row: str(row["effective_month"]))
    return {
        str(new["scheme_id"]): str(old["scheme_id"]) for old, new in pairwise(ordered) if new["scheme_id"] not in known
    }


def _as_followed(table: str, after: Content, followed: dict[str, str]) -> list[Row]:
    """The rows of new schemes as they would be if nothing had changed with them."""
    if table not in PER_SCHEME:
        return []
    return [
        row | {"scheme_id": new} for new, old in followed.items() for row in after[table] if row["scheme_id"] == old
    ]


def _of_table(table: str, before: list[Row], after: list[Row]) -> Iterator[Change]:
    old, new = ({_key(table, row): row for row in rows} for rows in (before, after))
    yield from (Change("added", table, row) for key, row in new.items() if key not in old)
    for key in new:
        if key in old:
            yield from _of_row(table, old[key], new[key])
    yield from (Change("removed", table, row) for key, row in old.items() if key not in new)


def _of_row(table: str, before: Row, after: Row) -> Iterator[Change]:
    for column, value in after.items():
        if before[column] != value and not (table == "target" and column in _PLACES):
            yield Change("changed", table, after, column, before[column], value)


def _key(table: str, row: Row) -> tuple[object, ...]:
    scenario = (row["scenario_id"],) if "scenario_id" in row else ()
    return (*scenario, *(row[name] for name in KEYS[table]))
