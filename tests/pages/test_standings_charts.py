"""The figures of rankings and tier shifts: nothing on each other, nothing cut, ties and gaps as they are."""

from typing import Any

import pytest

from assessment.charts import bump, flow
from assessment.charts.look import SCREEN


def _trace(figure: Any, mode: str) -> Any:
    return next(trace for trace in figure.data if trace.mode == mode)


def test_a_shared_place_is_one_point_and_labels_stand_apart() -> None:
    lines = [
        bump.Line("1 甲", [2, 1], ["", ""]),
        bump.Line("1 乙", [1, 1], ["", ""]),
        bump.Line("3 丙", [3, 3], ["", ""]),
    ]
    figure = bump.draw(lines, {0: "5月", 1: "6月"}, SCREEN)
    drawn = _trace(figure, "lines+markers")
    assert list(drawn.y) == [2, 1, None, 1, 1, None, 3, 3], "a gap between units: no line from one to the next"
    assert list(_trace(figure, "text").y) == [1, 2, 3]


def test_a_period_without_a_place_is_a_gap() -> None:
    figure = bump.draw([bump.Line("1 甲", [1, None, 1], ["", "", ""])], {}, SCREEN)
    line = _trace(figure, "lines+markers")
    assert list(line.y) == [1, None, 1]
    assert line.connectgaps is None


def test_the_margin_fits_the_longest_name() -> None:
    name = "10 温泉旅游度假区管理委员会"
    figure = bump.draw([bump.Line(name, [1], [""])], {}, SCREEN)
    first, second = _trace(figure, "text").text[0].split("<br>")
    assert f"{first}{second}" == name
    assert figure.layout.margin.r >= max(bump.display_px(first), bump.display_px(second))


def test_a_long_english_name_parts_at_a_space() -> None:
    assert (
        bump.folded("10 Culture, Tourism and Broadcasting Bureau") == "10 Culture, Tourism and<br>Broadcasting Bureau"
    )
    assert bump.folded("1 甲镇") == "1 甲镇"


def test_highlighted_lines_are_drawn_last_in_blue_and_amber() -> None:
    lines = [bump.Line("1 甲", [1], [""], "up"), bump.Line("2 乙", [2], [""]), bump.Line("3 丙", [3], [""], "down")]
    figure = bump.draw(lines, {}, SCREEN)
    looks = [trace.line.color for trace in figure.data if trace.mode == "lines+markers"]
    assert looks == [SCREEN.grey, SCREEN.blue, SCREEN.amber]


def test_ribbons_fill_both_stacks_from_the_top() -> None:
    before = [flow.Tier("b1", "优秀 2", 2, "t1"), flow.Tier("b2", "良好 2", 2, "t2")]
    after = [flow.Tier("a1", "优秀 1", 1, "t1"), flow.Tier("a2", "良好 3", 3, "t2")]
    ribbons = [
        flow.Ribbon("b1", "a1", 1, "", ""),
        flow.Ribbon("b1", "a2", 1, "", "down"),
        flow.Ribbon("b2", "a2", 2, "", ""),
    ]
    figure = flow.draw(before, after, ribbons, SCREEN)
    assert [trace.fillcolor for trace in figure.data] == [SCREEN.hair, SCREEN.hair, SCREEN.amber]
    down = figure.data[2]
    unit = (down.y[-1] - down.y[0]) / 1
    assert down.y[0] == pytest.approx(unit), "below the one that stayed"
    labels = {note.text: note.xanchor for note in figure.layout.annotations}
    assert (labels["优秀 2"], labels["优秀 1"]) == ("right", "left")
