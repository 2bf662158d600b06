"""What a page looks like: it fits a phone, speaks one language, and follows the reader's theme."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open, settle
from tests.pages.golden import golden_june

PAGES = ["/", "/rankings", "/rankings?period=2026Q2", "/upload", "/history", "/history?revision=2"]
LATIN = re.compile(r"[A-Za-z]{2,}")
ALLOWED = re.compile(
    r"English|CSV|\S*\.(?:xlsx|xls|csv)|python -m assessment init --reference DIR|KB|\d+\.\dB|PM2\.5|μg/m[3³]|m[²2]"
    r"|[A-Z]{1,2}\d+|\b(?:max|min)\(|\b(?:[0-9a-f]{4} ){2}[0-9a-f]{4}\b|\b[0-9a-f]{64}\b"
)
TEXTS = """() => {
  const skip = "script,style,noscript,[data-testid=stIconMaterial],.st-key-address";
  const out = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, element = node.nodeType === 3 ? node.parentElement : node;
    if (!element || element.closest(skip) || !element.getClientRects().length) continue;
    if (node.nodeType === 3) out.push(node.data);
    else for (const name of ["aria-label", "title", "placeholder", "alt"]) out.push(element.getAttribute(name) || "");
  }
  return [document.title, document.documentElement.lang === "zh-CN" ? "" : "lang is wrong", ...out];
}"""


def foreign(page: Page) -> list[str]:
    """Texts with a Latin word that the Chinese interface should not have."""
    return sorted({text.strip() for text in page.evaluate(TEXTS) if LATIN.search(ALLOWED.sub("", text))})


@pytest.mark.parametrize("path", PAGES)
def test_the_chinese_interface_has_no_english_words(server: str, open_page: Open, path: str) -> None:
    assert foreign(open_page(server + path)) == []


def test_neither_have_an_upload_its_problems_and_the_calendar(server: str, open_page: Open) -> None:
    page = open_page(server + "/upload?month=2026-06")
    for data in (golden_june(D6=1300), golden_june(D6="很多")):
        book = {"name": "六月.xlsx", "mimeType": "application/octet-stream", "buffer": data}
        page.locator("input[type=file]").set_input_files([book])
        page.locator("h2.sj-section").first.wait_for()
        settle(page)
        assert foreign(page) == []
    page.get_by_role("button", name="选择日期").click()
    page.get_by_role("grid").wait_for()
    assert foreign(page) == []


def test_an_empty_store_says_it_in_chinese(empty_server: str, open_page: Open) -> None:
    for path in ("/", "/upload", "/history"):
        assert foreign(open_page(empty_server + path)) == []


def test_a_switch_of_language_turns_streamlits_own_words_too(server: str, open_page: Open) -> None:
    page = open_page(server + "/upload")
    page.get_by_text("每个文件不超过 20 兆字节").wait_for()
    page.get_by_role("radio", name="English").click()
    page.get_by_text("20MB per file").wait_for()
    page.get_by_role("radio", name="中文").click()
    page.get_by_text("每个文件不超过 20 兆字节").wait_for()


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
@pytest.mark.parametrize("path", PAGES)
def test_a_phone_needs_no_sideways_scrolling(server: str, open_page: Open, path: str, locale: str) -> None:
    page = open_page(server + path, locale=locale, width=390)
    widths = page.locator(".stMain").evaluate("main => [main.scrollWidth, main.clientWidth]")
    assert widths == [390, 390]
    ends = page.locator("table.sj").evaluate_all("all => all.map(one => one.getBoundingClientRect().right)")
    assert all(end <= 390 for end in ends)


def test_a_phone_keeps_rank_unit_score_and_tier(server: str, open_page: Open) -> None:
    page = open_page(server + "/rankings", width=390)
    heads = page.locator("table.ranking th").all()
    assert [head.inner_text() for head in heads if head.is_visible()] == ["名次", "单位", "得分（分）", "档次"]


@pytest.mark.parametrize(("scheme", "ground", "ink"), [("light", 255, 0x1C), ("dark", 0x12, 0xE6)])
def test_our_own_html_follows_the_theme(server: str, open_page: Open, scheme: str, ground: int, ink: int) -> None:
    page = open_page(server + "/", scheme=scheme)
    colour = "e => getComputedStyle(e)"
    assert page.locator(".stApp").evaluate(f"{colour}.backgroundColor").startswith(f"rgb({ground},")
    assert page.locator("h1").evaluate(f"{colour}.color").startswith(f"rgb({ink},")
