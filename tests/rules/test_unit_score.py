"""From cells to a unit's score: base, bonus and deductions (domain.md section 5), from workbooks of three months.

In March scheme 争先 pays for places, in April scheme 一 has the preset's numbers, from May on scheme 二 has others.
"""

import pytest

from tests.rules.conftest import NewCounty
from tests.rules.small_county import County

MARCH, APRIL, MAY, YEAR = "2026-03", "2026-04", "2026-05", "2026"
UNITS = """
乡: 甲 乙 丙 丁
季: 季甲
超: 超甲
位: 位甲 位乙 位丙 位丁 位戊
加: 加甲 加乙 加丙 加丁 加戊 加己 加庚 加辛
扣: 扣甲 扣乙 扣丙 扣丁 扣戊 扣己
查: 查甲
"""
SCHEMES = """
scheme_id effective_month bonus_needs_document late_table_points missing_table_points table_penalty_cap penalty_cap
争先      2025-01         true                 0.5               1                    3                 5
一        2026-04         true                 0.5               1                    3                 5
二        2026-05         false                0.25              2                    4                 4.5
"""
RANK_BONUS = """
scheme_id place points
争先      1     0.5
争先      2     0.3
争先      3     0.1
"""
INDICATORS = """
indicator_id measure_unit source basis   frequency value_kind direction allows_no_case measures_lateness
主项         %            甲源   monthly monthly   rate       higher    true           false
次项         %            乙源   monthly monthly   rate       higher    true           false
位分         %            丁源   monthly monthly   rate       higher    false          false
季项         %            丙源   point   quarterly rate       higher    false          false
迟报次数     次           考核办 monthly monthly   count      lower     false          true
"""
RULES = """
unit_type indicator_id weight function      line slope
乡        主项         60     standard_line 100  0.01
乡        次项         40     standard_line 100  0.01
季        得分         40     standard_line 100  0.01
季        季项         60     standard_line 100  0.01
位        位分         100    standard_line 100  0.01
加        得分         100    standard_line 100  0.01
扣        得分         100    standard_line 100  0.01
查        得分         90     standard_line 100  0.01

unit_type indicator_id weight function   per_case
超        收入         100    completion .
查        迟报次数     10     deduct     1
"""
KINDS = """
kind       effect        bonus_group points
国家级表彰 bonus         表彰        3
省级表彰   bonus         表彰        2
市级表彰   bonus         表彰        1
上级排名   bonus         排名        .
现场会承办 bonus         创新        1
创新推广   bonus         创新        1
其他加分   bonus         .           .
迟报       late_table    .           .
缺报       missing_table .           .
通报批评   penalty       .           2
其他扣分   penalty       .           .
"""
MARCH_EVENTS = """
单位 类别       事项 文号 分值
位甲 国家级表彰 平安 1号  .
位甲 上级排名   财政 2号  2
位丁 国家级表彰 法治 3号  .
"""
APRIL_RESULTS = """
单位 主项 次项
甲   90   80
乙   90   无
丙   无   80
丁   无   无

单位 得分
季甲 70
加甲 90
加乙 90
加丙 90
加丁 90
加戊 90
加己 90
加庚 90
加辛 90
扣甲 90
扣乙 90
扣丙 90
扣丁 90
扣戊 2
扣己 90
查甲 90

单位 收入
超甲 500

单位 迟报次数
查甲 0
"""
APRIL_EVENTS = """
单位 类别       事项   文号 次数 分值
超甲 省级表彰   卫生乡 9号  .    .
加甲 国家级表彰 文明   1号  .    .
加甲 省级表彰   文明   2号  .    .
加甲 市级表彰   平安   3号  .    .
加甲 现场会承办 春耕   4号  .    .
加甲 创新推广   河长   5号  .    .
加甲 创新推广   网格   6号  .    .
加甲 创新推广   积分   7号  .    .
加甲 上级排名   财政   .    .    3
加乙 市级表彰   文明   8号  .    .
加乙 国家级表彰 文明   9号  .    .
加乙 省级表彰   文明   10号 .    .
加丙 市级表彰   文明   .    .    .
加丁 创新推广   河长   11号 .    .
加丁 创新推广   网格   12号 .    .
加丁 现场会承办 春耕   13号 .    .
加戊 国家级表彰 文明   14号 .    .
加戊 上级排名   财政   15号 .    3
加己 省级表彰   文明   16号 .    .
加庚 市级表彰   文明   17号 5    .
加辛 其他加分   抗洪   18号 .    4
扣甲 迟报       月报   .    1    .
扣乙 缺报       月报   .    1    .
扣丙 缺报       月报   .    2    .
扣丙 迟报       周报   .    4    .
扣丁 缺报       月报   .    4    .
扣丁 通报批评   环保   .    .    .
扣丁 其他扣分   会风   .    .    1.5
扣戊 通报批评   环保   .    2    .
扣己 通报批评   环保   .    2    .
查甲 缺报       月报   .    3    .
查甲 通报批评   环保   .    .    .
"""
MAY_EVENTS = """
单位 类别       事项 文号 次数
加丙 市级表彰   平安 .    .
加丁 创新推广   积分 19号 .
加己 国家级表彰 文明 20号 .
扣甲 迟报       月报 .    1
扣乙 缺报       月报 .    1
扣丙 缺报       月报 .    3
扣丁 缺报       月报 .    3
扣丁 通报批评   环保 .    .
"""


@pytest.fixture(scope="module")
def county(new_county: NewCounty) -> County:
    """The county with its three months."""
    made = new_county(
        UNITS,
        scheme=SCHEMES,
        indicator=INDICATORS,
        rule=RULES,
        rank_bonus=RANK_BONUS,
        event_kind=KINDS,
        target="unit_id indicator_id value\n超甲 收入 1200",
    )
    march = "单位 位分\n位甲 90\n位乙 80\n位丙 80\n位丁 79\n位戊 60"
    made.hand_in(MARCH, results=march, events=MARCH_EVENTS)
    made.hand_in(APRIL, results=APRIL_RESULTS, events=APRIL_EVENTS)
    made.hand_in(MAY, events=MAY_EVENTS)
    return made


def bonus(county: County, period: str, unit: str) -> str:
    """A unit's bonus at 2 decimals."""
    return f"{county.result(period, unit)['bonus_points']:.2f}"


def deduction(county: County, period: str, unit: str) -> str:
    """A unit's deductions at 2 decimals."""
    return f"{county.result(period, unit)['penalty_points']:.2f}"


def score(county: County, period: str, unit: str) -> str:
    """A unit's score at 2 decimals."""
    return f"{county.result(period, unit)['score']:.2f}"


# Base


def test_base_is_the_weighted_mean_of_the_shares(county: County) -> None:
    assert score(county, APRIL, "甲") == "86.00"


def test_what_does_not_apply_leaves_the_weights(county: County) -> None:
    assert score(county, APRIL, "乙") == "90.00"


def test_a_unit_with_sixty_percent_of_its_weight_is_ranked(county: County) -> None:
    assert (county.result(APRIL, "乙")["is_ranked"], county.result(APRIL, "乙")["rank_in_type"]) == (True, 1)


def test_a_unit_with_less_is_listed_but_not_ranked_and_not_counted(county: County) -> None:
    row = county.result(APRIL, "丙")
    assert (f"{row['score']:.2f}", row["is_ranked"], row["rank_in_type"], row["tier"]) == ("80.00", False, None, None)
    assert row["unit_count"] == 2


def test_a_unit_without_any_applicable_weight_has_no_score(county: County) -> None:
    assert (county.result(APRIL, "丁")["score"], county.result(APRIL, "丁")["is_ranked"]) == (None, False)


def test_weight_that_is_not_due_counts_neither_as_due_nor_as_missing(county: County) -> None:
    assert (score(county, APRIL, "季甲"), county.result(APRIL, "季甲")["is_ranked"]) == ("70.00", True)


def test_a_score_may_exceed_one_hundred(county: County) -> None:
    assert score(county, APRIL, "超甲") == "112.00"


# Bonus


def test_the_bonus_line_of_the_golden_examples(county: County) -> None:
    assert bonus(county, APRIL, "加甲") == "5.00"


def test_an_event_counts_once_at_its_highest_level(county: County) -> None:
    assert bonus(county, APRIL, "加乙") == "3.00"


def test_a_bonus_without_document_counts_nothing(county: County) -> None:
    assert bonus(county, APRIL, "加丙") == "0.00"


def test_a_bonus_without_document_counts_where_the_scheme_asks_for_none(county: County) -> None:
    assert bonus(county, MAY, "加丙") == "1.00"


def test_on_site_meetings_and_innovations_share_one_cap(county: County) -> None:
    assert bonus(county, APRIL, "加丁") == "2.00"


def test_all_groups_together_are_capped_at_five(county: County) -> None:
    assert bonus(county, APRIL, "加戊") == "5.00"


def test_a_bonus_is_not_multiplied_by_its_count(county: County) -> None:
    assert bonus(county, APRIL, "加庚") == "1.00"


def test_a_bonus_outside_the_groups_has_no_cap_but_the_whole(county: County) -> None:
    assert bonus(county, APRIL, "加辛") == "4.00"


def test_an_event_recognised_again_in_a_later_month_counts_nothing_there(county: County) -> None:
    assert (bonus(county, APRIL, "加己"), bonus(county, MAY, "加己")) == ("2.00", "0.00")


def test_the_year_counts_an_event_once_at_its_highest_level(county: County) -> None:
    assert bonus(county, YEAR, "加己") == "3.00"


def test_the_caps_apply_to_each_month_and_separately_to_the_years_own_sum(county: County) -> None:
    found = [bonus(county, period, "加丁") for period in (APRIL, MAY, YEAR)]
    assert found == ["2.00", "1.00", "2.00"]


def test_a_bonus_raises_the_score_by_its_points(county: County) -> None:
    assert score(county, APRIL, "加乙") == "93.00"


# Bonus by place (preset P2)


def test_places_are_paid_and_tied_units_share_the_mean(county: County) -> None:
    found = [bonus(county, MARCH, unit) for unit in ("位乙", "位丙", "位戊")]
    assert found == ["0.20", "0.20", "0.00"]


def test_the_place_bonus_stands_outside_the_groups_but_inside_the_whole_cap(county: County) -> None:
    assert bonus(county, MARCH, "位甲") == "5.00"


def test_places_are_those_of_the_base_not_of_the_score(county: County) -> None:
    assert (score(county, MARCH, "位丁"), bonus(county, MARCH, "位丁")) == ("82.00", "3.00")
    assert score(county, MARCH, "位乙") == "80.20"


def test_the_years_bonus_holds_the_place_bonuses_of_its_months(county: County) -> None:
    assert bonus(county, YEAR, "位乙") == "0.20"


# Deductions


@pytest.mark.parametrize(
    ("unit", "in_april", "in_may"),
    [("扣甲", "0.50", "0.25"), ("扣乙", "1.00", "2.00"), ("扣丙", "3.00", "4.00"), ("扣丁", "5.00", "4.50")],
    ids=["table late", "table missing at the freeze", "cap of tables", "cap of all"],
)
def test_deductions_follow_the_points_and_caps_of_the_scheme(
    county: County, unit: str, in_april: str, in_may: str
) -> None:
    assert (deduction(county, APRIL, unit), deduction(county, MAY, unit)) == (in_april, in_may)


def test_a_deduction_is_multiplied_by_its_count(county: County) -> None:
    assert (deduction(county, APRIL, "扣己"), score(county, APRIL, "扣己")) == ("4.00", "86.00")


def test_a_score_never_falls_below_zero(county: County) -> None:
    assert (deduction(county, APRIL, "扣戊"), score(county, APRIL, "扣戊")) == ("4.00", "0.00")


def test_tables_cost_nothing_where_an_indicator_measures_lateness(county: County) -> None:
    assert deduction(county, APRIL, "查甲") == "2.00"


def test_the_years_deductions_are_the_sum_of_its_months(county: County) -> None:
    assert deduction(county, YEAR, "扣甲") == "0.75"
