"""Every review page on the demo county: one language at a time, no sideways scrolling, nothing from outside."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Open, settle
from tests.browser.test_look import foreign
from tests.browser.test_visit import note

PAGES = {
    "overview": "/",
    "rankings": "/rankings?type=A",
    "tier_shifts": "/tier_shifts?type=B1",
    "indicator_completion": "/indicator_completion",
    "trends": "/trends?type=C1",
    "unit_profile": "/unit_profile?type=A",
    "year": "/year?type=E",
    "supplements": "/supplements",
    "dictionary": "/dictionary",
    "submissions": "/submissions",
    "follow_ups": "/follow_ups?show=all",
    "a_follow_up": "/follow_ups?item=1",
    "publication": "/publication?period=2026-05",
    "scheme": "/scheme",
    "an_earlier_edition": "/?period=2026-05&as_of=3",
}
CHOOSING = ("rankings", "tier_shifts", "indicator_completion", "trends", "unit_profile", "year", "follow_ups")
"""Pages with choices of their own in the address."""
HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
QUOTED = re.compile(r"[\u4e00-\u9fff]+(?:〔\d{4}〕\d+号|: (?=due|mean))")
"""Document numbers, milestones and voter groups stand as the county wrote them; longer texts have class sj-written."""
TEXTS = """() => {
  const skip = "script,style,noscript,[data-testid=stIconMaterial],.st-key-address,.st-key-pick_lang,.sj-written";
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), out = [];
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (element && !element.closest(skip) && element.getClientRects().length) out.push(walk.currentNode.data);
  }
  return out;
}"""


def watch(page: Page) -> tuple[list[str], list[str]]:
    """Addresses the page asks for from now on, and what its console complains of."""
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.on("console", note(complaints))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return asked, complaints


def outside(asked: list[str]) -> set[str]:
    here = ("127.0.0.1",)
    return {u for u in asked if urlsplit(u).hostname not in here and urlsplit(u).scheme not in ("data", "blob")}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_in_chinese_fits_both_windows_and_asks_nobody_else(county: str, chromium: Browser, name: str) -> None:
    context = chromium.new_context(locale="zh-CN", viewport={"width": 1440, "height": 900})
    page = context.new_page()
    asked, complaints = watch(page)
    page.goto(county + PAGES[name])
    settle(page)
    assert foreign(page) == []
    assert widths(page) == (page.locator(".stMain").evaluate("main => main.clientWidth"),) * 2
    page.set_viewport_size({"width": 390, "height": 844})
    settle(page)
    assert widths(page) == (390, 390)
    assert (outside(asked), complaints) == (set(), [])
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_in_english_has_no_chinese_words(county: str, open_page: Open, name: str) -> None:
    page = open_page(county + PAGES[name], locale="en-US", width=390, scheme="dark")
    assert sorted({text.strip() for text in page.evaluate(TEXTS) if HAN.search(QUOTED.sub("", text))}) == []
    assert widths(page) == (390, 390)


def widths(page: Page) -> tuple[int, int]:
    """How wide the content is and how wide the window, in pixels."""
    content, window = page.locator(".stMain").evaluate("main => [main.scrollWidth, main.clientWidth]")
    return content, window


@pytest.mark.parametrize("name", CHOOSING)
def test_a_pasted_link_shows_the_same_view_to_another_reader(county: str, open_page: Open, name: str) -> None:
    page = open_page(county + PAGES[name])
    other = open_page(page.url)
    assert other.url == page.url
    assert other.locator("h1").inner_text() == page.locator("h1").inner_text()
    assert other.locator("table.sj").all_inner_texts() == page.locator("table.sj").all_inner_texts()


def test_an_earlier_edition_stays_open_from_page_to_page_until_the_reader_leaves_it(
    county: str, open_page: Open
) -> None:
    page = open_page(county + "/publication?period=2026-05")
    page.locator("table.sj a", has_text="单位排名").last.click()
    settle(page)
    assert "as_of=3" in page.url
    assert "2026年5月第 1 版" in page.locator(".sj-earlier").inner_text()
    page.get_by_role("link", name="档次变动").click()
    settle(page)
    assert "as_of=3" in page.url
    assert page.locator(".sj-earlier").count() == 1
    page.get_by_role("link", name="回到现在").click()
    settle(page)
    assert "as_of" not in page.url
    assert page.locator(".sj-earlier").count() == 0
    assert page.locator(".st-key-footer").inner_text().count("已公布，第 2 版") == 1
