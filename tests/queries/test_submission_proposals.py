"""What the record of arrivals would add to reported lateness: by events, by an indicator, and through the upload."""

from datetime import date
from typing import Any

import pytest

from assessment import intake
from assessment.periods import Period
from assessment.reports import submissions
from assessment.store import Store
from tests.rules.small_county import County

UNITS = "A: 甲镇\nB: 统计局 信访局"
INDICATORS = """
indicator_id source due_day frequency value_kind
产值         县统计局 18    monthly   rate
耕地         县统计局 12    monthly   rate
办结         信访局   10    monthly   rate
"""
RULES = """
indicator_id weight function      line
产值         50     standard_line 10
耕地         20     standard_line 10
办结         30     standard_line 10
"""
MAY = date(2026, 5, 1)
AFTER = date(2026, 6, 28)
TABLES = {"indicator": INDICATORS, "rule": RULES, "unit_alias": "alias unit_id\n县统计局 统计局"}
COUNTED = "单位 产值 耕地 迟报次数\n甲镇 5 5 0\n统计局 5 5 1\n信访局 5 5 3"
EVENTS = "单位 类别 事项 文号 次数\n{rows}"


def column(name: str) -> str:
    return f"单位 {name}\n甲镇 5\n统计局 5\n信访局 5"


@pytest.fixture
def county(empty_store: Store) -> County:
    """统计局 hands in two tables, 2 and 6 days late; of 信访局 nothing comes."""
    county = County(empty_store, UNITS, **TABLES)
    county.hand_in("2026-05", date(2026, 6, 20), results=column("产值"))
    county.hand_in("2026-05", date(2026, 6, 18), results=column("耕地"))
    return county


def offers(county: County, today: date = AFTER) -> dict[str, Any]:
    found = submissions.submission_proposals(county.store, MAY, today)
    return {row.unit_id: row for row in found.itertuples(index=False)}


def added(county: County, today: date = AFTER) -> dict[str, tuple[int, int, int]]:
    return {unit: (row.more_value, row.more_late, row.more_missing) for unit, row in offers(county, today).items()}


def hand_in_the_rows(county: County, today: date = AFTER) -> intake.Preview:
    data = intake.lateness_rows(county.store, MAY, offers(county, today).values())
    shown = intake.preview(county.store, [("补报.xlsx", data)], Period.parse("2026-05"), today)
    assert shown.problems == []
    intake.commit(county.store, shown, "考核办")
    return shown


def penalty(county: County, unit: str) -> float:
    return float(county.result("2026-05", unit)["penalty_points"])


def test_late_tables_count_each_and_missing_ones_from_the_day_of_publishing(county: County) -> None:
    assert offers(county)["统计局"].late_count == 2
    assert added(county, date(2026, 6, 25)) == {"统计局": (0, 2, 0), "信访局": (0, 0, 0)}
    assert added(county, date(2026, 6, 26)) == {"统计局": (0, 2, 0), "信访局": (0, 0, 1)}


def test_only_what_the_record_knows_beyond_the_report_is_offered(county: County) -> None:
    county.hand_in("2026-05", events=EVENTS.format(rows="统计局 迟报 月报 . 1\n信访局 缺报 月报 . 2"))
    assert added(county) == {"统计局": (0, 1, 0), "信访局": (0, 0, 0)}
    assert offers(county)["信访局"].is_reported_more


def test_handed_in_they_deduct_as_the_scheme_says_and_keep_what_was_reported(county: County) -> None:
    county.hand_in("2026-05", events=EVENTS.format(rows="统计局 省级表彰 先进 省发1号 1\n统计局 迟报 月报 . 1"))
    before = county.result("2026-05", "统计局")
    hand_in_the_rows(county)
    after = county.result("2026-05", "统计局")
    assert float(before["bonus_points"]) == float(after["bonus_points"]) == 2
    assert (penalty(county, "统计局"), penalty(county, "信访局")) == (1.0, 1.0)
    assert added(county) == {"统计局": (0, 0, 0), "信访局": (0, 0, 0)}
    assert penalty(county, "甲镇") == 0


def test_what_the_record_learns_later_is_added_to_the_same_row(empty_store: Store) -> None:
    county = County(empty_store, UNITS, **TABLES)
    county.hand_in("2026-05", date(2026, 6, 18), results=column("耕地"))
    hand_in_the_rows(county, date(2026, 6, 18))
    assert penalty(county, "统计局") == 0.5
    county.hand_in("2026-05", date(2026, 6, 20), results=column("产值"))
    hand_in_the_rows(county, date(2026, 6, 21))
    assert penalty(county, "统计局") == 1.0


def test_where_an_indicator_measures_lateness_its_value_is_offered(empty_store: Store) -> None:
    """统计局 is late with two tables where 1 is reported, 信访局 with none where 3 are: only the first is offered."""
    headed = INDICATORS.replace("value_kind\n", "value_kind measures_lateness\n").replace("rate\n", "rate false\n")
    rules = (
        RULES.replace("line\n", "line per_case\n")
        .replace(" 10\n", " 10 .\n")
        .replace("办结         30 ", "办结         20 ")
    )
    tables = {
        "indicator": f"{headed}迟报次数 考核办 25 monthly count true",
        "rule": f"{rules}迟报次数 10 deduct . 1",
        "unit_alias": TABLES["unit_alias"],
    }
    county = County(empty_store, UNITS, **tables)
    county.hand_in("2026-05", date(2026, 6, 9), results=column("办结"))
    county.hand_in(
        "2026-05", date(2026, 6, 20), results="单位 产值 耕地 迟报次数\n甲镇 5 5 0\n统计局 5 5 1\n信访局 5 5 3"
    )
    assert added(county) == {"统计局": (1, 0, 0), "信访局": (0, 0, 0)}
    assert offers(county)["信访局"].is_reported_more
    shown = hand_in_the_rows(county)
    assert [(change.unit, change.before, change.after) for change in shown.changes if change.is_news] == [
        ("统计局", "1", "2")
    ]
    assert county.cell("2026-05", "统计局", "迟报次数")["value"] == 2
    assert penalty(county, "统计局") == 0
    assert added(county)["统计局"] == (0, 0, 0)


def test_a_department_that_is_no_unit_of_the_month_is_no_ones_lateness(empty_store: Store) -> None:
    county = County(empty_store, UNITS, **TABLES | {"unit_alias": "alias unit_id\n统计处 统计局"})
    county.hand_in("2026-05", date(2026, 6, 20), results=column("产值"))
    assert set(offers(county)) == {"信访局"}
