"""The store of this process: opened once, on first use, shared by all its sessions."""

from collections.abc import Callable
from functools import cache

from assessment import settings
from assessment.store import Reader, Store, open_store


def _newest() -> int | None:
    return None


revision: Callable[[], int | None] = _newest
"""The revision that is being read, as the pages know it from the address; None: the data as they are now."""


@cache
def store() -> Store:
    """The process-wide store. Raises AssessmentError if another process owns it."""
    return open_store(settings.data_dir())


def reader() -> Reader:
    """Who reads: everyone at this computer, until roles exist; the data as they are, or as a revision had them."""
    wanted = revision()
    return store() if wanted is None else store().as_of(wanted)
