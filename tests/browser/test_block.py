"""Our own HTML as a browser takes it: nothing in it runs, loads or leads away; pictures answer a pointer."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open, settle

HOSTILE = [
    "<script>window.hurt = 1</script>",
    "<img src='/x.png' onerror='window.hurt = 1'>",
    "<svg onload='window.hurt = 1'><script>window.hurt = 1</script></svg>",
    "<a href='javascript:window.hurt = 1'>x</a>",
    "<a href=' java\nscript:window.hurt = 1'>x</a>",
    "<a href='//elsewhere.example/x'>x</a>",
    "<a href='https://elsewhere.example'>x</a>",
    "<iframe src='/'></iframe><iframe srcdoc='<script>parent.hurt = 1</script>'></iframe>",
    "<form action='/'><input name='password'></form>",
    "<meta http-equiv='refresh' content='0;url=/upload'>",
    "<base href='//elsewhere.example/'>",
    "<link rel='stylesheet' href='/assets/styles.css'>",
    "<style>* { display: none }</style>",
    "<object data='/'></object><embed src='/'>",
    "<svg><a xlink:href='javascript:window.hurt = 1'><text>x</text></a></svg>",
    "<details ontoggle='window.hurt = 1' open>x</details>",
]
KEPT = (
    "<table class='sj'><tr><td style='--at:3%' title='a'>甲<b>1</b></td></tr></table>"
    "<a data-go href='/rankings?period=2026-06'>乙</a><details open><summary>丙</summary></details>"
    "<svg class='sj-figure' viewBox='0 0 9 9' role='img'><path class='s-blue' d='M0 0L9 9'></path></svg>"
)
PUT = """async ([html, isNative]) => {
  const { put, cleaned } = await import("/assets/block.js");
  const box = document.body.appendChild(document.createElement("div"));
  if (isNative) put(box, html); else { box.setHTML = null; put(box, html); }
  await new Promise(done => setTimeout(done, 60));
  const links = [...box.querySelectorAll("a")].map(link => link.href.baseVal ?? link.href);
  const found = { html: box.innerHTML, links };
  box.remove();
  return found;
}"""


@pytest.fixture
def page(server: str, open_page: Open) -> Page:
    return open_page(f"{server}/dictionary")


@pytest.mark.parametrize("is_native", [True, False], ids=["the browser's sanitizer", "a browser without one"])
def test_what_could_run_load_or_lead_away_is_left_out(page: Page, is_native: bool) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for html in HOSTILE:
        found = page.evaluate(PUT, [html, is_native])
        rest = found["html"].lower()
        barred = (
            "<script",
            "<iframe",
            "<form",
            "<meta",
            "<base",
            "<link",
            "<style",
            "<object",
            "<embed",
            " on",
            "javascript",
        )
        assert not [word for word in barred if word in rest], html
        assert not [link for link in found["links"] if link], html
    assert page.evaluate("window.hurt") is None
    assert [url for url in asked if not url.endswith(("/x.png", "block.js"))] == []


@pytest.mark.parametrize("is_native", [True, False], ids=["the browser's sanitizer", "a browser without one"])
def test_tables_links_and_pictures_stay_as_they_are(page: Page, is_native: bool) -> None:
    found = page.evaluate(PUT, [KEPT, is_native])["html"].replace('"', "'").replace("=''", "")
    assert found == KEPT.replace("<tr>", "<tbody><tr>").replace("</tr>", "</tr></tbody>")


@pytest.mark.parametrize("width", [1440, 390])
def test_the_place_nearest_to_the_pointer_says_its_words(county: str, open_page: Open, width: int) -> None:
    page = open_page(f"{county}/rankings?period=2026-06&type=A", width=width)
    (drawing,) = [one for one in page.locator(".sj-drawing svg").all() if one.is_visible()]
    dot = drawing.locator("circle.blue").last
    box = dot.bounding_box()
    assert box is not None
    dot.scroll_into_view_if_needed()
    page.mouse.move(0, 0)
    dot.hover(position={"x": box["width"] / 2 + 3, "y": box["height"] / 2}, force=True)
    tip = page.locator(".sj-tip")
    tip.wait_for(state="visible")
    assert tip.inner_text().splitlines()[1:] == ["2026年6月", "第 2 名，共 15 个；97.86 分"]
    page.mouse.move(5, 5)
    tip.wait_for(state="hidden")


def test_a_choice_changes_the_block_and_nothing_is_left_of_the_old_one(county: str, open_page: Open) -> None:
    page = open_page(f"{county}/rankings?period=2026-06&type=A")
    assert page.locator("table.ranking").count() == 1
    page.locator(".st-key-pick_type button").first.click()
    settle(page)
    page.locator("table.ranking").nth(6).wait_for()
    assert page.locator(".sj-drawing").count() == 0


def test_a_click_on_a_name_picks_its_unit_out_and_a_second_lets_it_go(county: str, open_page: Open) -> None:
    page = open_page(f"{county}/rankings?period=2026-06&type=A")
    name = page.locator(".sj-drawing svg:visible a", has_text="石桥营镇")
    assert name.locator("text").get_attribute("font-weight") is None
    name.click()
    settle(page)
    page.locator(".sj-drawing svg:visible a text[font-weight]", has_text="石桥营镇").wait_for()
    assert "type=A&pick=" in page.url
    assert page.locator(".sj-drawing svg:visible a text[font-weight]").count() == 1
    page.go_back()
    settle(page)
    page.locator(".sj-drawing svg:visible a text[font-weight]", has_text="沙河沿乡").wait_for()
    assert "pick" not in page.url
