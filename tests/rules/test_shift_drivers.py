"""Which indicators moved a unit's score between two months: effects that add up to the change of the score."""

import pytest

from assessment.periods import Period
from assessment.reports import shifts
from tests.rules.conftest import NewCounty
from tests.rules.small_county import County

APRIL, MAY, QUARTER = Period.parse("2026-04"), Period.parse("2026-05"), Period.parse("2026Q2")
INDICATORS = """
indicator_id measure_unit source value_kind basis   allows_no_case
财项         %            财政   rate       monthly true
商项         %            商务   rate       monthly true
农项         %            农业   rate       monthly true
工项         %            工信   rate       monthly true
空项         %            统计   rate       monthly true
"""
RULES = """
unit_type indicator_id weight function      line slope
A         财项         40     standard_line 100  0.01
A         商项         20     standard_line 100  0.01
A         农项         15     standard_line 100  0.01
A         工项         5      standard_line 100  0.01
A         空项         20     standard_line 100  0.01
"""
EVENTS = """
单位 类别     事项 文号
甲镇 市级表彰 表彰 市1号
"""


@pytest.fixture(scope="module")
def county(new_county: NewCounty) -> County:
    """甲镇 moves in four of five indicators and loses its bonus; its last one has no case in May."""
    made = new_county("A: 甲镇 乙镇", indicator=INDICATORS, rule=RULES)
    made.hand_in(
        "2026-04",
        results="单位 财项 商项 农项 工项 空项\n甲镇 90 80 70 60 50\n乙镇 90 90 90 90 90",
        events=EVENTS,
    )
    made.hand_in("2026-05", results="单位 财项 商项 农项 工项 空项\n甲镇 95 70 71 50 无\n乙镇 90 90 90 90 90")
    return made


def test_effects_are_told_from_the_weights_that_come_and_go_and_add_up(county: County) -> None:
    rows = shifts.shift_drivers(county.store, MAY, APRIL)
    ours = rows[rows["unit_id"] == "甲镇"]
    # April over 100: 36 16 10.5 3 10 = 75.50. May over 80: 47.5 17.5 13.3125 3.125, 空项 out.
    # 财项: (47.5 - 0.5 x 75.5) - (36 - 0.4 x 75.5) = 3.95; 空项, a weak one, gone: 0 - (10 - 0.2 x 75.5) = 5.10.
    said = {row.indicator_id: f"{row.effect:+.2f}" for row in ours.itertuples()}
    assert said == {"空项": "+5.10", "财项": "+3.95", "商项": "-2.28"}
    first = ours.iloc[0]
    assert f"{first['score_change']:.2f}" == "4.94"  # 81.44 after 75.50 + 1.00
    assert (f"{first['bonus_change']:.2f}", f"{first['penalty_change']:.2f}") == ("-1.00", "0.00")
    assert f"{first['other_change']:.2f}" == "-0.83"  # 工项 -0.82, 农项 -0.02, and what rounding leaves
    parts = ours["effect"].sum() + first["bonus_change"] - first["penalty_change"] + first["other_change"]
    assert f"{parts:.2f}" == f"{first['score_change']:.2f}"


def test_a_unit_in_which_nothing_moved_has_no_drivers(county: County) -> None:
    assert set(shifts.shift_drivers(county.store, MAY, APRIL)["unit_id"]) == {"甲镇"}


def test_quarters_have_none(county: County) -> None:
    assert shifts.shift_drivers(county.store, QUARTER, QUARTER).empty
