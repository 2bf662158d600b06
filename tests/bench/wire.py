"""Part `bytes`: what a first visit to the landing page brings over the wire."""

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack

from tests.bench.chromium import chromium, settle
from tests.bench.measure import Bench, Row
from tests.bench.servers import dashboard, empty_app

MEGABYTE = 1_000_000


def run(bench: Bench) -> Iterator[Row]:
    """Bodies as sent, with their headers, in a browser without a cache; the websocket's frames beside."""
    with ExitStack() as ends:
        addresses = {
            "dashboard": ends.enter_context(dashboard(bench, "bytes")),
            "empty": ends.enter_context(empty_app(bench, "bytes-empty")),
        }
        found = {name: _first_load(bench, address) for name, address in addresses.items()}
    own, empty = found["dashboard"], found["empty"]
    detail = f"{own['requests']} requests; {own['frames'] / 1000:.0f} kB more on the websocket"
    yield Row("first load", own["bytes"] / MEGABYTE, 3.2, detail, unit="MB")
    yield Row(
        "first load to an empty app's", own["bytes"] / empty["bytes"], None, f"{empty['bytes'] / MEGABYTE:.2f} MB"
    )


def _first_load(bench: Bench, address: str) -> Counter[str]:
    found: Counter[str] = Counter()
    context = chromium(bench).new_context(locale="zh-CN", viewport={"width": 1440, "height": 900})
    try:
        page = context.new_page()
        wire = context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on(
            "Network.loadingFinished", lambda event: found.update(requests=1, bytes=int(event["encodedDataLength"]))
        )
        wire.on(
            "Network.webSocketFrameReceived", lambda event: found.update(frames=len(event["response"]["payloadData"]))
        )
        page.goto(address)
        settle(page)
        page.wait_for_timeout(2000)
    finally:
        context.close()
    return found
