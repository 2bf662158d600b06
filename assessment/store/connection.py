"""One open store a process: a cursor for each reader, one writer at a time, everything in transactions."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import duckdb
import pandas as pd

from assessment import settings, sql
from assessment.errors import AssessmentError
from assessment.store import structure

CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    "memory_limit": "4GB",
}

VERSIONS = """
select
    (select coalesce(max(revision_id), 0) from revision) as data_version,
    (select count(*) + count(withdrawn_at) from note) as note_version
"""

Transaction = duckdb.DuckDBPyConnection
"""What `Store.write` hands out: a cursor inside a transaction."""


class Reader(Protocol):
    """Whoever may ask for reports; one local reader for now, one per role later."""

    @property
    def data_version(self) -> int:
        """The latest revision; 0 for an empty store. A new one after every commit."""
        ...

    @property
    def note_version(self) -> int:
        """Grows with every note and every withdrawal of one."""
        ...

    def query(self, report: str, **parameters: object) -> pd.DataFrame:
        """The rows of one report of `queries/reports`."""
        ...


class Store:
    """The county's data in one file. Reads see the last commit; writes exclude each other."""

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection) -> None:
        self.path = path
        self._connection = connection
        self._writing = threading.RLock()
        self._versions = self._read_versions()

    @property
    def data_version(self) -> int:
        """The latest revision; 0 for an empty store. Kept in memory: a page asks hundreds of times a run."""
        return self._versions[0]

    @property
    def note_version(self) -> int:
        """Grows with every note and every withdrawal of one: the notes that pages show, in one number."""
        return self._versions[1]

    def _read_versions(self) -> tuple[int, int]:
        found = self._connection.cursor().execute(VERSIONS).fetchone()
        return (int(found[0]), int(found[1])) if found else (0, 0)

    def query(self, report: str, **parameters: object) -> pd.DataFrame:
        """The rows of one report of `queries/reports`."""
        cursor = self._connection.cursor()
        try:
            return cursor.execute(sql.room("reports")[report].text, parameters).df()
        finally:
            cursor.close()

    def rows(self, room: str, name: str, **parameters: object) -> list[tuple[Any, ...]]:
        """The rows of one query of any room, as Python values (decimals exact)."""
        cursor = self._connection.cursor()
        try:
            return cursor.execute(sql.room(room)[name].text, parameters or None).fetchall()
        finally:
            cursor.close()

    @contextmanager
    def open_months(self, months: list[date]) -> Iterator["MonthsView"]:
        """The views as they speak of some months, whether these have data yet or not."""
        cursor = self._connection.cursor()
        try:
            cursor.execute(sql.room("form")["open_months"].text, {"months": months})
            for stage in ("stage_months", "stage_units", "stage_cells"):
                cursor.execute(sql.room("form")[stage].text)
            yield MonthsView(cursor)
        finally:
            cursor.close()

    @contextmanager
    def snapshot(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A transaction that only reads: several tables as they stood at one moment."""
        cursor = self._connection.cursor()
        cursor.begin()
        try:
            yield cursor
        finally:
            cursor.rollback()
            cursor.close()

    @contextmanager
    def trial(self) -> Iterator["Trial"]:
        """A transaction that is never kept: what a change would lead to can be read inside it, by nobody else."""
        with self._writing:
            cursor = self._connection.cursor()
            cursor.begin()
            try:
                yield Trial(cursor, self.data_version, self.note_version)
            finally:
                cursor.rollback()
                cursor.close()

    @contextmanager
    def write(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A transaction: all of it is kept, or after an exception none of it."""
        with self._writing:
            cursor = self._connection.cursor()
            cursor.begin()
            try:
                yield cursor
                cursor.commit()
            except BaseException:
                cursor.rollback()
                raise
            else:
                self._versions = self._read_versions()
            finally:
                cursor.close()

    def close(self) -> None:
        """Let go of the file, so that another process may open it."""
        self._connection.close()


@dataclass(frozen=True)
class Trial:
    """A reader of what its own transaction has changed so far."""

    transaction: duckdb.DuckDBPyConnection
    data_version: int
    note_version: int

    def query(self, report: str, **parameters: object) -> pd.DataFrame:
        """The rows of one report of `queries/reports`, the trial's changes included."""
        return self.transaction.execute(sql.room("reports")[report].text, parameters).df()


class MonthsView:
    """A reader whose views speak of some months only."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    def rows(self, name: str) -> dict[date, list[tuple[Any, ...]]]:
        """The rows of one query of `queries/form` by their first column, the month."""
        rows: dict[date, list[tuple[Any, ...]]] = {}
        for month, *row in self._cursor.execute(sql.room("form")[name].text).fetchall():
            rows.setdefault(month, []).append(tuple(row))
        return rows


def open_store(folder: Path) -> Store:
    """The store in a folder, made if need be, its views replaced by those of this program.

    Raises AssessmentError if another process has it open.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / settings.STORE_FILE
    try:
        connection = duckdb.connect(str(path), config=CONFIG)
    except duckdb.IOException as error:
        process = re.search(r"PID (\d+)", str(error))
        if process is None:
            raise
        raise AssessmentError(
            "The store {path} is open in another process (number {process}). Stop that one first.",
            path=str(path),
            process=process[1],
        ) from error
    try:
        structure.bring_up_to_date(connection)
    except BaseException:
        connection.close()
        raise
    return Store(path, connection)
