"""The demo county, a copy for every test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.store import Store


@pytest.fixture
def demo(open_copy: Callable[[Path], Store], demo_folder: Path) -> Store:
    """A store of one's own with the demo county."""
    return open_copy(demo_folder)
