"""The hard edges of tiers (domain.md section 5 and 7, second): quotas, gates, small groups and ties on borders.

Every type's only indicator is worth its value up to 100, so that the sheet holds the wanted scores.
"""

from decimal import Decimal

import pytest

from tests.rules.conftest import NewCounty
from tests.rules.small_county import County, score_sheet

JUNE = "2026-06"
SCORES: dict[str, str] = {
    "三四名平": "99 98 97 97 95 94 93 92 91 90",
    "三至五名平": "99 98 97 97 97 95 94 93 92 91",
    "全部满分": "100 " * 21,
    "三个第一": "95 95 95 90 85",
    "只有一个过线": "91 88 87 86 85 84 83 82 81 80",
    "三家": "99 95 92",
    "一家": "59.99",
    "两家": "89.99 60",
    "四家": "95 94 93 92",
    "十三家": "100 99 98 97 96 95 94 93 92 91 90 89 88",
    "过线进位": "99 89.995 89.994 79.995 79.994",
    "不到六十": "95 59.99 58 57",
    "连跨两线": "99 98 97 97 97 97 97 97 97 97",
    "二线平二": "99 98 97 96 95 94 93 92 92 90",
    "二线平三": "99 98 97 96 95 94 93 92 92 92",
    "五家自定": "95 94 93 92 91",
}
TIERS = """
unit_type tier   tier_order quota gate
*         优秀   1          0.30  90
*         良好   2          0.50  80
*         一般   3          .     60
*         较差   4          .     .
五家自定  先进   1          0.1   94
五家自定  合格   2          0.5   93
五家自定  基本   3          .     .
五家自定  落后   4          .     .
"""
UNITS = "\n".join(
    f"{kind}: {' '.join(f'{kind}{at}' for at, _ in enumerate(scores.split(), 1))}" for kind, scores in SCORES.items()
)
RULES = """
indicator_id weight function      line slope
得分         100    standard_line 100  0.01
"""
PRESET = "scheme_id quota_rounding min_group_for_quota min_first_places tie_first_goes_up tie_max_overshoot\n"


@pytest.fixture(scope="module")
def county(new_county: NewCounty) -> County:
    """The county with its June, and with the preset's numbers in its scheme."""
    made = new_county(UNITS, rule=RULES, tier=TIERS)
    made.hand_in(JUNE, results=score_sheet(made, SCORES))
    return made


@pytest.fixture(scope="module")
def other_county(new_county: NewCounty) -> County:
    """The same county under a scheme that the tests change."""
    made = new_county(UNITS, rule=RULES, tier=TIERS)
    made.hand_in(JUNE, results=score_sheet(made, SCORES))
    return made


def flagged(county: County, kind: str) -> list[int]:
    """The places (as listed, from 1) flagged 提请领导小组研究."""
    return [place for place, flag in enumerate(county.column(JUNE, "is_straddling", kind), 1) if flag]


# Borders


def test_the_sheet_gives_the_wanted_scores(county: County) -> None:
    for kind, wanted in SCORES.items():
        rounded = [f"{(Decimal(score) + Decimal('0.00000001')).quantize(Decimal('0.01'))}" for score in wanted.split()]
        assert county.scores(JUNE, kind) == rounded


def test_equal_scores_have_equal_ranks_and_the_next_rank_is_skipped(county: County) -> None:
    assert county.column(JUNE, "rank_in_type", "三四名平") == [1, 2, 3, 3, 5, 6, 7, 8, 9, 10]
    assert [at for at, tied in enumerate(county.column(JUNE, "is_tied", "三四名平"), 1) if tied] == [3, 4]


def test_a_tie_one_place_over_the_border_goes_up(county: County) -> None:
    assert county.tiers(JUNE, "三四名平") == "优优优优良良良良一一"
    assert flagged(county, "三四名平") == [3, 4]


def test_a_tie_two_places_over_the_border_goes_down(county: County) -> None:
    assert county.tiers(JUNE, "三至五名平") == "优优良良良良良良一一"
    assert flagged(county, "三至五名平") == [3, 4, 5]


def test_twenty_one_units_at_one_hundred_are_all_first(county: County) -> None:
    assert county.tiers(JUNE, "全部满分") == "优" * 21
    assert flagged(county, "全部满分") == list(range(1, 22))


def test_a_tie_for_the_first_place_goes_up_however_long(county: County) -> None:
    assert county.tiers(JUNE, "三个第一") == "优优优一一"
    assert flagged(county, "三个第一") == [1, 2, 3]


def test_a_tie_that_went_down_is_not_tested_again_at_the_next_border(county: County) -> None:
    assert county.tiers(JUNE, "连跨两线") == "优优良良良良良良良良"


def test_the_second_border_treats_ties_like_the_first(county: County) -> None:
    assert county.tiers(JUNE, "二线平二") == "优优优良良良良良良一"
    assert county.tiers(JUNE, "二线平三") == "优优优良良良良一一一"
    assert (flagged(county, "二线平二"), flagged(county, "二线平三")) == ([8, 9], [8, 9, 10])


def test_units_away_from_the_borders_are_not_flagged(county: County) -> None:
    assert flagged(county, "只有一个过线") == []


# Quotas and gates


def test_who_misses_a_gate_drops_and_the_place_is_not_passed_on(county: County) -> None:
    assert county.tiers(JUNE, "只有一个过线") == "优良良良良良良良一一"


def test_gates_are_compared_at_two_decimals(county: County) -> None:
    assert county.scores(JUNE, "过线进位") == ["99.00", "90.00", "89.99", "80.00", "79.99"]
    assert county.tiers(JUNE, "两家") == "良一"


def test_a_score_below_sixty_is_the_last_tier_whatever_its_place(county: County) -> None:
    assert county.tiers(JUNE, "不到六十") == "优差差差"


def test_three_units_are_placed_by_the_gates_only(county: County) -> None:
    assert county.tiers(JUNE, "三家") == "优优优"


def test_one_unit_alone_is_placed_by_the_gates_only(county: County) -> None:
    assert county.tiers(JUNE, "一家") == "差"


def test_four_units_are_placed_by_quota(county: County) -> None:
    assert county.tiers(JUNE, "四家") == "优良良一"


def test_the_first_tier_has_a_place_even_where_its_quota_gives_none(county: County) -> None:
    assert county.tiers(JUNE, "五家自定") == "先合合基基"


def test_a_type_may_have_tiers_of_its_own(county: County) -> None:
    assert county.column(JUNE, "tier", "五家自定") == ["先进", "合格", "合格", "基本", "基本"]


def test_thirteen_units_have_three_first_places_by_the_preset(county: County) -> None:
    assert county.tiers(JUNE, "十三家") == "优优优良良良良良良一一一一"


# What the scheme may change


def with_scheme(county: County, row: str) -> County:
    """The county after its scheme got a row under the headings of PRESET."""
    county.change(scheme=PRESET + row)
    return county


@pytest.mark.parametrize(("rounding", "first_places"), [("floor", 3), ("round", 4), ("ceil", 4)])
def test_the_rounding_of_quotas_is_the_schemes(other_county: County, rounding: str, first_places: int) -> None:
    changed = with_scheme(other_county, f"方案 {rounding} 4 1 true 1")
    assert changed.tiers(JUNE, "十三家").count("优") == first_places


def test_the_smallest_group_with_quotas_is_the_schemes(other_county: County) -> None:
    changed = with_scheme(other_county, "方案 floor 3 1 true 1")
    assert (changed.tiers(JUNE, "三家"), changed.tiers(JUNE, "两家")) == ("优良一", "良一")


def test_the_least_number_of_first_places_is_the_schemes(other_county: County) -> None:
    changed = with_scheme(other_county, "方案 floor 4 2 true 1")
    assert changed.tiers(JUNE, "四家") == "优优良良"


def test_whether_a_tie_for_the_first_place_goes_up_is_the_schemes(other_county: County) -> None:
    changed = with_scheme(other_county, "方案 floor 4 1 false 1")
    assert changed.tiers(JUNE, "三个第一") == "良良良一一"


def test_how_far_a_tie_may_overshoot_is_the_schemes(other_county: County) -> None:
    changed = with_scheme(other_county, "方案 floor 4 1 true 2")
    assert changed.tiers(JUNE, "三至五名平") == "优优优优优良良良一一"
