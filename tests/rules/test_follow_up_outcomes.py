"""What became of what a follow-up is about, and what is behind without one: a small county from April to June 2026.

资金 (half due in June): 甲 and 乙 behind, 丙 ahead. 办结: a line of 95. 事故: cases, fewer are better. 时长: only its
order counts, less is better. 季报: due in March and June, so that May carries March.
"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assessment import follow_ups, labels
from assessment.follow_ups import Item
from assessment.periods import Period
from assessment.reports.follow_ups import behind_without_follow_up
from assessment.reports.follow_ups import follow_ups as report
from tests.rules.conftest import NewCounty
from tests.rules.small_county import County

UNITS = "乡: 甲 乙 丙\n局: 财政局"
INDICATORS = """
indicator_id measure_unit source   frequency basis      value_kind direction
资金         万元         县财政局 monthly   cumulative amount     higher
办结         %            信访     monthly   monthly    rate       higher
事故         起           应急     monthly   cumulative count      lower
时长         小时         营商     monthly   monthly    amount     lower
季报         户           统计     quarterly cumulative count      higher
"""
RULES = """
unit_type indicator_id weight function      line per_case
乡        资金         30     completion    .    .
乡        办结         20     standard_line 95   .
乡        事故         10     deduct        .    2
乡        时长         10     rank_step     .    .
乡        季报         10     completion    .    .
"""
MONTHS = {
    "2026-03": "单位 资金 办结 事故 时长 季报\n甲 60 90 0 9 1\n乙 60 95 0 5 1\n丙 600 99 0 1 1",
    "2026-04": "单位 资金 办结 事故 时长\n甲 60 91 0 9\n乙 120 95 0 5\n丙 700 99 0 1",
    "2026-05": "单位 资金 办结 事故 时长\n甲 90 92 1 8\n乙 180 95 0 5\n丙 800 99 0 1",
    "2026-06": "单位 资金 办结 事故 时长 季报\n甲 540 96 3 4 2\n乙 240 93 0 6 1\n丙 900 99 0 1 4",
}
TARGETS = "单位 资金 季报\n甲 1200 4\n乙 1200 4\n丙 1200 4"
MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
ITEM = Item(title="事", owner_unit_id="甲", due_on=date(2026, 7, 31), period=Period.parse("2026-05"))


@pytest.fixture(scope="module")
def county(new_county: NewCounty) -> County:
    made = new_county(UNITS, indicator=INDICATORS, rule=RULES, unit_alias="alias unit_id\n县财政局 财政局")
    for month, results in MONTHS.items():
        made.hand_in(month, targets=TARGETS if month == "2026-03" else "单位 资金\n甲 1200", results=results)
    return made


def outcome(county: County, month: date = JUNE, **subject: Any) -> dict[str, Any]:
    """The row of a new item about something, held against a month; missing values as None."""
    number = follow_ups.add(county.store, replace(ITEM, **subject), "王莉")
    found = report(county.store, month, date(2026, 7, 10))
    row = found[found["follow_up_id"] == number].iloc[0].to_dict()
    return {name: None if labels.is_missing(value) else value for name, value in row.items()}


def pair(row: dict[str, Any], name: str) -> tuple[Any, Any]:
    return row[f"then_{name}"], row[f"now_{name}"]


def test_a_units_cell_against_the_plan(county: County) -> None:
    row = outcome(county, unit_id="甲", indicator_id="资金")
    assert pair(row, "annual_rate") == (90 / 1200, 540 / 1200)
    assert [round(share, 6) for share in pair(row, "plan_share")] == [0.416667, 0.5]
    assert pair(row, "lag") == (34.17, 5.0)
    assert pair(row, "light") == ("red", "green")
    assert (row["progress"], row["is_newer"], pair(row, "is_on_plan")) == (29.17, True, (False, False))
    assert [month.date() for month in pair(row, "month")] == [MAY, JUNE]
    assert row["about_type"] == "乡", "the unit's own in that period"


def test_a_types_median_unit_and_how_many_are_at_the_plan(county: County) -> None:
    row = outcome(county, unit_type="乡", indicator_id="资金")
    assert pair(row, "annual_rate") == (180 / 1200, 540 / 1200)
    assert (pair(row, "on_plan_count"), pair(row, "goal_count")) == ((1, 1), (3, 3))
    assert (pair(row, "light"), row["progress"]) == (("yellow", "green"), 21.67)


@pytest.mark.parametrize(
    ("unit", "indicator", "measures", "progress"),
    [
        ("甲", "办结", (-3.0, 1.0), 4.0),  # points to the line: more is better
        ("乙", "办结", (0.0, -2.0), -2.0),
        ("甲", "事故", (1.0, 3.0), -2.0),  # cases: fewer are better
        ("乙", "事故", (0.0, 0.0), 0.0),
        ("甲", "时长", (8.0, 4.0), 4.0),  # only the order counts, less is better
        ("乙", "时长", (5.0, 6.0), -1.0),
    ],
)
def test_other_functions_by_their_own_measure(
    county: County, unit: str, indicator: str, measures: tuple[float, float], progress: float
) -> None:
    row = outcome(county, unit_id=unit, indicator_id=indicator)
    assert (pair(row, "measure"), row["progress"]) == (measures, progress)
    assert pair(row, "goal")[0] == {"办结": 95, "事故": 0, "时长": None}[indicator]


def test_a_figure_that_is_still_the_old_one_is_no_outcome(county: County) -> None:
    march = Period.parse("2026-03")
    row = outcome(county, MAY, unit_id="乙", indicator_id="季报", period=march)
    assert (row["is_newer"], row["progress"]) == (False, None)
    row = outcome(county, JUNE, unit_id="乙", indicator_id="季报", period=march)
    assert (row["is_newer"], row["progress"]) == (True, -25.0)


def test_its_own_month_and_earlier_ones_are_no_outcome(county: County) -> None:
    for month in (MAY, date(2026, 4, 1)):
        row = outcome(county, month, unit_id="甲", indicator_id="资金")
        assert (row["then_annual_rate"], row["now_month"], row["now_annual_rate"]) == (0.075, None, None)
        assert (row["is_newer"], row["progress"]) == (False, None)


def test_of_a_quarter_its_latest_month_counts(county: County) -> None:
    row = outcome(county, unit_id="甲", indicator_id="资金", period=Period.parse("2026Q1"))
    assert (row["then_month"].date(), row["then_annual_rate"]) == (date(2026, 3, 1), 0.05)


def test_a_unit_without_an_indicator_by_rank_and_tier(county: County) -> None:
    ranks = {month: county.result(month, "乙")["rank_in_type"] for month in ("2026-05", "2026-06")}
    assert ranks == {"2026-05": 2, "2026-06": 3}
    row = outcome(county, unit_id="乙")
    assert (pair(row, "rank"), pair(row, "unit_count"), row["rank_change"]) == ((2, 3), (3, 3), -1)
    assert pair(row, "tier") == tuple(county.result(month, "乙")["tier"] for month in ranks)
    assert row["progress"] is None


def test_about_no_number_there_is_none(county: County) -> None:
    for subject in ({}, {"unit_type": "乡"}, {"indicator_id": "资金"}, {"unit_id": "财政局", "indicator_id": "资金"}):
        row = outcome(county, **subject)
        assert (row["then_measure_function"], row["then_rank"], row["progress"]) == (None, None, None)


def test_an_earlier_revision_gives_its_own_numbers_and_todays_items(county: County) -> None:
    number = follow_ups.add(county.store, replace(ITEM, unit_id="甲", indicator_id="资金"), "王莉")
    before_june = county.store.as_of(county.store.data_version - 1)
    found = report(before_june, JUNE, date(2026, 7, 10)).set_index("follow_up_id").loc[number]
    assert (found["then_annual_rate"], found["title"]) == (0.075, "事")
    assert labels.is_missing(found["now_annual_rate"])


def test_behind_without_an_open_follow_up(new_county: NewCounty) -> None:
    county = new_county(UNITS, indicator=INDICATORS, rule=RULES, unit_alias="alias unit_id\n县财政局 财政局")
    for month in ("2026-03", "2026-04"):
        county.hand_in(month, targets=TARGETS, results=MONTHS[month])
    april, store = date(2026, 4, 1), county.store

    def listed(**more: Any) -> list[tuple[str, str]]:
        found = behind_without_follow_up(store, april, **more)
        return [(row.indicator_id, row.light) for row in found.itertuples()]

    assert listed() == [("资金", "yellow")]
    assert (listed(unit_types=("局",)), listed(lights=("red",))) == ([], [])
    (row,) = behind_without_follow_up(store, april).itertuples()
    assert (row.department, row.department_unit_id, row.owner_unit_id) == ("县财政局", "财政局", "财政局")
    assert (row.weakest_unit_id, row.weakest_lag) == ("甲", 28.33)
    # About a unit of the type, or the same indicator of another type: nobody follows up the type's indicator by that.
    follow_ups.add(store, replace(ITEM, unit_id="甲", indicator_id="资金", period=Period.parse("2026-04")), "王莉")
    follow_ups.add(store, replace(ITEM, unit_type="局", indicator_id="资金", period=Period.parse("2026-04")), "王莉")
    assert listed() == [("资金", "yellow")]
    item = replace(ITEM, unit_type="乡", indicator_id="资金", period=Period.parse("2026-04"))
    number = follow_ups.add(store, item, "王莉")
    assert listed() == []
    follow_ups.change(store, number, replace(item, state="dropped", evidence="误立"), 1, "王莉")
    assert listed() == [("资金", "yellow")]


def test_without_a_department_among_the_units_the_one_furthest_behind_is_proposed(new_county: NewCounty) -> None:
    county = new_county(UNITS, indicator=INDICATORS, rule=RULES)
    county.hand_in("2026-04", targets=TARGETS, results=MONTHS["2026-04"])
    (row,) = behind_without_follow_up(county.store, date(2026, 4, 1)).itertuples()
    assert (labels.is_missing(row.department_unit_id), row.owner_unit_id) == (True, "甲")
