"""The ranking table's HTML by rows written by hand: escaping, marks, what an absent value looks like."""

import re
from types import SimpleNamespace

import pytest

from assessment import i18n, labels
from assessment.periods import Period
from assessment.ui import ranking_table, spark
from assessment.ui.scope import Scope

FLAGS = [
    *("is_over_year", "is_tied", "is_straddling", "is_provisional", "has_late", "has_awaited", "is_partial"),
    *("has_missing_target", "has_small_sample", "is_decided"),
]


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "current", lambda: "zh")


def row(**values: object) -> SimpleNamespace:
    """A ranked unit without any mark; `values` override."""
    plain: dict[str, object] = {
        "unit": "甲镇", "unit_en": None, "rank_in_type": 1, "previous_rank": 3, "rank_change": 2, "score": 1234.5,
        "gap_to_next": None, "tier": "优秀", "tier_en": None, "tier_order": 1, "tier_count": 4, "computed_tier": "良好",
        "previous_tier": "良好", "tier_shift": "unchanged", "base": 90.0, "bonus_points": 0.0, "penalty_points": 0.0,
        "is_ranked": True, "ceiling": None, "ceiling_en": None, "computed_tier_en": None,
        "previous_tier_en": None, "tie_break_used": None, "quarter_end_base": None, "month_count": 1,
        "trend": [90.0, None, 92.0],
    }  # fmt: skip
    return SimpleNamespace(**(plain | dict.fromkeys(FLAGS, False) | values))


def cells(html: str) -> list[str]:
    return [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", html)]


def test_user_text_is_escaped_everywhere() -> None:
    evil = "<img src=x onerror=alert(1)>'\""
    html = ranking_table.table([row(unit=evil, tier=evil, previous_tier=evil, ceiling=evil, tier_shift="promoted")])
    assert "<img src=x" not in html
    assert html.count("&lt;img src=x onerror=alert(1)&gt;&#x27;&quot;") == 4


def test_changes_carry_an_arrow_and_a_word() -> None:
    said = [cells(ranking_table.table([row(rank_change=change), row()]))[1] for change in (2, -1, 0, None)]
    assert said == ["▲ 升 2 位", "▼ 降 1 位", "持平", "—"]


def test_absent_values_are_dashes_and_never_zero() -> None:
    absent = row(
        rank_in_type=None, score=float("nan"), tier=None, rank_change=None, base=None, is_ranked=False, trend=[None]
    )
    shown = cells(ranking_table.table([absent, row()]))
    assert shown[:6] == ["—", "—", "甲镇未排名", "—", "—", "—"]
    assert not re.search("nan|None", ranking_table.table([absent, row()]))


def test_columns_without_any_value_are_left_out() -> None:
    empty = row(rank_change=None, tier=None, trend=[90.0])
    heads = re.findall(r"scope='col'>(.*?)</th>", ranking_table.table([empty]))
    assert heads == ["名次", "单位", "得分（分）", "距上一名（分）"]
    quarter = re.findall(r"scope='col'>(.*?)</th>", ranking_table.table([row(quarter_end_base=90.0, month_count=3)]))
    assert {"期末基础分", "月数"} <= set(quarter)


def test_the_parts_of_a_score_stand_behind_it() -> None:
    html = ranking_table.table([row(base=90.0, bonus_points=3.0, penalty_points=0.5)])
    assert "title='基础分 90.00 + 加分 3.00 − 扣分 0.50'" in html


def test_a_mark_that_every_unit_bears_is_told_once_above_the_table() -> None:
    rows = [row(has_awaited=True, is_tied=at == 0) for at in range(3)]
    assert "待报" not in ranking_table.table(rows)
    assert ranking_table.table(rows).count("并列") == 1
    assert "待报" in "".join(ranking_table.type_marks(rows))


def test_names_lead_to_the_profile_in_the_period_on_screen() -> None:
    scope = Scope(Period.parse("2026-06"), ("A",), "zh")
    html = ranking_table.table([row(unit_id="A01")], scope)
    assert "<a data-go href='/unit_profile?period=2026-06&amp;type=A&amp;unit=A01'>甲镇</a>" in html


MARKS = [
    ({"is_tied": True}, "并列"), ({"is_straddling": True}, "提请领导小组研究"), ({"is_decided": True}, "审定"),
    ({"has_late": True}, "迟报"), ({"has_awaited": True}, "待报"),
    ({"has_missing_target": True}, "草稿"), ({"has_small_sample": True}, "样本不足"),
    ({"is_ranked": False}, "未排名"), ({"ceiling": "一般"}, "否决"), ({"tie_break_used": "trunk"}, "按序定名次"),
]  # fmt: skip


@pytest.mark.parametrize(("values", "word"), MARKS)
def test_every_mark_has_its_word(values: dict[str, object], word: str) -> None:
    assert f">{word}</span>" in ranking_table.table([row(**values)])
    assert f">{word}</span>" not in ranking_table.table([row()])


@pytest.mark.parametrize(
    ("count", "looks"),
    [(3, ["t1", "t2", "t3"]), (4, ["t1", "t2", "t3", "t5"]), (6, ["t1", "t2", "t3", "t4", "t4", "t5"])],
)
def test_tiers_are_one_ordered_palette_with_amber_for_a_fourth_and_later(count: int, looks: list[str]) -> None:
    assert [labels.tier_look(order, count) for order in range(1, count + 1)] == looks


def test_a_trend_leaves_gaps_open_and_shares_its_scale() -> None:
    assert "d='M3.0 12.0L3.0 12.0M81.0 9.0L81.0 9.0'" in spark.image([90.0, None, 92.0], 10.0, "近"), "two dots"
    line = spark.image([90.0, 92.0, None], 10.0, "近")
    assert "d='M3.0 12.0L42.0 9.0'" in line
    assert "<circle cx='42.0' cy='9.0'" in line, "the last score is the one with a dot"
    assert spark.image([None, None], 10.0, "") == ""
