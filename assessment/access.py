"""The store of this process: opened once, on first use, shared by all its sessions."""

from functools import cache

from assessment import settings
from assessment.store import Reader, Store, open_store


@cache
def store() -> Store:
    """The process-wide store. Raises AssessmentError if another process owns it."""
    return open_store(settings.data_dir())


def reader() -> Reader:
    """Who reads: everyone at this computer, until roles exist."""
    return store()
