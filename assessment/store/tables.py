"""Rows into tables: column lists come from the catalog, values always travel as parameters."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

COLUMNS = """
select column_name, data_type, is_nullable = 'YES'
from information_schema.columns
where table_schema = 'main' and table_name = ?
order by ordinal_position
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
