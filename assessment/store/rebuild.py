"""Bring the stored cells and results up to what the views say, inside the transaction that changed the facts."""

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


CELL_STAGES = ("cell_input", "leaf", "leaf_score")
RESULT_STAGES = ("unit_score", "unit_rank", "veto_ceiling", "tier_border")
"""Views computed once per rebuild into temporary tables of the same name, which the views above then read.

Without them a rebuild spends seconds planning the same views again and again.
"""


def rebuild(connection: duckdb.DuckDBPyConnection, revision_id: int, scope: Scope) -> int:
    """Store what changed under a revision; returns the number of changed results.

    Unchanged rows keep their revision, so a revision's changes are exactly its rows.
    Months come first, for quarters and years are made of them.
    """
    steps = _Steps(connection, {"first_month": scope.first_month, "last_month": scope.last_month})
    steps.store("cell", CELL_STAGES, revision_id)
    for kinds in (["month"], ["quarter", "year"]):
        steps.span["kinds"] = kinds
        steps.store("result", RESULT_STAGES, revision_id)
    found = steps.run("count_changed", revision_id=revision_id).fetchone()
    return int(found[0]) if found else 0


@dataclass
class _Steps:
    connection: duckdb.DuckDBPyConnection
    span: dict[str, object]

    def store(self, what: str, stages: tuple[str, ...], revision_id: int) -> None:
        """Compute fresh rows stage by stage, then end the stored rows that differ and add the new ones."""
        for stage in stages:
            self.run(f"stage_{stage}")
        self.run(f"fresh_{what}")
        if what == "cell":
            self._refuse_unscored()
        self.run(f"supersede_{what}", revision_id=revision_id)
        self.run(f"insert_{what}", revision_id=revision_id)
        for table in (*stages, f"fresh_{what}"):
            self.connection.execute(f"drop table temp.{table}")

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
