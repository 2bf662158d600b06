"""What is published stays: no transaction may change a standing edition (domain.md section 5, Freeze and revision)."""

import duckdb

from assessment import sql
from assessment.errors import AssessmentError
from assessment.periods import Period


class PublishedWouldChange(AssessmentError):
    """A change was refused because it would change published `periods`; reopening them first makes way for it."""

    def __init__(self, periods: list[Period]) -> None:
        super().__init__(
            "These periods are published and would change: {periods}. Reopen them first, with a reason.",
            periods=", ".join(map(str, periods)),
        )
        self.periods = periods


def changed(connection: duckdb.DuckDBPyConnection) -> list[Period]:
    """The published periods that a transaction has changed so far: months, then quarters, then years."""
    rows = connection.execute(sql.room("write")["published_change"].text).fetchall()
    return [Period(kind, start, first) for kind, start, first in rows]


def guard(connection: duckdb.DuckDBPyConnection) -> None:
    """The last step of every transaction. Raises PublishedWouldChange."""
    if periods := changed(connection):
        raise PublishedWouldChange(periods)
