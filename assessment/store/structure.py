"""Tables, macros and views of a store as this program needs them."""

import hashlib
import re

import duckdb

from assessment import sql
from assessment.errors import AssessmentError

VERSIONS = """
create table if not exists schema_step (name varchar primary key);
create table if not exists view_set (digest varchar)
"""


def bring_up_to_date(connection: duckdb.DuckDBPyConnection) -> None:
    """Apply the schema files not yet applied, then create or replace every macro and view, in one transaction.

    Raises AssessmentError if the store was made by a newer program.
    """
    connection.begin()
    try:
        connection.execute(VERSIONS)
        applied = {name for (name,) in connection.execute("select name from schema_step").fetchall()}
        steps = sql.room("schema")
        if unknown := sorted(applied - steps.keys()):
            raise AssessmentError("The store is newer than this program ({steps}).", steps=", ".join(unknown))
        for name, query in steps.items():
            if name not in applied:
                connection.execute(query.text)
                connection.execute("insert into schema_step values (?)", [name])
        _replace_views(connection)
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


def _replace_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Create or replace macros and views, unless the store has exactly these already (binding them takes a second)."""
    macros = [query.text for query in sql.room("macros").values()]
    views = [f"create or replace view {name} as {text}" for name, text in sql.views()]
    digest = hashlib.sha256("\n".join([*macros, *views]).encode()).hexdigest()
    known = connection.execute("select digest from view_set").fetchall()
    if known == [(digest,)]:
        return
    _register_functions(connection)
    for text in [*macros, *views]:
        connection.execute(text)
    connection.execute("delete from view_set")
    connection.execute("insert into view_set values (?)", [digest])


def _register_functions(connection: duckdb.DuckDBPyConnection) -> None:
    """What each scoring function asks for, from the headers of its file."""
    connection.execute("delete from scoring_function")
    for query in sql.room("functions").values():
        header = query.header
        connection.execute(
            "insert into scoring_function values (?, ?, ?, ?, ?, ?, ?)",
            [
                query.name,
                re.findall(r"[\w ]*\w", header["needs"].replace(", ", ",")),
                header["plan"],
                header["zero_target"],
                header["lower"],
                header["input"],
                header["relative"] == "yes",
            ],
        )
