"""A store of its own for every test, and a visitor who opens a page by its deep link."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment import access
from tests.pages.golden import golden_store

ROOT = Path(__file__).resolve().parents[2]
Visit = Callable[..., AppTest]


@pytest.fixture
def empty_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A store without a county."""
    yield from _serving(tmp_path, monkeypatch)


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden_folder: Path) -> Iterator[None]:
    """The golden county with its June."""
    shutil.copytree(golden_folder, tmp_path, dirs_exist_ok=True)
    yield from _serving(tmp_path, monkeypatch)


@pytest.fixture(scope="session")
def golden_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with the golden county, to copy from."""
    return golden_store(tmp_path_factory.mktemp("golden"))


def _serving(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("ASSESSMENT_DATA_DIR", str(folder))
    access.store.cache_clear()
    access.store()
    yield
    access.store().close()
    access.store.cache_clear()


@pytest.fixture
def visit() -> Visit:
    """visit("review/rankings", period="2026-06") -> the page as a deep link shows it."""

    def go(page: str | None = None, locale: str = "zh-CN", **address: str) -> AppTest:
        at = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
        at.context = {"locale": locale, "url": "http://test/" + (page or "").split("/")[-1]}
        for name, value in address.items():
            at.query_params[name] = value
        at.run()
        if page:
            at.switch_page(str(ROOT / "pages" / f"{page}.py")).run()
        assert not at.exception, [error.message for error in at.exception]
        return at

    return go


def words(at: AppTest) -> str:
    """All of our own HTML on the page: what stands alone, then the blocks."""
    return "\n".join([*(str(part.value) for part in at.html), *blocks(at)]).replace("\u00a0", " ")


def blocks(at: AppTest) -> list[str]:
    """Our own HTML that is drawn in one piece."""
    drawn = [part.proto for part in at.get("bidi_component") if part.proto.component_name == "block"]
    return [json.loads(proto.json) for proto in drawn]


def pictures(at: AppTest) -> list[str]:
    """The pictures in the blocks, each in its two widths."""
    return [picture for block in blocks(at) for picture in re.split("<div class='sj-drawing[^']*'>", block)[1:]]
