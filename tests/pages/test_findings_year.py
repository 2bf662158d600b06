"""The sentences over a year, from rows written by hand: leader, tie, alone, unranked, many units, quarters."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pandas as pd
import pytest

from assessment import i18n
from assessment.findings import year
from assessment.findings.moments import Calendar

CALENDAR = Calendar()
JANUARY = datetime(2026, 1, 1)


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    with i18n.speaking("zh"):
        yield


def row(unit: str, kind: str, month: int, **more: Any) -> dict[str, Any]:
    start = JANUARY.replace(month=month)
    known = {"unit_id": unit, "unit": unit, "unit_en": unit, "unit_type": "A", "type_name": "乡镇", "type_name_en": "T"}
    known |= {"period_kind": kind, "period_start": start, "as_of_month": start, "year_start": JANUARY}
    return known | {"score": None, "rank_in_type": None, "tier": None, "tier_order": None, "is_partial": False} | more


def months(unit: str, *orders: int | None) -> list[dict[str, Any]]:
    return [
        row(unit, "month", at, tier=None if order is None else f"档{order}", tier_order=order)
        for at, order in enumerate(orders, 4)
    ]


def line(*rows: dict[str, Any]) -> str:
    return year.type_line(pd.DataFrame(list(rows)), CALENDAR)


def headline(*rows: dict[str, Any]) -> str:
    return year.headline(pd.DataFrame(list(rows)), CALENDAR)


def whole(unit: str, rank: int | None, score: float, **more: Any) -> dict[str, Any]:
    return row(unit, "year", 1, rank_in_type=rank, score=score, **more)


def test_the_leader_with_the_distance_and_the_months_in_the_first_tier() -> None:
    rows = [whole("甲镇", 1, 92.3), whole("乙镇", 2, 91.1), *months("甲镇", 1, 1, 2), *months("乙镇", 2, 2, 1)]
    assert line(*rows) == "2026年4—6月：甲镇以 92.30 分领先，高出第二名 1.20 分，已评档的 3 个月中 2 个月居首档"


def test_a_leader_in_the_first_tier_every_month() -> None:
    rows = [whole("甲镇", 1, 92.3), whole("乙镇", 2, 91.1), *months("甲镇", 1, 1)]
    assert line(*rows).endswith("已评档的 2 个月全部居首档")


def test_joint_leaders_and_too_many_of_them() -> None:
    tied = [whole(unit, 1, 90) for unit in ("甲镇", "乙镇")]
    assert line(*tied, *months("甲镇", 1)) == "2026年4月：甲镇、乙镇以 90.00 分并列第一"
    assert "4 个单位以 90.00 分并列第一" in line(*(whole(u, 1, 90) for u in "甲乙丙丁"), *months("甲", 1))


def test_the_only_unit_ranked() -> None:
    said = line(whole("甲镇", 1, 90), whole("乙镇", None, 95), *months("甲镇", None))
    assert said == "2026年4月：只有甲镇参加年度排名，90.00 分"


def test_too_few_months_and_the_winners_of_the_quarters() -> None:
    quarters = [
        row("甲镇", "quarter", 1, rank_in_type=1),
        row("乙镇", "quarter", 4, rank_in_type=1, is_partial=True),
        row("甲镇", "quarter", 4, rank_in_type=2),
    ]
    said = line(whole("甲镇", None, 90), *months("甲镇", 1), *quarters)
    assert said == "2026年4月：甲镇月月居首档；季度第一：1季度甲镇、2季度（阶段性）乙镇"


def test_a_quarter_won_by_many_counts_them() -> None:
    tied = [row(unit, "quarter", 4, rank_in_type=1) for unit in "甲乙丙丁"]
    assert "2季度4 个单位并列" in line(*months("甲", 1), *tied)


def test_one_type_names_itself_and_several_are_counted() -> None:
    assert headline(whole("甲镇", 1, 90), *months("甲镇", 1)).startswith("A 乡镇，2026年4月：只有甲镇")
    other = [r | {"unit_type": "B"} for r in (whole("乙局", None, 90), *months("乙局", 1, 2))]
    said = headline(whole("甲镇", 1, 90), *months("甲镇", 1, 1), *other)
    assert said == "2026年4—5月：甲镇月月居首档，2 类中 1 类已排出年度第一"


def test_several_types_without_a_steady_unit_without_tiers_without_rows() -> None:
    other = [r | {"unit_type": "B"} for r in months("乙局", 2)]
    assert headline(*months("甲镇", 2), *other) == (
        "2026年4月：没有单位在已评档的 1 个月里月月居首档，月数不足，年度暂不排名"
    )
    bare = [r | {"unit_type": "B"} for r in months("乙局", None)]
    assert headline(*months("甲镇", None), *bare).startswith("2026年4月：还没有评定档次的月份")
    assert year.headline(pd.DataFrame(), CALENDAR) == "本年度还没有结果"


def test_many_steady_units_are_counted() -> None:
    other = [r | {"unit_type": "B"} for unit in "乙丙丁戊" for r in months(unit, 1)]
    assert "4 个单位月月居首档" in headline(*months("甲镇", 2), *other)
