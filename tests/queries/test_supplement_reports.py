"""The supplements' reports over a small county, written by hand."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assessment.reports import supplements
from assessment.store import open_store
from tests.queries.supplement_county import TABLES, UNITS, take_in_may_and_june
from tests.rules.small_county import County


@pytest.fixture(scope="module")
def county(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[County]:
    folder = tmp_path_factory.mktemp("county") / "store"
    shutil.copytree(empty_folder, folder)
    store = open_store(folder)
    made = County(store, UNITS, **TABLES)
    take_in_may_and_june(made)
    yield made
    store.close()


def rows(frame: Any, *columns: str) -> list[tuple[Any, ...]]:
    chosen = frame[list(columns)].astype(object)
    return [tuple(row) for row in chosen.where(chosen.notna(), None).itertuples(index=False)]


def lives(county: County, month: date) -> list[tuple[Any, ...]]:
    return rows(supplements.supplement_lives(county.store, month), "module_id", "unit_type", "state", "weight")


def test_a_supplement_comes_runs_and_ends_by_the_month_s_last_day(county: County) -> None:
    in_april = lives(county, date(2026, 4, 1))
    assert in_april == [
        ("win", "乙类", "running", 30.0),
        ("win", "甲类", "running", 40.0),
        ("drive", "甲类", "running", 10.0),
        ("later", "甲类", "coming", 5.0),
    ]
    assert [state for _, _, state, _ in lives(county, date(2026, 5, 1))] == ["running", "running", "ended", "coming"]
    assert [state for _, _, state, _ in lives(county, date(2026, 7, 1))] == ["running", "running", "ended", "running"]


def test_sums_leave_out_late_units_and_count_them(county: County) -> None:
    """甲三 is late with 资金: neither its 300 nor a 0 counts. Plan P(6) = 0.5."""
    found = supplements.supplement_totals(county.store, date(2026, 6, 1))
    columns = ("indicator_id", "unit_type", "value", "target_value", "unit_count", "on_plan_count", "late_count")
    assert rows(found, *columns) == [
        ("资金", None, 840.0, 1700.0, 4, 3, 1),
        ("资金", "乙类", 500.0, 1000.0, 1, 1, 0),
        ("资金", "甲类", 340.0, 700.0, 3, 2, 1),
        ("项目", None, 4.0, 12.0, 3, 2, 1),
        ("项目", "甲类", 4.0, 12.0, 3, 2, 1),
    ]
    first = found.iloc[0]
    assert (round(first["annual_rate"], 6), first["planned_share"], round(first["ahead_pp"], 4)) == (
        0.494118,
        0.5,
        -0.5882,
    )


def test_sums_say_of_which_month_they_are(county: County) -> None:
    found = supplements.supplement_totals(county.store, date(2026, 6, 1))
    assert set(found["as_of_month"].dt.month) == {6}


def test_sums_keep_to_the_types_on_screen(county: County) -> None:
    found = supplements.supplement_totals(county.store, date(2026, 6, 1), ("乙类",))
    assert rows(found, "unit_type", "value") == [(None, 500.0), ("乙类", 500.0)]


def test_a_share_of_a_supplement_is_over_the_weights_that_apply_and_ranked_in_its_type(county: County) -> None:
    """甲一: 资金 60/50 -> 1.10, 项目 1, 支出率 1: 42/40. 甲二: 0.8, 1, 0.6: 32/40. 甲四: 1, 0, 支出率 is off: 20/30."""
    found = supplements.supplement_scores(county.store, date(2026, 6, 1))
    own = found[(found["module_id"] == "win") & (found["unit_type"] == "甲类")]
    assert rows(own, "unit_id", "rank_in_type", "score", "applicable_weight", "late_count") == [
        ("甲一", 1, 105.0, 40.0, 0),
        ("甲二", 2, 80.0, 40.0, 0),
        ("甲四", 3, 66.67, 30.0, 0),
        ("甲三", 4, 5.0, 40.0, 2),
    ]
    other = found[found["unit_type"] == "乙类"]
    assert rows(other, "unit_id", "rank_in_type", "score") == [("乙一", 1, 100.0)]


def test_a_supplement_that_does_not_run_has_no_shares(county: County) -> None:
    found = supplements.supplement_scores(county.store, date(2026, 6, 1))
    assert set(found["module_id"]) == {"win"}
    assert set(found["month"].dt.month) == {6}


def test_changes_compare_with_the_month_before(county: County) -> None:
    """May, 甲二: 资金 60/(200 x 5/12) = 0.72; 项目 and 支出率 are awaited, for nobody handed them in."""
    found = supplements.supplement_scores(county.store, date(2026, 6, 1)).set_index("unit_id")
    assert (found.loc["甲二", "score_change"], found.loc["甲二", "rank_change"]) == (8.0, 0)
    first = supplements.supplement_scores(county.store, date(2026, 5, 1)).set_index("unit_id")
    assert first["score_change"].isna().all()


def test_units_of_one_indicator_have_their_states(county: County) -> None:
    found = supplements.supplement_units(county.store, date(2026, 6, 1), "资金", ("甲类",))
    assert rows(found, "unit_id", "state", "value", "lag") == [
        ("甲一", "VALUE", 60.0, -10.0),
        ("甲四", "VALUE", 200.0, 0.0),
        ("甲二", "VALUE", 80.0, 10.0),
        ("甲三", "LATE", None, None),
    ]


def test_honours_are_listed_with_their_documents_and_those_without_do_not_count(county: County) -> None:
    found = supplements.supplement_events(county.store, date(2026, 6, 1))
    assert rows(found, "unit_id", "kind", "document", "points", "is_counted_bonus") == [
        ("甲二", "省级表彰", "", 2.0, False),
        ("甲一", "市级表彰", "市发〔2026〕3号", 1.0, True),
    ]
    assert supplements.supplement_events(county.store, date(2026, 5, 1)).empty
