"""Part `memory`: what SQL and the Python that shapes its answers add to a page whose answers are in memory."""

import gc
import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.testing.v1 import AppTest

from assessment import access
from assessment.ui import load
from tests.bench.measure import Bench, Row, medians, ms
from tests.bench.servers import PAGES, QUERY
from tests.pages.running import ROOT


def run(bench: Bench) -> Iterator[Row]:
    """Each page with its answers dropped before the run and kept; a click takes what part `browser` found."""
    with _serving(bench):
        pages = {name: _visit(name) for name in PAGES}
        for name, page in pages.items():
            calls = {"kept": page.run, "dropped": lambda page=page: _run_anew(page)}
            found = medians(calls, bench.rounds)
            more = found["dropped"] - found["kept"]
            detail = f"{ms(more)} for all answers beside {ms(found['kept'])} in-process"
            if click := bench.told.get(f"click {name}"):
                yield Row(f"answers anew, a click on {name}", (click + more) / click, 1.1, detail)
            else:
                yield Row(f"answers anew, {name}", found["dropped"] / found["kept"], None, detail)


def _run_anew(page: AppTest) -> None:
    load._kept.cache_clear()
    page.run()


def _visit(name: str) -> AppTest:
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
    page.context = {"locale": "zh-CN", "url": f"http://test/{PAGES[name]}"}
    key, value = QUERY.split("=")
    page.query_params[key] = value
    page.run()
    page.switch_page(str(ROOT / "pages/review" / f"{name}.py")).run()
    assert not page.exception, [error.message for error in page.exception]
    return page


@contextmanager
def _serving(bench: Bench) -> Iterator[None]:
    """The process's store on the demo county, the heap frozen as the server's is."""
    folder = shutil.copytree(bench.demo_folder(), bench.folder / "memory")
    before = os.environ.get("ASSESSMENT_DATA_DIR")
    os.environ["ASSESSMENT_DATA_DIR"] = str(folder)
    access.store.cache_clear()
    logging.disable(logging.WARNING)  # every call outside a session warns
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        logging.disable(logging.NOTSET)
        access.store().close()
        access.store.cache_clear()
        if before is None:
            del os.environ["ASSESSMENT_DATA_DIR"]
        else:
            os.environ["ASSESSMENT_DATA_DIR"] = before
