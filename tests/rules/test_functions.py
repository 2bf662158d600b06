"""The thirteen scoring functions, each driven from an uploaded workbook, with the numbers of domain.md section 4.

The county's tables stand in functions_county.py; June 2026 is month 6 of the year, so the plan is half the target.
"""

import pytest

from tests.rules.small_county import County

JUNE = "2026-06"
JULY = "2026-07"


@pytest.fixture(name="county")
def every_function(functions_county: County) -> County:
    return functions_county


def shares(county: County, kind: str, indicator: str) -> list[str]:
    """The shares of an indicator in June, in the order of the type's units."""
    return [county.share(JUNE, unit, indicator) for unit in county.units(kind)]


def points(county: County, kind: str, indicator: str) -> list[str]:
    """The points of an indicator in June, in the order of the type's units."""
    return [county.points(JUNE, unit, indicator) for unit in county.units(kind)]


# 1 completion


def test_completion_over_plan_earns_half_of_the_excess(county: County) -> None:
    assert county.share(JUNE, "完甲", "收入") == "1.0571"
    assert county.points(JUNE, "完甲", "收入") == "21.1429"


def test_completion_excess_is_capped_at_ten_percent(county: County) -> None:
    assert county.points(JUNE, "完乙", "收入") == "22.0000"


def test_completion_below_zero_scores_zero(county: County) -> None:
    assert county.share(JUNE, "完丙", "收入") == "0.0000"


def test_completion_of_nothing_is_a_real_zero(county: County) -> None:
    assert (county.cell(JUNE, "完己", "收入")["state"], county.share(JUNE, "完己", "收入")) == ("ZERO", "0.0000")


def test_completion_with_target_zero_is_not_applicable(county: County) -> None:
    assert (county.cell(JUNE, "完丁", "收入")["state"], county.share(JUNE, "完丁", "收入")) == ("NA_BY_RULE", "—")


def test_completion_without_target_has_no_share_and_is_flagged(county: County) -> None:
    assert county.share(JUNE, "完戊", "收入") == "—"
    assert county.result(JUNE, "完戊")["has_missing_target"]
    assert not county.result(JUNE, "完甲")["has_missing_target"]


def test_completion_with_a_target_below_zero_is_refused_at_intake(county: County) -> None:
    problems = county.preview(JUNE, targets="单位 收入\n完甲 -5").problems
    assert [(problem.sheet, problem.cell) for problem in problems] == [("目标", "B2")]


def test_completion_follows_a_plan_curve_of_its_own(county: County) -> None:
    assert [county.share(JUNE, unit, "曲线收入") for unit in ("完甲", "完乙")] == ["1.0000", "0.5000"]


def test_completion_takes_excess_cap_and_rate_from_the_rule(county: County) -> None:
    assert [county.share(JUNE, unit, "限超收入") for unit in ("完甲", "完乙")] == ["1.0080", "1.0500"]


def test_completion_floor_is_a_rate_and_falls_to_zero_below_it(county: County) -> None:
    assert [county.share(JUNE, unit, "低限收入") for unit in ("完甲", "完乙")] == ["0.6000", "0.0000"]


def test_a_may_joiner_has_a_july_plan_of_three_eighths(county: County) -> None:
    assert county.cell(JULY, "完新", "收入")["plan_share"] == pytest.approx(0.375, abs=1e-12)
    assert county.share(JULY, "完新", "收入") == "1.0000"


# 2 growth_gap


def test_growth_gap_above_its_target_earns_two_percent_a_point(county: County) -> None:
    assert county.points(JUNE, "增甲", "固投") == "20.9600"


def test_growth_gap_below_its_target_loses_five_percent_a_point(county: County) -> None:
    assert county.points(JUNE, "增乙", "固投") == "9.0000"


def test_growth_gap_compares_negative_rates_by_difference(county: County) -> None:
    assert county.share(JUNE, "增丙", "固投") == "1.0200"


def test_growth_gap_is_capped_above_and_never_negative(county: County) -> None:
    assert [county.share(JUNE, unit, "固投") for unit in ("增丁", "增戊")] == ["1.1000", "0.0000"]


def test_growth_gap_of_lower_is_better_turns_both_signs(county: County) -> None:
    assert [county.share(JUNE, unit, "发案") for unit in ("增甲", "增乙", "增丙")] == ["1.0400", "0.8000", "1.0000"]


def test_growth_gap_takes_its_rates_from_the_rule(county: County) -> None:
    found = [county.share(JUNE, unit, "另率增速") for unit in ("增甲", "增乙", "增丙")]
    assert found == ["1.0200", "1.0500", "0.5000"]


# 3 standard_line


def test_standard_line_loses_four_percent_a_point_below_it(county: County) -> None:
    assert county.points(JUNE, "达甲", "办结率") == "13.8000"


def test_standard_line_met_is_full_and_no_more(county: County) -> None:
    assert county.points(JUNE, "达乙", "办结率") == "15.0000"


def test_standard_line_takes_its_slope_from_the_rule_and_never_falls_below_zero(county: County) -> None:
    assert [county.share(JUNE, unit, "陡坡") for unit in ("达甲", "达乙")] == ["0.8000", "0.0000"]


def test_standard_line_of_a_unit_can_be_overridden(county: County) -> None:
    assert county.share(JUNE, "达丙", "办结率") == "0.4000"


def test_standard_line_below_its_floor_is_zero_and_at_its_floor_not(county: County) -> None:
    assert shares(county, "达标", "满意率") == ["1.0000", "0.6400", "0.0000"]


def test_standard_line_of_lower_is_better_with_a_floor_above(county: County) -> None:
    assert shares(county, "达标", "时长") == ["0.9200", "1.0000", "0.0000"]


def test_a_line_of_cumulative_progress_is_multiplied_by_the_plan(county: County) -> None:
    assert shares(county, "达标", "进度") == ["0.8400", "1.0000", "1.0000"]


def test_a_line_of_a_point_value_stays_whole(county: County) -> None:
    assert [county.share(JUNE, unit, "非累计") for unit in ("达甲", "达乙")] == ["1.0000", "0.8400"]


def test_by_plan_can_be_asked_for_where_it_is_not_the_default(county: County) -> None:
    assert [county.share(JUNE, unit, "按年进度") for unit in ("达甲", "达乙")] == ["0.9000", "1.0000"]


# 4 minmax60


def test_minmax60_spreads_between_the_worst_and_the_best(county: County) -> None:
    assert points(county, "极差", "到位资金") == ["20.0000", "16.7500", "15.1250", "12.0000", "12.0000"]


def test_minmax60_of_lower_is_better_gives_the_least_the_most(county: County) -> None:
    assert shares(county, "极差", "能耗") == ["1.0000", "0.9000", "0.8000", "0.7000", "0.6000"]


def test_minmax60_with_all_units_equal_is_full(county: County) -> None:
    assert set(shares(county, "极差", "全同")) == {"1.0000"}


def test_minmax60_with_all_units_at_zero_is_zero_where_higher_is_better(county: County) -> None:
    assert set(shares(county, "极差", "全零")) == {"0.0000"}


def test_minmax60_with_all_units_at_zero_is_full_where_lower_is_better(county: County) -> None:
    assert set(shares(county, "极差", "事故")) == {"1.0000"}


def test_minmax60_counts_a_real_zero_but_no_late_and_no_missing_case(county: County) -> None:
    assert shares(county, "缺项", "缺项额") == ["1.0000", "0.8000", "0.6000", "0.0000", "—"]


def test_minmax60_over_fewer_than_five_units_is_marked(county: County) -> None:
    assert county.column(JUNE, "has_small_sample", "缺项") == [True, True, True, False, False]
    assert not any(county.column(JUNE, "has_small_sample", "极差"))


# 5 efficacy_fixed


def test_efficacy_fixed_is_sixty_percent_at_the_bad_value(county: County) -> None:
    assert county.share(JUNE, "功甲", "颗粒物") == "0.6000"


def test_efficacy_fixed_goes_on_below_the_bad_value_down_to_zero(county: County) -> None:
    assert [county.share(JUNE, unit, "颗粒物") for unit in ("功乙", "功丙")] == ["0.4333", "0.0000"]


def test_efficacy_fixed_is_clipped_at_full(county: County) -> None:
    assert county.share(JUNE, "功丁", "颗粒物") == "1.0000"


def test_efficacy_fixed_limits_of_a_cumulative_amount_follow_the_plan(county: County) -> None:
    assert shares(county, "功效", "争取资金") == ["1.0000", "0.6000", "0.8000", "1.0000"]


def test_efficacy_fixed_below_its_floor_is_zero(county: County) -> None:
    assert shares(county, "功效", "低限参保") == ["1.0000", "0.6000", "0.4857", "0.0000"]


def test_efficacy_fixed_floor_lies_above_where_lower_is_better(county: County) -> None:
    assert shares(county, "功效", "排放") == ["1.0000", "0.6000", "0.5200", "0.0000"]


# 6 rank_step


def test_rank_step_gives_tied_units_their_mean_rank(county: County) -> None:
    assert shares(county, "名次", "任务") == ["1.0000", "0.9250", "0.9250", "0.8500", "0.8000"]


def test_rank_step_gives_tied_units_their_best_rank_if_the_rule_says_so(county: County) -> None:
    assert shares(county, "名次", "按期率") == ["1.0000", "0.9500", "0.9500", "0.8500", "0.8000"]


def test_rank_step_stops_at_its_lowest_share(county: County) -> None:
    assert shares(county, "名次", "大步") == ["1.0000", "0.8000", "0.6000", "0.5000", "0.5000"]


def test_rank_step_with_all_units_at_zero_is_zero_where_higher_is_better(county: County) -> None:
    assert set(shares(county, "名次", "全零名次")) == {"0.0000"}


def test_rank_step_of_lower_is_better_puts_the_least_first(county: County) -> None:
    assert shares(county, "名次", "事故") == ["0.9500", "1.0000", "0.9000", "0.8500", "0.8000"]


# 7 rank_interval


def test_rank_interval_second_of_ten_has_588_89_of_600_points(county: County) -> None:
    assert f"{600 * county.cell(JUNE, '区2', '积分')['share']:.2f}" == "588.89"


def test_rank_interval_runs_from_full_to_its_base_share(county: County) -> None:
    assert [county.share(JUNE, unit, "积分") for unit in ("区1", "区10")] == ["1.0000", "0.8333"]
    assert [county.share(JUNE, unit, "并列积分") for unit in ("区1", "区10")] == ["1.0000", "0.6000"]


def test_rank_interval_gives_tied_units_their_mean_rank(county: County) -> None:
    assert [county.share(JUNE, unit, "并列积分") for unit in ("区2", "区3")] == ["0.9333", "0.9333"]


def test_a_unit_alone_in_its_type_is_full(county: County) -> None:
    assert [county.share(JUNE, "独甲", indicator) for indicator in ("独家区间", "独家步差")] == ["1.0000", "1.0000"]


def test_a_unit_alone_at_zero_is_zero(county: County) -> None:
    assert county.share(JUNE, "独甲", "独家全零") == "0.0000"


# 8 ratio_best


def test_ratio_best_is_the_part_of_the_best_and_never_negative(county: County) -> None:
    assert shares(county, "比值", "产值") == ["1.0000", "0.5000", "0.2500", "0.0000", "0.0000"]


def test_ratio_best_with_all_units_equal_is_full_and_with_all_at_zero_is_zero(county: County) -> None:
    assert set(shares(county, "比值", "全同比值")) == {"1.0000"}
    assert set(shares(county, "比值", "全零比值")) == {"0.0000"}
