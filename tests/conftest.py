"""Stores for tests: one is built per run and copied, for building its views takes a second."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assessment import intake, reference, settings
from assessment.store import Store, open_store

PATIENCE = 300
"""Seconds a worker waits for the one that loads the demo county."""


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty store."""
    folder = tmp_path_factory.mktemp("empty")
    open_store(folder).close()
    return folder


@pytest.fixture(scope="session")
def golden_folder(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the golden county of domain.md section 7, its workbook taken in."""
    folder = tmp_path_factory.mktemp("golden") / "store"
    shutil.copytree(empty_folder, folder)
    store = open_store(folder)
    intake.load_sample(store, "tester")
    store.close()
    return folder


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo county, loaded once for all workers of a run; a test that writes takes a copy."""
    base = tmp_path_factory.getbasetemp()
    root = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder, done = root / "demo-county", root / "demo-county.loaded"
    try:
        folder.mkdir()
    except FileExistsError:
        end = time.monotonic() + PATIENCE
        while not done.exists():
            assert time.monotonic() < end, "the worker that loads the demo county did not finish"
            time.sleep(0.2)
        return folder
    store = open_store(folder)
    intake.load_demo(store, "王莉")
    store.close()
    done.touch()
    return folder


@pytest.fixture
def open_copy(tmp_path: Path) -> Iterator[Callable[[Path], Store]]:
    """open_copy(folder) -> a store of one's own with the folder's content."""
    opened: list[Store] = []

    def copy(folder: Path) -> Store:
        own = tmp_path / f"store{len(opened)}"
        shutil.copytree(folder, own)
        opened.append(open_store(own))
        return opened[-1]

    yield copy
    for store in opened:
        store.close()


@pytest.fixture
def empty_store(open_copy: Callable[[Path], Store], empty_folder: Path) -> Store:
    """An empty store."""
    return open_copy(empty_folder)


@pytest.fixture
def golden_store(open_copy: Callable[[Path], Store], golden_folder: Path) -> Store:
    """A store with the golden county and its June."""
    return open_copy(golden_folder)


@pytest.fixture
def golden_reference() -> dict[str, bytes]:
    """The golden county's reference files, to be changed at will."""
    return reference.folder_files(settings.SAMPLE)


@pytest.fixture(scope="session")
def shared_store(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An empty store that tests only read."""
    folder = tmp_path_factory.mktemp("shared") / "store"
    shutil.copytree(empty_folder, folder)
    store = open_store(folder)
    yield store
    store.close()
