"""The strip of a type's scores: every unit at its score, none on another, the middle half where it means something."""

from types import SimpleNamespace as Unit

import pytest

from assessment.i18n import speaking
from assessment.ui.rankings import strip


def drawn(scores: list[float], picked: tuple[str, ...] = ()) -> str:
    ranked = [Unit(unit_id=f"u{n}", unit=f"{n}镇", unit_en="", score=score) for n, score in enumerate(scores, 1)]
    spread = {"median_score": 90, "lower_quartile": 85, "upper_quartile": 95, "ranked_count": len(scores)}
    with speaking("zh"):
        return strip.html(ranked, spread, picked, dict.fromkeys(picked, "up"), "中位分 90.00 分")


def test_the_axis_leaves_air_and_has_round_ticks() -> None:
    axis = strip.axis_of([100.0, 60.0])
    assert (axis.start, axis.end) == (57.6, 102.4)
    assert axis.ticks() == [60, 70, 80, 90, 100]
    assert axis.at(80.0) == pytest.approx(50)


def test_a_type_of_equal_scores_has_an_axis_too() -> None:
    axis = strip.axis_of([90.0, 90.0])
    assert axis.at(90.0) == 50
    assert axis.ticks() == [89.6, 89.8, 90.0, 90.2, 90.4]


def test_dots_that_would_cover_each_other_are_stacked() -> None:
    assert strip.stacked([90.0, 90.1, 95.0, 90.0], 0.5) == [0, 2, 0, 1]


def test_first_and_last_are_named_at_their_ends_and_a_picked_one_between() -> None:
    rows = drawn([100, 95, 90, 80], picked=("u2",)).split("class='names'")[1:]
    assert [[name in row for name in ("1镇 100.00", "2镇 95.00", "4镇 80.00")] for row in rows] == [
        [True, False, True],
        [False, True, False],
    ]


def test_long_names_of_first_and_last_do_not_share_a_row() -> None:
    ranked = [
        Unit(unit_id="a", unit="", unit_en="Hot Spring Resort Committee", score=100.46),
        Unit(unit_id="b", unit="", unit_en="Water Resources Bureau", score=80.51),
    ]
    spread = {"median_score": 90, "ranked_count": 2}
    with speaking("en"):
        rows = strip.html(ranked, spread, (), {}, "").split("class='names'")[1:]
    assert ["Water" in row for row in rows] == [True, False]


@pytest.mark.parametrize(("count", "is_marked"), [(1, False), (3, False), (4, True)])
def test_the_middle_half_is_marked_from_four_units_on(count: int, is_marked: bool) -> None:
    shown = drawn([100.0 - n for n in range(count)])
    assert ("中间一半 85.00—95.00" in shown) is is_marked
    assert "中位 90.00" in shown
