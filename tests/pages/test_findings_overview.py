"""The overview in words: every sentence with none, one, many, a tie, no period before, no tiers, nobody ranked."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from assessment import i18n
from assessment.findings import overview as findings
from assessment.i18n import speaking
from assessment.periods import Period

JUNE = Period("month", date(2026, 6, 1))
QUIET = {"listed_count": 5, "ranked_count": 5, "tiered_count": 5, "promoted_count": 0, "demoted_count": 0} | {
    "first_count": 0,
    "compared_count": 5,
    "up_count": 0,
    "down_count": 0,
    "late_count": 0,
    "provisional_types": 0,
    "is_partial": False,
    "is_over_year": False,
}


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "current", lambda: "zh")


def facts(**changed: object) -> Any:
    return SimpleNamespace(**QUIET | changed)


def behind(lagging: int = 0, planned: int = 20) -> Any:
    return SimpleNamespace(lagging_count=lagging, planned_count=planned)


MOVES = [
    ({"promoted_count": 3, "demoted_count": 5}, "3 个单位升档、5 个降档"),
    ({"promoted_count": 1}, "1 个单位升档"),
    ({"promoted_count": 2}, "2 个单位升档"),
    ({"demoted_count": 1}, "1 个单位降档"),
    ({"demoted_count": 4}, "4 个单位降档"),
    ({}, "档次均未变动"),
    ({"first_count": 5, "compared_count": 0}, "首次定档"),
    ({"tiered_count": 0, "up_count": 2, "down_count": 1}, "本期不定档，2 个单位名次上升、1 个下降"),
    ({"tiered_count": 0}, "名次均未变动"),
    ({"compared_count": 0}, "5 个单位参加排名"),
    ({"tiered_count": 0, "compared_count": 0}, "5 个单位参加排名"),
]


@pytest.mark.parametrize(("changed", "said"), MOVES)
def test_the_title_says_who_moved(changed: dict[str, object], said: str) -> None:
    assert findings.headline(JUNE, facts(**changed), behind()) == f"6月：{said}；没有指标落后时序；无单位迟报"


@pytest.mark.parametrize(
    ("lagging", "planned", "said"), [(12, 20, "；12 项指标落后时序"), (1, 9, "；1 项指标落后时序"), (0, 0, "")]
)
def test_the_title_counts_what_lags_only_where_there_is_a_plan(lagging: int, planned: int, said: str) -> None:
    assert findings.headline(JUNE, facts(), behind(lagging, planned)) == f"6月：档次均未变动{said}；无单位迟报"


@pytest.mark.parametrize(("late", "said"), [(0, "无单位迟报"), (1, "1 个单位迟报"), (2, "2 个单位迟报")])
def test_the_title_counts_who_is_late(late: int, said: str) -> None:
    whole = findings.headline(JUNE, facts(promoted_count=3, demoted_count=5, late_count=late), behind(12))
    assert whole == f"6月：3 个单位升档、5 个降档；12 项指标落后时序；{said}"


def test_nobody_ranked_and_nothing_at_all_are_said_plainly() -> None:
    assert findings.headline(JUNE, facts(ranked_count=0), behind(0, 0)) == "6月：5 个单位均未排名"
    assert findings.headline(JUNE, facts(listed_count=0), behind()) == "本期还没有结果"
    assert findings.about("2026年6月", facts(listed_count=0)) == ["2026年6月"]


NAMES = [
    (JUNE, True, "6月"),
    (Period("month", date(2026, 2, 1)), True, "1—2月"),
    (Period("month", date(2026, 2, 1)), False, "2月"),
    (Period("quarter", date(2026, 4, 1)), True, "2季度"),
    (Period("year", date(2026, 1, 1)), True, "2026年"),
]


@pytest.mark.parametrize(("period", "is_merged", "said"), NAMES)
def test_the_title_names_the_period_without_its_year(period: Period, is_merged: bool, said: str) -> None:
    assert findings.short_name(period, is_merged) == said


ABOUT = [
    ({}, ["2026年6月", "5 个单位参加排名"]),
    ({"ranked_count": 4}, ["2026年6月", "5 个单位，4 个参加排名"]),
    ({"is_partial": True}, ["2026年6月", "5 个单位参加排名", "阶段性，本期尚未结束"]),
    ({"provisional_types": 2}, ["2026年6月", "5 个单位参加排名", "2 类为暂定"]),
    ({"compared_count": 0}, ["2026年6月", "5 个单位参加排名", "没有上期可比"]),
    ({"is_over_year": True}, ["2026年6月", "5 个单位参加排名", "变化与上年末期相比（跨年）"]),
]


@pytest.mark.parametrize(("changed", "parts"), ABOUT)
def test_the_subtitle_says_what_to_know_before_quoting(changed: dict[str, object], parts: list[str]) -> None:
    assert findings.about("2026年6月", facts(**changed)) == parts


def type_row(code: str = "A", **changed: object) -> dict[str, object]:
    row = {"unit_type": code, "leader_count": 1, "leaders": ["甲镇"], "leaders_en": ["Jia"], "leader_score": 97.7}
    return row | {"lead_points": 4.7, "previous_leaders": ["甲镇"], "is_leader_changed": False} | changed


LEADS = [
    ([type_row()], "甲镇居首，领先 4.70 分"),
    ([type_row(lead_points=0.0)], "甲镇同分按序居首"),
    ([type_row(lead_points=float("nan"))], "仅甲镇参加排名，得 97.70 分"),
    ([type_row(leader_count=2, leaders=["甲镇", "乙镇"], leaders_en=["", ""])], "甲镇、乙镇以 97.70 分并列居首"),
    ([type_row(leader_count=4, leaders=list("甲乙丙丁"), leaders_en=[""] * 4)], "4 个单位以 97.70 分并列居首"),
    ([type_row(leader_count=0, leaders=None, leaders_en=None)], "尚无领先单位"),
    ([type_row(), type_row("B")], "各类领先单位均未变动"),
    ([type_row(), type_row("B", is_leader_changed=True), type_row("C", is_leader_changed=True)], "B、C 类换了领先单位"),
    ([type_row(previous_leaders=None), type_row("B", previous_leaders=None)], "各类领先单位"),
    ([type_row(leader_count=0), type_row("B", leader_count=0)], "尚无领先单位"),
]


@pytest.mark.parametrize(("rows", "said"), LEADS)
def test_where_the_lead_changed_hands(rows: list[dict[str, object]], said: str) -> None:
    assert findings.types(pd.DataFrame(rows)) == said


def moves(*rows: tuple[int, str, int | None], count: int | None = None, tier_moves: int = 0) -> pd.DataFrame:
    """Direction, unit, places; the first `tier_moves` rows changed tier too."""
    frame = pd.DataFrame(list(rows), columns=["direction", "unit", "rank_change"])
    sizes = frame.groupby("direction")["unit"].transform("size")
    words = {1: "promoted", -1: "demoted"}
    shifts = [words[way] if at < tier_moves else "unchanged" for at, way in enumerate(frame["direction"])]
    ranks = frame["rank_change"].astype("Int32")
    return frame.assign(unit_en=None, move_count=count or sizes, rank_change=ranks, tier_shift=shifts)


def test_a_title_counts_moves_of_a_tier_and_names_the_furthest_of_them() -> None:
    risen = moves((1, "甲镇", 5), (1, "乙镇", 2), (1, "丙镇", 7), count=9, tier_moves=2)
    assert findings.risers(risen) == "2 个单位升档，甲镇幅度最大，5 位"
    assert findings.places_only(risen) == "另有 7 个单位仅名次上升，列出幅度最大的 1 个"
    fallen = moves((-1, "丁镇", -3), (-1, "戊镇", -1), tier_moves=1)
    assert findings.fallers(fallen) == "1 个单位降档，丁镇幅度最大，3 位"
    assert findings.places_only(fallen) == "另有 1 个单位仅名次下降"


def test_without_a_move_of_a_tier_a_title_counts_places() -> None:
    tied = moves((1, "甲镇", 5), (1, "乙镇", 5), count=9)
    assert findings.risers(tied) == "9 个单位名次上升"
    assert findings.fallers(moves((-1, "丙镇", -3))) == "1 个单位名次下降，丙镇幅度最大，3 位"


def test_nobody_moving_says_so() -> None:
    nobody = moves((1, "甲镇", 5)).iloc[:0]
    assert (findings.risers(nobody), findings.fallers(nobody)) == ("没有单位上升", "没有单位下降")


def test_a_move_of_a_tier_without_a_place_is_counted_and_not_measured() -> None:
    assert findings.risers(moves((1, "甲镇", None), tier_moves=1)) == "1 个单位升档"


@pytest.mark.parametrize(
    ("count", "listed", "said"),
    [
        (1, 1, "多数单位未达标：1 项"),
        (3, 3, "多数单位未达标：分类型计 3 项次"),
        (86, 6, "多数单位未达标：分类型计 86 项次，列出失分最多的 6 项"),
    ],
)
def test_what_most_units_miss_is_counted_whole(count: int, listed: int, said: str) -> None:
    assert findings.missed(count, listed) == said


def test_what_lags_most() -> None:
    rows = pd.DataFrame(
        [{"kind": "lagging", "unit_type": "A", "indicator": "招商引资到位资金", "indicator_en": None}]
    ).assign(median_annual_rate=0.38249, median_plan_share=0.5)
    assert findings.lagging(rows) == "落后最多：A 类的招商引资到位资金，中位完成 38.2%，时序应为 50.0%"
    assert findings.lagging(rows.assign(kind="ahead")) == "没有指标落后时序"
    assert findings.lagging(rows.iloc[:0]) == "没有指标落后时序"


def late(*rows: tuple[str, bool]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=["unit_id", "is_late"]).assign(unit=lambda f: f["unit_id"], unit_en=None)


def awaited(*departments: str) -> pd.DataFrame:
    return pd.DataFrame({"department": list(departments)}, dtype="str")


HAND_INS = [
    (late(), awaited(), "应报数据均已上报"),
    (late(("甲镇", True), ("甲镇", True)), awaited(), "甲镇迟报"),
    (late(("甲镇", True), ("乙镇", True)), awaited(), "2 个单位迟报"),
    (late(("甲镇", False)), awaited(), "1 个单位的数据退回更正"),
    (late(("甲镇", False), ("乙镇", False)), awaited("信访局", "信访局"), "2 个单位的数据退回更正；信访局待报"),
    (late(("甲镇", True)), awaited("信访局", "统计局"), "甲镇迟报；2 个部门待报"),
]


@pytest.mark.parametrize(("missing", "departments", "said"), HAND_INS)
def test_who_has_not_handed_in(missing: pd.DataFrame, departments: pd.DataFrame, said: str) -> None:
    assert findings.hand_ins(missing.astype({"is_late": bool}), departments) == said


def row(**values: object) -> Any:
    return SimpleNamespace(**values)


def test_the_longer_stories_stand_after_a_name() -> None:
    assert findings.climb(row(places=6, ranks=[8, 7, 6, 4, 3, 2])) == "近六期升 6 位（8→7→6→4→3→2）"
    assert findings.climb(row(places=-5, ranks=[1, 2, 3, 4, 5, 6])) == "近六期降 5 位（1→2→3→4→5→6）"
    assert findings.streak(row(streak="best", period_count=8)) == "连续 8 期居最高档"
    assert findings.streak(row(streak="falling", period_count=3)) == "名次连降 3 期"
    missed = row(points_needed=0.6, next_tier="优秀", next_tier_en="Excellent")
    assert findings.near_miss(missed) == "距优秀差 0.60 分"


def test_a_veto_says_its_kind_and_ceiling_and_a_decision_its_reason() -> None:
    tiers = {"tier": "一般", "tier_en": "Fair", "other_tier": "一般", "other_tier_en": "Fair", "rank_in_type": 1}
    veto = row(kind="veto", kinds=["统计造假"], kinds_en=["Fraud"], reason="", **tiers)
    assert findings.ruling(veto) == "一票否决（统计造假）：得分列第 1，最高定为一般"
    nameless = row(kind="veto", kinds=None, kinds_en=None, reason="", **tiers)
    assert findings.ruling(nameless) == "一票否决（否决）：得分列第 1，最高定为一般"
    decided = row(kind="decision", kinds=None, kinds_en=None, reason="集体研究", **tiers | {"tier": "良好"})
    assert findings.ruling(decided) == "审定为良好，测算为一般：集体研究"


REVISIONS = [
    ({"kind": "import", "new_count": 300, "changed_count": 2}, "导入2026年6月"),
    ({"kind": "import", "new_count": 0, "changed_count": 2}, "更正2026年6月 2 处"),
    ({"kind": "undo", "new_count": 0, "changed_count": 0}, "撤销2026年6月的一次上传"),
    ({"kind": "reference", "new_count": 0, "changed_count": 0}, "载入单位与考核方案"),
]


@pytest.mark.parametrize(("made", "said"), REVISIONS)
def test_a_revision_says_what_it_did(made: dict[str, object], said: str) -> None:
    assert findings.revision(row(**made), "2026年6月") == said


def test_what_moved_since_a_visit_counts_each_unit_once() -> None:
    changes = pd.DataFrame({"unit_id": ["甲", "甲", "乙"]})
    assert findings.moved_since(changes) == "2 个单位此前的名次或档次有变"
    assert findings.moved_since(changes.iloc[:2]) == "1 个单位此前的名次或档次有变"
    assert findings.moved_since(changes.iloc[:0]) == "此前各期的名次和档次未受影响"


def test_a_move_since_a_visit_shows_the_tier_or_the_place() -> None:
    sides = {"tier_before": "良好", "tier_before_en": "Good", "tier_after": "优秀", "tier_after_en": "Excellent"}
    ranks = {"rank_before": 3, "rank_after": 1}
    assert findings.moved(row(is_tier_changed=True, **sides, **ranks), "2026年5月") == "2026年5月良好→优秀"
    assert findings.moved(row(is_tier_changed=False, **sides, **ranks), "2026年5月") == "2026年5月第 3→1 名"


def test_the_title_speaks_english_too() -> None:
    with speaking("en"):
        said = findings.headline(JUNE, facts(promoted_count=3, demoted_count=5, late_count=2), behind(12))
    assert said == "Jun: 3 up a tier, 5 down; 12 indicators behind plan; 2 units late"
