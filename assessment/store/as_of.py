"""The data as they stood at an earlier revision, for every report without a second formula."""

import threading
from collections.abc import Callable

import duckdb
import pandas as pd

from assessment import sql


class AsOf:
    """A reader of one revision: what every report said then. It never changes, so it may be kept.

    Names, rules, uploads and what people write are not kept by revision: they are today's. The rows of then are staged
    when they are first asked for, and again after a `rest`.
    """

    def __init__(
        self, connect: Callable[[], duckdb.DuckDBPyConnection], revision_id: int, written: Callable[[], int]
    ) -> None:
        self.data_version = revision_id
        self._written = written
        self._connect = connect
        self._staged: duckdb.DuckDBPyConnection | None = None
        self._asking = threading.Lock()

    @property
    def note_version(self) -> int:
        """What people write goes on while an earlier revision is read."""
        return self._written()

    def query(self, report: str, **parameters: object) -> pd.DataFrame:
        """The rows of one report of `queries/reports`, one reader at a time."""
        with self._asking:
            if self._staged is None:
                self._staged = self._connect()
                for stage in sql.room("as_of").values():
                    self._staged.execute(stage.text, {"revision_id": self.data_version})
            return self._staged.execute(sql.room("reports")[report].text, parameters).df()

    def rest(self) -> None:
        """Let go of the rows of then, whoever still holds this reader."""
        with self._asking:
            if self._staged is not None:
                self._staged.close()
                self._staged = None
