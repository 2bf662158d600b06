"""Months, quarters and years, who counts in them, and what changed between them (domain.md section 5).

得分 is worth its value up to 100, so that the sheet holds the wanted base; from June on scheme 二 holds, in which type
改 loses twice as much. The months from July to November have no data.
"""

import pytest

from assessment import reports
from assessment.errors import AssessmentError
from assessment.periods import Period
from tests.rules.conftest import NewCounty
from tests.rules.small_county import County, rows

UNITS = """
均: 均甲
末: 末甲
年: 年甲 年乙 年丙
基: 基甲
动: 动甲 动乙 动丙
入: 入甲 入乙 离甲 离乙 间甲
转: 转乙 转甲
改: 改甲
计: 计甲
"""
MEMBERSHIP = """
unit_id unit_type starts_on  ends_on
年乙    年        2026-03-01 .
入甲    入        2026-04-15 .
入乙    入        2026-04-16 .
离甲    入        2020-01-01 2026-05-30
离乙    入        2020-01-01 2026-05-31
间甲    入        2020-01-01 2026-04-10
间甲    入        2026-05-20 .
转甲    入        2020-01-01 2026-05-20
转甲    转        2026-05-21 .
"""
SCHEMES = """
scheme_id effective_month
一        2025-01
二        2026-06
"""
INDICATORS = """
indicator_id measure_unit source frequency basis      value_kind direction allows_no_case
得分         %            统计   monthly   cumulative rate       higher    true
季指         %            财政   quarterly point      rate       higher    false
其指         %            商务   monthly   monthly    rate       higher    false
月均指       %            发改   monthly   monthly    rate       higher    false
时点指       %            工信   monthly   point      rate       higher    false
累计指       %            农业   monthly   cumulative rate       higher    false
年度指       %            文旅   annual    annual     rate       higher    false
税收         元           税务   monthly   cumulative amount     higher    false
"""
RULES = """
unit_type indicator_id weight function      line slope
均        得分         100    standard_line 100  0.01
年        得分         100    standard_line 100  0.01
动        得分         100    standard_line 100  0.01
入        得分         100    standard_line 100  0.01
转        得分         100    standard_line 100  0.01
末        季指         20     standard_line 100  0.01
末        其指         80     standard_line 100  0.01
基        月均指       25     standard_line 100  0.01
基        时点指       25     standard_line 100  0.01
基        累计指       25     standard_line 100  0.01
基        年度指       25     standard_line 100  0.01

scheme_id unit_type indicator_id weight function      line slope
一        改        得分         100    standard_line 100  0.01
二        改        得分         100    standard_line 100  0.02

unit_type indicator_id weight function
计        税收         100    completion
"""
SCORES = """
单位 2026-02 2026-03 2026-04 2026-05 2026-06 2026-12 2027-02
均甲 90      90      93.004  93.004  93.013  90      90
年甲 50      50      91      91      92      94      90
年乙 .       50      91      91      92      94      90
年丙 50      50      91      91      92      94      90
动甲 90      90      90      80      90      90      70
动乙 80      80      80      95      80      80      80
动丙 70      70      70      70      无      70      90
入甲 .       .       90      90      90      90      90
入乙 .       .       .       85      85      85      85
离甲 80      80      80      .       .       .       .
离乙 80      80      80      80      .       .       .
间甲 80      80      .       .       80      80      80
转甲 95      95      95      95      95      95      95
转乙 90      90      90      90      90      90      90
改甲 90      90      90      90      90      90      90
"""
OTHERS = """
单位 month   季指 其指 月均指 时点指 累计指 年度指 税收
末甲 2026-02 .    100  .      .      .      .      .
末甲 2026-03 50   100  .      .      .      .      .
末甲 2026-04 .    100  .      .      .      .      .
末甲 2026-05 .    100  .      .      .      .      .
末甲 2026-06 100  100  .      .      .      .      .
末甲 2026-12 100  100  .      .      .      .      .
基甲 2026-02 .    .    60     10     10     .      .
基甲 2026-03 .    .    60     20     20     .      .
基甲 2026-04 .    .    60     30     30     .      .
基甲 2026-05 .    .    60     40     40     .      .
基甲 2026-06 .    .    60     70     50     .      .
基甲 2026-12 .    .    90     未到期 80     100    .
计甲 2026-02 .    .    .      .      .      .      20
"""
EVENTS = {
    "2026-04": "单位 类别 事项 文号\n年丙 国家级表彰 文明 1号\n年丙 迟报 月报 .",
    "2026-05": "单位 类别 事项 文号\n年丙 国家级表彰 平安 2号",
}


def sheet(month: str) -> str:
    """Sheet 指标 of a month: the scores, and the other indicators in a block a unit."""
    blocks = ["\n".join(["单位 得分", *(f"{row['单位']} {row[month]}" for row in rows(SCORES) if month in row)])]
    for row in rows(OTHERS):
        if row["month"] == month:
            given = {name: cell for name, cell in row.items() if name != "month"}
            blocks.append(f"{' '.join(given)}\n{' '.join(given.values())}")
    return "\n\n".join(blocks)


@pytest.fixture(scope="module")
def revisions() -> dict[str, int]:
    """The revision each month's workbook made."""
    return {}


@pytest.fixture(scope="module")
def county(new_county: NewCounty, revisions: dict[str, int]) -> County:
    """The county with its seven months."""
    made = new_county(
        UNITS,
        membership=MEMBERSHIP,
        scheme=SCHEMES,
        indicator=INDICATORS,
        rule=RULES,
        target="unit_id indicator_id value\n计甲 税收 120",
    )
    for month in ("2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-12", "2027-02"):
        events = {"events": EVENTS[month]} if month in EVENTS else {}
        revisions[month] = made.hand_in(month, results=sheet(month), **events).revision_id
    return made


def listed(county: County, period: str, kind: str) -> list[str]:
    """The units that the ranking of a period lists under a type."""
    frame = reports.rankings(county.store, Period.parse(period))
    return sorted(frame[frame["unit_type"] == kind]["unit"])


# Months


def test_january_has_no_period_of_its_own(county: County) -> None:
    with pytest.raises(AssessmentError, match="January and February are reported together"):
        county.preview("2026-01", results="单位 得分\n均甲 90")


def test_february_is_month_two_of_the_plan(county: County) -> None:
    assert county.cell("2026-02", "计甲", "税收")["plan_share"] == pytest.approx(1 / 6, abs=1e-12)
    assert county.scores("2026-02", "计") == ["100.00"]


def test_months_before_april_have_ranks_but_no_tiers(county: County) -> None:
    assert (county.column("2026-03", "rank_in_type", "动"), county.tiers("2026-03", "动")) == ([1, 2, 3], "———")
    assert county.tiers("2026-04", "动") == "优良一"


def test_a_unit_counts_from_the_month_it_joined_by_the_fifteenth(county: County) -> None:
    assert listed(county, "2026-04", "入") == ["入甲", "离乙", "离甲", "转甲"]


def test_a_unit_counts_while_it_is_a_member_on_the_last_day(county: County) -> None:
    assert listed(county, "2026-05", "入") == ["入乙", "入甲", "离乙"]


def test_a_unit_that_comes_back_after_the_fifteenth_counts_from_the_next_month(county: County) -> None:
    assert listed(county, "2026-06", "入") == ["入乙", "入甲", "间甲"]


def test_a_unit_counts_in_the_type_of_the_months_last_day(county: County) -> None:
    assert (listed(county, "2026-04", "转"), listed(county, "2026-05", "转")) == (["转乙"], ["转乙", "转甲"])


def test_a_month_follows_the_scheme_of_its_last_day(county: County) -> None:
    assert (county.scores("2026-05", "改"), county.scores("2026-06", "改")) == (["90.00"], ["80.00"])


def test_a_unit_that_does_not_count_is_refused_in_the_sheet(county: County) -> None:
    problems = county.preview("2026-04", results="单位 得分\n入乙 90").problems
    assert [(problem.sheet, problem.cell) for problem in problems] == [("指标", "A2")]


# Quarters


def test_a_quarter_is_the_mean_of_its_monthly_scores_as_published(county: County) -> None:
    assert county.scores("2026Q2", "均") == ["93.00"]


def test_a_quarterly_indicator_weighs_in_the_quarter_as_carried(county: County) -> None:
    assert county.scores("2026Q2", "末") == ["93.33"]


def test_the_score_with_quarter_end_shares_stands_beside(county: County) -> None:
    assert f"{county.result('2026Q2', '末甲')['quarter_end_base']:.2f}" == "100.00"


def test_the_first_quarter_is_february_and_march_and_has_no_tier(county: County) -> None:
    row = county.result("2026Q1", "动甲")
    assert (row["month_count"], row["is_ranked"], row["rank_in_type"], row["tier"]) == (2, True, 1, None)


def test_a_quarter_with_one_month_is_not_ranked(county: County) -> None:
    row = county.result("2026Q4", "动甲")
    assert (row["month_count"], row["is_ranked"], row["rank_in_type"], row["tier"]) == (1, False, None, None)


def test_a_quarter_lists_a_unit_in_its_last_type(county: County) -> None:
    assert listed(county, "2026Q2", "转") == ["转乙", "转甲"]


def test_a_unit_that_left_is_not_in_the_quarter(county: County) -> None:
    assert "离乙" not in listed(county, "2026Q2", "入")


def test_a_quarter_is_partial_until_its_last_month_is_in(county: County) -> None:
    assert county.result("2027Q1", "动甲")["is_partial"]
    assert not county.result("2026Q2", "动甲")["is_partial"]


# Years


def test_a_year_is_alpha_times_the_mean_of_tiered_months_and_the_rest_year_end(county: County) -> None:
    assert f"{county.result('2026', '年甲')['score']:.2f}" == "93.20"


def test_a_year_adds_its_bonus_capped_by_its_own_sum_and_takes_its_deductions(county: County) -> None:
    assert f"{county.result('2026', '年丙')['score']:.2f}" == "95.70"


def test_the_year_end_takes_each_indicator_by_its_basis(county: County) -> None:
    assert f"{county.result('2026', '基甲')['quarter_end_base']:.2f}" == "78.75"


def test_a_unit_with_fewer_than_six_months_has_no_rank_no_tier_and_is_outside_n(county: County) -> None:
    row = county.result("2026", "年乙")
    assert (row["month_count"], row["is_ranked"], row["rank_in_type"], row["tier"]) == (5, False, None, None)
    assert set(county.column("2026", "unit_count", "年")) == {2}


def test_a_year_uses_the_scheme_of_its_last_month(county: County) -> None:
    assert f"{county.result('2026', '改甲')['quarter_end_base']:.2f}" == "80.00"


def test_a_running_year_is_partial(county: County, revisions: dict[str, int]) -> None:
    frame = reports.rankings(county.store, Period.parse("2026"), revision_id=revisions["2026-06"]).set_index("unit")
    assert (f"{frame['score']['年甲']:.2f}", bool(frame["is_partial"]["年甲"])) == ("91.73", True)
    assert not county.result("2026", "年甲")["is_partial"]


def test_a_year_without_a_tiered_month_has_no_score_yet(county: County) -> None:
    assert (county.result("2027", "年甲")["score"], county.result("2027", "年甲")["is_partial"]) == (None, True)


# Changes


def test_a_rank_change_is_positive_upwards(county: County) -> None:
    assert county.column("2026-05", "rank_change", "动") == [-1, 1, 0]


def test_a_rank_change_needs_a_rank_on_both_sides(county: County) -> None:
    assert county.column("2026-06", "rank_change", "动") == [1, -1, None]


def test_a_rank_change_needs_the_same_type_on_both_sides(county: County) -> None:
    row = county.result("2026-05", "转甲")
    assert (row["rank_change"], row["score_change"], row["tier_shift"]) == (None, None, "not_comparable")


def test_the_period_before_is_that_of_the_calendar_not_the_last_with_data(county: County) -> None:
    assert county.column("2026-12", "previous_rank", "动") == [None] * 3


def test_the_period_before_february_is_december_over_the_years_border(county: County) -> None:
    assert county.column("2027-02", "rank_change", "动") == [-2, 0, 2]
    assert county.column("2027-02", "is_over_year", "动") == [True] * 3
    assert county.column("2026-05", "is_over_year", "动") == [False] * 3


def test_a_tier_shift_says_promoted_demoted_unchanged(county: County) -> None:
    assert county.column("2026-05", "tier_shift", "动") == ["demoted", "promoted", "unchanged"]


def test_the_first_tiered_period_says_first(county: County) -> None:
    assert county.column("2026-04", "tier_shift", "动") == ["first"] * 3
    assert county.column("2026Q2", "tier_shift", "动") == ["first"] * 3


def test_a_unit_that_was_not_there_before_is_new(county: County) -> None:
    assert county.result("2026-05", "入乙")["tier_shift"] == "new"


def test_a_unit_without_a_tier_is_not_comparable(county: County) -> None:
    assert county.result("2026-06", "动丙")["tier_shift"] == "not_comparable"
    assert county.column("2026-03", "tier_shift", "动") == ["not_comparable"] * 3


# A county whose years run from December to November


@pytest.fixture(scope="module")
def december_county(new_county: NewCounty) -> County:
    """December 2025 and January 2026 of a county with a January of its own and tiers from the first month on."""
    made = new_county(
        "计: 计甲 计乙",
        scheme="scheme_id year_start_month has_january_period first_tier_month\n方案 12 true 12",
        indicator=INDICATORS,
        rule="indicator_id weight function\n税收 100 completion",
        target="month unit_id indicator_id value\n2025-12 计甲 税收 120\n2025-12 计乙 税收 120",
    )
    made.hand_in("2025-12", results="单位 税收\n计甲 10\n计乙 9")
    made.hand_in("2026-01", results="单位 税收\n计甲 18\n计乙 20")
    return made


def test_a_december_year_counts_its_months_from_december(december_county: County) -> None:
    assert december_county.scores("2025-12", "计") == ["100.00", "90.00"]
    assert december_county.scores("2026-01", "计") == ["90.00", "100.00"]


def test_a_january_of_its_own_is_compared_with_december(december_county: County) -> None:
    assert december_county.column("2026-01", "rank_change", "计") == [-1, 1]
    assert december_county.column("2026-01", "is_over_year", "计") == [False, False]


def test_a_december_year_is_named_by_the_year_it_ends_in(december_county: County) -> None:
    assert december_county.periods() == {"2025-12", "2026-01", "2026Q1", "2026"}


def test_the_first_month_with_tiers_is_the_schemes(december_county: County) -> None:
    assert december_county.tiers("2025-12", "计") == "优优"
