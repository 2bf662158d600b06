"""Part `sessions`: the median run of thirty readers to that of one, and to Streamlit's default configuration."""

import random
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack

from tests.bench.measure import Bench, Row, ms
from tests.bench.servers import PAGES, QUERY, dashboard
from tests.bench.visitor import Visitor

READERS = 30
THINKING = 3.0
DEFAULT = "import gc; gc.freeze = lambda: None"
"""Streamlit's default: a full collection of everything imported after each run."""


def run(bench: Bench) -> Iterator[Row]:
    """Every reader goes through the review pages in turn. Blocks of one and of thirty alternate."""
    seconds = 10.0 if bench.is_quick else 20.0
    blocks = 1 if bench.is_quick else 3
    with ExitStack() as ends:
        tuned = _readers(ends, bench, "sessions", "")
        default = _readers(ends, bench, "sessions-default", DEFAULT)
        one, many, many_default = [], [], []
        for _ in range(blocks):
            one += _block(tuned[:1], seconds, thinking=0.2)
            many += _block(tuned, seconds, THINKING)
            many_default += _block(default, seconds, THINKING)
    alone, together, untuned = (statistics.median(taken) for taken in (one, many, many_default))
    late = statistics.quantiles(many, n=20)[-1]
    detail = f"p50 {ms(together)} (p95 {ms(late)}, {len(many)} runs) to {ms(alone)} alone ({len(one)} runs)"
    yield Row(f"{READERS} sessions to one", together / alone, 2, detail)
    detail = f"p50 {ms(untuned)} without gc.freeze ({len(many_default)} runs)"
    yield Row(f"default configuration, {READERS} sessions", untuned / together, 50, detail, is_floor=True)


def _readers(ends: ExitStack, bench: Bench, name: str, prelude: str) -> list[Visitor]:
    """Thirty sessions that have seen every page."""
    address = ends.enter_context(dashboard(bench, name, prelude))
    readers = [ends.enter_context(Visitor(address)) for _ in range(READERS)]
    for reader in readers:
        reader.run("", QUERY)
    for page in PAGES.values():
        readers[0].run(page, QUERY)
    return readers


def _block(readers: list[Visitor], seconds: float, thinking: float) -> list[float]:
    """Seconds of every run that began in the block."""
    taken: list[float] = []
    end = time.monotonic() + seconds

    def read(reader: Visitor, start: int) -> None:
        dice = random.Random(start)
        pages = list(PAGES.values())
        time.sleep(dice.uniform(0, thinking))
        turn = start
        while time.monotonic() < end:
            taken.append(reader.run(pages[turn % len(pages)], QUERY))
            turn += 1
            time.sleep(thinking)

    threads = [threading.Thread(target=read, args=(reader, start)) for start, reader in enumerate(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken
