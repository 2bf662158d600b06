"""Tiers between any two periods: shifts, the facts behind them, flow and streaks, by rows written by hand."""

from random import Random

import pandas as pd
import pytest

from assessment.periods import Period
from assessment.reports import rankings, shifts
from assessment.store import Store
from tests.queries.hand_rows import ORDER, result, store_rows

FEBRUARY, MARCH, APRIL, MAY, JUNE = (Period.parse(f"2026-0{month}") for month in range(2, 7))
DECEMBER = Period.parse("2025-12")


def shift_of(frame: pd.DataFrame) -> dict[str, str]:
    return dict(zip(frame["unit"], frame["tier_shift"], strict=True))


def test_every_word_of_a_shift(empty_store: Store) -> None:
    store_rows(
        empty_store,
        [
            result("升", "2026-04", 70, 9, "一般"),
            result("升", "2026-06", 95, 1, "优秀"),
            result("降", "2026-04", 95, 1, "优秀"),
            result("降", "2026-06", 85, 5, "良好"),
            result("平", "2026-04", 95, 1, "优秀"),
            result("平", "2026-06", 95, 1, "优秀"),
            result("新", "2026-06", 85, 5, "良好"),
            result("退", "2026-04", 85, 5, "良好"),
            result("转", "2026-04", 85, 5, "良好", unit_type="B"),
            result("转", "2026-06", 95, 1, "优秀"),
            result("曾未排", "2026-04", 40),
            result("曾未排", "2026-06", 85, 5, "良好"),
            result("今未排", "2026-04", 85, 5, "良好"),
            result("今未排", "2026-06", 40),
            result("早", "2025-12", 85, 5, "良好"),  # in neither period
        ],
    )
    moves = shifts.tier_moves(empty_store, JUNE, APRIL)
    assert shift_of(moves) == {
        "升": "promoted", "降": "demoted", "平": "unchanged", "新": "new", "退": "left",
        "转": "not_comparable", "曾未排": "not_comparable", "今未排": "not_comparable",
    }  # fmt: skip
    rose = moves[moves["unit"] == "升"].iloc[0]
    assert (rose["steps"], rose["rank_change"], float(rose["score_change"])) == (2, 8, 25.0)
    moved = moves[moves["unit"] == "转"].iloc[0]
    assert (moved["base_type"], moved["unit_type"]) == ("B", "A")
    assert pd.isna(moved["rank_change"])
    assert pd.isna(moved["score_change"])


def test_the_first_tiers_are_first_and_months_before_them_have_none(empty_store: Store) -> None:
    store_rows(
        empty_store,
        [
            result("甲", "2026-03", 85, 5),
            result("甲", "2026-04", 85, 5, "良好"),
            result("甲", "2026-05", 85, 5, "良好"),
        ],
    )
    assert shift_of(shifts.tier_moves(empty_store, APRIL, MARCH)) == {"甲": "first"}
    assert shift_of(shifts.tier_moves(empty_store, MAY, MARCH)) == {"甲": "first"}
    assert shift_of(shifts.tier_moves(empty_store, MARCH, FEBRUARY)) == {"甲": "not_comparable"}
    assert not shifts.tier_moves(empty_store, MARCH, FEBRUARY)["is_tiered"].any()


def test_a_base_that_was_never_loaded_makes_nobody_new(empty_store: Store) -> None:
    store_rows(empty_store, [result("甲", "2026-04", 85, 5, "良好"), result("乙", "2026-06", 85, 5, "良好")])
    assert shift_of(shifts.tier_moves(empty_store, JUNE, MAY)) == {"乙": "not_comparable"}


def test_the_facts_tell_a_missed_gate_from_a_vetos_ceiling(empty_store: Store) -> None:
    store_rows(
        empty_store,
        [
            result("门槛", "2026-06", "89.99", 1, "良好", place_tier="优秀"),
            result("否决", "2026-06", 95, 2, "一般", place_tier="优秀", ceiling="一般"),
            result("无碍", "2026-06", 75, 9, "一般", ceiling="一般"),
            result("两样", "2026-06", 85, 3, "一般", place_tier="优秀", ceiling="一般"),
        ],
    )
    moves = shifts.tier_moves(empty_store, JUNE, MAY).set_index("unit")
    assert moves["is_gate_missed"].to_dict() == {"门槛": True, "否决": False, "无碍": False, "两样": True}
    assert moves["is_capped"].to_dict() == {"门槛": False, "否决": True, "无碍": False, "两样": True}


def test_the_flow_counts_the_comparable_units_of_both_sides(empty_store: Store) -> None:
    months = [("甲", "优秀", "优秀"), ("乙", "优秀", "良好"), ("丙", "良好", "优秀"), ("丁", "良好", "优秀")]
    rows = []
    for unit, before, now in months:
        rows += [result(unit, "2026-05", 90, 1, before), result(unit, "2026-06", 90, 1, now)]
    rows += [result("戊", "2026-06", 90, 1, "优秀"), result("己", "2026-05", 90, 1, "优秀")]
    flow = shifts.tier_flow(store_rows(empty_store, rows), JUNE, MAY)
    columns = ["base_tier", "tier", "unit_count", "base_count", "now_count"]
    assert flow[columns].values.tolist() == [
        ["优秀", "优秀", 1, 2, 3],
        ["优秀", "良好", 1, 2, 1],
        ["良好", "优秀", 2, 2, 3],
    ]


def test_streaks_follow_the_calendar_and_a_gap_breaks_them(empty_store: Store) -> None:
    rows = []
    for month, rank in (("2026-04", 6), ("2026-05", 4), ("2026-06", 2)):
        rows += [
            result("三连优", month, 95, 1, "优秀"),
            result("缺五月", month, 95, 1, "优秀") if month != "2026-05" else result("别家", month, 85, 5, "良好"),
            result("三连末", month, 70, 9, "一般" if month != "2026-05" else "较差"),
            result("两连升", month, 85, rank, "良好"),
            result("转类", month, 95, 1, "优秀", unit_type="A" if month != "2026-04" else "B"),
        ]
    for month, rank in (("2025-12", 5), ("2026-02", 4), ("2026-03", 3), ("2026-04", 2)):
        rows.append(result("跨年升", month, 85, rank, "良好" if month > "2026-03" else None))
    store_rows(empty_store, rows)
    said = {
        period: [
            (row.streak, row.unit, row.period_count)
            for row in shifts.tier_streaks(empty_store, Period.parse(period)).itertuples()
        ]
        for period in ("2026-04", "2026-06")
    }
    assert said["2026-06"] == [("best", "三连优", 3), ("lowest", "三连末", 3)]
    assert said["2026-04"] == [("rising", "跨年升", 3)]


def test_months_in_which_no_tiers_are_given_neither_count_in_a_streak_of_tiers_nor_end_it(empty_store: Store) -> None:
    """No tiers in February and March; one unit is without a score in March, another was 良好 in December."""
    rows = []
    for month in ("2025-11", "2025-12", "2026-02", "2026-03", "2026-04"):
        tier = None if month in ("2026-02", "2026-03") else "优秀"
        rows.append(result("一直优", month, 95, 1, tier))
        rows.append(result("刚优", month, 95, 1, "良好" if month == "2025-12" else tier))
        if month != "2026-03":
            rows.append(result("缺三月", month, 95, 1, tier))
    store_rows(empty_store, rows)
    (found,) = shifts.tier_streaks(empty_store, APRIL).itertuples()
    assert (found.streak, found.unit, found.period_count) == ("best", "一直优", 3)
    assert str(found.since_start)[:7] == "2025-11"
    assert shifts.tier_streaks(empty_store, MARCH).empty


@pytest.mark.parametrize(("period", "base"), [(MAY, APRIL), (APRIL, MARCH), (FEBRUARY, DECEMBER), (JUNE, MAY)])
def test_against_the_period_before_the_shifts_are_those_of_the_ranking(
    empty_store: Store, period: Period, base: Period
) -> None:
    """Drawn results: units come, go, change type and lack a tier."""
    random, rows = Random(7), []
    for month in ("2025-12", "2026-02", "2026-03", "2026-04", "2026-05"):
        for unit in range(40):
            tier = random.choice([*ORDER, None]) if month[5:] not in ("02", "03") else None
            if random.random() < 0.85:
                rows.append(result(f"u{unit}", month, 85, 5, tier, unit_type=random.choice("AAB")))
    store_rows(empty_store, rows)
    known = rankings(empty_store, period).set_index("unit_id")["tier_shift"].to_dict()
    moves = shifts.tier_moves(empty_store, period, base)
    assert moves[moves["tier_shift"] != "left"].set_index("unit_id")["tier_shift"].to_dict() == known
    flow = shifts.tier_flow(empty_store, period, base)
    compared = moves["tier_shift"].isin(["promoted", "demoted", "unchanged"])
    assert flow["unit_count"].sum() == compared.sum()
