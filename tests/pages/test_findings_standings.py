"""The titles of the blocks beside a ranking, by rows written by hand."""

from collections.abc import Iterator

import pandas as pd
import pytest

from assessment import i18n
from assessment.findings import standings as findings


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    with i18n.speaking("zh"):
        yield


def misses(*units: tuple[str, float]) -> pd.DataFrame:
    frame = pd.DataFrame(units, columns=["unit", "points_needed"])
    return frame.assign(unit_en=None, next_tier="优秀", next_tier_en=None)


NEAR: list[tuple[list[tuple[str, float]], str]] = [
    ([], "没有可升档的单位"),
    ([("丙镇", 0.01)], "丙镇距优秀 0.01 分"),
    ([("丙镇", 4.2), ("丁镇", 5)], "丙镇距优秀 4.20 分"),
    ([("丙镇", 0.5), ("丁镇", 0.99), ("戊镇", 1.0)], "丙镇距优秀 0.50 分；不足 1 分的共 2 个单位"),
    ([("丙镇", 0.5), ("丁镇", 0.5)], "丙镇、丁镇距上一档 0.50 分"),
    ([(f"镇{n}", 0.5) for n in range(4)], "4 个单位距上一档 0.50 分"),
]


@pytest.mark.parametrize(("units", "sentence"), NEAR)
def test_near_misses(units: list[tuple[str, float]], sentence: str) -> None:
    assert findings.near_misses(misses(*units)) == sentence


CLOSE: list[tuple[list[tuple[bool, bool]], str]] = [
    ([], "没有并列，也没有差距不足 0.5 分的相邻名次"),
    ([(True, False)], "1 处并列"),
    ([(True, False), (True, False)], "2 处并列"),
    ([(False, False)], "差距不足 0.5 分 1 处"),
    ([(True, False), (False, True), (False, False)], "1 处并列；差距不足 0.5 分 2 处；其中在档次线上 1 处"),
]


@pytest.mark.parametrize(("calls", "sentence"), CLOSE)
def test_close_calls(calls: list[tuple[bool, bool]], sentence: str) -> None:
    assert findings.close_calls(pd.DataFrame(calls, columns=["is_tie", "is_at_border"]), 0.5) == sentence


def spread(count: int, change: float | None) -> pd.Series:
    return pd.Series(
        {
            "ranked_count": count,
            "median_score": 88.12,
            "lower_quartile": 80.0,
            "upper_quartile": 90.5,
            "median_change": change,
        }
    )


def test_the_spread_tells_median_change_and_middle_half() -> None:
    assert findings.spread(spread(5, 0.5)) == "中位分 88.12 分，较上期 +0.50；中间一半在 80.00 至 90.50"
    assert findings.spread(spread(5, None)) == "中位分 88.12 分；中间一半在 80.00 至 90.50"
    assert findings.spread(spread(3, None)) == "中位分 88.12 分"
    assert findings.spread(None) == "无单位参加排名，没有分布"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ([2, -1], "近12期名次：本期甲镇升 2 位；乙镇降 1 位"),
        ([1, -1], "近12期名次：本期甲镇升 1 位；乙镇降 1 位"),
        ([1, -1, 1, -1], "近12期名次：本期各单位升降不超过 1 位"),
        ([0, 0], "近12期名次：本期名次均未变动"),
        ([None, None], "近12期名次"),
    ],
)
def test_the_title_over_places(changes: list[int | None], sentence: str) -> None:
    units = ["甲镇", "乙镇", "丙镇", "丁镇"][: len(changes)]
    ranking = pd.DataFrame({"unit": units, "unit_en": None, "rank_change": pd.array(changes, dtype="Int32")})
    assert findings.places(ranking) == sentence


@pytest.mark.parametrize(
    ("changes", "shifts", "standing_out"),
    [
        ([2, -1, -1], ["same", "same", "same"], {"甲": "up", "乙": "down", "丙": "down"}),
        ([0, 0, 0], ["same", "promoted", "demoted"], {"乙": "up", "丙": "down"}),
        ([0, 0, 0], ["same", "same", "same"], {"甲": "up"}),
    ],
)
def test_a_figure_of_places_always_points_at_somebody(
    changes: list[int], shifts: list[str], standing_out: dict[str, str]
) -> None:
    ranking = pd.DataFrame(
        {"unit_id": ["甲", "乙", "丙"], "rank_in_type": [1, 2, 3], "rank_change": changes, "tier_shift": shifts}
    )
    assert findings.standing_out(ranking) == standing_out
