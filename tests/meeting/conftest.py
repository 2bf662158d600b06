"""The demo county, loaded once; a test that writes takes a copy."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assessment import intake
from assessment.store import Store, open_store


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with the demo county."""
    folder = tmp_path_factory.mktemp("demo") / "store"
    folder.mkdir()
    store = open_store(folder)
    intake.load_demo(store, "王莉")
    store.close()
    return folder


@pytest.fixture
def demo(open_copy: Callable[[Path], Store], demo_folder: Path) -> Store:
    """A store of one's own with the demo county."""
    return open_copy(demo_folder)
