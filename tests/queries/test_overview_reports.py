"""The overview's reports over stored rows written by hand; a comment stands by each row that must not count."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from assessment.periods import Period
from assessment.reports import overview
from assessment.store import Store
from tests.queries.stored_rows import JUNE, MAY, StoredCounty, june_county, put, rows

IN_JUNE = Period("month", JUNE)


@pytest.fixture
def county(open_copy: Callable[[Path], Store], empty_folder: Path) -> StoredCounty:
    return june_county(open_copy(empty_folder))


def test_the_title_counts_each_unit_once(county: StoredCounty) -> None:
    facts = overview.overview_facts(county.store, IN_JUNE).iloc[0]
    assert (facts.listed_count, facts.ranked_count, facts.promoted_count, facts.demoted_count) == (6, 6, 1, 1)
    assert (facts.compared_count, facts.up_count, facts.down_count, facts.late_count) == (6, 3, 2, 0)


def test_the_title_of_one_type_leaves_the_others_out(county: StoredCounty) -> None:
    facts = overview.overview_facts(county.store, IN_JUNE, ("B",)).iloc[0]
    assert (facts.listed_count, facts.promoted_count, facts.up_count) == (1, 0, 0)


def test_each_type_has_its_leader_lead_and_median(county: StoredCounty) -> None:
    types = overview.overview_types(county.store, IN_JUNE)
    columns = ("unit_type", "ranked_count", "leader_score", "lead_points", "median_score", "median_change")
    assert rows(types, *columns) == [("A", 5, 97.7, 4.7, 93.0, 0.0), ("B", 1, 88.0, None, 88.0, 0.0)]
    assert [list(names) for names in types["leaders"]] == [["甲二"], ["乙一"]]
    assert [list(names) for names in types["previous_leaders"]] == [["甲一"], ["乙一"]]
    assert types["is_leader_changed"].tolist() == [True, False]


def test_joint_leaders_are_all_named_and_the_lead_is_over_the_next(county: StoredCounty) -> None:
    county.change(
        "update stored_result set rank_in_type = 1, score = 97.7 where unit_id = '甲三' and period_start = ?", JUNE
    )
    lead = overview.overview_types(county.store, IN_JUNE, ("A",)).iloc[0]
    assert (lead.leader_count, list(lead.leaders), lead.lead_points) == (2, ["甲三", "甲二"], 4.7)


def test_a_median_between_two_units_is_rounded_half_up_and_takes_ranked_units_only(county: StoredCounty) -> None:
    county.results(JUNE, "乙二 88.01 . . \n 乙三 88.05 2 良好", unit_type="B")  # 乙二 is listed, not ranked
    assert rows(
        overview.overview_types(county.store, IN_JUNE, ("B",)), "listed_count", "ranked_count", "median_score"
    ) == [(3, 2, 88.03)]


def test_tiers_are_counted_beside_the_period_before(county: StoredCounty) -> None:
    county.change(
        "update stored_result set tier = '良好', tier_order = 2 where unit_id = '甲五' and period_start = ?", JUNE
    )
    tiers = overview.overview_tiers(county.store, IN_JUNE)
    assert rows(tiers, "unit_type", "tier", "unit_count", "previous_count", "count_change") == [
        ("A", "优秀", 1, 1, 0),
        ("A", "良好", 3, 2, 1),
        ("A", "一般", 1, 2, -1),
        ("B", "优秀", 0, 0, 0),
        ("B", "良好", 1, 1, 0),
        ("B", "一般", 0, 0, 0),
    ]


def test_a_first_period_has_counts_and_nothing_to_compare_with(county: StoredCounty) -> None:
    tiers = overview.overview_tiers(county.store, Period("month", MAY), ("B",))
    assert rows(tiers, "unit_count", "previous_count", "count_change") == [
        (0, None, None),
        (1, None, None),
        (0, None, None),
    ]
    assert rows(
        overview.overview_types(county.store, Period("month", MAY), ("B",)), "previous_median", "median_change"
    ) == [(None, None)]


def test_a_period_without_tiers_has_no_counts(county: StoredCounty) -> None:
    march = date(2026, 3, 1)
    county.results(march, "乙一 88 1 .", unit_type="B", is_tiered=False)
    assert rows(overview.overview_tiers(county.store, Period("month", march)), "unit_count") == [(None,)] * 3


CELLS_OF_MAY = """
甲一 产值 VALUE 60 0.99
甲一 办结 VALUE 30 0.99
甲一 满意 VALUE 10 0.99
甲二 产值 VALUE 60 0.95
甲二 办结 VALUE 30 0.95
甲二 满意 VALUE 10 0.95
甲四 产值 VALUE 60 0.91
甲四 办结 VALUE 30 0.91
甲四 满意 VALUE 10 0.91
"""
CELLS_OF_JUNE = """
甲一 产值 VALUE 60 0.89
甲一 办结 VALUE 30 0.99
甲一 满意 VALUE 10 0.99
甲二 产值 VALUE 60 0.99
甲二 办结 NO_CASE 30 .
甲二 满意 VALUE 10 0.95
甲四 产值 VALUE 60 0.91
甲四 办结 LATE 30 0
甲四 满意 VALUE 10 0.91
"""


@pytest.fixture
def with_cells(county: StoredCounty) -> StoredCounty:
    county.cells(MAY, CELLS_OF_MAY)
    county.cells(JUNE, CELLS_OF_JUNE)
    return county


def test_moves_of_a_tier_come_before_moves_of_places(with_cells: StoredCounty) -> None:
    moves = overview.overview_moves(with_cells.store, IN_JUNE)
    assert rows(moves, "direction", "unit", "tier_shift", "rank_change", "move_count") == [
        (1, "甲二", "promoted", 1, 3),
        (1, "甲三", "unchanged", 1, 3),
        (1, "甲五", "unchanged", 1, 3),
        (-1, "甲一", "demoted", -1, 2),
        (-1, "甲四", "unchanged", -1, 2),
    ]


def test_the_main_term_is_the_largest_in_the_direction_of_the_move_after_renormalising(
    with_cells: StoredCounty,
) -> None:
    moves = overview.overview_moves(with_cells.store, IN_JUNE)
    # 甲二 had 95: 产值 now wins 99 % on 60 of 70 parts of the weight, 60 / 70 x (99 - 95). 办结, without a case now,
    # had won as much as all and takes nothing away.
    # 甲三 and 甲五 moved by what the others did.
    assert rows(moves, "unit", "term_kind", "indicator", "effect") == [
        ("甲二", "indicator", "产值", 3.43),
        ("甲三", None, None, None),
        ("甲五", None, None, None),
        ("甲一", "indicator", "产值", -6.0),
        ("甲四", "indicator", "办结", -27.3),
    ]


def test_a_bonus_or_a_deduction_can_be_the_main_term(with_cells: StoredCounty) -> None:
    with_cells.change("update stored_result set bonus_points = 30 where unit_id = '甲二' and period_start = ?", JUNE)
    with_cells.change("update stored_result set penalty_points = 40 where unit_id = '甲四' and period_start = ?", JUNE)
    moves = overview.overview_moves(with_cells.store, IN_JUNE)
    terms = {unit: (kind, points) for unit, kind, points in rows(moves, "unit", "term_kind", "effect")}
    assert (terms["甲二"], terms["甲四"]) == (("bonus", 30.0), ("deduction", -40.0))


def test_an_indicator_that_came_or_went_counts_by_what_it_won_over_the_rest(with_cells: StoredCounty) -> None:
    with_cells.change("delete from stored_cell where unit_id = '甲四' and indicator_id = '办结' and month = ?", JUNE)
    with_cells.change(
        "update stored_cell set share = 0.5 where unit_id = '甲一' and month = ? and indicator_id = '满意'", MAY
    )
    with_cells.change("delete from stored_cell where unit_id = '甲一' and indicator_id = '满意' and month = ?", JUNE)
    with_cells.change("update stored_cell set share = 0.99 where unit_id = '甲一' and month = ?", JUNE)
    with_cells.change(
        "update stored_result set tier_order = 1, rank_in_type = 1 where unit_id = '甲一' and period_start = ?", JUNE
    )
    with_cells.change("update stored_result set rank_in_type = 2 where unit_id = ? and period_start = ?", "甲一", MAY)
    found = rows(overview.overview_moves(with_cells.store, IN_JUNE), "unit", "indicator", "effect")
    # 甲四: 办结 took its points and its weight along, the rest won as before. 甲一 rose without 满意.
    assert ("甲四", None, None) in found
    assert ("甲一", "满意", 4.41) in found


def test_only_a_month_has_terms(with_cells: StoredCounty) -> None:
    for kind, start, was in (
        ("quarter", date(2026, 4, 1), date(2026, 1, 1)),
        ("year", date(2026, 1, 1), date(2025, 1, 1)),
    ):
        with_cells.results(was, "甲一 99 1 优秀 \n 甲二 90 2 良好", kind=kind)
        with_cells.results(start, "甲一 95 2 良好 \n 甲二 98 1 优秀", kind=kind, as_of_month=JUNE)
        moves = overview.overview_moves(with_cells.store, Period(kind, start), ("A",))
        assert rows(moves, "unit", "tier_shift", "term_kind") == [("甲二", "promoted", None), ("甲一", "demoted", None)]


def test_every_move_of_a_tier_is_listed_and_of_places_only_so_many(
    county: StoredCounty, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview, "MOVES_SHOWN", 1)
    monkeypatch.setattr(overview, "PLACE_MOVES_SHOWN", 0)
    assert rows(overview.overview_moves(county.store, IN_JUNE), "unit") == [("甲二",), ("甲一",)]
    county.change(
        "update stored_result set tier_order = 2, tier = '良好' where unit_id = '甲五' and period_start = ?", JUNE
    )
    assert rows(overview.overview_moves(county.store, IN_JUNE), "unit") == [("甲二",), ("甲五",), ("甲一",)]
    monkeypatch.setattr(overview, "PLACE_MOVES_SHOWN", 1)
    kept = rows(overview.overview_moves(county.store, IN_JUNE), "unit", "tier_shift")
    places = [unit for unit, shift in kept if shift not in ("promoted", "demoted")]
    assert places == ["甲三", "甲四"]  # the largest climb and fall of those that kept their tier


def test_a_quarter_lists_what_is_late_in_any_of_its_months(with_cells: StoredCounty) -> None:
    with_cells.change(
        "update stored_cell set state = 'LATE', share = 0 where unit_id = ? and indicator_id = ? and month = ?",
        "甲一",
        "产值",
        MAY,
    )
    with_cells.results(date(2026, 4, 1), "甲一 95 1 优秀 \n 甲四 70 2 良好", kind="quarter", as_of_month=JUNE)
    late = overview.overview_late(with_cells.store, Period("quarter", date(2026, 4, 1)))
    assert rows(late, "unit", "indicator", "month") == [
        ("甲四", "办结", pd.Timestamp(JUNE)),
        ("甲一", "产值", pd.Timestamp(MAY)),
    ]


def test_late_cells_say_what_they_may_be_worth(with_cells: StoredCounty) -> None:
    with_cells.change(
        "update stored_cell set state = 'REJECTED' where unit_id = '甲一' and indicator_id = '满意' and month = ?", JUNE
    )
    with_cells.change(
        "update stored_cell set value = 99 where unit_id = '甲一' and indicator_id = '满意' and month = ?", JUNE
    )
    late = overview.overview_late(with_cells.store, IN_JUNE)
    assert rows(late, "unit", "indicator", "department", "kind", "open_points", "unit_open_points") == [
        ("甲四", "办结", "信访局", "late", 30.0, 30.0),
        ("甲一", "满意", "营商局", "returned", None, None),
    ]
    assert overview.overview_late(with_cells.store, Period("month", MAY)).empty


def test_a_late_cell_that_a_later_month_carries_says_from_when(with_cells: StoredCounty) -> None:
    july = date(2026, 7, 1)
    with_cells.results(july, "甲四 63.7 1 一般")
    with_cells.cells(july, "甲四 产值 VALUE 60 0.9 \n 甲四 办结 NOT_DUE 30 .", is_calendar_due=False)
    late = overview.overview_late(with_cells.store, Period("month", july))
    assert rows(late, "unit", "indicator", "carried_from", "open_points") == [
        ("甲四", "办结", pd.Timestamp(JUNE), pytest.approx(33.33))
    ]


def test_awaited_departments_are_counted_by_indicator(with_cells: StoredCounty) -> None:
    with_cells.change(
        "update stored_cell set state = 'NOT_DUE', share = null where indicator_id = '满意' and month = ?", JUNE
    )
    with_cells.change("delete from stored_cell where unit_id = '甲一' and indicator_id = '满意' and month = ?", MAY)
    awaited = overview.overview_awaited(with_cells.store, IN_JUNE)
    columns = ("department", "indicator", "unit_count", "carried_count", "left_out_count")
    assert rows(awaited, *columns) == [("营商局", "满意", 3, 2, 1)]


PLANNED = {"function_key": "completion", "basis": "cumulative", "plan_share": 0.5, "target_value": 100}


def test_lagging_indicators_name_the_units_furthest_behind(county: StoredCounty) -> None:
    for unit, value in (("甲一", 30), ("甲二", 20), ("甲三", 25), ("甲四", 45), ("甲五", 52)):
        county.cells(JUNE, f"{unit} 产值 VALUE 60 0.6", value=value, **PLANNED)
        county.cells(JUNE, f"{unit} 办结 VALUE 30 0.6", value=value + 20, **PLANNED)
    found = overview.overview_lagging(county.store, IN_JUNE)
    # 产值: the median is 甲一's 30 of 100 where 50 was planned; 办结: 50, no lag, neither behind nor ahead.
    columns = ("kind", "unit_type", "indicator", "median_lag", "light", "on_plan_count", "goal_count")
    assert rows(found, *columns) == [("lagging", "A", "产值", 20.0, "yellow", 1, 5)]
    assert list(found["units"].iloc[0]) == ["甲二", "甲三", "甲一"]
    assert rows(found, "planned_count", "lagging_count", "missed_count") == [(2, 1, 0)]


def test_nothing_lagging_leaves_one_row_with_the_counts(county: StoredCounty) -> None:
    found = overview.overview_lagging(county.store, IN_JUNE)
    assert rows(found, "kind", "planned_count", "lagging_count") == [(None, 0, 0)]


def six_months(county: StoredCounty, ranks: dict[str, str], *months: date) -> None:
    for at, month in enumerate(months):
        county.results(month, "\n".join(f"{unit} 90 {rank.split()[at]} 良好" for unit, rank in ranks.items()))


RANKS = {"登": "8 7 6 4 3 2", "滑": "1 2 3 4 5 6", "稳": "3 3 4 3 2 1", "缺": "9 8 . 6 5 4"}
SIX = tuple(date(2027, month, 1) for month in (2, 3, 4, 5, 6, 7))


def test_climbs_and_slides_take_the_net_of_six_periods(county: StoredCounty) -> None:
    six_months(county, RANKS, *SIX)
    climbs = overview.overview_climbs(county.store, Period("month", SIX[-1]))
    # 稳 won two places only; 缺 was not ranked in April.
    assert rows(climbs, "unit", "places") == [("登", 6), ("滑", -5)]
    assert list(climbs["ranks"].iloc[0]) == [8, 7, 6, 4, 3, 2]


def test_a_month_that_is_not_there_breaks_a_climb_and_january_is_none(county: StoredCounty) -> None:
    over_january = (date(2027, 11, 1), date(2027, 12, 1), *(date(2028, month, 1) for month in (2, 3, 4, 5)))
    six_months(county, RANKS, *over_january)
    assert len(overview.overview_climbs(county.store, Period("month", over_january[-1]))) == 2
    with_a_hole = tuple(date(2029, month, 1) for month in (2, 3, 4, 5, 7, 8))
    six_months(county, RANKS, *with_a_hole)
    assert overview.overview_climbs(county.store, Period("month", with_a_hole[-1])).empty


def test_rulings_name_the_veto_and_the_reason_of_a_decision(county: StoredCounty) -> None:
    with county.store.write() as connection:
        put(connection, "event_kind", scheme_id="方案", kind="统计造假", effect="veto", ceiling="一般")
        put(connection, "event_kind", scheme_id="方案", kind="表彰", effect="bonus")
        put(
            connection,
            "upload",
            upload_id=1,
            revision_id=1,
            month=JUNE,
            file_name="",
            sha256="",
            received_on=JUNE,
            status="accepted",
        )
        event = {"upload_id": 1, "month": JUNE, "document": "", "quantity": 1, "sheet": "", "event": ""}
        put(connection, "event", **event, unit_id="甲二", kind="统计造假", cell="A1")
        put(connection, "event", **event, unit_id="甲二", kind="表彰", cell="A2")  # no veto
        decision = {
            "upload_id": 1,
            "month": JUNE,
            "period_kind": "month",
            "period_start": JUNE,
            "sheet": "",
            "cell": "",
        }
        put(connection, "decision", **decision, unit_id="甲三", tier="优秀", reason="集体研究")
    county.change(
        "update stored_result set ceiling = '一般', tier = '一般' where unit_id = '甲二' and period_start = ?", JUNE
    )
    county.change(
        "update stored_result set decided_tier = '优秀', tier = '优秀' where unit_id = '甲三' and period_start = ?",
        JUNE,
    )
    rulings = overview.overview_rulings(county.store, IN_JUNE)
    assert rows(rulings, "kind", "unit", "tier", "other_tier", "reason") == [
        ("veto", "甲二", "一般", "一般", ""),
        ("decision", "甲三", "优秀", "良好", "集体研究"),
    ]
    assert list(rulings["kinds"].iloc[0]) == ["统计造假"]
