"""The sentences over trends, from rows written by hand: one, many, ties, runs, gaps, no period before."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pandas as pd
import pytest

from assessment import i18n
from assessment.findings import changes, trends
from assessment.findings.moments import Calendar
from assessment.periods import Period

CALENDAR = Calendar()
JUNE = Period.parse("2026-06")


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    with i18n.speaking("zh"):
        yield


def start(code: str) -> datetime:
    year, month = code.split("-")
    return datetime(int(year), int(month), 1)


def row(
    code: str, median: float | None, pop: float | None = None, yoy: float | None = None, **more: Any
) -> dict[str, Any]:
    when = start(code)
    before = when.replace(year=when.year - 1, month=12) if when.month == 2 else when.replace(month=when.month - 1)
    return {
        "unit_type": "A", "type_name": "乡镇", "type_name_en": "Townships", "period_kind": "month",
        "period_start": when, "previous_start": before, "year_start": when.replace(month=1),
        "median_score": median, "pop_change": pop, "yoy_change": yoy, **more,
    }  # fmt: skip


def median_line(*rows: dict[str, Any], period: Period = JUNE) -> str:
    return trends.score_line("A 乡镇", pd.DataFrame(list(rows)), period, CALENDAR, "median_score")


def test_a_median_with_month_before_last_year_and_run() -> None:
    rows = [row("2026-03", 84), row("2026-04", 84.5, 0.5), row("2026-05", 85.2, 0.7), row("2026-06", 86.4, 1.2, 3.5)]
    assert median_line(*rows) == ("A 乡镇中位分6月 86.40 分，较5月 +1.20 分，较去年同期 +3.50 分，连续 3 个月上升")


def test_the_first_month_has_nothing_to_compare_with() -> None:
    assert median_line(row("2026-06", 86.4)) == "A 乡镇中位分6月 86.40 分"


def test_a_missing_month_ends_a_run() -> None:
    rows = [row("2026-03", 84, 1), row("2026-05", 85, None), row("2026-06", 86, 1)]
    frame = pd.DataFrame(rows)
    assert trends.run_length(frame, next(frame.tail(1).itertuples(index=False))) == 1


def test_a_run_goes_over_the_years_border_from_february_to_december() -> None:
    frame = pd.DataFrame([row("2025-12", 84, -1), row("2026-02", 83, -1)])
    last = next(frame.tail(1).itertuples(index=False))
    assert trends.run_length(frame, last) == -2
    said = trends.score_line("A 乡镇", frame, Period.parse("2026-02"), CALENDAR, "median_score")
    assert said == "A 乡镇中位分1—2月 83.00 分，较2025年12月 −1.00 分，连续 2 个月下降"


def test_a_change_written_as_zero_is_no_direction() -> None:
    assert changes.direction(0.004) == 0
    assert median_line(row("2026-06", 86.4, 0.0)) == "A 乡镇中位分6月 86.40 分，较5月 0.00 分"


def test_no_score_is_said_so() -> None:
    assert median_line(row("2026-05", 80)) == "A 乡镇：2026年6月没有得分"
    assert median_line(row("2026-06", None)) == "A 乡镇：2026年6月没有得分"


def test_a_quarter_is_compared_with_quarters() -> None:
    quarter = {"period_kind": "quarter", "previous_start": start("2026-01")}
    rows = [row("2026-04", 99), row("2026-04", 88, 2, **quarter)]
    assert median_line(*rows, period=Period.parse("2026Q2")) == "A 乡镇中位分2季度 88.00 分，较1季度 +2.00 分"


def test_a_unit_stands_against_its_type() -> None:
    def said(gap: float | None) -> str:
        frame = pd.DataFrame([row("2026-06", 86, score=87.2, median_gap=gap)])
        return trends.score_line("甲镇", frame, JUNE, CALENDAR, "score")

    assert said(1.2) == "甲镇6月得分 87.20 分，高于本类中位分 1.20 分"
    assert said(-1.2).endswith("低于本类中位分 1.20 分")
    assert said(0).endswith("与本类中位分持平")
    assert said(None) == "甲镇6月得分 87.20 分"


def of_types(*changes_: float | None) -> str:
    rows = [
        row("2026-06", 80, change, unit_type=code, type_name=code)
        for code, change in zip("ABCDE", changes_, strict=False)
    ]
    return trends.types_line(pd.DataFrame(rows), JUNE, CALENDAR)


def test_several_types_name_the_steepest() -> None:
    assert of_types(2.3, -1.1, 0.5) == (
        "2026年6月：3 类中位分，2 类上升、1 类下降，A升幅最大（+2.30 分），B降幅最大（−1.10 分）"
    )
    assert of_types(1, 2) == "2026年6月：2 类中位分全部上升，B升幅最大（+2.00 分）"
    assert of_types(-1, -2) == "2026年6月：2 类中位分全部下降，B降幅最大（−2.00 分）"


def test_equal_climbs_are_named_together_and_many_are_not_named() -> None:
    assert "A、B升幅最大（+1.00 分）" in of_types(1, 1, -1)
    assert "升幅最大" not in of_types(1, 1, 1, 1)


def test_types_without_a_period_before() -> None:
    assert of_types(None, None) == "2026年6月：2 类各有中位分，尚无上期可比"
    rows = pd.DataFrame([row("2026-05", 80)])
    assert trends.types_line(rows, JUNE, CALENDAR) == "本期还没有结果"


def test_modules_name_the_steepest_and_the_lowest() -> None:
    def module(name: str, median: float | None, change: float | None) -> dict[str, Any]:
        return row("2026-06", median, change, module_id=name, module=name, module_en=name)

    def said(*rows: dict[str, Any]) -> str:
        return trends.modules_line("A 乡镇", pd.DataFrame(list(rows)), JUNE, CALENDAR)

    assert said(module("经济", 88, 3), module("党建", 70, -2)) == (
        "A 乡镇2026年6月各模块：经济升幅最大（+3.00 分），党建降幅最大（−2.00 分），最低的是党建（百分制 70.00 分）"
    )
    assert said(module("经济", 88, None)) == "A 乡镇2026年6月各模块"
    assert said(module("经济", None, None)) == "A 乡镇：2026年6月没有得分"


def indicator(**more: Any) -> Any:
    known = {"measure_unit": "万元", "has_value": True, "is_additive": True} | more
    return next(pd.DataFrame([known]).itertuples(index=False))


def values(**more: Any) -> pd.DataFrame:
    known = {"measure": 1560.0, "yoy_change": 160.0, "yoy_rate": 0.114286, "pop_change": None, "pop_rate": None}
    known |= {"increment": 260.0, "increment_pop_change": -40.0, "increment_pop_rate": -0.133333}
    return pd.DataFrame([row("2026-06", None) | known | more])


def test_a_cumulative_amount_against_the_same_months_and_the_month_alone() -> None:
    said = trends.indicator_line("甲镇收入", values(), indicator(), True, CALENDAR)
    assert said == ("甲镇收入1—6月 1,560 万元，较去年同期 +11.4%（+160 万元）；其中6月当月 260 万元，较5月 −13.3%")


def test_a_types_month_is_a_median_of_its_own() -> None:
    assert "；6月当月中位数 260 万元" in trends.indicator_line("A 乡镇收入", values(), indicator(), False, CALENDAR)


def test_without_a_positive_base_only_the_difference_is_said() -> None:
    said = trends.indicator_line("甲镇收入", values(yoy_rate=None), indicator(), True, CALENDAR)
    assert "较去年同期 +160 万元；" in said


def test_percentages_differ_in_percentage_points() -> None:
    rows = values(measure=93.2, pop_change=1.2, pop_rate=0.013, yoy_change=-0.5, yoy_rate=-0.005, increment=None)
    said = trends.indicator_line("A 乡镇办结率", rows, indicator(measure_unit="%", is_additive=False), False, CALENDAR)
    assert said == "A 乡镇办结率中位数6月 93.2%，较5月 +1.20 个百分点，较去年同期 −0.50 个百分点"


def test_an_indicator_without_a_value_says_so() -> None:
    assert trends.indicator_line("收入", values(measure=None), indicator(), False, CALENDAR) == "收入：尚无上报值"
