"""Completion in words: every sentence with none, one, many, a tie, no plan, no value, no goal."""

from typing import Any

import pandas as pd
import pytest

from assessment import i18n
from assessment.findings import completion as findings
from assessment.i18n import speaking

NOTHING: dict[str, Any] = {
    "unit_type": "A",
    "type_name": "乡镇",
    "type_name_en": "Townships",
    "indicator_id": "J01",
    "indicator": "收入",
    "indicator_en": "Revenue",
    "median_annual_rate": 0.312,
    "median_plan_share": 0.5,
    "median_lag": None,
    "light": None,
    "is_behind": None,
    "mean_share": 0.9,
    "weight": 10.0,
}
ON_TIME = {"median_lag": 2.0, "light": "green", "is_behind": False}
YELLOW = {"median_lag": 18.8, "light": "yellow", "is_behind": True}
RED = {"median_lag": 30.5, "light": "red", "is_behind": True}
SHORT = {"is_behind": True}
REACHED = {"is_behind": False}


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "current", lambda: "zh")


def types(*rows: dict[str, Any]) -> pd.DataFrame:
    """Rows of `completion_types`; each an indicator of its own unless it says otherwise."""
    numbered = [NOTHING | {"indicator_id": f"J{at:02}"} | row for at, row in enumerate(rows)]
    return pd.DataFrame(numbered, columns=list(NOTHING)).astype({"median_lag": float, "is_behind": object})


def units(*rows: tuple[str, float | None, bool | None], function: str = "completion") -> pd.DataFrame:
    """Rows of `completion_units`: name, measure (and share), reached."""
    return pd.DataFrame(
        [
            {"unit": name, "unit_en": name, "measure_function": function, "measure": value, "is_on_plan": reached}
            | {"share": value}
            for name, value, reached in rows
        ]
    ).astype({"measure": float, "share": float, "is_on_plan": object})


HEADLINES = [
    ((), "本期还没有结果"),
    ((ON_TIME,), "6月：没有指标落后时序"),
    ((ON_TIME, REACHED), "6月：没有指标落后时序"),
    ((ON_TIME, SHORT), "6月：没有指标落后时序；1 项指标多数单位未达目标"),
    ((ON_TIME, SHORT, SHORT), "6月：没有指标落后时序；2 项指标多数单位未达目标"),
    ((SHORT,), "6月：1 项指标多数单位未达目标"),
    (({},), "6月：没有可对照时序或目标的指标"),
    ((YELLOW, ON_TIME, SHORT), "6月：1 项指标落后时序；A 乡镇收入最远（中位完成 31.2%，时序 50.0%）"),
    (
        (RED | {"indicator": "到位资金"}, YELLOW),
        "6月：2 项指标落后时序；A 乡镇到位资金最远（中位完成 31.2%，时序 50.0%）",
    ),
    ((YELLOW, YELLOW), "6月：2 项指标落后时序；最远的有 2 项并列（距全年目标进度差 +18.8 个百分点）"),
]


@pytest.mark.parametrize(("rows", "said"), HEADLINES)
def test_the_title_counts_what_is_behind_and_names_the_furthest(rows: tuple[dict[str, Any], ...], said: str) -> None:
    assert findings.headline("6月", types(*rows)) == said


def test_an_indicator_behind_in_two_types_counts_once_in_the_title() -> None:
    rows = types(RED | {"indicator_id": "J01"}, YELLOW | {"indicator_id": "J01", "unit_type": "B1"})
    assert findings.headline("6月", rows).startswith("6月：1 项指标落后时序；")
    assert findings.behind_title(rows) == "落后时序：分类型计 2 项次，其中严重落后 1 项次"


def test_the_title_speaks_english() -> None:
    with speaking("en"):
        said = findings.headline("Jun", types(YELLOW))
    assert (
        said == "Jun: one indicator behind plan; Revenue in A Townships is furthest (median 31.2% done, 50.0% planned)"
    )


LISTS = [
    ((), "尚无时序可比", "其他目标都有半数以上单位达到"),
    ((ON_TIME,), "没有指标落后时序", "其他目标都有半数以上单位达到"),
    ((YELLOW, SHORT), "落后时序：分类型计 1 项次", "多数单位未达目标：分类型计 1 项次"),
    ((YELLOW, YELLOW, SHORT, SHORT), "落后时序：分类型计 2 项次", "多数单位未达目标：分类型计 2 项次"),
    ((YELLOW, RED), "落后时序：分类型计 2 项次，其中严重落后 1 项次", "其他目标都有半数以上单位达到"),
]


@pytest.mark.parametrize(("rows", "behind", "missed"), LISTS)
def test_the_lists_say_how_long_they_are(rows: tuple[dict[str, Any], ...], behind: str, missed: str) -> None:
    assert findings.behind_title(types(*rows)) == behind
    assert findings.missed_title(types(*rows)) == missed


def test_goals_that_cost_most_points_come_first() -> None:
    rows = types(SHORT | {"mean_share": 0.9, "weight": 20.0}, SHORT | {"mean_share": 0.7, "weight": 5.0})
    assert findings.missed(rows)["lost"].tolist() == pytest.approx([2.0, 1.5])


DRILLS = [
    (units(("甲", None, None)), "A 乡镇收入：还没有单位有数"),
    (units(("甲", 0.5, False), ("乙", 1.0, True)), "A 乡镇收入：2 个单位中 1 个达时序；最落后：甲"),
    (
        units(("甲", 0.5, False), ("乙", 0.5, False), ("丙", 0.9, False)),
        "A 乡镇收入：3 个单位都未达时序；最落后：甲、乙",
    ),
    (units(*[(name, 0.5, False) for name in "甲乙丙丁"]), "A 乡镇收入：4 个单位都未达时序；最落后的有 4 个单位并列"),
    (units(("甲", 1.2, True)), "A 乡镇收入：1 个单位中 1 个达时序"),
    (
        units(("甲", -2.0, False), ("乙", 0.0, True), function="standard_line"),
        "A 乡镇收入：2 个单位中 1 个达到目标；最落后：甲",
    ),
    (
        units(("甲", -2.0, False), ("乙", -1.0, False), function="growth_gap"),
        "A 乡镇收入：2 个单位都未达到目标；最落后：甲",
    ),
    (units(("甲", 0.8, None), ("乙", 0.9, None), function="graded"), "A 乡镇收入：最好：乙"),
    (units(*[(name, 0.9, None) for name in "甲乙丙丁"], function="graded"), "A 乡镇收入：4 个单位并列最好"),
]


@pytest.mark.parametrize(("rows", "said"), DRILLS)
def test_an_indicator_s_units_are_counted_and_the_furthest_named(rows: pd.DataFrame, said: str) -> None:
    assert findings.drill("收入", "A 乡镇", rows) == said
