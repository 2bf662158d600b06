"""Part `seed`: from the command on a bare copy of the program to the demo county on screen."""

import shutil
import time
from collections.abc import Iterator

from tests.bench.measure import Bench, Row
from tests.bench.visitor import Visitor
from tests.pages.running import ROOT, running_server

PROGRAM = (".streamlit", "assessment", "pages", "queries", "data/sample", "dashboard.py")
EVERY = 0.25
LIMIT = 300.0


def run(bench: Bench) -> Iterator[Row]:
    """The store named is the one that stands for "no county of one's own": the demo county loads by itself."""
    home = bench.folder / "copy"
    for name in PROGRAM:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, home / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, home / name)
    store = home / "data" / "demo-store"
    store.mkdir()
    started = time.perf_counter()
    with running_server(store, home=home) as address, Visitor(address) as visitor:
        healthy = time.perf_counter() - started
        visitor.run()
        drawn = time.perf_counter() - started
        has_progress = bool(visitor.elements["progress"])
        while visitor.elements["progress"]:
            if time.perf_counter() - started > LIMIT:
                raise RuntimeError(f"The demo county is not in place after {LIMIT:.0f} s.")
            time.sleep(EVERY)
            visitor.run()
        in_place = time.perf_counter() - started
    bench.kept.setdefault("demo", store)
    what = "with progress" if has_progress else "already with the county"
    yield Row("seed: command to a page", drawn, 6, f"{what}; the server answers after {healthy:.1f} s", unit="s")
    yield Row("seed: from there to the county in place", in_place - drawn, 10, f"{in_place:.1f} s in all", unit="s")
