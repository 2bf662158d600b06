"""Vetoes, decided tiers and tie-breaks (domain.md section 5), over a month, its quarter and its year."""

import pytest

from tests.rules.conftest import NewCounty
from tests.rules.small_county import County, score_sheet

APRIL, MAY, QUARTER, NEXT_QUARTER, YEAR = "2026-04", "2026-05", "2026Q2", "2026Q3", "2026"
JULY = "2026-07"
TEN = "99 98 97 96 95 94 93 92 91 90"
UNITS = f"""
封: {" ".join(f"封{place}" for place in range(1, 11))}
同: 同甲 同乙 同丙
审: 审甲 审乙 审丙 审丁
"""
INDICATORS = """
indicator_id measure_unit source value_kind basis
得分         %            统计   rate       monthly
主干项       %            财政   rate       monthly
补充项       %            商务   rate       monthly
小项         %            发改   rate       monthly
"""
MODULES = """
module_id name kind
trunk     主干 trunk
extra     补充 supplement
"""
RULES = """
unit_type indicator_id module_id weight function      line slope
封        得分         trunk     100    standard_line 100  0.01
审        得分         trunk     100    standard_line 100  0.01
同        主干项       trunk     30     standard_line 100  0.01
同        小项         trunk     20     standard_line 100  0.01
同        补充项       extra     50     standard_line 100  0.01
"""
TIED = """
单位 主干项 小项 补充项
同甲 90     90   90
同乙 80     80   100
同丙 100    75   90
"""
EVENTS = """
单位 类别             事项
封1  较大以上安全事故 火灾
封2  大规模越级访     越级访
封5  统计造假         虚报
封5  大规模越级访     越级访
封10 大规模越级访     越级访
同甲 大规模越级访     越级访
"""
DECIDED = """
周期    单位 审定档次 理由
2026-05 审乙 优秀     集体研究决定
2026Q2  审丙 一般     集体研究决定
2026    审甲 较差     集体研究决定
"""


def scheme(veto_passes_on: str = "false", breaks: str = ". . .") -> str:
    return (
        "scheme_id veto_passes_on min_quarter_months min_year_months tie_break_1 tie_break_2 tie_break_3\n"
        f"方案 {veto_passes_on} 1 1 {breaks}"
    )


@pytest.fixture(scope="module")
def county(new_county: NewCounty) -> County:
    """April with vetoes, May with decisions, July with neither."""
    made = new_county(UNITS, scheme=scheme(), indicator=INDICATORS, module=MODULES, rule=RULES)
    scores = score_sheet(made, {"封": TEN, "审": "99 85 84 70"})
    made.hand_in(APRIL, results=f"{scores}\n{TIED}", events=EVENTS)
    made.hand_in(MAY, results=f"{scores}\n{TIED}", decisions=DECIDED)
    made.hand_in(JULY, results=scores)
    return made


@pytest.fixture(scope="module")
def tied_county(new_county: NewCounty) -> County:
    """The same April alone, under a scheme that the tests change."""
    made = new_county(UNITS, scheme=scheme(), indicator=INDICATORS, module=MODULES, rule=RULES)
    made.hand_in(APRIL, results=f"{score_sheet(made, {'封': TEN})}\n{TIED}", events=EVENTS)
    return made


# Veto


def test_a_veto_caps_the_tier_and_leaves_score_and_rank(county: County) -> None:
    row = county.result(APRIL, "封1")
    assert (row["tier"], row["ceiling"], row["rank_in_type"], f"{row['score']:.2f}") == ("一般", "一般", 1, "99.00")


def test_the_place_of_a_capped_unit_stays_empty_and_n_counts_it(county: County) -> None:
    assert county.tiers(APRIL, "封") == "一良优良差良良良一一"
    assert set(county.column(APRIL, "unit_count", "封")) == {10}


def test_the_lowest_of_several_ceilings_counts(county: County) -> None:
    assert county.result(APRIL, "封5")["ceiling"] == "较差"


def test_a_ceiling_above_the_tier_changes_nothing(county: County) -> None:
    assert county.result(APRIL, "封10")["tier"] == "一般"


def test_a_veto_does_not_cap_another_month(county: County) -> None:
    assert county.tiers(MAY, "封") == "优优优良良良良良一一"


def test_a_veto_caps_its_quarter(county: County) -> None:
    assert county.tiers(QUARTER, "封") == "一良优良差良良良一一"


def test_a_veto_does_not_cap_another_quarter(county: County) -> None:
    assert county.tiers(NEXT_QUARTER, "封") == "优优优良良良良良一一"


def test_a_veto_caps_its_year(county: County) -> None:
    assert county.tiers(YEAR, "封") == "一良优良差良良良一一"


def test_with_pass_on_places_are_counted_among_the_units_that_may_have_the_tier(tied_county: County) -> None:
    tied_county.change(scheme=scheme(veto_passes_on="true"))
    assert tied_county.tiers(APRIL, "封") == "一良优优差优良良良良"


# 审定


def test_a_decided_tier_stands_beside_the_computed_one(county: County) -> None:
    row = county.result(MAY, "审乙")
    assert (row["tier"], row["computed_tier"], row["is_decided"]) == ("优秀", "良好", True)


def test_a_decision_holds_for_its_period_only(county: County) -> None:
    assert (county.tiers(APRIL, "审"), county.tiers(MAY, "审")) == ("优良良一", "优优良一")


def test_a_decision_can_be_about_a_quarter_or_a_year(county: County) -> None:
    assert (county.tiers(QUARTER, "审"), county.tiers(YEAR, "审")) == ("优良一一", "差良良一")


def test_shifts_compare_the_decided_tiers(county: County) -> None:
    assert county.column(MAY, "tier_shift", "审") == ["unchanged", "promoted", "unchanged", "unchanged"]
    assert county.column(NEXT_QUARTER, "tier_shift", "审") == ["unchanged", "unchanged", "promoted", "unchanged"]


def test_a_decision_without_reason_is_refused(county: County) -> None:
    problems = county.preview(MAY, decisions="周期 单位 审定档次 理由\n2026-05 审甲 良好 .").problems
    assert [(problem.sheet, problem.cell) for problem in problems] == [("审定", "D2")]


# Tie-breaks


def ranks(county: County, *breaks: str) -> list[int]:
    """April's ranks of the three tied units under a scheme with these tie-breaks."""
    county.change(scheme=scheme(breaks=" ".join([*breaks, ".", ".", "."][:3])))
    return county.column(APRIL, "rank_in_type", "同")


def used(county: County) -> list[str | None]:
    """The tie-break that parted each of the three units."""
    return county.column(APRIL, "tie_break_used", "同")


def test_tied_units_stay_tied_unless_the_scheme_turns_a_tie_break_on(tied_county: County) -> None:
    assert ranks(tied_county) == [1, 1, 1]
    assert used(tied_county) == [None, None, None]


def test_fewer_vetoes_go_first(tied_county: County) -> None:
    assert ranks(tied_county, "fewer_vetoes") == [3, 1, 1]


def test_more_trunk_points_a_hundred_go_first(tied_county: County) -> None:
    assert ranks(tied_county, "trunk") == [1, 3, 1]


def test_more_points_of_the_largest_weight_go_first(tied_county: County) -> None:
    assert ranks(tied_county, "largest") == [2, 1, 2]


def test_tie_breaks_are_asked_in_the_schemes_order(tied_county: County) -> None:
    assert ranks(tied_county, "fewer_vetoes", "trunk") == [3, 2, 1]
    assert ranks(tied_county, "trunk", "fewer_vetoes") == [2, 3, 1]


def test_units_parted_by_a_tie_break_are_not_tied_for_borders(tied_county: County) -> None:
    ranks(tied_county, "trunk", "fewer_vetoes")
    assert tied_county.column(APRIL, "is_tied", "同") == [False, False, False]


def test_the_tie_break_used_is_shown(tied_county: County) -> None:
    ranks(tied_county, "fewer_vetoes", "trunk")
    assert used(tied_county) == ["fewer_vetoes", "fewer_vetoes, trunk", "fewer_vetoes, trunk"]
