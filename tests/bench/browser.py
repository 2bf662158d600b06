"""Part `browser`: a click on a type until the page's new content stands, against an empty Streamlit app's click."""

import statistics
from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

from tests.bench.chromium import chromium, settle
from tests.bench.measure import Bench, Row, ms
from tests.bench.servers import PAGES, QUERY, dashboard, empty_app

if TYPE_CHECKING:
    from playwright.sync_api import Page

WARM = 2
CLICK = """
() => new Promise((resolve, reject) => {
  const app = document.querySelector('[data-testid=stApp]');
  const idle = () => app.dataset.testScriptState === 'notRunning';
  const quiet = 400, limit = 60000, start = performance.now();
  let last = start, hasRun = false;
  const main = document.querySelector('[data-testid=stMain]');
  const content = new MutationObserver(found => {
    const drawn = found.filter(one => !one.target.parentElement?.closest('[data-testid=stHeader], .st-key-address'));
    if (drawn.length) last = performance.now();
    hasRun = hasRun || drawn.some(one => main.contains(one.target));
  });
  for (const part of document.querySelectorAll('[data-testid=stMain], [data-testid=stSidebar]'))
    content.observe(part, {subtree: true, childList: true, characterData: true, attributes: true});
  const state = new MutationObserver(() => { hasRun = true; });
  state.observe(app, {attributes: true, attributeFilter: ['data-test-script-state']});
  const look = () => {
    const now = performance.now();
    const isDone = hasRun && idle() && now - last > quiet;
    if (!isDone && now - start < limit) return setTimeout(look, 20);
    content.disconnect();
    state.disconnect();
    return isDone ? resolve(last - start) : reject(new Error(`not settled: has run ${hasRun}`));
  };
  document.querySelector('.st-key-pick_type button').click();
  look();
})
"""
"""Milliseconds from the click to the last change of the page, known when nothing has changed for a while. The header's
running mark and the hidden inputs that hold the address (`assessment/ui/scope.py`) are nothing a reader sees."""


def run(bench: Bench) -> Iterator[Row]:
    """A tab a page, clicked in turn: the first type chosen and given up again."""
    with ExitStack() as ends:
        address = ends.enter_context(dashboard(bench, "browser"))
        empty = ends.enter_context(empty_app(bench, "browser-empty"))
        frozen = ends.enter_context(empty_app(bench, "browser-frozen", is_frozen=True))
        context = chromium(bench).new_context(locale="zh-CN", viewport={"width": 1440, "height": 900})
        ends.callback(context.close)
        places = {name: f"{address}/{path}?{QUERY}" for name, path in PAGES.items()}
        tabs = {name: context.new_page() for name in (*places, "empty", "frozen")}
        for name, tab in tabs.items():
            tab.goto({**places, "empty": empty, "frozen": frozen}[name])
            settle(tab)
        _rounds(tabs, WARM)
        found = _rounds(tabs, bench.rounds)
    for name in PAGES:
        bench.told[f"click {name}"] = found[name]
        tuned = f"{found[name] / found['frozen']:.2f} × one with a frozen heap"
        detail = f"{ms(found[name])}; empty {ms(found['empty'])}; {tuned}"
        yield Row(f"a click on {name}, in the browser", found[name] / found["empty"], 1.5, detail)


def _rounds(tabs: dict[str, "Page"], rounds: int) -> dict[str, float]:
    """Median seconds of a click by tab."""
    taken: dict[str, list[float]] = {name: [] for name in tabs}
    for _ in range(rounds):
        for name, tab in tabs.items():
            tab.bring_to_front()
            try:
                taken[name].append(tab.evaluate(CLICK) / 1000)
            except Exception as error:
                raise RuntimeError(f"a click on {name} at {tab.url}") from error
    return {name: statistics.median(seconds) for name, seconds in taken.items()}
