"""One act for one intention, however often the button is pressed."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

Outcome = TypeVar("Outcome")


class Once(Generic[Outcome]):
    """Runs the work of one intention a single time and gives every caller its outcome.

    Streamlit starts the run of a second click while the first is still at work, in another thread. Work that raised
    may be tried again.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._outcomes: list[Outcome] = []

    def run(self, work: Callable[[], Outcome]) -> Outcome:
        """The outcome of the first call that succeeded; later callers wait for it."""
        with self._lock:
            if not self._outcomes:
                self._outcomes.append(work())
            return self._outcomes[0]
