"""Bring the stored cells and results up to what the views say, inside the transaction that changed the facts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

import duckdb

from assessment import sql
from assessment.errors import AssessmentError


@dataclass(frozen=True)
class Scope:
    """The months to rebuild, both ends included; quarters and years that hold one of them are rebuilt too."""

    first_month: date = date(1, 1, 1)
    last_month: date = date(9999, 1, 1)


SHARED_STAGES = ("active_month", "active_unit")
CELL_STAGES = ("cell_input", "leaf", "leaf_score")
RESULT_STAGES = ("unit_score", "unit_rank", "veto_ceiling", "tier_border")
"""Views computed once per rebuild into temporary tables of the same name, which the views above then read.

Without them a rebuild plans the same views again and again, and plans them badly: of rows added in the same transaction
the planner knows nothing (a first load of 30 months took minutes).
"""


def rebuild(connection: duckdb.DuckDBPyConnection, revision_id: int, scope: Scope) -> int:
    """Store what changed under a revision; returns the number of changed results.

    Unchanged rows keep their revision, so a revision's changes are exactly its rows.
    Months come first, for quarters and years are made of them.
    """
    steps = _Steps(connection, {"first_month": scope.first_month, "last_month": scope.last_month})
    if steps.run("is_nothing_to_score").fetchone() == (True,):
        return 0
    with steps.staged(SHARED_STAGES):
        with steps.staged(CELL_STAGES):
            steps.store("cell", revision_id)
        with steps.staged(("effective_cell",)):
            for kinds in (["month"], ["quarter", "year"]):
                steps.span["kinds"] = kinds
                with steps.staged(RESULT_STAGES):
                    steps.store("result", revision_id)
    found = steps.run("count_changed", revision_id=revision_id).fetchone()
    return int(found[0]) if found else 0


@dataclass
class _Steps:
    connection: duckdb.DuckDBPyConnection
    span: dict[str, object]

    @contextmanager
    def staged(self, views: tuple[str, ...]) -> Iterator[None]:
        """Compute some views in turn; what runs inside reads the tables in their place."""
        for view in views:
            self.run(f"stage_{view}")
        yield
        for view in views:
            self.connection.execute(f"drop table temp.{view}")

    def store(self, what: str, revision_id: int) -> None:
        """Compute fresh rows, then end the stored rows that differ and add the new ones."""
        self.run(f"fresh_{what}")
        if what == "cell":
            self._refuse_unscored()
        self.run(f"supersede_{what}", revision_id=revision_id)
        self.run(f"insert_{what}", revision_id=revision_id)
        self.connection.execute(f"drop table temp.fresh_{what}")

    def _refuse_unscored(self) -> None:
        lost = self.run("unscored").fetchall()
        if lost:
            raise AssessmentError(
                "These functions pass units over instead of giving them a share: {functions}. Correct their files.",
                functions=", ".join(f"{function} ({indicator})" for function, indicator in lost),
            )

    def run(self, name: str, **values: object) -> duckdb.DuckDBPyConnection:
        query = sql.room("rebuild")[name]
        asked = [part.split()[0] for part in query.header.get("params", "").split(", ") if part]
        known = {**self.span, **values}
        return self.connection.execute(query.text, {key: known[key] for key in asked})
