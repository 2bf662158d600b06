"""Places over time, spread and close calls, by rows written by hand."""

import pytest

from assessment.periods import Period
from assessment.reports import standings
from assessment.store import Store
from tests.queries.hand_rows import result, store_rows

JUNE = Period.parse("2026-06")


def test_places_are_laid_on_the_calendar_and_a_month_without_a_place_is_no_row(empty_store: Store) -> None:
    store_rows(
        empty_store,
        [
            result("甲", "2026-06", 90, 1, "优秀"),
            result("甲", "2026-05", 70),  # listed, not ranked
            result("甲", "2026-03", 88, 2),
            result("甲", "2026-02", 91, 1),
            result("甲", "2025-12", 80, 4, "一般"),
            result("甲", "2025-11", 80, 9, "一般", unit_type="B"),  # another type then
            result("甲", "2025-10", 81, 3, "良好", superseded_by=2),  # replaced by a revision
            result("甲", "2025-05", 81, 5, "良好"),  # twelve periods back: out of the picture
            result("乙", "2026-04", 81, 5, "良好"),  # left since
        ],
    )
    history = standings.rank_history(empty_store, JUNE)
    rows = list(zip(history["unit"], history["step"], history["rank_in_type"], strict=True))
    # 11 June, 10 May, 9 April, 8 March, 7 February (with January), 6 December
    assert rows == [("甲", 6, 4), ("甲", 7, 1), ("甲", 8, 2), ("甲", 11, 1)]


def test_the_spread_is_of_the_ranked_beside_the_period_before(empty_store: Store) -> None:
    store_rows(
        empty_store,
        [
            *(result(f"u{score}", "2026-06", score, 1, "良好") for score in ("80.00", "88.12", "88.13", "95.00")),
            result("未排", "2026-06", 10),
            result("u80.00", "2026-05", 86, 1, "良好"),
            result("u80.00", "2026-04", 20, 1, "良好"),
        ],
    )
    row = standings.score_spread(empty_store, JUNE).iloc[0]
    assert (row["ranked_count"], f"{row['median_score']:.2f}") == (4, "88.13")  # 88.125 half up
    assert (f"{row['lower_quartile']:.2f}", f"{row['upper_quartile']:.2f}") == ("86.09", "89.85")
    assert (f"{row['previous_median']:.2f}", f"{row['median_change']:.2f}") == ("86.00", "2.13")


def test_ties_and_neighbours_within_half_a_point_are_close_calls(empty_store: Store) -> None:
    store_rows(
        empty_store,
        [
            result("甲", "2026-06", "95.00", 1, "优秀"),
            result("乙", "2026-06", "94.51", 2, "良好"),  # 0.49 below, and a tier's border between
            result("丙", "2026-06", "94.01", 3, "良好"),  # 0.50 below: not close
            result("丁", "2026-06", "94.01", 3, "良好"),
            result("戊", "2026-06", "90.00", 5, "良好"),
            result("己", "2026-06", "89.99"),  # not ranked
        ],
    )
    calls = standings.close_calls(empty_store, JUNE)
    said = [
        (row.rank_in_type, list(row.units), row.is_tie, f"{row.difference:.2f}", row.is_at_border)
        for row in calls.itertuples()
    ]
    assert said == [(1, ["甲"], False, "0.49", True), (3, ["丙", "丁"], True, "0.00", False)]
    assert list(calls["next_units"].iloc[0]) == ["乙"]


@pytest.mark.parametrize(("types", "count"), [((), 1), (("A",), 1), (("B",), 0)])
def test_the_types_asked_for_are_shown(empty_store: Store, types: tuple[str, ...], count: int) -> None:
    store_rows(empty_store, [result("甲", "2026-06", 85, 1, "良好", unit_count=1)])
    assert len(standings.near_misses(empty_store, JUNE, types)) == count
    assert len(standings.score_spread(empty_store, JUNE, types)) == count
    assert len(standings.rank_history(empty_store, JUNE, types)) == count
