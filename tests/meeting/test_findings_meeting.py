"""The sentences of a review meeting, by rows written by hand."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from assessment import i18n
from assessment.findings import meeting as findings
from assessment.findings import since

TIERS = ["优秀", "良好", "一般", "较差"]
ENGLISH = dict(zip(TIERS, ["Excellent", "Good", "Fair", "Poor"], strict=True))


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    with i18n.speaking("zh"):
        yield


def move(unit: str, before: str, now: str, ranks: tuple[int, int], change: float, **more: Any) -> dict[str, Any]:
    """A row of `tier_moves`: tiers before and now, places before and now, points won."""
    steps = TIERS.index(before) - TIERS.index(now)
    return {
        "unit": unit, "unit_en": f"{unit} (en)", "unit_id": unit, "unit_type": "A",
        "tier_shift": "promoted" if steps > 0 else "demoted" if steps < 0 else "unchanged", "steps": steps,
        "tier": now, "tier_en": ENGLISH[now], "base_tier": before, "base_tier_en": ENGLISH[before],
        "base_rank": ranks[0], "rank_in_type": ranks[1], "rank_change": ranks[0] - ranks[1], "score_change": change,
        "is_decided": False, "base_is_decided": False, "computed_tier": now, "computed_tier_en": None,
        "ceiling": None, "ceiling_en": None, "base_ceiling": None, "base_ceiling_en": None, "is_capped": False,
        "base_is_capped": False, "is_gate_missed": False, "base_is_gate_missed": False, "place_gate": 90.0,
        "base_place_gate": 90.0, "is_straddling": False, "base_is_straddling": False, "tie_break_used": None,
    } | more  # fmt: skip


def term(unit: str, effect: float, name: str = "固定资产投资增速", **more: Any) -> Any:
    """A row of `overview_terms`: what did most of it."""
    direction = 1 if effect > 0 else -1
    row = {"unit_id": unit, "direction": direction, "term_kind": "indicator", "effect": effect, "is_late": False}
    return SimpleNamespace(**(row | {"indicator": name, "indicator_en": "Fixed-asset investment"} | more))


def said(moves: list[dict[str, Any]], *terms: Any) -> str:
    return findings.moves("A 乡镇", pd.DataFrame(moves), {(one.unit_id, one.direction): one for one in terms})


UP = move("甲镇", "良好", "优秀", (5, 2), 3.25)
DOWN = move("乙镇", "良好", "一般", (4, 9), -4.5)
FIRST_UP = "A 乡镇：甲镇升至优秀（最大一项：固定资产投资增速 +2.10 分）"


def test_the_title_names_who_rose_and_who_fell_furthest_each_with_its_largest_part() -> None:
    told = said([UP, DOWN], term("甲镇", 2.1), term("乙镇", -1.05, "信访积案化解率"))
    assert told == FIRST_UP + "；乙镇降至一般（最大一项：信访积案化解率 −1.05 分）"


def test_it_is_said_in_english_too() -> None:
    with i18n.speaking("en"):
        told = findings.moves("A Townships", pd.DataFrame([UP]), {("甲镇", 1): term("甲镇", 2.1)})
    assert told == "A Townships: 甲镇 (en) up to Excellent (most by Fixed-asset investment +2.10 points)"


def test_more_tiers_come_before_more_points() -> None:
    far = move("丙镇", "较差", "良好", (14, 8), 1.0)
    assert said([UP, far]).startswith("A 乡镇：丙镇升至良好")


def test_a_late_result_bonus_and_deductions_are_called_so() -> None:
    assert said([DOWN], term("乙镇", -8.6, is_late=True)).endswith("（最大一项：固定资产投资增速迟报，−8.60 分）")
    assert said([DOWN], term("乙镇", -2.0, term_kind="penalty")).endswith("（最大一项：扣分 −2.00 分）")
    assert said([UP], term("甲镇", 2.0, term_kind="bonus")).endswith("（最大一项：加分 +2.00 分）")


def test_a_veto_explains_a_fall_before_any_indicator() -> None:
    vetoed = DOWN | {"is_capped": True, "ceiling": "一般", "ceiling_en": "Fair"}
    assert said([vetoed], term("乙镇", -1.0)) == "A 乡镇：乙镇降至一般（一票否决，最高一般）"


def test_who_moved_against_its_own_score_moved_by_the_others() -> None:
    assert said([move("甲镇", "良好", "优秀", (5, 4), -0.4)]) == "A 乡镇：甲镇升至优秀（他人降得更多）"
    assert said([move("甲镇", "优秀", "良好", (4, 5), 0.4)]) == "A 乡镇：甲镇降至良好（他人升得更多）"


def test_where_no_tier_changed_the_places_are_told() -> None:
    places = [move("甲镇", "良好", "良好", (7, 5), 1.0), move("乙镇", "良好", "良好", (5, 7), -1.0)]
    assert said(places) == "A 乡镇：无单位变档；甲镇升 2 位；乙镇降 2 位"
    assert said([move("甲镇", "良好", "良好", (5, 5), 0.0)]) == "A 乡镇：无单位变档；名次均未变动"


def test_every_change_of_tier_is_listed_and_only_ways_of_two_places_or_more() -> None:
    still = [move(f"{n}镇", "良好", "良好", (n + 1, n), 0.2) for n in range(3, 6)]
    far = [move(f"远{n}镇", "良好", "良好", (9 + n, 5), 0.5) for n in range(5)]
    shown = [row.unit for row in findings.movers(pd.DataFrame([DOWN, *still, *far, UP]))]
    assert shown == ["甲镇", "远4镇", "远3镇", "远2镇", "乙镇"]


def test_a_way_is_told_with_its_tiers_and_places() -> None:
    row = next(pd.DataFrame([UP]).itertuples(index=False))
    assert findings.step(row) == "良好→优秀，第5→2名"
    stayed = next(pd.DataFrame([move("甲镇", "良好", "良好", (7, 5), 1.0)]).itertuples(index=False))
    assert findings.step(stayed) == "第7→5名"


def test_the_furthest_of_all_types_are_told_with_their_type() -> None:
    rows = findings.furthest(pd.DataFrame([UP, DOWN, move("丙镇", "良好", "良好", (9, 2), 9.0)]))
    assert [row.unit for row in rows] == ["甲镇", "乙镇"]
    assert findings.story(rows[0], {}) == "A 甲镇升幅最大，良好→优秀，第5→2名"
    assert findings.story(rows[1], {}) == "A 乙镇降幅最大，良好→一般，第4→9名"


def median(change: float | None) -> Any:
    return SimpleNamespace(yoy_change=change)


def test_the_types_stand_beside_the_same_period_of_last_year() -> None:
    rows = [median(1.236), median(-3.1), median(0.004), median(None)]
    assert findings.year_on_year(rows) == "较去年同期，3 类中 1 类中位分上升"
    assert findings.year_on_year([median(None)]) == ""
    with i18n.speaking("en"):
        assert findings.year_on_year(rows[:1]) == "the median is above last year's in 1 of 1 types"


def indicator(name: str, done: float = 0.342, plan: float = 0.5) -> Any:
    return SimpleNamespace(indicator=name, indicator_en=None, median_annual_rate=done, median_plan_share=plan)


BEHIND, MISSED = indicator("招商引资到位资金"), indicator("干部出勤率")
LAGGING = [
    ([], [], "A 乡镇：没有指标落后时序"),
    ([BEHIND], [], "A 乡镇：招商引资到位资金落后时序，完成 34.2%，应达 50.0%"),
    ([BEHIND, MISSED], [], "A 乡镇：2 项指标落后时序，招商引资到位资金最远，完成 34.2%，应达 50.0%"),
    ([], [MISSED], "A 乡镇：没有指标落后时序；但多数单位未达干部出勤率目标"),
    ([], [MISSED, BEHIND], "A 乡镇：没有指标落后时序；但有 2 项多数单位未达标，干部出勤率失分最多"),
]


@pytest.mark.parametrize(("behind", "missed", "told"), LAGGING)
def test_a_types_indicators_are_told_by_how_many_lag_and_which_most(
    behind: list[Any], missed: list[Any], told: str
) -> None:
    assert findings.lagging("A 乡镇", behind, missed) == told


def ruling(kind: str, unit: str, rank: int = 4) -> Any:
    return SimpleNamespace(kind=kind, unit_id=unit, unit_type="C1", rank_in_type=rank)


DECISIONS = [
    ([], 0, [], "没有需要会议研究的事项"),
    ([ruling("veto", "甲")], 0, [], "提请会议研究：1 项一票否决"),
    ([ruling("tie", "甲"), ruling("tie", "乙")], 0, [], "提请会议研究：1 处同分跨档待定"),
    ([ruling("tie", "甲"), ruling("tie", "乙", 8)], 0, [], "提请会议研究：2 处同分跨档待定"),
    ([ruling("decision", "甲")], 2, ["信访局"], "提请会议研究：2 个单位迟报、信访局待报"),
]


@pytest.mark.parametrize(("rulings", "late", "departments", "told"), DECISIONS)
def test_what_the_meeting_is_asked_counts_a_tie_once(
    rulings: list[Any], late: int, departments: list[str], told: str
) -> None:
    assert findings.decisions(rulings, late, departments) == told


def test_decisions_in_english_know_one_from_many() -> None:
    with i18n.speaking("en"):
        assert findings.decisions([ruling("veto", "甲")], 1, []) == "For the meeting: one veto, one unit late"
        two = [ruling("veto", "甲"), ruling("veto", "乙")]
        assert findings.decisions(two, 2, []) == "For the meeting: 2 vetoes, 2 units late"


def test_what_changed_since_a_meeting_is_told_by_periods_and_units() -> None:
    assert since.headline("5月评审会", [], 0) == "自“5月评审会”以来，当时展示的数字没有变动"
    assert since.headline("5月评审会", ["5月"], 1) == "自“5月评审会”以来，5月有 1 个单位的结果作了修订"
    assert since.headline("5月评审会", ["3月", "5月"], 8) == "自“5月评审会”以来，3月、5月有 8 个单位的结果作了修订"
    with i18n.speaking("en"):
        assert since.headline("May", ["May"], 1) == "Since “May” one unit's results of May were revised"


def test_a_prepared_meeting_says_how_many_titles_are_the_presenters_own() -> None:
    assert findings.prepared("6月评审会", 30, 0) == "6月评审会：共 30 页"
    assert findings.prepared("6月评审会", 30, 1) == "6月评审会：共 30 页；1 个标题已改"
    assert findings.prepared("6月评审会", 30, 3) == "6月评审会：共 30 页；3 个标题已改"
