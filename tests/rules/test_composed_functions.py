"""Functions 9 to 13 of domain.md section 4: made of others, of cases, ballots and milestones; from a workbook too."""

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


# 9 blend


def test_blend_takes_half_of_each_function(county: County) -> None:
    assert county.share(JUNE, "混甲", "混合资金") == "0.7000"


def test_blend_takes_its_first_share_from_the_rule(county: County) -> None:
    assert county.share(JUNE, "混甲", "偏重资金") == "0.7500"


def test_blend_keeps_the_excess_of_an_inner_completion(county: County) -> None:
    assert county.share(JUNE, "混乙", "混合资金") == "1.0500"


def test_blend_may_hold_a_relative_function(county: County) -> None:
    assert shares(county, "混合", "相对资金") == ["0.9000", "0.7500", "0.6000", "0.4500", "0.3000"]


def test_blend_with_one_part_missing_is_missing(county: County) -> None:
    assert county.share(JUNE, "混戊", "混合资金") == "—"


# 10 deduct


def test_deduct_takes_its_points_off_for_each_case(county: County) -> None:
    assert county.points(JUNE, "扣甲", "案件") == "4.0000"


def test_deduct_never_falls_below_zero(county: County) -> None:
    assert county.points(JUNE, "扣乙", "案件") == "0.0000"


def test_deduct_divides_by_the_weight_of_the_scheme_not_of_the_override(county: County) -> None:
    assert (county.share(JUNE, "扣丙", "加权案件"), county.points(JUNE, "扣丙", "加权案件")) == ("0.4000", "8.0000")


def test_a_case_costs_2_35_in_a_unit_whose_weights_sum_to_85(county: County) -> None:
    assert f"{county.result(JUNE, '扣丁')['base'] - county.result(JUNE, '扣戊')['base']:.2f}" == "2.35"


# 11 graded


def test_graded_drops_the_extremes_of_more_than_five_ballots_and_weighs_the_groups(county: County) -> None:
    assert county.share(JUNE, "评甲", "评价") == "0.8600"


def test_graded_renormalises_over_the_groups_with_ballots(county: County) -> None:
    assert county.share(JUNE, "评乙", "评价") == "0.9600"


def test_graded_takes_no_abstention_for_a_ballot(county: County) -> None:
    assert county.share(JUNE, "评丙", "评价") == "0.9200"


def test_graded_with_abstentions_only_has_no_case(county: County) -> None:
    assert (county.cell(JUNE, "评丁", "评价")["state"], county.share(JUNE, "评丁", "评价")) == ("NO_CASE", "—")


def test_graded_without_any_ballot_is_late(county: County) -> None:
    assert (county.cell(JUNE, "评戊", "评价")["state"], county.share(JUNE, "评戊", "评价")) == ("LATE", "0.0000")


def test_graded_reads_a_single_grade_from_the_sheet_of_values(county: County) -> None:
    assert shares(county, "评议", "单评") == ["0.8000", "1.0000", "0.4000", "1.0000", "0.0000"]


# 12 milestone


def test_milestone_counts_a_late_one_at_eighty_percent(county: County) -> None:
    assert county.share(JUNE, "节丁", "改革") == "0.9000"


def test_milestones_not_yet_due_do_not_count(county: County) -> None:
    assert county.share(JUNE, "节丙", "改革") == "1.0000"


def test_a_milestone_not_done_is_zero(county: County) -> None:
    assert county.share(JUNE, "节乙", "改革") == "0.4000"


def test_a_milestone_done_after_the_months_end_is_not_done_in_the_month(county: County) -> None:
    assert county.share(JUNE, "节甲", "改革") == "0.5000"


def test_a_milestone_done_late_counts_from_the_month_it_was_done(county: County) -> None:
    assert county.share(JULY, "节甲", "改革") == "0.9000"


def test_milestone_takes_its_late_share_from_the_rule(county: County) -> None:
    assert county.share(JUNE, "节乙", "迟交五折") == "0.5000"


def test_an_indicator_without_a_due_milestone_is_not_due(county: County) -> None:
    assert (county.cell(JUNE, "节甲", "攻坚")["state"], county.share(JUNE, "节甲", "攻坚")) == ("NOT_DUE", "—")


# 13 threshold_then


def test_a_value_at_the_gate_passes_to_the_inner_function(county: County) -> None:
    assert county.share(JUNE, "门甲", "过线") == "0.2000"


def test_a_value_below_the_gate_has_nothing_by_default(county: County) -> None:
    assert county.share(JUNE, "门乙", "过线") == "0.0000"


def test_a_value_below_the_gate_has_the_share_the_rule_names(county: County) -> None:
    assert county.share(JUNE, "门乙", "过线留分") == "0.3000"


def test_the_gate_before_a_completion_compares_its_rate(county: County) -> None:
    assert shares(county, "门槛", "过率") == ["0.5000", "0.0000"]


def test_the_gate_follows_the_direction(county: County) -> None:
    assert shares(county, "门槛", "排放") == ["0.8000", "0.0000"]
