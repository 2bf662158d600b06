"""Rows into tables: column lists come from the catalog, values always travel as parameters."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from assessment import sql

COLUMNS = """
select column_name, data_type, is_nullable = 'YES'
from information_schema.columns
where table_schema = 'main' and table_name = ?
order by ordinal_position
"""
WORDS = """
select regexp_extract(expression, '(\\w+)"? IN', 1), regexp_extract_all(expression, '''(\\w+)''', 1)
from duckdb_constraints()
where constraint_type = 'CHECK' and table_name = ? and expression like '% IN %'
"""


@dataclass(frozen=True)
class Column:
    """A column of a table: its name, DuckDB type and whether it may be empty."""

    name: str
    data_type: str
    is_nullable: bool


def columns(connection: duckdb.DuckDBPyConnection, table: str) -> list[Column]:
    """The columns of a table in order."""
    return [Column(*row) for row in connection.execute(COLUMNS, [table]).fetchall()]


def insert_rows(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Add rows, each a tuple in the order of the table's columns."""
    if not rows:
        return
    parts = ", ".join(f"unnest(${i}::{c.data_type}[])" for i, c in enumerate(columns(connection, table), 1))
    values = {str(i): list(column) for i, column in enumerate(zip(*rows, strict=True), 1)}
    connection.execute(f"insert into {table} select {parts}", values)


def content(connection: duckdb.DuckDBPyConnection, table: str) -> list[dict[str, Any]]:
    """The rows of a reference table by column, in the order they came in; of the targets those of the reference."""
    own = "where upload_id = 0" if table == "target" else ""
    return _dicts(connection.execute(f"select * from {table} {own} order by rowid"))


def clear(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    """Take every row out of a table."""
    connection.execute(f"delete from {table}")


def allowed_words(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, tuple[str, ...]]:
    """The words that a table's constraints limit a column to, by column."""
    return {name: tuple(found) for name, found in connection.execute(WORDS, [table]).fetchall()}


def faults(connection: duckdb.DuckDBPyConnection, check: str) -> list[dict[str, Any]]:
    """The rows that a check of `queries/checks` finds, by column."""
    return _dicts(connection.execute(sql.room("checks")[check].text))


def doubts(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, list[dict[str, Any]]]]:
    """What every query of `queries/doubts` finds among the numbers staged in this transaction, with its message, in
    the order that their headers state."""
    asked = sorted(sql.room("doubts").values(), key=lambda query: int(query.header["order"]))
    return [(query.header["message"], _dicts(connection.execute(query.text))) for query in asked]


def _dicts(found: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    names = [column[0] for column in found.description or []]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def run(connection: duckdb.DuckDBPyConnection, name: str, **values: object) -> list[tuple[Any, ...]]:
    """Run one statement of `queries/write` inside a transaction; the rows it yields."""
    return connection.execute(sql.room("write")[name].text, values or None).fetchall()


def records(connection: duckdb.DuckDBPyConnection, name: str, **values: object) -> list[dict[str, Any]]:
    """The rows of one query of `queries/write` inside a transaction, by column."""
    return _dicts(connection.execute(sql.room("write")[name].text, values or None))


def ask(connection: duckdb.DuckDBPyConnection, report: str, **values: object) -> list[dict[str, Any]]:
    """The rows of one report inside a transaction, by column."""
    return _dicts(connection.execute(sql.room("reports")[report].text, values or None))
