"""The hand-out as a browser prints it."""

import re

import pytest

from assessment.export.printable import printable
from tests.export.decks import deck

sync_api = pytest.importorskip("playwright.sync_api")


def test_types_begin_a_page_and_heads_repeat(chromium: "sync_api.Browser") -> None:
    page = chromium.new_page()
    failed: list[str] = []
    page.on("request", lambda request: failed.append(request.url))
    page.set_content(printable(deck()))
    page.emulate_media(media="print")
    breaks = page.locator("section.page").evaluate_all("all => all.map(one => getComputedStyle(one).breakBefore)")
    heads = page.locator("thead").evaluate_all("all => all.map(one => getComputedStyle(one).display)")
    sheet = page.pdf(prefer_css_page_size=True)
    page.close()
    assert breaks == ["page"] * 3
    assert set(heads) == {"table-header-group"}
    assert failed == []
    assert 4 <= len(re.findall(rb"/Type\s*/Page\b(?!s)", sheet)) <= 8
    boxes = {tuple(map(float, box)) for box in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", sheet)}
    assert [box == pytest.approx((595, 842), abs=1) for box in boxes] == [True]
