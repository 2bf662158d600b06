"""Part `pages`: the server's time for a run of each review page, against an empty Streamlit page."""

from collections.abc import Iterator
from contextlib import ExitStack

from tests.bench.measure import Bench, Row, medians, ms
from tests.bench.servers import PAGES, QUERY, dashboard, empty_app
from tests.bench.visitor import Visitor

WARM = 2


def run(bench: Bench) -> Iterator[Row]:
    """A session a page, each run again in turn; the answers are in memory, as they are for the second reader."""
    with ExitStack() as ends:
        address = ends.enter_context(dashboard(bench, "pages"))
        empty = ends.enter_context(empty_app(bench, "pages-empty"))
        frozen = ends.enter_context(empty_app(bench, "pages-frozen", is_frozen=True))
        visitors = {name: ends.enter_context(Visitor(address)) for name in PAGES}
        calls = {name: lambda name=name: visitors[name].run(PAGES[name], QUERY) for name in PAGES}
        for name, place in (("empty", empty), ("frozen", frozen)):
            calls[name] = ends.enter_context(Visitor(place)).run
        medians(calls, WARM)
        found = medians(calls, bench.rounds * 2, pause=0.05)
        for name in PAGES:
            size = f"{visitors[name].sent / 1000:.0f} kB"
            tuned = f"{found[name] / found['frozen']:.1f} × one with a frozen heap"
            detail = f"{ms(found[name])}, {size}; empty {ms(found['empty'])}; {tuned}"
            yield Row(f"server time, {name}", found[name] / found["empty"], None, detail)
