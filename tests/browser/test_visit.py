"""What only a browser can show: deep links, history, an upload that moves the ranking, nothing leaving the machine."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open, settle, title
from tests.pages.golden import golden_june

PAGES = ["/", "/rankings", "/upload", "/history", "/history?revision=2"]
MENU = (
    "总览,单位排名,档次变动,指标完成,走势,单位画像,月、季、年汇总,专项考核,指标口径,"
    "评审材料,大屏展示,议定事项,上传,按时交卷,公布,历史,考核方案"
)


@pytest.mark.parametrize("path", ["/upload?period=2026-06&type=A", "/rankings?period=2026Q2"])
def test_the_first_deep_link_after_a_start_has_the_frame_and_no_dialog(
    own_server: str, open_page: Open, path: str
) -> None:
    page = open_page(own_server + path)
    assert page.locator("[role=dialog]").count() == 0
    assert page.get_by_text("考核周期").is_visible()
    assert page.locator("[data-testid=stSidebarNavLink]").all_inner_texts() == MENU.split(",")
    expected = "上传一个月的数据" if "upload" in path else "A 乡镇：5 个单位均未排名"
    assert title(page) == expected


def test_an_uploaded_month_changes_the_ranking(own_server: str, open_page: Open) -> None:
    page = open_page(own_server + "/rankings")
    assert ranks(page) == ["甲镇", "丁乡", "乙镇", "丙镇", "戊乡"]

    page.get_by_role("link", name="上传").click()
    settle(page)
    page.get_by_role("combobox", name="数据月份").click()
    page.get_by_role("option", name="2026年6月").click()
    settle(page)
    book = {"name": "六月.xlsx", "mimeType": "application/octet-stream", "buffer": golden_june(D6=1300, E6=30)}
    page.locator("input[type=file]").set_input_files([book])
    page.get_by_label("经办人").wait_for()
    page.get_by_label("经办人").fill("李敏")
    page.get_by_role("button", name="提交2026年6月").dblclick()
    page.get_by_text("2026年6月已提交，为修订 3").wait_for()
    page.get_by_role("link", name="查看2026年6月单位排名").click()
    settle(page)

    assert urlsplit(page.url).path == "/rankings"
    assert ranks(page).index("丙镇") < 3
    assert "修订 3" in page.locator(".st-key-footer").inner_text()
    page.go_back()
    settle(page)
    assert urlsplit(page.url).path == "/upload"
    page.get_by_role("link", name="历史").click()
    settle(page)
    assert page.locator("table.sj tbody tr").count() == 3


def test_a_department_s_own_table_goes_in_with_clicks_alone(own_server: str, open_page: Open) -> None:
    text = "乡镇,财政收入累计,空气优良天数比例\r\n甲镇,1600,90\r\n丙镇政府办,1300,91\r\n"
    assert "82.89" in open_page(own_server + "/rankings").locator("table.ranking").inner_text()
    page = open_page(own_server + "/upload?month=2026-06")
    table = {"name": "财政局.csv", "mimeType": "text/csv", "buffer": text.encode("gbk")}
    page.locator("input[type=file]").set_input_files([table])
    page.get_by_text("需要您确认：2 处").wait_for()
    for question, answer in (("财政收入累计", "J01 一般公共预算收入"), ("丙镇政府办", "丙镇")):
        page.get_by_role("combobox", name=question).click()
        page.get_by_role("option", name=answer).click()
        settle(page)
    page.get_by_role("button", name="按确认重新读取").click()
    page.get_by_text("提交后：").first.wait_for()
    page.get_by_label("经办人").fill("李敏")
    page.get_by_role("button", name="提交2026年6月").click()
    page.get_by_text("2026年6月已提交，为修订 3").wait_for()
    page.get_by_role("link", name="查看2026年6月单位排名").click()
    settle(page)
    assert "82.89" not in page.locator("table.ranking").inner_text()


def ranks(page: Page) -> list[str]:
    return page.locator("table.ranking td.unit a").all_inner_texts()


def test_filters_stay_in_the_address_on_every_page(server: str, open_page: Open) -> None:
    page = open_page(server + "/?period=2026Q2")
    page.get_by_role("button", name="A 乡镇").click()
    settle(page)
    for name in ("上传", "历史", "单位排名"):
        page.get_by_role("link", name=name, exact=True).click()
        settle(page)
        assert urlsplit(page.url).query == "period=2026Q2&type=A"
    other = open_page(page.url, locale="en-US")
    assert other.url == page.url
    assert other.locator("h1").inner_text().startswith("A Townships")


def test_a_click_leaves_the_language_of_the_document_alone(server: str, open_page: Open) -> None:
    """Writing even the same value makes the browser style the whole page again, twice a click."""
    page = open_page(server + "/rankings")
    page.evaluate("""() => {
        window.written = 0;
        new MutationObserver(found => { window.written += found.length; })
            .observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });
    }""")
    page.get_by_role("button", name="A 乡镇").click()
    settle(page)
    assert page.evaluate("window.written") == 0
    page.get_by_text("English", exact=True).click()
    settle(page)
    assert page.evaluate("[window.written, document.documentElement.lang]") == [1, "en"]


def test_a_click_changes_the_page_in_one_step_and_nothing_pales(county: str, open_page: Open) -> None:
    """Most of five clicks: on a busy machine a run may take longer than it is held (`ui/whole_runs.py`)."""
    page = open_page(county + "/rankings")
    page.evaluate("""() => {
        window.paled = 0;
        new MutationObserver(found => {
            window.paled += found.filter(one => one.target.dataset.stale === "true").length;
        }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-stale"] });
    }""")
    paled = []
    for _ in range(5):
        before = page.evaluate("window.paled")
        page.get_by_role("button", name="A 乡镇").click()
        settle(page)
        paled.append(page.evaluate("window.paled") - before)
    assert paled.count(0) >= 3, paled


def test_an_address_without_a_period_is_pinned_to_the_newest(server: str, open_page: Open) -> None:
    for path in ("/history", "/history?period=1999-13"):
        assert urlsplit(open_page(server + path).url).query == "period=2026-06"


def test_no_request_leaves_this_machine_and_nothing_complains(server: str, open_page: Open) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page = open_page(server + "/")
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.on("console", note(complaints))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for path in PAGES:
        page.goto(server + path)
        settle(page)
    outside = {
        url for url in asked if urlsplit(url).hostname != "127.0.0.1" and urlsplit(url).scheme not in ("data", "blob")
    }
    assert len(asked) > 40
    assert outside == set()
    assert complaints == []


def note(complaints: list[str]) -> Callable[..., None]:
    """Console errors, but for the two probes that Streamlit sends to every deep link."""

    def listen(message: object) -> None:
        kind, text, place = message.type, message.text, message.location["url"]  # type: ignore[attr-defined]
        if kind == "error" and "_stcore" not in place:
            complaints.append(f"{text} {place}")

    return listen


def test_an_unknown_page_says_so_over_the_landing_page(server: str, open_page: Open) -> None:
    page = open_page(server + "/nonsense")
    assert page.locator("[data-testid=stAlert]").inner_text() == "没有“nonsense”这个页面，已打开首页。"
    assert page.locator("[role=dialog]").count() == 0
    assert page.locator("h1").inner_text().startswith("6月")


def test_an_empty_store_becomes_the_worked_example_with_one_click(empty_server: str, open_page: Open) -> None:
    page = open_page(empty_server + "/rankings")
    page.get_by_role("button", name="载入算例").click()
    page.locator("table.ranking").wait_for()
    settle(page)
    assert title(page) == "A 乡镇：甲镇居首，领先 9.38 分；首次定档"
    assert urlsplit(page.url).query == "period=2026-06"
