"""Who owes which table by when and what came: months handed in on the days that matter."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assessment import intake
from assessment.reports import submissions
from assessment.store import Store, open_store
from tests.rules.small_county import County

UNITS = "A: 甲镇 乙镇 丙镇\nB: 统计局"
INDICATORS = """
indicator_id source due_day frequency value_kind
产值         县统计局 18    monthly   rate
投资         县统计局 18    monthly   rate
耕地         县统计局 25    quarterly rate
办结         信访局   10    monthly   rate
"""
RULES = """
indicator_id weight function      line
产值         40     standard_line 10
投资         30     standard_line 10
耕地         10     standard_line 10
办结         20     standard_line 10
"""
MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
STATISTICS, CULTIVATED, PETITIONS = ("县统计局", 18), ("县统计局", 25), ("信访局", 10)
BOTH = "单位 产值 投资\n甲镇 5 5\n乙镇 5 5\n丙镇 5 5\n统计局 5 5"
OUTPUT = "单位 产值\n甲镇 5\n乙镇 5\n丙镇 5\n统计局 5"
INVESTMENT = OUTPUT.replace("产值", "投资")


@pytest.fixture
def county(empty_store: Store) -> County:
    """Four units, two departments; the statistics office is a unit under another name and has two due days."""
    aliases = "alias unit_id\n县统计局 统计局"
    return County(empty_store, UNITS, indicator=INDICATORS, rule=RULES, unit_alias=aliases)


def tables(county: County, month: date, today: date) -> dict[tuple[str, int], dict[str, Any]]:
    """The rows of a month by department and due day."""
    found = submissions.submission_tables(county.store, [month], today)
    return {(row["department"], row["due_on"].day): row for row in found.to_dict("records")}


def table(county: County, day: int, which: tuple[str, int] = STATISTICS) -> dict[str, Any]:
    """May's table as it stands on a day of June."""
    return tables(county, MAY, date(2026, 6, day))[which]


def test_only_what_the_calendar_asks_for_is_owed(county: County) -> None:
    june = date(2026, 7, 1)
    assert set(tables(county, MAY, june)) == {STATISTICS, PETITIONS}  # no quarter ends in May
    assert set(tables(county, JUNE, june)) == {STATISTICS, CULTIVATED, PETITIONS}
    assert tables(county, JUNE, june)[STATISTICS]["cell_count"] == 8


def test_nothing_came_is_missing_only_after_the_due_day(county: County) -> None:
    assert [(table(county, day)["state"], table(county, day)["days_left"]) for day in (1, 18, 19)] == [
        ("not_due", 17),
        ("not_due", 0),
        ("missing", -1),
    ]
    assert table(county, 19)["is_overdue"]
    assert not table(county, 19)["is_late"]  # nothing has come, so no days of lateness are known


@pytest.mark.parametrize(
    ("day", "state", "days"), [(17, "on_time", 0), (18, "on_time", 0), (19, "late", 1), (25, "late", 7)]
)
def test_the_day_it_came_says_whether_it_was_late(county: County, day: int, state: str, days: int) -> None:
    county.hand_in("2026-05", date(2026, 6, day), results=BOTH)
    found = table(county, 28)
    assert (found["state"], found["days_late"], found["is_late"]) == (state, days, days > 0)
    assert found["first_on"] == found["complete_on"] == found["last_on"]
    assert (found["come_count"], found["cell_count"], found["awaited_count"]) == (8, 8, 0)
    assert table(county, 28, PETITIONS)["state"] == "missing"


def test_a_correction_after_the_due_day_is_no_lateness(county: County) -> None:
    county.hand_in("2026-05", date(2026, 6, 15), results=BOTH)
    county.hand_in("2026-05", date(2026, 6, 24), results=OUTPUT.replace("甲镇 5", "甲镇 6"))
    found = table(county, 28)
    assert (found["state"], found["days_late"]) == ("on_time", 0)
    days = [f"{found[name]:%d}" for name in ("first_on", "complete_on", "last_on")]
    assert days == ["15", "15", "24"]


def test_an_undone_upload_never_came(county: County) -> None:
    first = county.hand_in("2026-05", date(2026, 6, 15), results=BOTH)
    county.hand_in("2026-05", date(2026, 6, 20), results=BOTH.replace("甲镇 5", "甲镇 6"))
    intake.undo(county.store, first.upload_ids[0], "考核办")
    assert (table(county, 28)["state"], table(county, 28)["days_late"]) == ("late", 2)


def test_a_part_is_in_time_until_the_rest_comes_late(county: County) -> None:
    county.hand_in("2026-05", date(2026, 6, 16), results=OUTPUT)
    before, after = table(county, 17), table(county, 20)
    assert (before["state"], before["is_overdue"], before["open_indicators"]) == ("partial", False, ("投资",))
    assert (after["state"], after["is_overdue"], after["is_late"]) == ("partial", True, False)
    county.hand_in("2026-05", date(2026, 6, 21), results=INVESTMENT)
    whole = table(county, 22)
    assert (whole["state"], whole["days_late"], whole["open_indicators"]) == ("late", 3, ())
    assert [f"{whole[name]:%d}" for name in ("first_on", "complete_on")] == ["16", "21"]


def test_an_indicator_without_a_single_cell_is_the_departments_not_the_units(county: County) -> None:
    county.hand_in("2026-05", date(2026, 6, 20), results=OUTPUT)
    found = table(county, 21)
    assert [found[name] for name in ("state", "is_late", "own_late_count", "awaited_count")] == ["partial", True, 0, 4]
    assert submissions.submission_units(county.store, MAY).empty


def test_a_blank_row_is_the_departments_until_it_counts_as_the_units_own(county: County) -> None:
    """LATE as it is scored: something of the department came after the due day."""
    county.hand_in("2026-05", date(2026, 6, 16), results=BOTH.replace("丙镇 5 5", "丙镇 . 5"))
    in_time = table(county, 20)
    assert (in_time["state"], in_time["awaited_count"], in_time["own_late_count"]) == ("partial", 1, 0)
    county.hand_in("2026-05", date(2026, 6, 20), results="单位 投资\n甲镇 7\n乙镇 5\n丙镇 5\n统计局 5")
    after = table(county, 21)
    assert (after["state"], after["awaited_count"], after["own_late_count"]) == ("on_time", 0, 1)
    units = submissions.submission_units(county.store, MAY)
    assert units[["unit_id", "late_count", "indicators", "departments"]].values.tolist() == [
        ["丙镇", 1, ("产值",), ("县统计局",)]
    ]
    assert submissions.submission_units(county.store, MAY, ("B",)).empty


def test_what_a_blank_took_away_has_not_come(county: County) -> None:
    county.hand_in("2026-05", date(2026, 6, 16), results=BOTH)
    county.hand_in("2026-05", date(2026, 6, 17), results=OUTPUT.replace("丙镇 5", "丙镇 ."))
    found = table(county, 18)
    assert (found["state"], found["come_count"]) == ("partial", 7)


def test_a_returned_value_stands_out_and_keeps_its_day(county: County) -> None:
    county.hand_in("2026-05", date(2026, 6, 16), results=BOTH)
    county.hand_in("2026-05", date(2026, 6, 20), results=OUTPUT.replace("丙镇 5", "丙镇 退回"))
    found = table(county, 21)
    assert (found["state"], found["returned_count"], found["is_late"], found["come_count"]) == ("returned", 1, False, 8)


def test_words_in_cells(county: County) -> None:
    """迟报 is nothing that came, 无 and 0 are; what a table calls 未到期 is not owed."""
    county.change(
        indicator=INDICATORS.replace("value_kind\n", "value_kind allows_no_case\n").replace("rate\n", "rate true\n")
    )
    county.hand_in(
        "2026-05", date(2026, 6, 16), results=OUTPUT.replace("甲镇 5", "甲镇 迟报").replace("乙镇 5", "乙镇 无")
    )
    county.hand_in("2026-05", date(2026, 6, 16), results="单位 投资\n甲镇 0\n乙镇 未到期\n丙镇 5\n统计局 5")
    found = table(county, 20)
    assert (found["cell_count"], found["come_count"], found["own_late_count"], found["state"]) == (7, 6, 1, "on_time")


def test_what_is_not_assigned_is_not_owed(county: County) -> None:
    county.change(rule_override="unit_id indicator_id is_assigned\n甲镇 产值 false")
    assert table(county, 1)["cell_count"] == 7


def test_ballots_and_checkpoints_count_as_handed_in(empty_store: Store) -> None:
    county = County(
        empty_store,
        "A: 甲镇 乙镇",
        indicator="indicator_id source due_day value_kind\n民意 考核办 10 grade\n改革 改革办 10 grade",
        rule="indicator_id weight function\n民意 50 graded\n改革 50 milestone",
        voter_group="indicator_id voter_group weight\n民意 领导 1",
        milestone="indicator_id milestone share due_on\n改革 方案 1 2026-05-31",
    )
    county.hand_in(
        "2026-05",
        date(2026, 6, 12),
        ballots="单位 指标 票组 好 较好 一般 较差 弃权\n甲镇 民意 领导 3 . . . .\n乙镇 民意 领导 . . . . 2",
        milestones="单位 指标 节点 完成日期\n甲镇 改革 方案 2026-05-20",
    )
    found = tables(county, MAY, date(2026, 6, 20))
    assert [found["考核办", 10][name] for name in ("state", "days_late", "come_count")] == ["late", 2, 2]
    assert [found["改革办", 10][name] for name in ("come_count", "own_late_count", "cell_count")] == [1, 1, 2]


def test_a_department_that_is_a_unit_is_known_by_any_of_its_names(county: County) -> None:
    assert table(county, 1)["unit_id"] == "统计局"
    assert not isinstance(table(county, 1, PETITIONS)["unit_id"], str)


def test_what_needs_action_first_comes_first(county: County) -> None:
    county.hand_in("2026-06", date(2026, 7, 24), results="单位 耕地\n甲镇 5\n乙镇 5\n丙镇 5\n统计局 5")
    found = submissions.submission_tables(county.store, [MAY, JUNE], date(2026, 7, 12))
    assert found[["month", "state"]].assign(month=found["month"].dt.month).values.tolist() == [
        [6, "missing"], [6, "not_due"], [6, "on_time"], [5, "missing"], [5, "missing"],
    ]  # fmt: skip


def test_the_months_days_follow_the_scheme_and_the_calendar(county: County) -> None:
    county.change(scheme="scheme_id effective_month compile_day publish_day\n方案 2025-01 22 31")
    found = submissions.submission_days(county.store, [date(2026, 2, 1), JUNE])
    assert found[["compile_on", "publish_on"]].map(lambda day: f"{day:%m-%d}").values.tolist() == [
        ["03-22", "03-31"],
        ["07-22", "07-31"],
    ]


@pytest.mark.parametrize(("newest", "coming"), [("2026-05", JUNE), ("2025-12", date(2026, 2, 1))])
def test_the_next_month_is_the_first_that_takes_data(county: County, newest: str, coming: date) -> None:
    assert submissions.next_month(county.store) is None
    county.hand_in(newest, results=BOTH)
    assert submissions.next_month(county.store) == coming


def test_a_store_made_before_the_days_gets_them(tmp_path: Path, open_copy: Callable[[Path], Store]) -> None:
    store = open_store(tmp_path)
    County(store, UNITS, indicator=INDICATORS, rule=RULES)
    with store.write() as connection:
        connection.execute("alter table scheme drop column compile_day")
        connection.execute("alter table scheme drop column publish_day")
        connection.execute("delete from schema_step where name = 'hand_in_days'")
    store.close()
    again = open_copy(tmp_path)
    with again.write() as connection:
        assert connection.execute("select compile_day, publish_day from scheme").fetchall() == [(20, 25)]
