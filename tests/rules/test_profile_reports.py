"""What a unit's profile reads beside its cells: events and why they count, carried shares, months of longer periods."""

from typing import Any

import pandas as pd
import pytest

from assessment.periods import Period
from assessment.reports import profile
from tests.rules.conftest import NewCounty
from tests.rules.small_county import County

APRIL, MAY = Period.parse("2026-04"), Period.parse("2026-05")
RULES = """
unit_type indicator_id weight function      line slope
乡        得分         40     standard_line 100  0.01
乡        季项         60     standard_line 100  0.01
"""
INDICATORS = """
indicator_id measure_unit source basis frequency value_kind
季项         %            丙源   point quarterly rate
"""
KINDS = """
kind       effect        bonus_group points ceiling
国家级表彰 bonus         表彰        3      .
市级表彰   bonus         表彰        1      .
通报批评   penalty       .           2      .
缺报       missing_table .           .      .
大事故     veto          .           .      一般
"""
APRIL_EVENTS = """
单位 类别       事项 文号 次数
甲   市级表彰   文明 1号  .
甲   国家级表彰 文明 2号  .
甲   市级表彰   平安 .    .
甲   通报批评   环保 .    2
甲   缺报       月报 .    1
甲   大事故     矿难 .    .
"""
MAY_EVENTS = """
单位 类别       事项 文号
甲   国家级表彰 文明 3号
"""


@pytest.fixture(scope="module")
def county(new_county: NewCounty) -> County:
    """Two towns: a quarterly value in March, events of one in April and May."""
    made = new_county("乡: 甲 乙", indicator=INDICATORS, rule=RULES, event_kind=KINDS)
    made.hand_in("2026-03", results="单位 得分 季项\n甲 90 80\n乙 80 90")
    made.hand_in("2026-04", results="单位 得分\n甲 92\n乙 80", events=APRIL_EVENTS)
    made.hand_in("2026-05", results="单位 得分\n甲 94\n乙 80", events=MAY_EVENTS)
    return made


def one(frame: pd.DataFrame) -> Any:
    assert len(frame) == 1
    return frame.iloc[0]


def counting(county: County, period: Period) -> dict[str, str]:
    """How each event counts, by its kind, event and document."""
    frame = profile.profile_events(county.store, "甲", period, MAY.start if period.kind == "year" else period.start)
    return {f"{row['event']}{row['document']}": row["counting"] for _, row in frame.iterrows()}


def test_an_event_counts_once_at_its_highest_level_and_only_with_a_document(county: County) -> None:
    assert counting(county, APRIL) == {
        "文明1号": "repeated", "文明2号": "counted", "平安": "no_document",
        "环保": "counted", "月报": "counted", "矿难": "counted",
    }  # fmt: skip
    assert counting(county, MAY) == {"文明3号": "repeated"}
    assert counting(county, Period.parse("2026"))["文明2号"] == "counted"


def test_counted_events_are_the_points_of_the_result(county: County) -> None:
    events = profile.profile_events(county.store, "甲", APRIL, APRIL.start)
    counted = events[events["counting"] == "counted"].set_index("effect")["stated_points"]
    card = one(profile.profile_card(county.store, "甲", APRIL))
    assert card["bonus_points"] == counted["bonus"] == 3
    assert card["penalty_points"] == counted["penalty"] + counted["missing_table"] == 5
    assert (card["ceiling"], card["tier"]) == ("一般", "一般")


def test_a_carried_share_shows_the_cell_it_comes_from(county: County) -> None:
    cells = profile.profile_cells(county.store, "甲", APRIL.start).set_index("indicator_id")
    carried = cells.loc["季项"]
    assert (carried["value"], carried["share"], carried["won_points"]) == (80, 0.8, 48)
    assert f"{carried['carried_from']:%Y-%m}" == "2026-03"
    assert (carried["cell"], carried["is_carried"]) == ("C2", True)
    assert cells["won_points"].sum() == pytest.approx(0.4 * 92 + 48)


def test_losses_are_ordered_and_summed(county: County) -> None:
    cells = profile.profile_cells(county.store, "甲", APRIL.start).set_index("indicator_id")
    assert cells["lost_rank"].to_dict() == {"季项": 1, "得分": 2}
    assert cells["lost_so_far"].round(6).to_dict() == {"季项": 12, "得分": 15.2}
    assert cells["lost_total"].round(6).unique().tolist() == [15.2]


def test_the_types_spread_is_over_its_scored_units(county: County) -> None:
    row = profile.profile_cells(county.store, "甲", APRIL.start).set_index("indicator_id").loc["得分"]
    assert [round(row[name], 6) for name in ("type_min", "type_median", "type_max")] == [0.8, 0.86, 0.92]
    module = one(profile.profile_modules(county.store, "甲", APRIL.start))
    assert round(module["won_points"], 6) == 84.8
    assert round(module["lost_points"], 6) == 15.2
    assert round(module["type_median"], 6) == round((0.848 + 0.86) / 2, 6)


def test_a_quarter_and_a_year_are_made_of_their_months(county: County) -> None:
    quarter, year = Period.parse("2026Q2"), Period.parse("2026")
    months = profile.profile_months(county.store, "甲", quarter, MAY.start)
    card = one(profile.profile_card(county.store, "甲", quarter))
    assert [f"{month:%Y-%m}" for month in months["month"]] == ["2026-04", "2026-05"]
    assert round(months["score"].mean(), 2) == card["score"]
    whole = one(profile.profile_card(county.store, "甲", year))
    assert whole["tiered_count"] == 2
    made = whole["alpha"] * whole["tiered_base"] + (1 - whole["alpha"]) * whole["quarter_end_base"]
    assert whole["base"] == pytest.approx(made)


def test_history_reaches_back_and_leaves_a_row_where_the_unit_did_not_count(county: County) -> None:
    rows = profile.profile_history(county.store, "乙", MAY)
    assert [f"{start:%Y-%m}" for start in rows["period_start"]] == ["2026-03", "2026-04", "2026-05"]
    assert profile.profile_history(county.store, "无此单位", MAY)["score"].isna().all()
    assert profile.profile_card(county.store, "无此单位", MAY).empty
