"""The sentence over a ranking, by rows written by hand."""

import pandas as pd
import pytest

from assessment import findings, i18n


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "current", lambda: "zh")


def ranking(*units: tuple[str, int | None, float | None], **columns: list[object]) -> pd.DataFrame:
    """Rows (name, rank, score) of type A; `columns` override one column each."""
    names, ranks, scores = zip(*units, strict=True)
    frame = pd.DataFrame(
        {
            "unit": names,
            "unit_en": None,
            "unit_type": "A",
            "type_name": "乡镇",
            "type_name_en": "Townships",
            "rank_in_type": pd.array(ranks, dtype="Int32"),
            "score": pd.array(scores, dtype="Float64").astype("float64"),
            "is_ranked": [rank is not None for rank in ranks],
            "rank_change": pd.array([None] * len(names), dtype="Int32"),
            "tier_shift": "unchanged",
            "is_over_year": False,
        }
    )
    return frame.assign(**{name: pd.Series(values) for name, values in columns.items()})


LEAD = [
    ([("甲镇", 1, 104.32), ("丁乡", 2, 94.94)], "A 乡镇：甲镇居首，领先 9.38 分"),
    ([("甲镇", 1, 90.0), ("乙镇", 1, 90.0), ("丙镇", 3, 80.0)], "A 乡镇：甲镇、乙镇以 90.00 分并列第一"),
    ([(f"{n}镇", 1, 100.0) for n in "甲乙丙丁"], "A 乡镇：4 个单位以 100.00 分并列第一"),
    ([("甲镇", 1, 90.0), ("乙镇", 2, 90.0)], "A 乡镇：甲镇同分按序居首"),
    ([("甲镇", 1, 59.99)], "A 乡镇：仅甲镇参加排名，得 59.99 分"),
    ([("甲镇", 1, 59.99), ("乙镇", None, None)], "A 乡镇：仅甲镇参加排名，得 59.99 分"),
    ([("甲镇", None, 70.0), ("乙镇", None, None)], "A 乡镇：2 个单位均未排名"),
]


@pytest.mark.parametrize(("units", "sentence"), LEAD)
def test_who_leads(units: list[tuple[str, int | None, float | None]], sentence: str) -> None:
    assert findings.headline(ranking(*units)) == sentence


TWO = [("甲镇", 1, 92.0), ("乙镇", 2, 90.0)]
MOVES = [
    (["promoted", "demoted"], [1, -1], "1 个单位升档、1 个降档"),
    (["promoted", "unchanged"], [1, -1], "1 个单位升档"),
    (["demoted", "demoted"], [0, 0], "2 个单位降档"),
    (["first", "first"], [None, None], "首次定档"),
    (["unchanged", "unchanged"], [1, -1], "甲镇升 1 位；乙镇降 1 位"),
    (["unchanged", "new"], [0, None], "名次均未变动"),
    (["not_comparable", "not_comparable"], [None, None], None),
]


@pytest.mark.parametrize(("shifts", "changes", "said"), MOVES)
def test_what_moved(shifts: list[object], changes: list[int | None], said: str | None) -> None:
    frame = ranking(*TWO, tier_shift=shifts, rank_change=pd.array(changes, dtype="Int32"))
    whole = "A 乡镇：甲镇居首，领先 2.00 分"
    assert findings.headline(frame) == (f"{whole}；{said}" if said else whole)


def test_several_types_are_counted_and_no_list_is_made_over_them() -> None:
    other = ranking(
        ("财政局", 1, 99.0), ("税务局", 2, 98.0), unit_type=["B1", "B1"], tier_shift=["promoted", "unchanged"]
    )
    both = pd.concat([ranking(*TWO), other], ignore_index=True)
    assert findings.headline(both) == "2 类 4 个单位参加排名；1 个单位升档"


def test_an_empty_period_says_so() -> None:
    assert findings.headline(ranking(*TWO).iloc[:0]) == "本期还没有结果"


def test_the_subtitle_says_against_what_changes_are_read() -> None:
    first = findings.about("2026年6月", ranking(*TWO))
    over_year = findings.about("2026年1—2月", ranking(*TWO, rank_change=[0, 0], is_over_year=[True, True]))
    assert first == ["2026年6月", "2 个单位参加排名", "没有上期可比"]
    assert over_year[-1] == "变化与上年末期相比（跨年）"
