"""The dictionary's reports over a county of two schemes, written by hand."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assessment.reports import dictionary
from assessment.store import open_store
from tests.rules.small_county import County, curve

UNITS = """
甲类: 甲一 甲二
乙类: 乙一
"""
SCHEMES = """
scheme_id effective_month document_number
旧        2025-01         考发〔2025〕1号
新        2026-01         .
"""
TABLES = {
    "scheme": SCHEMES,
    "indicator": """
indicator_id measure_unit source value_kind max_value definition
收入         万元         财政   amount     .         年初以来入库数
信访         件           信访   count      .         .
办结率       %            信访   rate       100       .
""",
    "rule": """
scheme_id unit_type indicator_id weight function   clause excess_cap
旧        甲类      收入         60     completion 第二条 .
旧        乙类      收入         100    completion .      .
新        甲类      收入         50     completion 第三条 0.05
新        乙类      收入         100    completion .      .

scheme_id unit_type indicator_id weight function per_case
旧        甲类      信访         40     deduct   2

scheme_id unit_type indicator_id weight function      line
新        甲类      办结率       50     standard_line 95
""",
    "plan_curve": curve("收入", "0.02 0.05 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1").replace(
        "indicator_id", "scheme_id indicator_id"
    ).replace("\n收入", "\n新 收入"),
}  # fmt: skip


@pytest.fixture(scope="module")
def county(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[County]:
    folder = tmp_path_factory.mktemp("county") / "store"
    shutil.copytree(empty_folder, folder)
    store = open_store(folder)
    yield County(store, UNITS, **TABLES)
    store.close()


def rows(frame: Any, *columns: str) -> list[tuple[Any, ...]]:
    chosen = frame[list(columns)].astype(object)
    return [tuple(row) for row in chosen.where(chosen.notna(), None).itertuples(index=False)]


def test_the_scheme_in_force_speaks_and_earlier_indicators_stay_listed(county: County) -> None:
    now = dictionary.dictionary_entries(county.store, date(2026, 6, 1))
    before = dictionary.dictionary_entries(county.store, date(2025, 12, 1))
    columns = ("indicator_id", "is_in_force")
    assert rows(now, *columns) == [("办结率", True), ("收入", True), ("信访", False)]
    assert rows(before, *columns) == [("信访", True), ("收入", True), ("办结率", False)]
    assert not dictionary.dictionary_entries(county.store, date(2024, 12, 1))["is_in_force"].any()


def test_an_entry_knows_its_function_and_definition(county: County) -> None:
    now = dictionary.dictionary_entries(county.store, date(2026, 6, 1)).set_index("indicator_id").loc["收入"]
    assert (now["function"], now["function_count"], now["definition"]) == ("completion", 1, "年初以来入库数")


def test_rules_come_with_their_defaults_and_their_own_numbers(county: County) -> None:
    found = dictionary.dictionary_rules(county.store)
    own = found[found["indicator_id"] == "收入"]
    assert rows(own, "scheme_id", "unit_type", "weight", "excess_cap", "excess_rate", "clause") == [
        ("旧", "乙类", 100.0, 0.1, 0.5, None),
        ("旧", "甲类", 60.0, 0.1, 0.5, "第二条"),
        ("新", "乙类", 100.0, 0.1, 0.5, None),
        ("新", "甲类", 50.0, 0.05, 0.5, "第三条"),
    ]
    rate = found[found["indicator_id"] == "办结率"].iloc[0]
    assert (rate["line"], rate["slope"], rate["tie_rank"], rate["is_by_plan"]) == (95.0, 0.04, "best", False)


def test_changes_are_those_between_a_scheme_and_the_one_before(county: County) -> None:
    found = dictionary.dictionary_changes(county.store)
    assert set(found["scheme_id"]) == {"新"}
    assert rows(found, "indicator_id", "change", "unit_type", "is_new", "is_gone") == [
        ("信访", "ended", "甲类", False, True),
        ("办结率", "added", "甲类", True, False),
        ("收入", "parameter", "甲类", False, False),
        ("收入", "plan", "乙类", False, False),
        ("收入", "plan", "甲类", False, False),
        ("收入", "weight", "甲类", False, False),
    ]
    weight = found[found["change"] == "weight"].iloc[0]
    assert (weight["weight_before"], weight["weight_after"]) == (60.0, 50.0)


def test_the_plan_curve_belongs_to_its_scheme(county: County) -> None:
    found = dictionary.dictionary_plans(county.store)
    assert set(found["scheme_id"]) == {"新"}
    assert rows(found, "month_index", "month_number", "plan_share")[5] == (6, 6, 0.4)


def test_milestones_are_those_of_the_assessment_year(county: County) -> None:
    county.change(
        milestone="""
year indicator_id milestone share due_on     unit_id
2025 收入         旧节点    1     2025-12-31 .
2026 收入         方案      0.4   2026-03-31 .
2026 收入         验收      0.6   2026-12-31 .
2026 收入         自定      1     2026-06-30 甲一
"""
    )
    found = dictionary.dictionary_milestones(county.store, date(2026, 6, 1))
    assert rows(found, "milestone", "share", "unit_count") == [("方案", 0.4, 0), ("验收", 0.6, 0), (None, None, 1)]


def test_targets_are_the_range_of_the_newest_month(county: County) -> None:
    county.hand_in(
        "2026-03",
        results="单位 收入\n甲一 10\n甲二 20\n乙一 5",
        targets="单位 收入\n甲一 100\n甲二 400\n乙一 0",
    )
    found = dictionary.dictionary_targets(county.store, date(2026, 6, 1))
    assert rows(found, "indicator_id", "unit_type", "least_target", "most_target", "unit_count", "not_set_count") == [
        ("收入", "乙类", 0.0, 0.0, 1, 1),
        ("收入", "甲类", 100.0, 400.0, 2, 0),
    ]
    assert dictionary.dictionary_targets(county.store, date(2026, 2, 1)).empty
