"""Moves between tiers in words, by rows written by hand."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from assessment import i18n
from assessment.findings import tier_shifts as findings

TIERS = ["优秀", "良好", "一般", "较差"]


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    with i18n.speaking("zh"):
        yield


def move(unit: str, before: str | None, now: str | None, **more: Any) -> dict[str, Any]:
    """A row of `tier_moves`; its shift follows from the two tiers unless stated."""
    orders = [TIERS.index(tier) + 1 if tier else None for tier in (before, now)]
    steps = orders[0] - orders[1] if orders[0] and orders[1] else None
    words = {None: "not_comparable", 0: "unchanged"}
    shift = words.get(steps) or ("promoted" if (steps or 0) > 0 else "demoted")
    return {
        "unit": unit, "unit_en": None, "unit_type": "A", "type_name": "乡镇", "type_name_en": None, "base_type": "A",
        "base_type_name": "乡镇", "base_type_name_en": None, "tier_shift": shift, "steps": steps,
        "tier": now, "tier_en": None, "base_tier": before, "base_tier_en": None, "is_tiered": True, "is_ranked": True,
        "rank_in_type": 3, "base_rank": 7, "rank_change": 4, "unit_count": 10, "base_unit_count": 10,
        "is_over_year": False, "is_provisional": False, "is_decided": False, "base_is_decided": False,
        "computed_tier": now, "computed_tier_en": None, "ceiling": None, "ceiling_en": None, "base_ceiling": None,
        "base_ceiling_en": None, "is_capped": False, "base_is_capped": False, "is_gate_missed": False,
        "base_is_gate_missed": False, "place_gate": 90.0, "base_place_gate": 90.0, "is_straddling": False,
        "base_is_straddling": False, "tie_break_used": None,
    } | more  # fmt: skip


def said(*moves: dict[str, Any]) -> str:
    return findings.headline(pd.DataFrame(list(moves)), "6月", "5月")


STAY = move("平", "良好", "良好")
UP, DOWN = move("升", "良好", "优秀"), move("降", "优秀", "良好")
FAR_UP, FAR_DOWN = move("城关镇", "一般", "优秀"), move("农业局", "优秀", "较差")
TITLES = [
    ([STAY], "6月较5月：各单位档次均未变动"),
    ([UP, STAY], "6月较5月：仅升变动，由良好转为优秀"),
    ([FAR_UP, STAY], "6月较5月：仅城关镇变动，由一般转为优秀"),
    ([UP, UP, DOWN], "6月较5月：2 个单位升档、1 个降档"),
    ([UP, UP], "6月较5月：2 个单位升档，无降档"),
    ([DOWN, DOWN], "6月较5月：2 个单位降档，无升档"),
    ([UP, FAR_UP, DOWN], "6月较5月：2 个单位升档、1 个降档；城关镇由一般升优秀，连升两档"),
    ([UP, FAR_DOWN], "6月较5月：1 个单位升档、1 个降档；农业局由优秀降较差，连降 3 档"),
    ([FAR_UP, move("西镇", "较差", "良好")], "6月较5月：2 个单位升档，无降档；城关镇、西镇连升两档以上"),
    ([move(f"镇{n}", "一般", "优秀") for n in range(4)], "6月较5月：4 个单位升档，无降档；4 个单位连升两档以上"),
]


@pytest.mark.parametrize(("moves", "sentence"), TITLES)
def test_the_title_tells_the_moves(moves: list[dict[str, Any]], sentence: str) -> None:
    assert said(*moves) == sentence


def test_a_first_placing_says_so() -> None:
    first = move("甲", None, "优秀", tier_shift="first")
    assert said(first, first) == "6月：首次定档，共 2 个单位"


def test_a_month_before_the_first_tiers_says_so() -> None:
    assert said(move("甲", "优秀", None, is_tiered=False)) == "6月：按方案尚未开始定档"


def test_a_tiered_month_in_which_nobody_is_ranked_says_so() -> None:
    assert said(move("甲", "优秀", None, is_ranked=False)) == "6月：没有单位定档"


def test_where_nobody_compares_the_title_says_so() -> None:
    assert said(move("甲", None, "优秀", tier_shift="new")) == "6月较5月：没有可比的单位"


def test_no_results_and_no_earlier_period() -> None:
    assert findings.headline(pd.DataFrame([STAY]).iloc[:0], "6月", "5月") == "本期还没有结果"
    assert findings.alone("6月") == "6月：没有更早的周期可比"


def test_units_that_left_do_not_make_results() -> None:
    assert said(move("甲", "优秀", None, tier_shift="left")) == "本期还没有结果"


def test_the_subtitle_counts_who_compares_and_who_stands_apart() -> None:
    new, left = move("新", None, "优秀", tier_shift="new"), move("退", "优秀", None, tier_shift="left")
    rows = pd.DataFrame([UP, STAY, new, left, move("转", "优秀", "优秀", tier_shift="not_comparable")])
    about = findings.about(rows.assign(is_over_year=True, is_provisional=True), "2026年2月", "2025年12月")
    assert about == [
        "2026年2月与2025年12月对比",
        "可比 2 个单位",
        "新进 1 个",
        "退出 1 个",
        "不可比 1 个",
        "跨年",
        "暂定：有单位迟报",
    ]


def test_the_flow_tells_how_many_stayed() -> None:
    flow = pd.DataFrame({"base_tier_order": [1, 1, 2], "tier_order": [1, 2, 2], "unit_count": [3, 1, 4]})
    assert findings.kept(flow) == "可比 8 个单位中 7 个档次不变"
    assert findings.kept(flow[flow["base_tier_order"] == flow["tier_order"]]) == "可比 7 个单位档次均未变"


REASONS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["名次 7 → 3"]),
    ({"rank_change": 0}, ["名次未变"]),
    ({"rank_change": 0, "unit_count": 9}, ["名次未变，参加排名单位 10 → 9 个"]),
    ({"rank_change": None}, []),
    ({"is_decided": True, "computed_tier": "良好"}, ["审定结果，测算档次为良好", "名次 7 → 3"]),
    ({"base_is_decided": True}, ["对比期档次为审定结果", "名次 7 → 3"]),
    ({"is_capped": True, "ceiling": "一般"}, ["一票否决，最高一般", "名次 7 → 3"]),
    ({"base_is_capped": True, "base_ceiling": "一般"}, ["对比期受一票否决限档（最高一般），本期解除", "名次 7 → 3"]),
    ({"is_gate_missed": True}, ["名次够档，得分未达 90 分线", "名次 7 → 3"]),
    ({"base_is_gate_missed": True}, ["达到 90 分线（对比期未达）", "名次 7 → 3"]),
    ({"base_is_gate_missed": True, "is_gate_missed": True}, ["名次够档，得分未达 90 分线", "名次 7 → 3"]),
    ({"is_straddling": True}, ["并列跨档次线，按并列规则定档，提请领导小组研究", "名次 7 → 3"]),
    ({"base_is_straddling": True}, ["对比期并列跨档次线，按并列规则定档", "名次 7 → 3"]),
    ({"tie_break_used": "trunk"}, ["同分按序定名次", "名次 7 → 3"]),
]


@pytest.mark.parametrize(("facts", "reasons"), REASONS)
def test_reasons_are_the_stored_facts(facts: dict[str, Any], reasons: list[str]) -> None:
    assert findings.reasons(SimpleNamespace(**move("甲", "良好", "优秀", **facts))) == reasons


APART: list[tuple[dict[str, Any], str]] = [
    ({"tier_shift": "new", "base_type": None}, "对比期未列入考核"),
    ({"tier_shift": "left"}, "本期不再列入考核"),
    ({"tier_shift": "first"}, "此前尚未开始定档"),
    ({"tier_shift": "not_comparable", "base_type": "C2", "base_type_name": "城建"}, "类型由C2 城建转为A 乡镇"),
    ({"tier_shift": "not_comparable", "tier": None, "is_ranked": False}, "本期未参加排名"),
    ({"tier_shift": "not_comparable", "tier": None}, "本期没有档次"),
    ({"tier_shift": "not_comparable"}, "对比期没有档次"),
]


@pytest.mark.parametrize(("facts", "reason"), APART)
def test_who_stands_apart_is_told_why(facts: dict[str, Any], reason: str) -> None:
    assert findings.apart(SimpleNamespace(**move("甲", "良好", "优秀", **facts))) == reason


def test_every_shift_has_the_countys_word() -> None:
    codes = ["promoted", "demoted", "unchanged", "new", "left", "not_comparable", "first"]
    assert [findings.shift_word(code) for code in codes] == [
        "升档", "降档", "不变", "新进", "退出", "不可比", "首次定档",
    ]  # fmt: skip


def runs(*rows: tuple[str, str, int]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=["streak", "unit", "period_count"])
    return frame.assign(unit_en=None)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "没有单位连续 3 期以上"),
        ([("rising", "甲镇", 4)], "没有单位连续 3 期居最高档"),
        ([("best", "甲镇", 4), ("best", "乙镇", 3)], "甲镇连续 4 期居最高档"),
        ([("best", "甲镇", 4), ("best", "乙镇", 4), ("lowest", "丙镇", 9)], "甲镇、乙镇连续 4 期居最高档"),
        ([("best", name, 4) for name in "甲乙丙丁"], "4 个单位连续 4 期居最高档"),
    ],
)
def test_the_longest_run_at_the_top_is_the_title(rows: list[tuple[str, str, int]], said: str) -> None:
    assert findings.longest_run(runs(*rows), 3) == said
