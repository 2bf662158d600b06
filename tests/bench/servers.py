"""What is measured and what it is measured against: the dashboard on the demo county, and an empty Streamlit app."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assessment import intake
from assessment.store import open_store
from assessment.ui.scope import HOME
from tests.bench.measure import Bench
from tests.pages.running import ROOT, running_server

PAGES = {path.stem: "" if path.stem == HOME else path.stem for path in sorted((ROOT / "pages/review").glob("*.py"))}
"""Each review page and its address."""

QUERY = "period=2026-06"
"""The newest month of the demo county, as the frame pins it."""

EMPTY = """
import streamlit as st

st.set_page_config(layout="wide")
picked = st.sidebar.pills("Types", ["A", "B", "C"], key="pick_type", selection_mode="multi")
st.html(f"<h1 class='sj-title'>{', '.join(picked) or 'empty'}</h1>")
"""
"""The least app that can be clicked."""

FROZEN = """
import gc

@st.cache_resource
def freeze():
    gc.collect()
    gc.freeze()

freeze()
"""
"""What the dashboard's warm-up does about Streamlit's collection after every run."""


def load_demo(folder: Path) -> Path:
    """The folder with a closed store that holds the demo county."""
    store = open_store(folder)
    try:
        intake.load_demo(store, "bench")
    finally:
        store.close()
    return folder


@contextmanager
def dashboard(bench: Bench, name: str, prelude: str = "") -> Iterator[str]:
    """The address of the dashboard on a copy of the demo county."""
    folder = shutil.copytree(bench.demo_folder(), bench.folder / name)
    with running_server(folder, prelude=prelude) as address:
        yield address


@contextmanager
def empty_app(bench: Bench, name: str, is_frozen: bool = False) -> Iterator[str]:
    """The address of an empty Streamlit app with the dashboard's settings."""
    home = bench.folder / name
    shutil.copytree(ROOT / ".streamlit", home / ".streamlit")
    (home / "dashboard.py").write_text(EMPTY + (FROZEN if is_frozen else ""), "utf-8")
    with running_server(home, home=home) as address:
        yield address
