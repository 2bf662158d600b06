"""The states of a value, from what a cell of the sheet says, and what a cell carries on (domain.md section 3).

One county from February to May 2026 and in February 2027; from May on scheme 二 holds. Every indicator is a standard
line at 100 with one percent a point, so that 80 is a share of 0.8.
"""

from datetime import date

import pytest

from tests.rules.conftest import NewCounty
from tests.rules.small_county import County, curve

FEBRUARY, MARCH, APRIL, MAY, NEXT_YEAR = "2026-02", "2026-03", "2026-04", "2026-05", "2027-02"
UNITS = """
乡: 甲 乙 丙 丁 戊
局: 己
"""
SCHEMES = """
scheme_id effective_month missing_table_is
一        2025-01         NOT_DUE
二        2026-05         LATE
"""
INDICATORS = """
indicator_id measure_unit source frequency due_month basis value_kind direction allows_no_case
月报   % 财政 monthly   . point      rate   higher false
季报   % 统计 quarterly . point      rate   higher false
季报二 % 统计 quarterly . point      rate   higher false
信访   % 信访 monthly   . monthly    rate   higher true
建议   % 信访 monthly   . monthly    rate   higher true
缺表   % 住建 monthly   . point      rate   higher false
曲线   元 发改 monthly   . cumulative amount higher false
年评   % 组织 annual    4 annual     rate   higher false
"""
RULES = """
scheme_id unit_type indicator_id weight function      line slope no_case_as
一        乡        月报         20     standard_line 100  0.01  .
一        乡        季报         20     standard_line 100  0.01  .
一        乡        季报二       20     standard_line 100  0.01  .
一        乡        信访         5      standard_line 100  0.01  not_applicable
一        乡        建议         5      standard_line 100  0.01  full
一        乡        缺表         10     standard_line 100  0.01  .
一        乡        年评         10     standard_line 100  0.01  .
一        乡        曲线         10     completion    .    .     .
二        乡        月报         20     standard_line 100  0.01  .
二        乡        季报二       30     standard_line 100  0.01  .
二        乡        信访         5      standard_line 100  0.01  not_applicable
二        乡        建议         5      standard_line 100  0.01  full
二        乡        缺表         5      standard_line 100  0.01  .
二        乡        年评         10     standard_line 100  0.01  .
二        乡        曲线         5      completion    .    .     .
一        局        月报         20     standard_line 100  0.01  .
二        局        月报         20     standard_line 100  0.01  .

scheme_id unit_type indicator_id weight function       good_value bad_value
二        乡        季报         20     efficacy_fixed 100        60
"""
NOT_ASSIGNED = """
unit_id indicator_id is_assigned
戊      月报         false
乙      曲线         false
丙      曲线         false
丁      曲线         false
戊      曲线         false
"""
CURVE = curve("曲线", "0 0 0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 1")


@pytest.fixture(scope="module")
def county(new_county: NewCounty) -> County:
    """The county with its five months; April came in twice, February before its due day (the 18th of March)."""
    made = new_county(
        UNITS,
        scheme=SCHEMES,
        indicator=INDICATORS,
        rule=RULES,
        rule_override=NOT_ASSIGNED,
        plan_curve=CURVE,
        target="unit_id indicator_id value\n甲 曲线 100",
    )
    february = """
        单位 月报  信访 建议
        甲   80    无   无
        乙   .     100  100
        丙   0     100  100
        丁   持平  100  100
        戊   不适用 100 100
    """
    made.hand_in(FEBRUARY, received_on=date(2026, 3, 10), results=february)
    march = """
        单位 月报               季报   季报二 缺表 曲线
        甲   80                 80     50     90   10
        乙   .                  .      50     90   .
        丙   △3.2               60     50     90   .
        丁   0.0900000762939453 未到期 50     90   .
        戊   .                  70     50     90   .
        己   95                 .      .      .    .
    """
    made.hand_in(MARCH, results=march)
    made.hand_in(APRIL, results="单位 月报 曲线 年评\n甲 80 10 90\n乙 . . 90\n丙 70 . 90\n丁 . . 90\n己 95 . .")
    made.hand_in(APRIL, results="单位 月报\n甲 80\n乙 90\n丙 退回\n丁 退回更正\n己 95")
    made.hand_in(MAY, results="单位 月报\n甲 未到期\n乙 迟报\n丙 70\n丁 70\n己 95")
    made.hand_in(NEXT_YEAR, results="单位 月报\n甲 未到期\n乙 70\n丙 70\n丁 70\n己 95")
    return made


def state(county: County, month: str, unit: str, indicator: str) -> tuple[str, str]:
    """A cell's state and share."""
    return county.cell(month, unit, indicator)["state"], county.share(month, unit, indicator)


# What a cell says


def test_a_number_is_a_value(county: County) -> None:
    assert state(county, FEBRUARY, "甲", "月报") == ("VALUE", "0.8000")


def test_zero_is_a_real_zero(county: County) -> None:
    assert state(county, FEBRUARY, "丙", "月报") == ("ZERO", "0.0000")


def test_unchanged_means_zero(county: County) -> None:
    assert state(county, FEBRUARY, "丁", "月报") == ("ZERO", "0.0000")


def test_a_triangle_is_a_minus(county: County) -> None:
    assert county.cell(MARCH, "丙", "月报")["value"] == -3.2


def test_values_are_rounded_to_six_decimals(county: County) -> None:
    assert county.cell(MARCH, "丁", "月报")["value"] == 0.09


def test_an_indicator_not_assigned_is_not_applicable(county: County) -> None:
    assert state(county, FEBRUARY, "戊", "月报") == ("NA_BY_RULE", "—")


def test_an_empty_cell_of_an_indicator_not_assigned_is_not_late(county: County) -> None:
    assert state(county, MARCH, "戊", "月报") == ("NA_BY_RULE", "—")


def test_no_case_is_not_applicable_by_default(county: County) -> None:
    assert state(county, FEBRUARY, "甲", "信访") == ("NO_CASE", "—")


def test_no_case_is_full_where_the_rule_says_so(county: County) -> None:
    assert state(county, FEBRUARY, "甲", "建议") == ("NO_CASE", "1.0000")


def test_not_due_can_be_stated(county: County) -> None:
    assert state(county, MARCH, "丁", "季报") == ("NOT_DUE", "—")


def test_late_can_be_stated(county: County) -> None:
    assert state(county, MAY, "乙", "月报") == ("LATE", "0.0000")


def test_a_value_before_the_plan_begins_is_not_due(county: County) -> None:
    assert state(county, MARCH, "甲", "曲线") == ("NOT_DUE", "—")


def test_a_value_counts_once_the_plan_has_begun(county: County) -> None:
    assert state(county, APRIL, "甲", "曲线") == ("VALUE", "1.0000")


# Blank cells and missing tables


def test_a_blank_cell_before_the_due_day_is_not_due(county: County) -> None:
    assert state(county, FEBRUARY, "乙", "月报") == ("NOT_DUE", "—")


def test_a_blank_cell_after_the_due_day_is_late(county: County) -> None:
    assert state(county, MARCH, "乙", "月报") == ("LATE", "0.0000")


def test_a_late_value_is_replaced_when_it_arrives(county: County) -> None:
    assert state(county, APRIL, "乙", "月报") == ("VALUE", "0.9000")


def test_a_table_missing_whole_is_not_due(county: County) -> None:
    assert county.cell(FEBRUARY, "甲", "缺表")["state"] == "NOT_DUE"


def test_a_table_missing_whole_is_late_where_the_scheme_says_so(county: County) -> None:
    assert state(county, MAY, "甲", "缺表") == ("LATE", "0.0000")


def test_a_quarterly_indicator_is_not_due_between_quarter_ends(county: County) -> None:
    assert state(county, FEBRUARY, "甲", "季报") == ("NOT_DUE", "—")


def test_an_annual_indicator_is_not_due_before_its_month(county: County) -> None:
    assert state(county, MARCH, "甲", "年评") == ("NOT_DUE", "—")
    assert state(county, APRIL, "甲", "年评") == ("VALUE", "0.9000")


def test_what_is_not_due_stays_outside_the_weights(county: County) -> None:
    assert f"{county.result(FEBRUARY, '甲')['base']:.2f}" == "84.00"


# Returned values


def test_a_returned_value_keeps_the_earlier_one_and_is_marked(county: County) -> None:
    assert state(county, APRIL, "丙", "月报") == ("REJECTED", "0.7000")
    assert not county.result(APRIL, "丙")["has_late"]


def test_a_returned_value_without_an_earlier_one_scores_like_late(county: County) -> None:
    assert state(county, APRIL, "丁", "月报") == ("REJECTED", "0.0000")
    assert county.result(APRIL, "丁")["has_late"]


def test_a_late_unit_makes_its_whole_type_provisional_and_no_other(county: County) -> None:
    assert county.column(APRIL, "is_provisional", "乡") == [True] * 5
    assert county.column(APRIL, "is_provisional", "局") == [False]


# Carry


def test_a_quarterly_share_is_carried_into_the_next_months(county: County) -> None:
    assert state(county, APRIL, "甲", "季报") == ("NOT_DUE", "0.8000")
    assert f"{county.cell(APRIL, '甲', '季报')['carried_from']:%Y-%m}" == MARCH


def test_a_carried_late_shows_as_late(county: County) -> None:
    assert state(county, APRIL, "乙", "季报") == ("LATE", "0.0000")


def test_a_quarterly_cell_stated_as_not_due_has_nothing_to_carry(county: County) -> None:
    assert state(county, APRIL, "丁", "季报") == ("NOT_DUE", "—")


def test_a_missing_table_carries_its_last_month(county: County) -> None:
    assert state(county, APRIL, "甲", "缺表") == ("NOT_DUE", "0.9000")


def test_a_monthly_cell_stated_as_not_due_carries_its_last_month(county: County) -> None:
    assert state(county, MAY, "甲", "月报") == ("NOT_DUE", "0.8000")


def test_the_share_is_carried_with_the_weight_of_the_current_month(county: County) -> None:
    assert county.points(APRIL, "甲", "季报二") == "10.0000"
    assert county.points(MAY, "甲", "季报二") == "15.0000"


def test_nothing_is_carried_from_a_changed_function(county: County) -> None:
    assert state(county, MAY, "甲", "季报") == ("NOT_DUE", "—")


def test_nothing_is_carried_over_the_border_of_the_year(county: County) -> None:
    assert state(county, NEXT_YEAR, "甲", "月报") == ("NOT_DUE", "—")
    assert state(county, NEXT_YEAR, "甲", "季报二") == ("NOT_DUE", "—")


# What is asked about


@pytest.mark.parametrize(
    ("sheet", "place"),
    [
        ("单位 月报\n甲 无", "B2"),
        ("单位 月报\n甲 不适用", "B2"),
        ("单位 月报\n戊 80", "B2"),
        ("单位 月报\n甲 约八十", "B2"),
    ],
    ids=["no case not allowed", "assigned but not applicable", "not assigned but a number", "other text"],
)
def test_a_cell_that_says_nothing_allowed_is_asked_about(county: County, sheet: str, place: str) -> None:
    problems = county.preview(MAY, results=sheet).problems
    assert [(problem.sheet, problem.cell) for problem in problems] == [("指标", place)]
