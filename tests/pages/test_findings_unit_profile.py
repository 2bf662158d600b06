"""The sentences of a unit's profile by rows written by hand."""

from types import SimpleNamespace

import pandas as pd
import pytest

from assessment import i18n
from assessment.findings import unit_profile as findings
from assessment.i18n import speaking
from assessment.periods import Period


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "current", lambda: "zh")


def card(**values: object) -> SimpleNamespace:
    """Second of 15, up 3 places, without any mark; `values` override."""
    plain: dict[str, object] = {
        "score": 92.31, "unit_type": "A", "type_name": "乡镇", "type_name_en": "Townships", "rank_in_type": 2,
        "unit_count": 15, "is_ranked": True, "is_tied": False, "tier": "优秀", "tier_en": "Excellent",
        "is_decided": False, "ceiling": None, "ceiling_en": None, "previous_type": "A", "tier_shift": "promoted",
        "rank_change": 3, "period_kind": "month", "is_provisional": False, "is_partial": False,
        "previous_score": 90.0, "is_over_year": False, "scheme_name": "方案", "scheme_name_en": "Scheme",
    }  # fmt: skip
    return SimpleNamespace(**(plain | values))


def cells(*lost: float, late: int = 0) -> pd.DataFrame:
    """Indicators 甲, 乙, … that lost these points, most first; the first `late` of them are late."""
    total = sum(max(points, 0) for points in lost)
    rows = [
        {
            "indicator": name, "indicator_en": None, "lost_points": points, "is_late": at < late,
            "lost_rank": at + 1 if points > 0 else None, "lost_so_far": sum(lost[: at + 1]), "lost_total": total,
            "share": 1.0, "type_median": 0.9, "over_median_points": 1 - points,
        }
        for at, (name, points) in enumerate(zip("甲乙丙丁戊己庚", lost, strict=False))
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(rows[0]) if rows else ["is_late", "lost_rank"])


def title(losses: pd.DataFrame, **values: object) -> str:
    return findings.headline("城关镇", "6月", card(**values), losses)


USUAL = "城关镇：6月 92.31 分，A 乡镇第 2（15 个单位），优秀；较上月升 3 位；失分最多的是甲（4.10 分）"
TITLES = [
    ({}, USUAL),
    ({"rank_change": -2}, USUAL.replace("升 3 位", "降 2 位")),
    ({"rank_change": 0}, USUAL.replace("较上月升 3 位", "名次与上月相同")),
    ({"rank_change": None}, USUAL.replace("较上月升 3 位；", "")),
    ({"is_tied": True}, USUAL.replace("第 2（", "并列第 2（")),
    ({"is_tied": True, "rank_in_type": 1}, USUAL.replace("第 2（", "并列第 1（")),
    ({"unit_count": 1, "rank_in_type": 1}, USUAL.replace("第 2（15 个单位）", "中唯一参加排名的单位")),
    ({"is_ranked": False, "rank_in_type": None}, USUAL.replace("第 2（15 个单位）", "中不参加排名")),
    ({"tier": None}, USUAL.replace("，优秀", "")),
    ({"is_decided": True}, USUAL.replace("，优秀", "，审定优秀")),
    ({"tier": "一般", "ceiling": "一般"}, USUAL.replace("，优秀", "，一般（一票否决，最高一般）")),
    ({"is_provisional": True}, USUAL.replace("92.31 分", "92.31 分（暂定）")),
    ({"previous_type": "B1", "rank_change": None}, USUAL.replace("较上月升 3 位", "本期转入本类，名次不可比")),
    ({"tier_shift": "new", "previous_type": None, "rank_change": None}, USUAL.replace("较上月升 3 位", "本期新参加")),
    ({"period_kind": "quarter"}, USUAL.replace("上月", "上季")),
    ({"period_kind": "year"}, USUAL.replace("上月", "上年")),
]  # fmt: skip


@pytest.mark.parametrize(("values", "said"), TITLES)
def test_the_title_says_score_place_tier_move_and_cost(values: dict[str, object], said: str) -> None:
    assert title(cells(4.1, 1.0), **values) == said


def test_the_title_without_a_score_or_without_the_unit() -> None:
    assert title(cells(), score=float("nan"), rank_change=None, tier=None) == "城关镇：6月 尚无得分"
    assert findings.headline("城关镇", "6月", None, cells()) == "城关镇：6月不参加考核"


def test_late_indicators_are_told_before_the_largest_loss() -> None:
    assert title(cells(4.1, 1.0, late=1)).endswith("；1 项迟报，先计 0 分")
    assert title(cells(4.1, 1.0, late=2)).endswith("；2 项迟报，先计 0 分")


def test_a_unit_without_losses_and_a_period_without_indicators() -> None:
    assert title(cells(-1.0, 0.0)).endswith("；各项没有失分")
    assert title(cells()).endswith("；较上月升 3 位")


def test_the_title_in_english() -> None:
    with speaking("en"):
        assert title(cells(4.1)) == (
            "城关镇: 6月, 92.31 points, place 2 of 15 in A Townships, Excellent; up 3 on the month before; "
            "most points lost: 甲 (4.10)"
        )


def test_a_month_is_named_without_its_year_unless_it_is_two() -> None:
    assert findings.when(Period.parse("2026-06"), "2026年6月") == "6月"
    assert findings.when(Period.parse("2026-02"), "2026年1–2月") == "2026年1–2月"
    assert findings.when(Period.parse("2026Q2"), "2026年2季度") == "2026年2季度"


ABOUT = [
    ({}, []),
    ({"is_provisional": True}, ["暂定：本类有单位迟报，按 0 计"]),
    ({"is_partial": True}, ["阶段性：本期尚未结束"]),
    ({"previous_score": None}, ["没有可比的上期"]),
    ({"is_over_year": True}, ["与上年末期比较（跨年）"]),
    ({"is_over_year": True, "period_kind": "year"}, []),
]  # fmt: skip


@pytest.mark.parametrize(("values", "said"), ABOUT)
def test_the_subtitle_says_how_far_to_trust_the_score(values: dict[str, object], said: list[str]) -> None:
    assert len(findings.about(card(**values))) == 1 + len(said)
    assert findings.about(card(**values))[0] == "方案：方案"


LOSSES = [
    ((-1.0, 0.0), "没有失分"),
    ((2.5,), "失去的 2.50 分全部在甲"),
    ((2.5, 1.5), "共失 4.00 分，在 2 项指标上"),
    ((3, 2, 2, 1, 1, 0.5, 0.5), "共失 10.00 分，五项指标占 90%"),
]  # fmt: skip


@pytest.mark.parametrize(("lost", "said"), LOSSES)
def test_losses_are_counted_and_the_five_largest_summed(lost: tuple[float, ...], said: str) -> None:
    assert findings.losses(cells(*lost)) == said


def test_gains_count_who_beats_the_median() -> None:
    assert findings.gains(cells(0.5, 0.2, 3.0)) == "3 项计分指标中 2 项高于本类中位数"
    assert findings.gains(cells(0.5).assign(share=None)) == "尚无计分指标"


def test_modules_name_the_one_that_cost_most() -> None:
    rows = pd.DataFrame(
        {"module": ["主干", "三争取"], "module_en": None, "lost_points": [1.0, 2.5], "full_points": [60.0, 40.0]}
    )
    assert findings.modules(rows) == "失分最多的模块：三争取，满分 40.00 失 2.50"
    assert findings.modules(rows.assign(lost_points=-1.0)) == "各模块没有失分"


def past(*ranks: int | None, order: int | None = None, kinds: str = "A") -> pd.DataFrame:
    tier = None if order is None else "优秀" if order == 1 else "良好"
    return pd.DataFrame(
        {
            "rank_in_type": ranks, "tier_order": [order] * len(ranks), "tier": tier, "tier_en": None,
            "unit_type": list(kinds * len(ranks))[: len(ranks)], "type_name": "某类", "type_name_en": None,
        }
    )  # fmt: skip


def test_history_says_the_best_and_the_worst_place() -> None:
    assert findings.history(past(None, None)) == "尚无名次"
    assert findings.history(past(None, 3)) == "只有一期有名次，尚无历史可比"
    assert findings.history(past(3, 3)) == "2 期名次都是第 3"
    assert findings.history(past(3, 7, 1)) == "3 期有名次：最好第 1，最差第 7"
    assert findings.history(past(3, 7, order=1)) == "2 期有名次：最好第 3，最差第 7，优秀 2 次"
    assert findings.history(past(3, 9, 2, 4, kinds="AABB")) == "B 某类：2 期有名次：最好第 2，最差第 4"
