"""The data as they stood at an earlier revision, for every report without a second formula."""

import threading

import duckdb
import pandas as pd

from assessment import sql


class AsOf:
    """A reader of one revision: what every report said then. It never changes, so it may be kept.

    Names, rules and uploads are not kept by revision: they are today's.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, revision_id: int, note_version: int) -> None:
        self.data_version = revision_id
        self.note_version = note_version
        self._connection = connection
        self._asking = threading.Lock()
        for stage in sql.room("as_of").values():
            connection.execute(stage.text, {"revision_id": revision_id})

    def query(self, report: str, **parameters: object) -> pd.DataFrame:
        """The rows of one report of `queries/reports`, one reader at a time."""
        with self._asking:
            return self._connection.execute(sql.room("reports")[report].text, parameters).df()
