"""The year in one view: months, quarters and the year of each unit, and the parts the year's score is made of."""

from datetime import date
from decimal import Decimal

from assessment import labels
from assessment.reports import year as year_report
from assessment.store import Store
from tests.store.stored_rows import add, county, month, result

YEAR = date(2026, 1, 1)
MONTHS = [month(f"2026-{m:02}") for m in range(2, 7)]


def test_the_parts_of_the_year_add_up_to_its_score(golden_store: Store) -> None:
    """alpha x mean base + (1 - alpha) x year-end base + bonus - deductions, at 2 decimals."""
    frame = year_report.year(golden_store, YEAR)
    rows = frame[frame["period_kind"] == "year"].to_dict("records")
    assert len(rows) == 5
    for row in rows:
        alpha, mean, end = (Decimal(str(row[name])) for name in ("alpha", "mean_base", "year_end_base"))
        base = alpha * mean + (1 - alpha) * end
        assert abs(base - Decimal(str(row["year_base"]))) <= Decimal("0.01")
        moved = Decimal(str(row["bonus_points"])) - Decimal(str(row["penalty_points"]))
        assert abs(base + moved - Decimal(str(row["score"]))) <= Decimal("0.02")


def test_the_mean_base_is_of_the_months_with_a_tier(empty_store: Store) -> None:
    county(empty_store, {"甲": "A"}, MONTHS)
    add(empty_store, "stored_result", result(MONTHS[1], "甲", 50, is_tiered=False))  # March: no tier yet
    add(empty_store, "stored_result", result(MONTHS[2], "甲", 90), result(MONTHS[3], "甲", None))
    add(empty_store, "stored_result", result(MONTHS[4], "甲", 95), result(YEAR, "甲", 93, period_kind="year"))
    frame = year_report.year(empty_store, YEAR)
    row = frame[frame["period_kind"] == "year"].iloc[0]
    assert (row["mean_base"], row["tiered_month_count"]) == (92.5, 2)
    assert frame.loc[frame["period_kind"] == "month", "mean_base"].isna().all()


def test_a_unit_stands_under_its_latest_type_and_one_that_left_is_marked(empty_store: Store) -> None:
    county(empty_store, {"甲": "A", "乙": "A", "丙": "B"}, MONTHS)
    add(empty_store, "stored_result", result(MONTHS[3], "甲", 80, unit_type="B"), result(MONTHS[4], "甲", 90))
    add(empty_store, "stored_result", result(MONTHS[3], "乙", 70), result(MONTHS[4], "丙", 60, unit_type="B"))
    frame = year_report.year(empty_store, YEAR, ("A",))
    found = [(row.unit_id, row.type_then, row.has_left) for row in frame.itertuples()]
    assert found == [("甲", "B", False), ("甲", "A", False), ("乙", "A", True)]


def test_another_year_has_no_rows(golden_store: Store) -> None:
    assert year_report.year(golden_store, date(2025, 1, 1)).empty
    assert labels.score(year_report.year(golden_store, YEAR)["score"].iloc[0]) != labels.NONE
