"""One open store a process: a cursor for each reader, one writer at a time, everything in transactions."""

import re
import shutil
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol, TypeVar

import duckdb
import pandas as pd

from assessment import settings, sql
from assessment.errors import AssessmentError
from assessment.store import published, structure
from assessment.store.as_of import AsOf

CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    "memory_limit": "4GB",
}

KEPT_REVISIONS = 4
"""How many earlier revisions stay at hand for reading; each holds a copy of the stored rows of then."""

VERSIONS = """
select
    (select coalesce(max(revision_id), 0) from revision) as data_version,
    (select count(*) + count(withdrawn_at) from note)
    + (select count(*) from follow_up)
    + (select count(*) from meeting_freeze)
    + (select count(*) from slide_title)
    + (select count(*) from meeting_called_off) as note_version
"""

Content = TypeVar("Content")

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
        """Grows with whatever people write beside the numbers: notes, follow-ups, meetings and their titles."""
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
        self._earlier: OrderedDict[int, AsOf] = OrderedDict()
        self._looking_back = threading.Lock()

    @property
    def data_version(self) -> int:
        """The latest revision; 0 for an empty store. Kept in memory: a page asks hundreds of times a run."""
        return self._versions[0]

    @property
    def note_version(self) -> int:
        """Grows with whatever people write beside the numbers, all of it in one number."""
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

    def as_of(self, revision_id: int) -> AsOf:
        """A reader of what every report said at a revision. Raises AssessmentError if there is none of that number."""
        if not 0 < revision_id <= self.data_version:
            raise AssessmentError(
                "There is no revision {revision}; the newest is {newest}.",
                revision=revision_id,
                newest=self.data_version,
            )
        with self._looking_back:
            if revision_id not in self._earlier:
                self._earlier[revision_id] = AsOf(self._connection.cursor, revision_id, lambda: self.note_version)
            self._earlier.move_to_end(revision_id)
            while len(self._earlier) > KEPT_REVISIONS:
                _, oldest = self._earlier.popitem(last=False)
                oldest.rest()
            return self._earlier[revision_id]

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
        """A transaction: all of it is kept, or after an exception none of it.

        Raises PublishedWouldChange instead of changing what is published.
        """
        with self._writing:
            cursor = self._connection.cursor()
            cursor.begin()
            try:
                yield cursor
                published.guard(cursor)
                cursor.commit()
            except BaseException:
                cursor.rollback()
                raise
            else:
                self._versions = self._read_versions()
            finally:
                cursor.close()

    def copy_to(self, folder: Path, describe: Callable[["Store"], Content]) -> Content:
        """Copy the store's files into a folder between two transactions; what `describe` says of it at that moment."""
        with self._writing:
            self._connection.cursor().execute("checkpoint")
            for path in (self.path, self.path.with_name(f"{self.path.name}.wal")):
                if path.exists():
                    shutil.copyfile(path, folder / path.name)
            return describe(self)

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

    def query(self, report: str, **parameters: object) -> pd.DataFrame:
        """The rows of one report of `queries/reports`, as these months give them."""
        return self._cursor.execute(sql.room("reports")[report].text, parameters or None).df()


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
