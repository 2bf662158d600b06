"""The browser of a run, started by the first part that needs it."""

import shutil
from typing import TYPE_CHECKING

from tests.bench.measure import Bench

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def chromium(bench: Bench) -> "Browser":
    """Raises RuntimeError where there is none."""
    found: Browser = bench.once("chromium", lambda: _start(bench))
    return found


def _start(bench: Bench) -> "Browser":
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        raise RuntimeError("No chromium on this machine.")
    playwright = bench.ends.enter_context(sync_playwright())
    browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
    bench.ends.callback(browser.close)
    return browser


def settle(page: "Page") -> None:
    """Until the script is done and the page's title stands."""
    page.set_default_timeout(120_000)
    page.locator("h1.sj-title").first.wait_for()
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.wait_for_timeout(500)
