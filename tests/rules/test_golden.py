"""The golden county of domain.md section 7, from its reference files and its workbook of June to every number."""

import io
from collections.abc import Callable
from datetime import date
from math import isnan
from typing import Any

import openpyxl
import pytest

from assessment import intake, reference, reports, settings
from assessment.periods import Period
from assessment.store import Store

JUNE = Period.parse("2026-06")
AFTER_THE_DUE_DAY = date(2026, 7, 20)
INDICATORS = ("J01", "J03", "J08", "S01", "S06", "S11")
POINTS = {
    "甲镇": ("21.1429", "20.9600", "20.0000", "14.2200", "15.0000", "10.0000"),
    "乙镇": ("20.0000", "19.0000", "16.7500", "15.0000", "13.8000", "8.0000"),
    "丙镇": ("18.7692", "9.0000", "15.1250", "15.0000", "15.0000", "10.0000"),
    "丁乡": ("22.0000", "20.0000", "12.0000", "15.0000", "—", "10.0000"),
    "戊乡": ("0.0000", "18.5000", "12.0000", "15.0000", "12.0000", "4.0000"),
}


def take_in(store: Store, book: bytes) -> None:
    intake.commit(store, intake.preview(store, [("2026-06.xlsx", book)], JUNE, AFTER_THE_DUE_DAY), "考核办")


def ranking(store: Store) -> dict[str, dict[str, Any]]:
    frame = reports.rankings(store, JUNE)
    return {row["unit"]: row for row in frame.to_dict("records")}


@pytest.fixture(scope="module")
def golden(new_store: Callable[[], Store]) -> Store:
    """The golden county with its June."""
    store = new_store()
    reference.load(store, reference.folder_files(settings.SAMPLE), "考核办")
    take_in(store, (settings.SAMPLE / "2026-06.xlsx").read_bytes())
    return store


@pytest.fixture(scope="module")
def june(golden: Store) -> dict[str, dict[str, Any]]:
    """The ranking of June by unit."""
    return ranking(golden)


@pytest.fixture(scope="module")
def second_late(new_store: Callable[[], Store]) -> Store:
    """The golden county with 戊乡's 到位资金 (J08) left blank in the workbook as well."""
    book = openpyxl.load_workbook(settings.SAMPLE / "2026-06.xlsx")
    sheet = book["指标"]
    assert (sheet["F2"].value, sheet["B8"].value) == ("J08", "戊乡")
    sheet["F8"] = None
    out = io.BytesIO()
    book.save(out)
    store = new_store()
    reference.load(store, reference.folder_files(settings.SAMPLE), "考核办")
    take_in(store, out.getvalue())
    return store


@pytest.mark.parametrize("unit", POINTS)
def test_every_cell_has_the_points_of_the_table(golden: Store, unit: str) -> None:
    cells = reports.scores(golden, JUNE).set_index(["unit", "indicator_id"])["points"]
    found = [cells[unit, indicator] for indicator in INDICATORS]
    assert tuple("—" if isnan(value) else f"{value:.4f}" for value in found) == POINTS[unit]


@pytest.mark.parametrize(
    ("unit", "base", "bonus", "deduction", "score", "rank", "tier"),
    [
        ("甲镇", "101.32", 3, 0, "104.32", 1, "优秀"),
        ("乙镇", "92.55", 1, 0.5, "93.05", 3, "良好"),
        ("丙镇", "82.89", 0, 0, "82.89", 4, "一般"),
        ("丁乡", "92.94", 2, 0, "94.94", 2, "良好"),
        ("戊乡", "61.50", 0, 1, "60.50", 5, "一般"),
    ],
)
def test_every_unit_has_the_line_of_the_table(
    june: dict[str, Any], unit: str, base: str, bonus: float, deduction: float, score: str, rank: int, tier: str
) -> None:
    row = june[unit]
    assert (f"{row['base']:.2f}", row["bonus_points"], row["penalty_points"]) == (base, bonus, deduction)
    assert (f"{row['score']:.2f}", row["rank_in_type"], row["tier"]) == (score, rank, tier)


def test_the_type_is_provisional_while_one_unit_is_late(june: dict[str, Any]) -> None:
    assert {unit: row["is_provisional"] for unit, row in june.items()} == dict.fromkeys(POINTS, True)
    assert [unit for unit, row in june.items() if row["has_late"]] == ["戊乡"]


def test_five_scored_units_are_no_small_sample(june: dict[str, Any]) -> None:
    assert not any(row["has_small_sample"] for row in june.values())


def test_june_of_the_ranking_is_sorted_by_rank(june: dict[str, Any]) -> None:
    assert list(june) == ["甲镇", "丁乡", "乙镇", "丙镇", "戊乡"]


def test_a_second_late_cell_costs_its_unit_only(second_late: Store) -> None:
    scores = {unit: f"{row['score']:.2f}" for unit, row in ranking(second_late).items()}
    assert scores == {"甲镇": "104.32", "丁乡": "94.94", "乙镇": "93.05", "丙镇": "82.89", "戊乡": "48.50"}


def test_minmax60_over_four_units_is_marked_a_small_sample(second_late: Store) -> None:
    marked = {unit: row["has_small_sample"] for unit, row in ranking(second_late).items()}
    assert marked == {"甲镇": True, "丁乡": True, "乙镇": True, "丙镇": True, "戊乡": False}
