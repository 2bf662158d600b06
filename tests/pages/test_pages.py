"""Every page in both languages: its title, what it shows, its filters, and what it says when there is nothing."""

import re

import pytest

from assessment import access, reference, settings
from tests.pages.conftest import Visit, words

SHOWN = {
    ("review/rankings", "zh-CN"): [
        "<h1 class='sj-title'>A 乡镇：甲镇居首，领先 9.38 分；首次定档</h1>",
        "104.32",
        "戊乡",
        "暂定",
    ],
    ("review/rankings", "en-US"): [
        "A Townships: Jia Town leads by 9.38 points",
        "104.32",
        "Wu Township",
        "Provisional",
    ],
    ("intake/upload", "zh-CN"): ["<h1 class='sj-title'>上传一个月的数据</h1>", "提交之前不写入任何内容"],
    ("intake/upload", "en-US"): ["<h1 class='sj-title'>Upload a month</h1>", "Nothing is written before you commit"],
    ("intake/history", "zh-CN"): [
        "<h1 class='sj-title'>最近一次：导入2026年6月数据，新增 33 项</h1>",
        "载入单位与考核方案",
    ],
    ("intake/history", "en-US"): ["Last change: Jun 2026 imported: 33 new", "county and scheme loaded"],
}


@pytest.mark.parametrize(("page", "locale"), SHOWN)
def test_every_page_says_what_it_is_about(county: None, visit: Visit, page: str, locale: str) -> None:
    at = visit(page, locale)
    shown = words(at)
    for expected in SHOWN[page, locale]:
        assert expected in shown
    assert not re.search(r">(None|nan|NaN|NaT|&lt;NA&gt;)<", shown)


@pytest.mark.parametrize("page", ["review/rankings", "intake/upload", "intake/history"])
def test_every_page_ends_with_its_origin(county: None, visit: Visit, page: str) -> None:
    foot = visit(page).text[-1].value
    assert foot.startswith("2026年6月 · 方案：2026年工作实绩考核方案 · 修订 2 · 生成于 ")


def test_the_ranking_holds_the_golden_rows_in_order(county: None, visit: Visit) -> None:
    shown = words(visit("review/rankings"))
    rows = re.findall(
        r"<td class='num rank'>(.*?)</td><td class='unit'><a[^>]*>(.*?)</a>.*?<td class='num score'><span[^>]*>(.*?)<",
        shown.split("</table>")[0],
    )
    assert [unit for _, unit, _ in rows] == ["甲镇", "丁乡", "乙镇", "丙镇", "戊乡"]
    assert [rank for rank, _, _ in rows] == ["1", "2", "3", "4", "5"]
    assert [score for _, _, score in rows] == ["104.32", "94.94", "93.05", "82.89", "60.50"]
    tiers = re.findall(r"<span class='tier (t\d)'>(.*?)</span>", shown.split("</table>")[0])
    assert tiers == [("t1", "优秀"), ("t2", "良好"), ("t2", "良好"), ("t3", "一般"), ("t3", "一般")]


@pytest.mark.parametrize(("code", "said"), [("2026Q2", "2026年2季度"), ("2026", "2026年")])
def test_quarters_and_years_are_in_the_same_picker(county: None, visit: Visit, code: str, said: str) -> None:
    at = visit("review/rankings", period=code)
    assert at.selectbox(key="pick_period").options == ["2026年6月", "2026年2季度", "2026年"]
    assert f"{said} · " in words(at)
    assert at.text[-1].value.startswith(f"{said} · ")


def test_a_wrong_period_and_a_wrong_type_fall_back(county: None, visit: Visit) -> None:
    at = visit("review/rankings", period="2099-13", type="Z.A.<b>")
    assert "甲镇居首" in words(at)
    assert at.query_params["period"] in ("2026-06", ["2026-06"])


def test_picking_a_type_writes_it_into_the_address(county: None, visit: Visit) -> None:
    at = visit("review/rankings")
    at.pills(key="pick_type").set_value(["A"]).run()
    assert at.query_params["type"] in ("A", ["A"])
    assert at.query_params["period"] in ("2026-06", ["2026-06"])


def test_the_language_switch_turns_the_page_and_keeps_the_filters(county: None, visit: Visit) -> None:
    at = visit("review/rankings", type="A", period="2026Q2")
    for language, said in (("en", "Q2 2026 · "), ("zh", "2026年2季度 · "), ("en", "Q2 2026 · ")):
        at.segmented_control(key="pick_lang").set_value(language).run()
        assert said in words(at)
        assert at.selectbox(key="pick_period").value == "2026Q2"
        assert at.pills(key="pick_type").value == ["A"]


@pytest.mark.parametrize("page", ["review/rankings", "intake/upload", "intake/history"])
@pytest.mark.parametrize(
    ("locale", "said"), [("zh-CN", "库里还没有单位和考核方案"), ("en-US", "No county in this store yet")]
)
def test_an_empty_store_offers_two_ways_to_begin(
    empty_store: None, visit: Visit, page: str, locale: str, said: str
) -> None:
    at = visit(page, locale)
    assert said in words(at)
    assert "python -m assessment init --reference DIR" in words(at)
    assert at.button(key="load_sample")


def test_the_sample_county_loads_with_one_button(empty_store: None, visit: Visit) -> None:
    at = visit("review/rankings")
    at.button(key="load_sample").click().run()
    assert not at.exception
    assert "甲镇居首，领先 9.38 分" in words(at)


def test_a_county_without_a_month_points_to_the_upload(empty_store: None, visit: Visit) -> None:
    reference.load(access.store(), reference.folder_files(settings.SAMPLE), "王莉")
    at = visit("review/rankings")
    assert "还没有上报任何月份的数据" in words(at)
    assert "<a data-go href='/upload'>上传一个月的数据</a>" in words(at)
