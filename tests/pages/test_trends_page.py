"""走势 as a visitor sees it: by deep link, in the first month, with nothing; a missing comparison tells its reason."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pandas as pd
import pytest

from assessment import i18n
from assessment.charts import season
from assessment.charts.look import SCREEN
from assessment.charts.season import Season
from assessment.charts.svg.over_time import Line
from assessment.findings.moments import Calendar
from assessment.ui.trends import change_table, panels
from tests.pages.conftest import Visit, words

CALENDAR = Calendar()


@pytest.fixture
def chinese() -> Iterator[None]:
    with i18n.speaking("zh"):
        yield


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ({}, "A 乡镇中位分6月 93.05 分"),
        ({"view": "unit"}, "甲镇6月得分 104.32 分，高于本类中位分 11.27 分"),
        ({"view": "module"}, "A 乡镇2026年6月各模块"),
        ({"view": "indicator", "indicator": "J01"}, "A 乡镇·一般公共预算收入中位数1—6月"),
        ({"view": "nonsense", "unit": "nobody"}, "A 乡镇中位分6月 93.05 分"),
    ],
)
def test_every_view_opens_by_its_link_in_the_first_month(
    county: None, visit: Visit, address: dict[str, str], title: str
) -> None:
    shown = words(visit("review/trends", period="2026-06", **address))
    assert title in shown
    assert "None" not in shown
    assert "nan" not in shown


def test_an_empty_store_says_what_to_do(empty_store: None, visit: Visit) -> None:
    assert "sj-title" in words(visit("review/trends"))


def test_it_speaks_english(county: None, visit: Visit) -> None:
    shown = words(visit("review/trends", locale="en-US", period="2026-06", view="unit"))
    assert "in Jun" in shown
    assert "median" in shown


def scored(code: str, **more: Any) -> Any:
    when = datetime.strptime(code, "%Y-%m")
    known = {"period_kind": "month", "period_start": when, "previous_start": when, "as_of_month": when}
    known |= {"median_score": 80.0, "previous_score": None, "pop_change": None, "yoy_change": None}
    known |= {"is_pop_over_year": False, "is_pop_over_scheme": False, "is_yoy_over_scheme": False, "ranked_count": 3}
    known |= {"lower_quartile": 75.0, "upper_quartile": 85.0, "last_year_start": None, "last_year_score": None}
    return next(pd.DataFrame([known | more]).itertuples(index=False))


def table_of(row: Any) -> str:
    return change_table.of_scores([row], CALENDAR, "median_score", lambda _: "")


def test_a_change_over_the_year_or_the_scheme_is_marked(chinese: None) -> None:
    shown = table_of(scored("2026-02", pop_change=-1.5, is_pop_over_year=True, is_pop_over_scheme=True))
    assert "▼ −1.50" in shown
    assert "跨年" in shown
    assert "方案不同" in shown


def test_a_missing_comparison_says_why(chinese: None) -> None:
    assert "没有可比的得分" in table_of(scored("2026-06"))


def valued(**more: Any) -> Any:
    when = datetime(2026, 3, 1)
    known = {"period_start": when, "year_start": datetime(2026, 1, 1), "state": None, "measure": 5.0, "increment": None}
    known |= {"month_span": 1, "value_count": 3, "assigned_count": 4, "is_pop_span_unequal": False}
    for stem in ("pop", "yoy", "increment_pop", "increment_yoy"):
        known |= {f"{stem}_change": None, f"{stem}_rate": None}
    return next(pd.DataFrame([known | more]).itertuples(index=False))


def test_without_a_positive_base_the_percentage_is_a_dash_with_its_reason(chinese: None) -> None:
    shown = change_table.of_indicator([valued(yoy_change=10.0)], CALENDAR, "万元", True, lambda _: "")
    assert "▲ +10" in shown
    assert "title='基数不大于 0，不计算百分比'>—" in shown


def test_a_month_is_not_compared_with_january_and_february_together(chinese: None) -> None:
    shown = change_table.of_indicator(
        [valued(increment=3.0, is_pop_span_unequal=True)], CALENDAR, "万元", True, lambda _: ""
    )
    assert "1—2月合并为一期、含两个月，不与单月比较" in shown


def test_a_unit_that_is_late_says_so_instead_of_zero(chinese: None) -> None:
    shown = change_table.of_indicator([valued(measure=None, state="LATE")], CALENDAR, "%", False, lambda _: "")
    assert "迟报" in shown
    assert "本期没有数值" in shown, "why nothing compares"
    assert ">0" not in shown


def test_long_tables_fold_their_older_rows(chinese: None) -> None:
    rows = [scored(f"20{year}-{month:02}") for year in (24, 25) for month in range(2, 13)]
    shown = change_table.of_scores(rows, CALENDAR, "median_score", lambda _: "")
    assert "更早的 9 期" in shown
    assert shown.index("2025年12月") < shown.index("2024年12月")


def test_bars_stand_on_zero_and_last_year_is_beside() -> None:
    figure = season.bars(Season(["2月", "3月"], Line("2026年", [5.0, -1.0]), Line("2025年", [4.0, 4.0])), SCREEN)
    assert [list(trace.y) for trace in figure.data] == [[4.0, 4.0], [5.0, -1.0]]
    assert figure.layout.yaxis.rangemode == "tozero"


def test_panels_share_a_scale_that_cuts_nothing() -> None:
    def panel(name: str, middle: list[float], low: float) -> panels.Panel:
        lower = [low, *(value - 2 for value in middle[1:])]
        return panels.Panel(name, "/trends", middle, lower, [v + 2 for v in middle], [], "", "2024年6月", "2026年6月")

    many = [panel("<b>", [88.0] * 24, 10.0), panel("乙", [91.0] * 24, 89.0)]
    low, high = panels.scale(many)
    assert (low, high) == (10.0, 93.0)
    shown = panels.html(many, low, high)
    assert "&lt;b&gt;" in shown
    assert "<b><b>" not in shown
