"""Completion as it is shown (domain.md section 5): what stands against each function's plan, target or line.

The functions county in June 2026 (m = 6, half of the plan), and a small county for lights, carried values and spans.
"""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from assessment import labels
from assessment.reports import completion
from tests.rules.conftest import NewCounty
from tests.rules.small_county import County, curve

JUNE = date(2026, 6, 1)
UNITS = "乡: 甲 乙 丙 丁"
INDICATORS = """
indicator_id measure_unit source frequency basis value_kind direction
资金   万元 财政 monthly   cumulative amount higher
企业   户   统计 quarterly cumulative count  higher
事故   起   统计 monthly   cumulative count  lower
办结   %    统计 monthly   monthly    rate   higher
覆盖   %    统计 monthly   point      rate   higher
增速   %    统计 monthly   cumulative rate   higher
"""
RULES = """
unit_type indicator_id weight function      line per_case
乡        资金         20     completion    .    .
乡        企业         20     completion    .    .
乡        事故         10     deduct        .    2
乡        办结         20     standard_line 95   .
乡        覆盖         10     standard_line 80   .
乡        增速         20     growth_gap    .    .
"""
TARGETS = """
单位 资金 企业 增速
甲   1200 4    5
乙   1200 4    5
丙   1200 4    5
丁   1200 0    5
"""
MONTHS = {
    "2026-02": """
        单位 资金 事故 办结 覆盖 增速
        甲   100  0    90   60   4
        乙   0    1    100  70   4
        丙   -5   0    95   70   4
        丁   200  0    95   70   4
    """,
    "2026-03": """
        单位 资金 企业 事故 办结 覆盖 增速
        甲   300  1    0    96   70   5
        乙   60   0    1    100  70   5
        丙   180  2    2    95   70   6
        丁   .    .    0    95   70   5
    """,
    "2026-04": """
        单位 资金 事故 办结 覆盖 增速
        甲   280  1    98   75   6
        乙   400  1    100  85   5
        丙   240  2    .    70   4
        丁   300  0    95   70   5
    """,
    "2026-05": """
        单位 资金   事故 办结 覆盖 增速
        甲   500    1    94   81   6
        乙   340    1    100  79   5
        丙   130    4    95   70   4
        丁   139.99 0    95   70   5
    """,
}


@pytest.fixture(scope="module", name="county")
def small_county(new_county: NewCounty) -> County:
    county = new_county(UNITS, indicator=INDICATORS, rule=RULES)
    for month, results in MONTHS.items():
        county.hand_in(month, results=results, targets=TARGETS)
    return county


def units(county: County, kind: str, indicator: str, month: date = JUNE) -> dict[str, dict[str, Any]]:
    """Rows of the drill by unit."""
    rows = completion.completion_units(county.store, month, kind, indicator)
    return {row["unit_id"]: row for row in records(rows)}


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as mappings, None for no value."""
    return [
        {name: None if labels.is_missing(value) else value for name, value in row.items()}
        for row in rows.to_dict("records")
    ]


def column(rows: dict[str, dict[str, Any]], name: str) -> dict[str, Any]:
    return {unit: row[name] for unit, row in rows.items()}


def test_completion_stands_against_the_planned_part_of_its_target(functions_county: County) -> None:
    found = units(functions_county, "完成", "收入")["完甲"]
    assert (found["value"], found["goal_value"], found["target_value"]) == (1560, 1400, 2800)
    assert found["measure"] == pytest.approx(1560 / 1400)
    assert found["annual_rate"] == pytest.approx(1560 / 2800)
    assert (found["is_on_plan"], found["lag"], found["light"]) == (True, -5.71, "green")


def test_an_inner_completion_is_what_a_blend_shows(functions_county: County) -> None:
    found = units(functions_county, "混合", "相对资金")["混甲"]
    assert (found["measure_function"], found["measure"], found["light"]) == ("completion", 0.8, "yellow")


def test_a_growth_rate_shows_points_to_its_target_even_below_zero(functions_county: County) -> None:
    assert column(units(functions_county, "增速", "固投"), "measure") == pytest.approx(
        {"增甲": 2.4, "增乙": -11, "增丙": 1, "增丁": 22, "增戊": -28}
    )
    assert units(functions_county, "增速", "发案")["增乙"]["measure"] == -4  # lower is better: 1 against -3


def test_a_line_by_plan_and_a_unit_s_own_line_count(functions_county: County) -> None:
    assert column(units(functions_county, "达标", "进度"), "measure") == {"达甲": -4, "达乙": 0, "达丙": 10}
    assert column(units(functions_county, "达标", "进度"), "is_on_plan") == {"达甲": False, "达乙": True, "达丙": True}
    assert units(functions_county, "达标", "办结率")["达丙"]["goal_value"] == 90


def test_a_fixed_good_value_shows_the_distance_to_it(functions_county: County) -> None:
    found = units(functions_county, "功效", "颗粒物")
    assert column(found, "measure") == {"功甲": -12, "功乙": -17, "功丙": -30, "功丁": 13}
    assert [unit for unit, row in found.items() if row["is_on_plan"]] == ["功丁"]


def test_a_relative_function_shows_value_and_place_and_has_no_goal(functions_county: County) -> None:
    found = units(functions_county, "极差", "到位资金")
    assert column(found, "place") == {"极甲": 1, "极乙": 2, "极丙": 3, "极丁": 4, "极戊": 4}
    assert {row["is_on_plan"] for row in found.values()} == {None}


def test_cases_marks_and_milestones_show_what_they_count(functions_county: County) -> None:
    assert column(units(functions_county, "扣分", "案件"), "measure")["扣甲"] == 3
    assert units(functions_county, "评议", "评价")["评甲"]["measure"] == pytest.approx(0.86)
    milestones = units(functions_county, "节点", "改革")
    assert column(milestones, "measure") == {"节甲": 0.5, "节乙": 0, "节丙": 1, "节丁": 0.5}
    assert [unit for unit, row in milestones.items() if row["is_on_plan"]] == ["节丙"]  # 节丁 was late with one


@pytest.mark.parametrize(
    ("month", "unit", "lag", "light"),
    [
        ("2026-02", "甲", 8.34, "green"),  # P = 16.67 %, 100 of 1200
        ("2026-02", "乙", 16.67, "red"),  # nothing done while less than 30 % is planned
        ("2026-02", "丙", 17.08, "red"),  # less than nothing is nothing
        ("2026-05", "丙", 30.83, "red"),
        ("2026-05", "丁", 30.0, "yellow"),  # 30.0008 is 30.00 at two decimals, not over 30
        ("2026-05", "乙", 13.33, "yellow"),
        ("2026-05", "甲", 0.0, "green"),
    ],
)
def test_lights_of_a_lag(county: County, month: str, unit: str, lag: float, light: str) -> None:
    found = units(county, "乡", "资金", date.fromisoformat(f"{month}-01"))[unit]
    assert (found["lag"], found["light"]) == (pytest.approx(lag, abs=0.011), light)


def test_a_carried_value_stands_against_its_own_month_s_plan(county: County) -> None:
    found = units(county, "乡", "企业", date(2026, 5, 1))
    assert found["甲"]["as_of_month"].date() == date(2026, 3, 1)
    assert (found["甲"]["measure"], found["甲"]["light"]) == (1.0, "green")  # 1 of 4 by March, not behind in May
    assert (found["丁"]["state"], found["丁"]["measure"]) == ("NA_BY_RULE", None)  # target 0


def test_late_is_no_number_and_does_not_enter_the_median(county: County) -> None:
    march = types(county, date(2026, 3, 1))["资金"]
    assert (march["value_count"], march["unit_count"], march["late_count"]) == (3, 4, 1)
    assert march["median_measure"] == pytest.approx(180 / 300)
    assert (march["value_sum"], march["target_sum"]) == (540, 3600)


def test_a_type_is_behind_by_the_light_of_its_median_or_with_most_units_under_the_line(county: County) -> None:
    may = types(county, date(2026, 5, 1))
    assert (may["资金"]["median_lag"], may["资金"]["light"], may["资金"]["is_behind"]) == (21.67, "yellow", True)
    assert (may["办结"]["on_plan_count"], may["办结"]["goal_count"], may["办结"]["is_behind"]) == (3, 4, False)
    assert (may["覆盖"]["on_plan_count"], may["覆盖"]["goal_count"], may["覆盖"]["is_behind"]) == (1, 4, True)


def types(county: County, month: date) -> dict[str, dict[str, Any]]:
    """How the one type stands, by indicator."""
    return {row["indicator_id"]: row for row in records(completion.completion_types(county.store, month))}


def span(county: County, indicator: str, month: date, unit: str) -> dict[str, Any]:
    """Value, plan and measure of one unit by span."""
    rows = completion.completion_spans(county.store, month, "乡", indicator)
    own = records(rows[rows["unit_id"] == unit])
    return {row["span"]: (row["value"], row["goal_value"], row["measure"]) for row in own}


def test_a_cumulative_indicator_is_cut_into_month_quarter_and_year(county: County) -> None:
    assert span(county, "资金", date(2026, 5, 1), "甲") == {
        "month": (220, pytest.approx(100), pytest.approx(2.2)),
        "quarter": (200, pytest.approx(200), pytest.approx(1.0)),
        "year": (500, pytest.approx(500), pytest.approx(1.0)),
    }


def test_the_first_period_is_its_cumulative_itself(county: County) -> None:
    assert span(county, "资金", date(2026, 2, 1), "甲")["month"] == (100, pytest.approx(200), pytest.approx(0.5))


def test_a_falling_cumulative_gives_a_negative_month(county: County) -> None:
    assert span(county, "资金", date(2026, 4, 1), "甲")["month"] == (-20, pytest.approx(100), pytest.approx(-0.2))


def test_a_month_after_a_missing_one_has_no_value_of_its_own(county: County) -> None:
    found = span(county, "资金", date(2026, 4, 1), "丁")
    assert (found["month"][0], found["quarter"][0], found["year"][0]) == (None, None, 300)


def test_a_carried_quarter_s_value_is_in_the_year_only(county: County) -> None:
    found = span(county, "企业", date(2026, 5, 1), "甲")
    assert [found[name][0] for name in ("month", "quarter", "year")] == [None, None, 1]


def test_monthly_values_are_averaged_and_points_in_time_only_within_the_quarter(county: County) -> None:
    assert span(county, "办结", date(2026, 5, 1), "甲") == {
        "month": (94, 95, -1),
        "quarter": (96, 95, 1),
        "year": (94.5, 95, -0.5),
    }
    found = span(county, "覆盖", date(2026, 5, 1), "甲")
    assert [found[name][0] for name in ("month", "quarter", "year")] == [81, 78, 81]


def test_a_rate_since_january_is_never_cut_nor_averaged(county: County) -> None:
    found = span(county, "增速", date(2026, 5, 1), "甲")
    assert [found[name][0] for name in ("month", "quarter", "year")] == [6, 6, 6]


def test_cases_of_a_month_are_those_since_the_month_before(county: County) -> None:
    found = span(county, "事故", date(2026, 5, 1), "丙")
    assert [found[name][0] for name in ("month", "quarter", "year")] == [2, 2, 4]


def test_a_plan_curve_that_stands_still_leaves_the_month_without_a_rate(new_county: NewCounty) -> None:
    county = new_county(
        "乡: 甲",
        indicator="indicator_id measure_unit basis value_kind\n资金 万元 cumulative amount",
        rule="unit_type indicator_id weight function\n乡 资金 20 completion",
        plan_curve=curve("资金", "0 0.2 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 0.9 1"),
    )
    for month, value in (("2026-02", 10), ("2026-03", 15)):
        county.hand_in(month, results=f"单位 资金\n甲 {value}", targets="单位 资金\n甲 100")
    assert span(county, "资金", date(2026, 3, 1), "甲")["month"] == (5, 0, None)
