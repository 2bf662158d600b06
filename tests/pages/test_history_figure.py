"""The figure of a unit's past: where the line breaks, what shades a point."""

import pytest

from assessment.charts import history
from assessment.charts.look import SCREEN


def point(score: float | None, run: str = "A", order: int | None = 1) -> history.Point:
    return history.Point("6月", "6月", score, 80.0, 85.0, 90.0, order, 4, run)


def lines(points: list[history.Point]) -> list[list[int]]:
    """The places each stretch of the unit's own line covers."""
    drawn = history.draw(points, "本单位", "中位数", SCREEN)
    return [list(trace.x) for trace in drawn.data if trace.mode == "lines+markers"]


def test_the_line_breaks_at_a_missing_score_and_where_the_type_changed() -> None:
    assert lines([point(90), point(91)]) == [[0, 1]]
    assert lines([point(90), point(None), point(91)]) == [[0], [2]]
    assert lines([point(90), point(91, "B1")]) == [[0], [1]]
    assert lines([point(None)]) == []


def test_stretches_name_their_type_only_where_it_changed() -> None:
    def words(points: list[history.Point]) -> list[str]:
        return [note.text for note in history.draw(points, "本单位", "中位数", SCREEN).layout.annotations]

    assert words([point(90), point(91)]) == ["中位数", "本单位"]
    assert words([point(90), point(91, "B1")])[:2] == ["A", "B1"]


@pytest.mark.parametrize(
    ("order", "colour"),
    [(1, SCREEN.blue), (2, SCREEN.mid), (3, SCREEN.grey), (4, SCREEN.amber), (None, SCREEN.ground)],
)
def test_points_are_shaded_by_tier(order: int | None, colour: str) -> None:
    assert history.shade(point(90, order=order), SCREEN) == colour
