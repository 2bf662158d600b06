"""One server a session on a copy of the golden county, and Debian's chromium to look at it."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.pages.golden import golden_store
from tests.pages.running import running_server

sync_api = pytest.importorskip("playwright.sync_api", reason="BROWSER TESTS SKIPPED: playwright is not installed")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
Open = Callable[..., "sync_api.Page"]


@pytest.fixture(scope="session")
def golden_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with the golden county, to copy from."""
    return golden_store(tmp_path_factory.mktemp("golden"))


@pytest.fixture(scope="session")
def server(golden_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that readers share; tests that write start their own."""
    folder = shutil.copytree(golden_folder, tmp_path_factory.mktemp("read"), dirs_exist_ok=True)
    with running_server(folder) as address:
        yield address


@pytest.fixture(scope="session")
def county(demo_folder: Path) -> Iterator[str]:
    """The address of a server on the demo county; only read."""
    with running_server(demo_folder) as address:
        yield address


@pytest.fixture
def own_server(golden_folder: Path, tmp_path: Path) -> Iterator[str]:
    """A fresh server for one test."""
    with running_server(shutil.copytree(golden_folder, tmp_path, dirs_exist_ok=True)) as address:
        yield address


@pytest.fixture
def empty_server(tmp_path: Path) -> Iterator[str]:
    """A fresh server on a store without a county."""
    with running_server(tmp_path) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator["sync_api.Browser"]:
    """The browser; without one the tests are skipped aloud, and fail where CI=true."""
    if CHROMIUM is None:
        reason = "BROWSER TESTS SKIPPED: no chromium on this machine (apt-get install chromium fonts-noto-cjk)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: "sync_api.Browser") -> Iterator[Open]:
    """open_page(address, locale=, width=, scheme=) -> a page of a new visitor, drawn to its foot."""
    contexts = []

    def go(address: str, locale: str = "zh-CN", width: int = 1440, scheme: str = "light") -> "sync_api.Page":
        viewport = {"width": width, "height": 900}
        context = chromium.new_context(locale=locale, viewport=viewport, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        settle(page)
        return page

    yield go
    for context in contexts:
        context.close()


def settle(page: "sync_api.Page") -> None:
    """Until the script is done and the foot of the page stands. (Our CSP forbids wait_for_function: it evals.)"""
    page.wait_for_timeout(250)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.locator("h1.sj-title").wait_for()
    page.locator(".st-key-footer").wait_for()
    page.wait_for_timeout(250)


def title(page: "sync_api.Page") -> str:
    """The page's finding; what keeps a number beside its word is a space to a reader."""
    return page.locator("h1").inner_text().replace("\u00a0", " ")
