"""Work in the background: one job a name, its share done and what it is at, for whoever looks."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

_POOL = ThreadPoolExecutor(max_workers=2, thread_name_prefix="job")
_LOCK = Lock()
_JOBS: dict[str, "Job"] = {}


class Job:
    """`share` 0..1 of the work is done, `note` names what it is at; `error` is why it ended early."""

    def __init__(self, note: str = "") -> None:
        self.share = 0.0
        self.note = note
        self.finished = False
        self.error: Exception | None = None

    def tell(self, done: int, total: int, what: str) -> None:
        """Take down progress."""
        self.share, self.note = done / max(total, 1), what

    def run(self, work: Callable[["Job"], None]) -> None:
        """Do the work; an exception ends it and is kept."""
        try:
            work(self)
        except Exception as error:  # whatever it is, the page that waits has to hear of it
            self.error = error
        finally:
            self.finished = True


def start(name: str, work: Callable[[Job], None], note: str = "") -> Job:
    """Start work in the background; while work of the same name runs, that is the answer."""
    with _LOCK:
        found = _JOBS.get(name)
        if found is None or found.finished:
            found = _JOBS[name] = Job(note)
            _POOL.submit(found.run, work)
        return found


def find(name: str) -> Job | None:
    """The last job of a name."""
    return _JOBS.get(name)
