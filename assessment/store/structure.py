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

HEADER_WORDS = {
    "plan": ("always", "by_plan", "never"),
    "zero_target": ("not_applicable", "allowed"),
    "lower": ("ok", "refused", "ignored"),
    "input": ("result", "votes", "milestones", "parts"),
    "relative": ("yes", "no"),
}
"""What the header of a scoring function must say, and in which words."""

LOST = """
select used.function, string_agg(distinct used.indicator_id, ', ' order by used.indicator_id)
from (
    select function, indicator_id from rule union all select function, indicator_id from rule_part
) as used
where used.function not in (select function from scoring_function)
group by used.function
order by used.function
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
        _refuse_lost_functions(connection)
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


def _replace_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Create or replace macros and views, unless the store has exactly these already.

    Creating a view binds every view below it once more, which takes seconds for the upper ones: while they are made, an
    empty temporary table with its columns stands before each finished view.
    """
    macros = [query.text for query in sql.room("macros").values()]
    views = [f"{name} {text}" for name, text in sql.views()]
    digest = hashlib.sha256("\n".join([*sql.room("schema"), *macros, *views]).encode()).hexdigest()
    known = connection.execute("select digest from view_set").fetchall()
    if known == [(digest,)]:
        return
    _register_functions(connection)
    for text in macros:
        connection.execute(text)
    for name, text in sql.views():
        _create_view(connection, name, text)
    for name, _ in sql.views():
        connection.execute(f"drop table temp.{name}")
    connection.execute("delete from view_set")
    connection.execute("insert into view_set values (?)", [digest])


def _register_functions(connection: duckdb.DuckDBPyConnection) -> None:
    """What each scoring function asks for, from the headers of its file."""
    connection.execute("delete from scoring_function")
    for query in sql.room("functions").values():
        header = query.header
        for key, words in HEADER_WORDS.items():
            if header.get(key) not in words:
                raise AssessmentError(
                    "queries/functions/{name}.sql: its header needs a line “-- {key}: …” with one of: {words}.",
                    name=query.name,
                    key=key,
                    words=", ".join(words),
                )
        connection.execute(
            "insert into scoring_function values (?, ?, ?, ?, ?, ?, ?)",
            [
                query.name,
                re.findall(r"[\w ]*\w", header.get("needs", "").replace(", ", ",")),
                *(header[key] for key in ("plan", "zero_target", "lower", "input")),
                header["relative"] == "yes",
            ],
        )


def _create_view(connection: duckdb.DuckDBPyConnection, name: str, text: str) -> None:
    """Create or replace a view; a county's own function that does not fit is named, not thrown at the reader."""
    try:
        connection.execute(f"create or replace view main.{name} as {text}")
        connection.execute(f"create temp table {name} as select * from main.{name} limit 0")
        if name.startswith("score_"):
            connection.execute(
                f"select scenario_id, month, unit_id, indicator_id, share, measured, is_small_sample from {name}"
            )
    except duckdb.Error as error:
        if not name.startswith("score_"):
            raise
        raise AssessmentError(
            "queries/functions/{name}.sql cannot be used: {reason}",
            name=name.removeprefix("score_"),
            reason=str(error).splitlines()[0],
        ) from error


def _refuse_lost_functions(connection: duckdb.DuckDBPyConnection) -> None:
    """A rule whose function has no file would drop its indicator without a word."""
    lost = connection.execute(LOST).fetchall()
    if lost:
        raise AssessmentError(
            "The scheme uses functions that have no file in queries/functions: {functions}. Put the files back.",
            functions=", ".join(f"{function} ({indicators})" for function, indicators in lost),
        )
