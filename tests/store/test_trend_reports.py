"""Trends over rows written by hand: by the calendar, never the row above; nothing compared that does not compare."""

import random
import statistics
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest

from assessment import labels
from assessment.reports import trends
from assessment.store import Store
from tests.store.stored_rows import add, cell, county, month, result

MONTHS = [month(f"{year}-{m:02}") for year in (2024, 2025, 2026) for m in range(2, 13)]
END = date(2026, 12, 1)
Row = dict[str, Any]


def row(frame: Any, start: str, **keys: str) -> Row:
    for name, value in keys.items():
        frame = frame[frame[name] == value]
    found = frame[frame["period_start"].dt.date == month(start)]
    assert len(found) == 1
    return {str(name): None if labels.is_missing(value) else value for name, value in found.iloc[0].items()}


@pytest.fixture
def store(empty_store: Store) -> Store:
    county(
        empty_store,
        {"甲": "A", "乙": "A", "丙": "A", "丁": "A", "戊": "B"},
        MONTHS,
        {"一": date(2024, 1, 1), "二": date(2026, 1, 1)},
    )
    return empty_store


def test_the_middle_of_a_type_counts_ranked_units_only(store: Store) -> None:
    june = month("2026-06")
    scores = [("甲", 90), ("乙", 80), ("丙", 71)]
    add(store, "stored_result", *(result(june, unit, score) for unit, score in scores))
    add(store, "stored_result", result(june, "丁", 10, is_ranked=False))  # listed, not ranked
    add(store, "stored_result", result(june, "戊", 50, unit_type="B"))  # another type
    add(store, "stored_result", result(june, "丁", 99, superseded_by=2))  # no longer true
    add(store, "stored_result", result(june, "丁", 99, scenario_id=1))  # a what-if
    found = row(trends.trend_type(store, ("A",), END), "2026-06")
    assert (found["lower_quartile"], found["median_score"], found["upper_quartile"]) == (75.5, 80, 85)
    assert found["ranked_count"] == 3


def test_an_even_number_of_units_has_the_mean_of_the_middle_two_half_up(store: Store) -> None:
    add(store, "stored_result", result(month("2026-06"), "甲", 80.01), result(month("2026-06"), "乙", 80.02))
    assert row(trends.trend_type(store, ("A",), END), "2026-06")["median_score"] == 80.02


def test_february_compares_with_december_and_a_gap_with_nothing(store: Store) -> None:
    months = {"2025-12": 80, "2026-02": 82, "2026-03": 85, "2026-05": 90}
    add(store, "stored_result", *(result(month(code), "甲", score) for code, score in months.items()))
    frame = trends.trend_type(store, (), END)
    february = row(frame, "2026-02")
    assert (february["previous_score"], february["pop_change"], february["is_pop_over_year"]) == (80, 2, True)
    assert row(frame, "2026-03")["pop_change"] == 3
    assert row(frame, "2026-05")["pop_change"] is None, "April is missing: March is not the month before"


def test_last_year_is_the_same_month_and_a_change_of_scheme_is_marked(store: Store) -> None:
    add(store, "stored_result", result(month("2025-06"), "甲", 80), result(month("2026-05"), "甲", 81, scheme_id="二"))
    add(store, "stored_result", result(month("2026-06"), "甲", 86.4, scheme_id="二"))
    found = row(trends.trend_type(store, ("A",), END), "2026-06")
    assert (found["last_year_score"], found["yoy_change"]) == (80, 6.4)
    assert (found["is_yoy_over_scheme"], found["is_pop_over_scheme"]) == (True, False)


def test_quarters_stand_beside_months_up_to_the_chosen_month(store: Store) -> None:
    quarter = {"period_kind": "quarter"}
    add(store, "stored_result", result(month("2026-04"), "甲", 90), result(month("2026-01"), "甲", 85, **quarter))
    add(store, "stored_result", result(month("2026-04"), "甲", 88, **quarter))
    frame = trends.trend_type(store, ("A",), month("2026-04"))
    assert frame["period_kind"].tolist() == ["month", "quarter"], "the second quarter ends after April"
    whole = trends.trend_type(store, ("A",), END)
    assert row(whole, "2026-04", period_kind="quarter")["pop_change"] == 3


def test_a_unit_is_not_compared_with_its_time_in_another_type(store: Store) -> None:
    add(store, "stored_result", result(month("2026-05"), "甲", 80, unit_type="B"), result(month("2026-06"), "甲", 90))
    add(store, "stored_result", result(month("2026-06"), "乙", 70))
    found = row(trends.trend_unit(store, "A", END), "2026-06", unit_id="甲")
    assert (found["pop_change"], found["is_pop_over_type"]) == (None, True)
    assert (found["median_score"], found["median_gap"]) == (80, 10)


def test_a_module_is_scored_out_of_100_over_the_weights_that_apply(store: Store) -> None:
    may, june = month("2026-05"), month("2026-06")
    add(store, "stored_result", *(result(m, unit, 80) for unit in ("甲", "乙") for m in (may, june)))
    add(store, "stored_cell", cell(june, "甲", 1, weight=10, share=0.5), cell(may, "甲", 1, share=1))
    add(store, "stored_cell", cell(june, "甲", 1, indicator_id="二", weight=30, share=1))
    add(store, "stored_cell", cell(june, "甲", None, indicator_id="三", weight=60, state="NO_CASE"))  # does not apply
    add(store, "stored_cell", cell(june, "乙", 1, share=0.5), cell(june, "戊", 1, share=0, unit_type="B"))
    found = row(trends.trend_module(store, "A", "甲", END), "2026-06")
    assert (found["unit_score"], found["median_score"], found["scored_count"]) == (87.5, 68.75, 2)
    assert (found["previous_score"], found["pop_change"]) == (100, -31.25)


def test_an_amount_grows_by_the_month_and_compares_over_equal_spans(store: Store) -> None:
    so_far = {"2025-12": 100, "2026-02": 24, "2026-03": 30, "2026-04": 42, "2026-06": 60}
    add(store, "stored_cell", *(cell(month(code), "甲", value) for code, value in so_far.items()))
    frame = trends.trend_indicator(store, "指标", "A", "甲", END)
    february, march, april, june = (row(frame, f"2026-0{m}") for m in (2, 3, 4, 6))
    assert (february["increment"], february["month_span"]) == (24, 2)
    assert (march["increment"], march["increment_pop_change"], march["is_pop_span_unequal"]) == (6, None, True)
    assert (april["increment"], april["increment_pop_change"], april["increment_pop_rate"]) == (12, 6, 1.0)
    assert june["increment"] is None, "May is missing"


def test_no_percent_change_over_a_base_of_zero_or_less(store: Store) -> None:
    values = {"2025-03": 0, "2025-04": -5, "2025-06": 80, "2026-03": 7, "2026-04": 5, "2026-06": 100}
    add(store, "stored_cell", *(cell(month(code), "甲", value) for code, value in values.items()))
    frame = trends.trend_indicator(store, "指标", "A", "甲", END)
    found = {code: row(frame, code) for code in ("2026-03", "2026-04", "2026-06")}
    assert [found[code]["yoy_change"] for code in found] == [7, 10, 20]
    assert [found[code]["yoy_rate"] for code in found] == [None, None, 0.25]


def test_a_type_shows_the_median_of_values_and_counts_who_has_one(store: Store) -> None:
    june, states = month("2026-06"), {"甲": "VALUE", "乙": "ZERO", "丙": "LATE", "丁": "NA_BY_RULE"}
    values = {"甲": 10, "乙": 0, "丙": None, "丁": None}
    add(store, "stored_cell", *(cell(june, unit, values[unit], state=state) for unit, state in states.items()))
    found = row(trends.trend_indicator(store, "指标", "A", "", END), "2026-06")
    assert (found["measure"], found["value_count"], found["assigned_count"]) == (5, 2, 3)
    assert found["state"] is None
    assert row(trends.trend_indicator(store, "指标", "A", "丙", END), "2026-06")["state"] == "LATE"


def test_a_graded_cell_shows_the_share_it_won(store: Store) -> None:
    add(store, "stored_cell", cell(month("2026-06"), "甲", None, share=0.86))
    assert row(trends.trend_indicator(store, "指标", "A", "甲", END), "2026-06")["measure"] == 86


def test_medians_and_changes_equal_a_plain_calculation(store: Store) -> None:
    draw = random.Random(3)
    scores = {(m, unit): round(draw.uniform(60, 100), 2) for m in MONTHS for unit in "甲乙丙丁" if draw.random() > 0.15}
    add(store, "stored_result", *(result(m, unit, score) for (m, unit), score in scores.items()))
    medians = {}
    for m in MONTHS:
        found = [Decimal(str(score)) for (when, _), score in scores.items() if when == m]
        if found:
            medians[m] = statistics.median(found).quantize(Decimal("0.01"), ROUND_HALF_UP)
    frame = trends.trend_type(store, ("A",), END)
    assert len(frame) == len(medians)
    for shown in frame.to_dict("records"):
        start = shown["period_start"].date()
        previous = date(start.year - 1, 12, 1) if start.month == 2 else date(start.year, start.month - 1, 1)
        for other, column in ((previous, "pop_change"), (date(start.year - 1, start.month, 1), "yoy_change")):
            expected = medians[start] - medians[other] if other in medians else None
            assert (None if shown[column] != shown[column] else Decimal(f"{shown[column]:.2f}")) == expected
        assert Decimal(f"{shown['median_score']:.2f}") == medians[start]
