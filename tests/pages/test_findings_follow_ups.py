"""The sentences over follow-ups, from rows written by hand: each state, each kind of outcome, both languages."""

from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from assessment import i18n
from assessment.findings import follow_ups
from assessment.findings.moments import Calendar

TODAY = date(2026, 7, 10)
SIDE = ("measure_function", "as_of_month", "state", "measure", "goal", "annual_rate", "plan_share", "lag", "light")
SIDE += ("is_on_plan", "on_plan_count", "goal_count", "rank", "unit_count", "tier", "tier_en")


def item(**more: Any) -> Any:
    known: dict[str, Any] = {"state": "open", "is_overdue": False, "days_left": 5, "measure_unit": "%"}
    known |= {"changed_at": datetime(2026, 6, 22)}
    known |= {"unit_id": None, "indicator_id": None, "is_newer": True, "progress": None, "rank_change": None}
    known |= {f"{side}_{name}": None for side in ("then", "now") for name in SIDE}
    known |= {"then_month": pd.Timestamp(2026, 6, 1), "now_month": pd.Timestamp(2026, 7, 1)}
    return SimpleNamespace(**known | more)


def both(said: Any, *rows: Any) -> tuple[str, str]:
    """A sentence in Chinese and in English."""
    found = []
    for language in ("zh", "en"):
        with i18n.speaking(language):
            found.append(said(*rows))
    return found[0], found[1]


def outcome(**more: Any) -> tuple[str, str]:
    return both(follow_ups.outcome, item(**more), Calendar())


def planned(
    then: tuple[float, float], now: tuple[float, float], lights: tuple[str, str], **more: Any
) -> dict[str, Any]:
    """An indicator against the plan: done and planned share of two months, and their lights."""
    sides = {}
    for side, (rate, plan), light in zip(("then", "now"), (then, now), lights, strict=True):
        sides |= {f"{side}_measure_function": "completion", f"{side}_measure": rate / plan, f"{side}_light": light}
        sides |= {f"{side}_annual_rate": rate, f"{side}_plan_share": plan, f"{side}_is_on_plan": light == "green"}
        sides |= {f"{side}_lag": round(100 * (plan - rate), 2)}
    progress = round(100 * ((then[1] - then[0]) - (now[1] - now[0])), 2)
    return {"indicator_id": "J01", "progress": progress} | sides | more


def measured(function: str, then: float, now: float, **more: Any) -> dict[str, Any]:
    sides = {"then_measure_function": function, "now_measure_function": function}
    return {"indicator_id": "S06", "then_measure": then, "now_measure": now} | sides | more


def headline(*rows: Any) -> tuple[str, str]:
    return both(follow_ups.headline, pd.DataFrame([vars(row) for row in rows]), TODAY)


def test_the_headline_counts_overdue_open_and_done_this_month() -> None:
    july = datetime(2026, 7, 2)
    late, open_, done = item(is_overdue=True), item(), item(state="done", changed_at=july)
    # Done at eight in the evening of 30 June by UTC, which is July in the county; and one done in June; one dropped.
    rest = [
        item(state="done", changed_at=datetime(2026, 6, 30, 20)),
        item(state="done", changed_at=datetime(2026, 6, 2)),
    ]
    rest += [item(state="dropped", changed_at=july)]
    assert headline(late, late, late, open_, open_, done, *rest) == (
        "议定事项：3 项逾期；2 项办理中；2 项本月办结",
        "Follow-ups: 3 overdue; 2 under way; 2 done this month",
    )
    assert headline(open_) == ("议定事项：没有逾期；1 项办理中", "Follow-ups: none overdue; 1 under way")
    assert headline(late) == ("议定事项：1 项逾期", "Follow-ups: 1 overdue")
    assert headline(done) == ("议定事项：没有在办事项；1 项本月办结", "Follow-ups: none is open; 1 done this month")
    assert headline(rest[-1]) == ("议定事项：没有在办事项", "Follow-ups: none is open")


def test_no_follow_up_at_all() -> None:
    assert both(follow_ups.headline, pd.DataFrame(), TODAY) == ("还没有议定事项", "No follow-ups yet")


def test_the_title_of_an_item_made_from_a_red_indicator() -> None:
    row = SimpleNamespace(unit_type="A", type_name="乡镇", type_name_en="Townships", indicator="固定资产投资")
    row.indicator_en, row.median_annual_rate, row.median_plan_share = "Fixed-asset investment", 0.351, 0.5
    assert both(follow_ups.title, row) == (
        "A 乡镇“固定资产投资”落后时序：完成 35.1%，应达 50.0%",
        "A Townships, Fixed-asset investment behind plan: 35.1% done where 50.0% was due",
    )


@pytest.mark.parametrize(
    ("lights", "said"),
    [
        ([], ("没有落后而未立项的指标", "Nothing behind plan is without a follow-up")),
        (["yellow"], ("1 项滞后指标尚未立项督办", "Nobody follows up one indicator behind")),
        (["red"], ("1 项严重滞后指标尚未立项督办", "Nobody follows up one indicator far behind")),
        (["yellow"] * 2, ("2 项滞后指标尚未立项督办", "Nobody follows up 2 indicators behind plan")),
        (
            ["red", "yellow"],
            (
                "2 项滞后指标尚未立项督办，其中 1 项严重滞后",
                "Nobody follows up 2 indicators behind plan, 1 of them far",
            ),
        ),
    ],
)
def test_how_many_nobody_follows_up(lights: list[str], said: tuple[str, str]) -> None:
    assert both(follow_ups.unfollowed, pd.DataFrame({"light": lights})) == said


@pytest.mark.parametrize(
    ("row", "state", "due"),
    [
        ({"is_overdue": True, "days_left": -1}, ("逾期", "overdue"), ("逾期 1 天", "one day over")),
        ({"is_overdue": True, "days_left": -9}, ("逾期", "overdue"), ("逾期 9 天", "9 days over")),
        ({"days_left": 0}, ("办理中", "under way"), ("今天", "today")),
        ({"days_left": 1}, ("办理中", "under way"), ("明天", "in one day")),
        ({"days_left": 12}, ("办理中", "under way"), ("还有 12 天", "in 12 days")),
        ({"state": "done", "days_left": None}, ("已办结", "done"), ("", "")),
        ({"state": "dropped", "days_left": None}, ("不再督办", "dropped"), ("", "")),
    ],
)
def test_state_and_days(row: dict[str, Any], state: tuple[str, str], due: tuple[str, str]) -> None:
    assert both(follow_ups.state, item(**row)) == state
    assert both(follow_ups.due, item(**row)) == due


def test_an_indicator_still_behind_says_by_how_many_points_less() -> None:
    assert outcome(**planned((0.351, 0.5), (0.47, 0.583), ("yellow", "yellow"))) == (
        "6月 35.1%（应达 50.0%） → 7月 47.0%（应达 58.3%）；落后缩小 3.6 个百分点，仍滞后",
        "Jun 35.1% (50.0% due) → Jul 47.0% (58.3% due); 3.6 pp less behind, still behind",
    )


@pytest.mark.parametrize(
    ("now", "lights", "said"),
    [
        (0.40, ("yellow", "red"), ("落后扩大 3.4 个百分点，转为严重滞后", "3.4 pp further behind, now far behind")),
        (0.40, ("red", "red"), ("落后扩大 3.4 个百分点，仍严重滞后", "3.4 pp further behind, still far behind")),
        (
            0.47,
            ("red", "yellow"),
            ("落后缩小 3.6 个百分点，由严重滞后转为滞后", "3.6 pp less behind, behind, no longer far"),
        ),
        (0.40, ("green", "yellow"), ("落后扩大 3.4 个百分点，转为滞后", "3.4 pp further behind, now behind")),
        (0.60, ("red", "green"), ("落后缩小 16.6 个百分点，已赶上时序", "16.6 pp less behind, back on plan")),
        (0.60, ("green", "green"), ("落后缩小 16.6 个百分点，达到时序", "16.6 pp less behind, on plan")),
        (
            0.55,
            ("red", "green"),
            ("落后缩小 11.6 个百分点，回到正常范围", "11.6 pp less behind, back within the margin"),
        ),
        (
            0.55,
            ("green", "green"),
            ("落后缩小 11.6 个百分点，保持在正常范围", "11.6 pp less behind, still within the margin"),
        ),
        (0.434, ("yellow", "yellow"), ("落后未变，仍滞后", "no less and no further behind, still behind")),
    ],
)
def test_every_way_a_light_may_turn(now: float, lights: tuple[str, str], said: tuple[str, str]) -> None:
    chinese, english = outcome(
        **planned((0.351, 0.5), (now, 0.583), lights) | ({"progress": 0.0} if now == 0.434 else {})
    )
    assert (chinese.split("；")[-1], english.split("; ")[-1]) == said


def test_what_is_not_there_yet_is_no_outcome() -> None:
    known = planned((0.351, 0.5), (0.351, 0.5), ("red", "red"), progress=None)
    assert outcome(**known | {"now_month": pd.NaT, "is_newer": False}) == (
        "6月 35.1%（应达 50.0%）；后续月份待出",
        "Jun 35.1% (50.0% due); later months are still to come",
    )
    assert outcome(**known | {"is_newer": False})[0] == "6月 35.1%（应达 50.0%）；7月未出新数"
    assert outcome(**known | {"is_newer": False})[1] == "Jun 35.1% (50.0% due); no new figure by Jul"
    assert outcome(**known | {"now_state": "LATE"}) == (
        "6月 35.1%（应达 50.0%）；7月迟报",
        "Jun 35.1% (50.0% due); Jul is late",
    )
    assert outcome(**known | {"now_measure_function": "growth_gap"}) == (
        "6月 35.1%（应达 50.0%）；此后计分方式有变，不作对比",
        "Jun 35.1% (50.0% due); scored by another rule since",
    )
    assert outcome(**known | {"then_measure": None, "is_newer": False})[0] == "6月无数；7月未出新数"
    assert outcome(indicator_id="J01") == ("", ""), "the period has no results any more"
    assert outcome() == ("", ""), "about no number"


def test_a_month_of_another_year_says_its_year() -> None:
    months = {"then_month": pd.Timestamp(2025, 12, 1), "now_month": pd.Timestamp(2026, 2, 1)}
    known = planned((0.9, 1.0), (0.05, 0.1), ("yellow", "yellow"))
    assert outcome(**known | months)[0].startswith("2025年12月 90.0%（应达 100.0%） → 2026年1—2月 5.0%（应达 10.0%）")


def test_a_line_says_the_gap_the_goal_and_whether_it_is_reached() -> None:
    goal = {"then_goal": 90.0, "now_goal": 90.0}
    judged = measured("standard_line", -3.8, 1.2, progress=5.0, then_is_on_plan=False, now_is_on_plan=True, **goal)
    assert outcome(**judged) == (
        "6月较目标 90% 为 −3.80 个百分点 → 7月较目标 90% 为 +1.20 个百分点；好转 5.00 个百分点，已达标",
        "Jun −3.80 pp against a goal of 90% → Jul +1.20 pp against a goal of 90%; better by 5.00 pp, goal now reached",
    )


def test_a_type_counts_its_units_at_the_goal() -> None:
    counts = {"then_on_plan_count": 3, "now_on_plan_count": 2, "then_goal_count": 14, "now_goal_count": 14}
    known = measured("milestone", 0.5, 0.4, progress=-0.1, then_is_on_plan=False, now_is_on_plan=False, **counts)
    assert outcome(**known) == (
        "6月 50.0%（14 个单位中 3 个达标） → 7月 40.0%（14 个单位中 2 个达标）；变差 10.0 个百分点，仍未达标",
        "Jun 50.0% (3 of 14 units at the goal) → Jul 40.0% (2 of 14 units at the goal); "
        "worse by 10.0 pp, goal still missed",
    )


@pytest.mark.parametrize(
    ("function", "values", "flags", "said"),
    [
        (
            "deduct",
            (2, 3, -1),
            (False, False),
            ("6月 2 起 → 7月 3 起；增加 1 起，仍未达标", "1 cases more, goal still missed"),
        ),
        (
            "deduct",
            (2, 0, 2),
            (False, True),
            ("6月 2 起 → 7月 0 起；减少 2 起，已达标", "2 cases fewer, goal now reached"),
        ),
        ("deduct", (0, 0, 0), (True, True), ("6月 0 起 → 7月 0 起；持平，保持达标", "unchanged, goal still reached")),
        (
            "deduct",
            (0, 1, -1),
            (True, False),
            ("6月 0 起 → 7月 1 起；增加 1 起，不再达标", "1 cases more, goal no longer reached"),
        ),
        ("minmax60", (5, 7, 2), (None, None), ("6月 5 起 → 7月 7 起；好转 2 起", "better by 2 cases")),
        ("minmax60", (5, 7, -2), (None, None), ("6月 5 起 → 7月 7 起；变差 2 起", "worse by 2 cases")),
    ],
)
def test_cases_and_values_whose_order_counts(
    function: str, values: tuple[float, float, float], flags: tuple[Any, Any], said: tuple[str, str]
) -> None:
    then, now, progress = values
    more = {"then_is_on_plan": flags[0], "now_is_on_plan": flags[1], "measure_unit": "起", "progress": progress}
    chinese, english = outcome(**measured(function, then, now) | more)
    assert (chinese, english.split("; ")[-1]) == said


def place(side: str, rank: int | None, tier: str | None = None, tier_en: str | None = None) -> dict[str, Any]:
    return {f"{side}_rank": rank, f"{side}_unit_count": 13, f"{side}_tier": tier, f"{side}_tier_en": tier_en}


@pytest.mark.parametrize(
    ("rank", "change", "said"),
    [
        (12, -10, ("下降 10 名", "down 10 places")),
        (3, -1, ("下降 1 名", "down one place")),
        (2, 0, ("名次未变", "same rank")),
        (1, 1, ("上升 1 名", "up one place")),
    ],
)
def test_a_units_rank_and_tier(rank: int, change: int, said: tuple[str, str]) -> None:
    known = place("then", 2, "优秀", "Excellent") | place("now", rank, "一般", "Fair")
    assert outcome(unit_id="U025", rank_change=change, **known) == (
        f"6月第 2 名（优秀） → 7月第 {rank} 名（一般）；{said[0]}",
        f"Jun rank 2 (Excellent) → Jul rank {rank} (Fair); {said[1]}",
    )


def test_a_unit_that_is_not_ranked_or_gone_or_in_another_type() -> None:
    there = place("then", 9)
    assert outcome(unit_id="U1", rank_change=3, **there, **place("now", 6))[1] == "Jun rank 9 → Jul rank 6; up 3 places"
    assert outcome(unit_id="U1", **there, **place("now", None)) == (
        "6月第 9 名 → 7月未排名",
        "Jun rank 9 → Jul not ranked",
    )
    assert outcome(unit_id="U1", **there)[0] == "6月第 9 名；7月未出新数"
    assert outcome(unit_id="U1", now_month=pd.NaT, **there)[0] == "6月第 9 名；后续月份待出"
    assert outcome(unit_id="U1") == ("", "")


def version(**more: Any) -> Any:
    known: dict[str, Any] = {"title": "补缺口", "owner": "发改局", "owner_en": "Reform Bureau", "person": None}
    known |= {"due_on": date(2026, 7, 31), "state": "open", "evidence": None, "changes": ()}
    return SimpleNamespace(**known | more)


def test_the_history_says_what_each_version_changed() -> None:
    first = version()
    assert both(follow_ups.changed, None, first) == (
        "立项：责任单位 发改局，2026-07-31 前办结",
        "put on the list: Reform Bureau, due 2026-07-31",
    )
    moved = version(due_on=date(2026, 8, 15), person="分管副局长", changes=("person", "due_on"))
    assert both(follow_ups.changed, first, moved) == (
        "办结期限：2026-07-31 → 2026-08-15；责任人：— → 分管副局长",
        "due day 2026-07-31 → 2026-08-15; in charge — → 分管副局长",
    )
    done = version(state="done", evidence="已开工 3 项", changes=("state", "evidence"))
    assert both(follow_ups.changed, first, done) == (
        "状态：办理中 → 已办结；办理情况：已开工 3 项",
        "state under way → done; stated: 已开工 3 项",
    )
    other = version(title="补齐缺口", owner="统计局", owner_en=None, changes=("title", "owner", "subject"))
    assert both(follow_ups.changed, first, other) == (
        "责任单位：发改局 → 统计局；事项：补缺口 → 补齐缺口；更正所涉对象",
        "responsible Reform Bureau → 统计局; item 补缺口 → 补齐缺口; what it is about was corrected",
    )
    assert both(follow_ups.changed, done, version(changes=("evidence",))) == (
        "撤回办理情况",
        "what was stated is taken back",
    )
