"""The store of this process: opened once, on first use, shared by all its sessions; and who reads it as of when."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from assessment import settings
from assessment.store import Reader, Store, open_store

_chosen: ContextVar[tuple[int | None] | None] = ContextVar("revision", default=None)


def _newest() -> int | None:
    return None


current: Callable[[], int | None] = _newest
"""Tells the revision that whoever is being served looks at; None: the data as they are. The pages put theirs here."""


@contextmanager
def reading(revision: int | None) -> Iterator[None]:
    """The data as of a revision (None: as they are) for what runs inside, in this thread, outside a page's run."""
    token = _chosen.set((revision,))
    try:
        yield
    finally:
        _chosen.reset(token)


@cache
def store() -> Store:
    """The process-wide store. Raises AssessmentError if another process owns it."""
    return open_store(settings.data_dir())


def reader() -> Reader:
    """Who reads: everyone at this computer, until roles exist; the data as they are, or as a revision had them."""
    chosen = _chosen.get()
    wanted = chosen[0] if chosen else current()
    return store() if wanted is None else store().as_of(wanted)
