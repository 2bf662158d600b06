"""Counties for the rules: a store each, copied from the empty one and shared by the tests of a file."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assessment import reference, settings
from assessment.store import Store, open_store
from tests.rules import functions_county as functions
from tests.rules.small_county import County

NewCounty = Callable[..., County]


@pytest.fixture(scope="session")
def new_store(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Store]]:
    """new_store() -> an empty store of one's own."""
    opened: list[Store] = []

    def make() -> Store:
        folder = tmp_path_factory.mktemp("county") / "store"
        shutil.copytree(empty_folder, folder)
        opened.append(open_store(folder))
        return opened[-1]

    yield make
    for store in opened:
        store.close()


@pytest.fixture(scope="session")
def new_county(new_store: Callable[[], Store]) -> NewCounty:
    """new_county(units, rule=..., ...) -> a county with these tables (see small_county.reference_files)."""

    def make(units: str, **tables: str) -> County:
        return County(new_store(), units, **tables)

    return make


@pytest.fixture(scope="session")
def functions_county(new_county: NewCounty) -> County:
    """The county that tries every function, with June and July 2026 taken in."""
    county = new_county(functions.UNITS, **functions.TABLES)
    functions.take_in_june_and_july(county)
    return county


@pytest.fixture(scope="session")
def golden_county(new_store: Callable[[], Store]) -> Store:
    """The golden county's reference without a month."""
    store = new_store()
    reference.load(store, reference.folder_files(settings.SAMPLE), "考核办")
    return store
