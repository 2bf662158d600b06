"""What a reader saw at the last visit, without a sign-in: two data versions in a cookie that only the server reads.

A visit is page loads with less than half an hour between them. The cookie names nobody: it holds when the running
visit last loaded a page and the newest revision it saw, and the same of the visit before.
"""

import re
import time
from dataclasses import dataclass
from datetime import UTC, datetime

COOKIE = "shiji_visit"
KEPT = 400 * 24 * 3600
"""Seconds a browser keeps it: as long as browsers allow."""
PAUSE = 30 * 60
"""Seconds without a page load after which the next one is a new visit."""
_FORM = re.compile(r"1\.(\d{1,11})\.(\d{1,9})(?:\.(\d{1,11})\.(\d{1,9}))?", re.ASCII)


@dataclass(frozen=True)
class Seen:
    """When a visit last loaded a page (seconds since 1970, UTC) and the newest revision it saw."""

    at: int
    version: int

    @property
    def moment(self) -> datetime:
        """The same as a UTC moment."""
        return datetime.fromtimestamp(self.at, UTC)


@dataclass(frozen=True)
class Trail:
    """The running visit and, if the reader was here before, the visit before it."""

    running: Seen
    before: Seen | None

    def __str__(self) -> str:
        parts = [self.running.at, self.running.version]
        parts += [self.before.at, self.before.version] if self.before else []
        return "1." + ".".join(map(str, parts))


def read(text: object, now: int, version: int) -> Trail | None:
    """The trail a cookie holds; None for anything we would not have written: the text comes from outside.

    A trail out of order in time, or ahead of the store (another county, a restored copy), is none of ours.
    """
    found = _FORM.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        return None
    running = Seen(int(found[1]), int(found[2]))
    before = Seen(int(found[3]), int(found[4])) if found[3] else None
    trail = [seen for seen in (before, running) if seen]
    ats, versions = [seen.at for seen in trail] + [now], [seen.version for seen in trail] + [version]
    return Trail(running, before) if ats == sorted(ats) and versions == sorted(versions) else None


def follow(text: object, now: int, version: int) -> Trail:
    """The trail after a page load at `now` that shows `version`, given the cookie that came with it."""
    trail = read(text, now, version)
    if trail is None:
        return Trail(Seen(now, version), None)
    is_new_visit = now - trail.running.at > PAUSE
    return Trail(Seen(now, version), trail.running if is_new_visit else trail.before)


def last_visit(text: object, version: int) -> Seen | None:
    """The visit before this one, as the page reads it from the cookie; None on a first visit."""
    trail = read(text, int(time.time()), version)
    return trail.before if trail else None
