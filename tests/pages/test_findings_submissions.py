"""The sentences over who hands in on time, from rows written by hand: each state, denominators, days, singulars."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from assessment import i18n
from assessment.findings import submissions

TODAY = date(2026, 8, 14)
JULY = pd.Timestamp(2026, 7, 1)


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    with i18n.speaking("zh"):
        yield


def table(department: str, due: int, came: int | None = None, **more: Any) -> dict[str, Any]:
    """A table of ten cells due on a day of August; came on another, or not at all."""
    left = due - TODAY.day
    late = max((came or due) - due, 0)
    state = ("missing" if left < 0 else "not_due") if came is None else "late" if late else "on_time"
    known = {"month": JULY, "department": department, "due_on": pd.Timestamp(2026, 8, due), "state": state}
    known |= {"is_late": late > 0, "days_late": late, "days_left": left, "cell_count": 10, "returned_count": 0}
    known |= {"come_count": 10 if came else 0, "awaited_count": 0 if came else 10}
    return known | {"is_overdue": came is None and left < 0} | more


def part(department: str, due: int) -> dict[str, Any]:
    is_overdue = due < TODAY.day
    return table(department, due, due, state="partial", come_count=6, awaited_count=4, is_overdue=is_overdue)


def headline(*rows: dict[str, Any]) -> str:
    return submissions.headline("7月", pd.DataFrame(list(rows)))


def test_late_missing_and_the_next_due_day_of_all_departments() -> None:
    rows = [table("统计局", 10, 12), table("信访局", 10), table("商务局", 18), table("财政局", 12, 12)]
    assert headline(*rows) == "7月：4 个部门中 1 个迟报、1 个未交、1 个未到期；8月18日截止，还有 4 天"
    with i18n.speaking("en"):
        said = submissions.headline("Jul", pd.DataFrame(rows))
    assert said == "Jul: of 4 departments 1 handed in late, 1 not handed in, 1 not due yet; 4 days left to 18 Aug"


def test_a_department_counts_once_however_many_tables_it_owes() -> None:
    rows = [table("县委办", 5, 7), table("县委办", 10, 13), table("统计局", 10, 10)]
    assert headline(*rows) == "7月：2 个部门中 1 个迟报"


def test_parts_and_returns_are_told_apart() -> None:
    rows = [part("统计局", 10), part("商务局", 18), table("财政局", 12, 12, state="returned", returned_count=3)]
    assert headline(*rows) == "7月：3 个部门中 1 个缺一部分、1 个待更正、1 个未到期；8月18日截止，还有 4 天"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([table("统计局", 10, 9), table("商务局", 12, 12)], "7月：2 个部门全部按时交齐"),
        ([table("统计局", 18), table("商务局", 15)], "7月：2 个部门都未到截止日；8月15日截止，还有 1 天"),
        ([table("统计局", 14)], "7月：1 个部门都未到截止日；今天（8月14日）截止"),
    ],
)
def test_all_alike(rows: list[dict[str, Any]], said: str) -> None:
    assert headline(*rows) == said


def test_nothing_owed() -> None:
    assert submissions.headline("7月", pd.DataFrame()) == "7月：没有部门需要交表"


def board(*rows: dict[str, Any]) -> str:
    return submissions.board(pd.DataFrame(list(rows)), {"统计局": "统计局"})


def test_the_board_names_who_acts_first() -> None:
    overdue = [table(name, 10) for name in ("统计局", "信访局", "商务局", "财政局")]
    assert board(*overdue, table("工信局", 20)) == "先催办：统计局、信访局、商务局，另有 1 个"
    assert board(table("统计局", 18), table("信访局", 20)) == "下一批 8月18日前：统计局"
    assert board(table("统计局", 10, 12), table("信访局", 10, 10)) == "各表均已交齐：2 张表中 1 张按时"


@pytest.mark.parametrize(
    ("compile_day", "publish_day", "said"),
    [
        (20, 25, "2 张表交齐 1 张；8月20日前汇总，还有 6 天"),
        (13, 25, "2 张表交齐 1 张；8月25日前发布，还有 11 天"),
        (12, 13, "2 张表交齐 1 张；8月13日发布日已过"),
        (14, 25, "2 张表交齐 1 张；8月14日前汇总，今天"),
    ],
)
def test_the_calendar_says_what_comes_next(compile_day: int, publish_day: int, said: str) -> None:
    rows = pd.DataFrame([table("统计局", 10, 10), table("商务局", 18)])
    days = (date(2026, 8, compile_day), date(2026, 8, publish_day))
    assert submissions.calendar(rows, *days, TODAY) == said


def test_each_state_in_words() -> None:
    rows = [table("统计局", 10), table("统计局", 13), part("统计局", 10), part("统计局", 16), table("统计局", 10, 11)]
    rows += [table("统计局", 15), table("统计局", 10, 10, state="returned", returned_count=2), table("统计局", 10, 10)]
    assert [submissions.state(SimpleNamespace(**row)) for row in rows] == [
        "未交，超期 4 天",
        "未交，超期 1 天",
        "部分，超期 4 天",
        "部分，还有 2 天截止",
        "迟报 1 天",
        "未到期，明天截止",
        "退回 2 格",
        "按时",
    ]


def test_the_year_counts_a_month_once_and_names_the_most_frequent() -> None:
    june = {"month": pd.Timestamp(2026, 6, 1)}
    rows = [table("县委办", 5, 7), table("县委办", 10, 13), table("县委办", 5, 7, **june), table("统计局", 10, 11)]
    assert submissions.year("2026年", pd.DataFrame(rows), {}) == "2026年：2 个部门共迟报 3 次，县委办最多（2 次）"
    assert submissions.year("2026年", pd.DataFrame(rows[:3]), {}) == "2026年：共迟报 2 次，均为县委办"
    assert submissions.year("2026年", pd.DataFrame(rows[3:]).assign(is_late=False), {}) == "2026年：没有部门迟报"


def test_units_own_rows() -> None:
    rows = pd.DataFrame({"unit_id": ["甲镇", "乙镇"], "late_count": [2, 1]})
    assert submissions.units(rows) == "2 个单位自身缺报 3 项"
    assert submissions.units(rows.head(1)) == "1 个单位自身缺报 2 项"
    assert submissions.units(rows.head(0)) == "已交各表中没有单位自身缺报"
