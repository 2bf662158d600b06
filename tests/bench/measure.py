"""What every part gives back, and how it is timed: medians of interleaved rounds."""

import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Row:
    """One line of the table. `target` is the most that is wanted, with `is_floor` the least, None: only told."""

    what: str
    value: float
    target: float | None = None
    detail: str = ""
    unit: str = "×"
    is_floor: bool = False

    @property
    def verdict(self) -> str:
        """met, or missed and by how much of the target."""
        if self.target is None:
            return "—"
        over = self.value / self.target - 1
        missed = -over if self.is_floor else over
        return "met" if missed <= 0 else f"missed by {missed:.0%}"

    def cells(self) -> tuple[str, str, str, str, str]:
        """The row as words: what, measured, target, verdict, detail."""
        sign = "≥" if self.is_floor else "≤"
        target = "—" if self.target is None else f"{sign} {self.target:g} {self.unit}"
        return self.what, f"{self.value:.2f} {self.unit}", target, self.verdict, self.detail


@dataclass
class Bench:
    """One run: how thorough, where its files lie, what must be ended after it, what one part tells another."""

    folder: Path
    is_quick: bool
    ends: ExitStack
    told: dict[str, float] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)

    @property
    def rounds(self) -> int:
        """Rounds a median is made of; speed.md asks for five at least."""
        return 3 if self.is_quick else 7

    def once(self, name: str, make: Callable[[], Any]) -> Any:
        """What several parts need and one of them makes."""
        if name not in self.kept:
            self.kept[name] = make()
        return self.kept[name]

    def demo_folder(self) -> Path:
        """A closed store with the demo county, to copy from."""
        from tests.bench.servers import load_demo  # noqa: PLC0415

        found: Path = self.once("demo", lambda: load_demo(self.folder / "demo"))
        return found


def medians(calls: Mapping[str, Callable[[], object]], rounds: int, pause: float = 0) -> dict[str, float]:
    """Median seconds of each call, called in turn once a round, with a pause after each for what trails it."""
    taken: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(rounds):
        for name, call in calls.items():
            started = time.perf_counter()
            call()
            taken[name].append(time.perf_counter() - started)
            time.sleep(pause)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def ms(seconds: float) -> str:
    """Seconds as written in a detail."""
    return f"{seconds * 1000:.0f} ms" if seconds < 10 else f"{seconds:.1f} s"


def table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """Rows as aligned lines."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
