"""档次变动 as a visitor sees it: any two periods, what stands apart, months without tiers, both languages."""

import re

import pytest

from assessment.i18n import speaking
from assessment.reports import shifts
from assessment.ui import load
from assessment.ui.tier_shifts import sheets
from tests.pages.conftest import Visit, pictures, words
from tests.pages.standings_county import months

__all__ = ["months"]

PAGE = "review/tier_shifts"


def text(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


def test_against_the_period_before_by_default(months: None, visit: Visit) -> None:
    """A: 戊镇 一般 → 优秀, 甲镇 优秀 → 良好 by place and missed gate; 己镇 came from B, 审计局 is new."""
    at = visit(PAGE, period="2026-06")
    shown = words(at)
    title = re.search(r"<h1 class='sj-title'>(.*?)</h1>", shown)
    assert title
    assert title[1].startswith("6月较5月：")
    assert "戊镇由一般升优秀，连升两档" in title[1]
    assert "类型由B类转为A类" in shown
    assert "对比期未列入考核" in shown
    assert at.selectbox(key="choose_base").value == "2026-05"


def test_the_matrix_holds_every_comparable_unit_once_in_its_cell(months: None, visit: Visit) -> None:
    shown = words(visit(PAGE, period="2026-06"))
    matrix = re.search(r"<table class='sj ts-matrix'>.*?</table>", shown)
    assert matrix
    names = re.findall(r"<a data-go[^>]*>(.*?)</a>", matrix[0])
    assert sorted(names) == sorted(["甲镇", "乙镇", "丙镇", "丁镇", "戊镇", "财政局", "税务局", "统计局"])
    rose = re.findall(r"<td class='rose'>(.*?)</td>", matrix[0])
    assert [text(cell) for cell in rose] == ["1 戊镇"]


def test_the_flow_counts_both_sides(months: None, visit: Visit) -> None:
    at = visit(PAGE, period="2026-06", type="A")
    (flow,) = pictures(at)
    assert {"优秀 1", "良好 2", "一般 2"} <= set(re.findall(r">([^<>]+)</text>", flow))


def test_any_earlier_period_of_the_kind_can_be_the_base(months: None, visit: Visit) -> None:
    at = visit(PAGE, period="2026-06", base="2026-04")
    assert "6月较4月：" in words(at)
    assert at.selectbox(key="choose_base").options == ["2026年5月", "2026年4月", "2026年3月"]


def test_a_base_without_tiers_makes_it_a_first_placing(months: None, visit: Visit) -> None:
    assert "6月：首次定档，共 10 个单位" in words(visit(PAGE, period="2026-06", base="2026-03"))


@pytest.mark.parametrize("base", ["2026-06", "2026-07", "2099-13", "<b>"])
def test_a_wrong_base_falls_back(months: None, visit: Visit, base: str) -> None:
    assert visit(PAGE, period="2026-06", base=base).selectbox(key="choose_base").value == "2026-05"


def test_a_month_before_the_first_tiers_says_so(months: None, visit: Visit) -> None:
    shown = words(visit(PAGE, period="2026-03"))
    assert "没有更早的周期可比" in shown


def test_the_parts_of_a_move_add_up_on_screen(months: None, visit: Visit) -> None:
    shown = words(visit(PAGE, period="2026-06", type="A"))
    row = next(line for line in re.findall(r"<tr>.*?</tr>", shown) if "戊镇</a> <span class='same'>A" in line)
    change = re.search(r"class='num'><span[^>]*>▲ \+([\d.]+)", row)
    parts = re.findall(r"([+−][\d.]+)", text(row.split("ts-drivers")[1]))
    assert change
    assert f"{sum(float(part.replace('−', '-')) for part in parts):.2f}" == change[1] == "26.40"


def test_runs_are_told_up_to_the_period(months: None, visit: Visit) -> None:
    shown = text(words(visit(PAGE, period="2026-06")))
    assert "连续 3 期以上在最高档：1 个" in shown
    assert "财政局" in shown


def test_it_speaks_english_and_shows_no_codes(months: None, visit: Visit) -> None:
    shown = words(visit(PAGE, "en-US", period="2026-06"))
    assert "Jun against May" in shown
    assert "two tiers at once" in shown
    assert "not_comparable" not in text(shown)
    assert not re.search(r">(None|nan|NaN|NaT|&lt;NA&gt;)<", shown)


def test_the_first_month_of_a_county_has_nothing_to_compare_with(county: None, visit: Visit) -> None:
    assert "6月：没有更早的周期可比" in words(visit(PAGE))


def test_an_empty_store_says_what_to_do(empty_store: None, visit: Visit) -> None:
    assert "库里还没有单位和考核方案" in words(visit(PAGE))


def test_the_workbook_holds_what_the_page_shows(months: None) -> None:
    asked = (load.parse("2026-06"), load.parse("2026-05"), ("A",))
    frames = [load.frame(report, *asked) for report in (shifts.tier_moves, shifts.tier_flow, shifts.shift_drivers)]
    with speaking("zh"):
        moves, flow, drivers, runs = sheets.tables(*frames, load.frame(shifts.tier_streaks, asked[0], asked[2]))
    words_of = {row[2]: row[3] for row in moves.rows}
    assert words_of == {
        "戊镇": "升档", "甲镇": "降档", "乙镇": "不变", "丙镇": "不变", "丁镇": "不变", "己镇": "不可比",
    }  # fmt: skip
    assert sum(int(str(row[2])) for row in flow.rows) == 5
    assert {row[1] for row in drivers.rows} == {"戊镇", "甲镇"}
    assert [(row[0], row[2], row[4]) for row in runs.rows] == [("在低档次", "丁镇", 3)]
