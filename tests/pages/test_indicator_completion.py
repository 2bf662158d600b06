"""The completion page of a small county: its finding, lists, map, drill and workbook say what the reports say."""

import io
import re
from datetime import date
from html import unescape

import openpyxl
import pytest

from assessment import access, i18n, measures
from assessment.export import workbook_bytes
from assessment.periods import Period
from assessment.reports import completion
from assessment.ui.indicator_completion import download
from tests.pages.completion_county import completion_county
from tests.pages.conftest import Visit
from tests.pages.conftest import words as html_of

__all__ = ["completion_county"]

PAGE = "review/indicator_completion"
APRIL = date(2026, 4, 1)


def row_of(shown: str, name: str, look: str) -> list[str]:
    """The cells' text of one row of the table with a class, found by the name in it."""
    table = re.search(rf"<table class='[^']*{look}[^']*'>.*?</table>", shown, re.DOTALL)
    assert table, f"no table {look}"
    rows = re.findall(r"<tr>.*?</tr>", table[0], re.DOTALL)
    found = next(row for row in rows if f">{name}<" in row)
    cells = re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", found, re.DOTALL)
    return [unescape(re.sub(r"<[^>]*>", " ", cell)).split() for cell in cells]  # type: ignore[misc]


def test_the_title_says_what_is_behind_and_what_is_furthest(completion_county: None, visit: Visit) -> None:
    shown = html_of(visit(PAGE, period="2026-04"))
    said = re.search(r"<h1 class='sj-title'>(.*?)</h1>", shown)
    assert said
    assert said[1] == "4月：1 项指标落后时序；A类资金最远（中位完成 22.5%，时序 33.3%）"


def test_the_worst_list_equals_the_report(completion_county: None, visit: Visit) -> None:
    shown = html_of(visit(PAGE, period="2026-04"))
    row = completion.completion_types(access.reader(), APRIL).iloc[0]
    cells = row_of(shown, "资金", "ic-worst")
    assert cells[0] == ["资金", "A类"]
    assert cells[1] == ["完成", "22.5%，时序", "33.3%"]
    assert cells[2] == [f"{row['median_lag']:.2f}", "◆", "滞后"] == ["10.83", "◆", "滞后"]
    assert cells[3] == ["1/2", "迟报", "1", "个"]
    assert cells[4] == ["540", "万元", "/", "800", "万元", "占全年目标", "22.5%"]
    assert cells[5] == ["乙镇"]


def test_the_map_writes_the_median_and_how_many_reach_it(completion_county: None, visit: Visit) -> None:
    shown = html_of(visit(PAGE, period="2026-04"))
    assert row_of(shown, "资金", "ic-heat")[1:] == [["◆", "68%", "1/2"], []]
    assert row_of(shown, "办结", "ic-heat")[1:] == [["−1.0", "1/3"], ["+1.3", "2/2"]]  # means of March and April
    assert row_of(shown, "产值", "ic-heat")[1:] == [[], ["5"]]


def test_the_map_of_the_month_shows_what_came_in(completion_county: None, visit: Visit) -> None:
    shown = html_of(visit(PAGE, period="2026-04", span="month"))
    assert row_of(shown, "资金", "ic-heat")[1] == ["◆", "45%", "1/2"]  # 100 and −10 of 100 planned
    assert row_of(shown, "办结", "ic-heat")[1] == ["−2.0", "1/3"]
    assert row_of(shown, "企业", "ic-heat")[1] == ["—"]  # a quarterly value is no April's


def test_one_type_shows_its_units_across(completion_county: None, visit: Visit) -> None:
    shown = html_of(visit(PAGE, period="2026-04", type="A"))
    assert row_of(shown, "资金", "ic-heat")[2:] == [["100%"], ["35%"], ["迟报"]]
    assert "税务局" not in shown


@pytest.mark.parametrize("span", ["", "month"])
def test_a_drill_shows_every_unit_against_its_plan(completion_county: None, visit: Visit, span: str) -> None:
    address = {"period": "2026-04", "indicator": "资金", "group": "A"} | ({"span": span} if span else {})
    shown = html_of(visit(PAGE, **address))
    assert "<h1 class='sj-title'>A类资金：2 个单位中 1 个达时序；最落后：乙镇</h1>" in shown
    assert row_of(shown, "乙镇", "ic-units")[2:10] == [
        ["35.0%"],
        ["140", "万元"],
        ["400", "万元"],
        ["1,200", "万元"],
        ["21.67"],
        ["−10", "万元"],
        ["−10", "万元"],
        ["◆", "滞后"],
    ]
    late = row_of(shown, "丙镇", "ic-units")
    assert (late[2], late[3], late[9]) == (["—"], ["—"], ["迟报"])
    assert "累计完成 ÷（全年目标 × 时序进度），100% 即达时序" in shown


def test_a_carried_value_says_as_of_when(completion_county: None, visit: Visit) -> None:
    shown = html_of(visit(PAGE, period="2026-04", indicator="企业"))
    assert row_of(shown, "甲镇", "ic-units")[2:4] == [["100.0%"], ["1", "户", "截至2026年3月"]]


def test_a_function_without_a_goal_shows_places(completion_county: None, visit: Visit) -> None:
    shown = html_of(visit(PAGE, period="2026-04", indicator="产值"))
    assert "<h1 class='sj-title'>B类产值：最好：税务局</h1>" in shown
    assert row_of(shown, "财政局", "ic-units")[4] == ["2"]


@pytest.mark.parametrize("address", [{"indicator": "nothing"}, {"indicator": "资金", "group": "Z"}, {"span": "decade"}])
def test_wrong_codes_in_the_address_fall_back(completion_county: None, visit: Visit, address: dict[str, str]) -> None:
    shown = html_of(visit(PAGE, period="2026-04", **address))
    assert "ic-heat" in shown


@pytest.mark.parametrize("code", ["2026Q2", "2026"])
def test_quarters_and_years_show_their_latest_month(completion_county: None, visit: Visit, code: str) -> None:
    shown = html_of(visit(PAGE, period=code))
    assert "截至2026年4月" in shown
    assert "1 项指标落后时序" in shown


def test_it_speaks_english_and_shows_no_machine_words(completion_county: None, visit: Visit) -> None:
    shown = html_of(visit(PAGE, "en-US", period="2026-04", indicator="资金"))
    assert "A类, 资金: 1 of 2 units on plan; furthest behind: 乙镇" in shown
    visible = re.sub(r"<[^>]*>", " ", shown)
    assert not re.search(r"\b(None|nan|NaT|completion|standard_line)\b", visible)


def test_the_workbook_holds_the_map_and_the_lists(completion_county: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "current", lambda: "zh")
    reader = access.reader()
    types = completion.completion_types(reader, APRIL)
    tables = download.tables(types, completion.completion_map(reader, APRIL, "year"), None)
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(tables, download.notes(types))))
    assert book.sheetnames[:3] == ["分类分指标", "落后时序", "未达目标"]
    behind = [[cell.value for cell in row] for row in book["落后时序"].iter_rows()]
    assert len(behind) == 2
    assert behind[1][behind[0].index("落后（百分点）")] == pytest.approx(10.83)


def test_the_latest_month_of_a_quarter_is_asked_for_once(completion_county: None) -> None:
    found = completion.completion_month(access.reader(), Period.parse("2026Q2"))
    assert found["month"].iloc[0].date() == APRIL


@pytest.mark.parametrize(
    ("value", "is_reached", "said"),
    [(0.99994, False, "99.99%"), (0.9996, False, "99.96%"), (1.0, True, "100%"), (0.5, False, "50%")],
)
def test_a_rate_just_below_the_plan_is_not_written_as_all_of_it(value: float, is_reached: bool, said: str) -> None:
    assert measures.short("completion", value, is_reached) == said
