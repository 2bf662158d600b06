"""Lines over periods: gaps stay gaps, what is alone is seen, words stand in the picture and never on each other."""

import re
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest

from assessment.charts.svg import over_time
from assessment.charts.svg.lettering import width_of
from assessment.charts.svg.over_time import Line, Picture, Span

SIZE = 13


def drawn(picture: Picture, width: int = 700) -> ElementTree.Element:
    return ElementTree.fromstring(over_time.draw(picture, width, 380, SIZE).svg(""))


def texts(svg: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in svg.iter("text")]


def runs(svg: ElementTree.Element, role: str) -> list[int]:
    """How many points each stretch of the line of a role has."""
    (path,) = [path for path in svg.iter("path") if path.get("class") == f"s-{role}"]
    return [part.count("L") + 1 for part in path.get("d", "").split("M")[1:]]


def seen(svg: ElementTree.Element, role: str) -> list[bool]:
    return [dot.get("fill-opacity") is None for dot in svg.iter("circle") if dot.get("class") == role]


def test_a_line_breaks_at_a_gap_and_a_lone_period_is_a_dot() -> None:
    values = [1.0, None, 2.0, 3.0, 4.0]
    svg = drawn(Picture(5, {}, Line("中位", values), [0.5, None, 1.5, 2.5, 3.5], [1.5, None, 2.5, 3.5, 4.5]))
    assert runs(svg, "blue") == [3]
    assert seen(svg, "blue") == [True, False, False, True], "alone between gaps, and the last"
    bands = [path for path in svg.iter("path") if path.get("class") == "pale"]
    assert [band.get("d", "").count(" ") for band in bands] == [2, 6], "up along the upper edge, back along the lower"


def test_every_line_begins_anew_at_a_break() -> None:
    own = Line("本单位", [1.0, 2.0, 3.0, 4.0])
    svg = drawn(Picture(4, {}, Line("中位", [2.0] * 4), picked=own, breaks=frozenset({2})))
    assert runs(svg, "blue") == [2, 2]
    assert runs(svg, "muted") == [2, 2]


def test_a_pointer_reads_each_period_and_each_quarter() -> None:
    line = Line("中位", [1.0, 2.0], ["5月\n1.00", "6月\n2.00"])
    svg = drawn(Picture(2, {}, line, quarters=[Span(0, 1, 1.5, "2季度\n1.50")]))
    assert [dot.findtext("title") for dot in svg.iter("circle")] == ["5月\n1.00", "6月\n2.00"]
    assert "2季度\n1.50" in [path.findtext("title") for path in svg.iter("path")]


def test_points_are_filled_by_tier() -> None:
    own = Line("本单位", [90.0, 91.0])
    svg = drawn(Picture(2, {}, Line("中位", [85.0, 86.0]), picked=own, fills={0: "amber", 1: "ground"}))
    roles = [dot.get("class") for dot in svg.iter("circle")]
    assert roles == ["muted", "muted", "blue", "amber", "blue", "ground"]


def test_a_line_says_its_last_value_half_up_as_the_table_beside_it_and_zero_is_a_value() -> None:
    assert "中位 89.63" in texts(drawn(Picture(1, {}, Line("中位", [89.625]))))
    assert "中位 0.00" in texts(drawn(Picture(2, {}, Line("中位", [1.0, 0.0]))))


def test_notes_are_numbered_on_the_line_and_missing_periods_carry_none() -> None:
    written = texts(drawn(Picture(2, {}, Line("中位", [50.0, None]), marks={0: "7", 1: "8"})))
    assert "7" in written
    assert "8" not in written


@pytest.mark.parametrize(
    ("values", "steps"),
    [
        ([88.0, 92.0], ["88", "89", "90", "91", "92"]),
        ([60.0, 100.0], ["60", "70", "80", "90", "100"]),
        ([0.2, 0.3], ["−0.2", "0.0", "0.2", "0.4", "0.6", "0.8"]),
        ([1_200_000.0, 5_000_000.0], ["1,000,000", "2,000,000", "3,000,000", "4,000,000", "5,000,000"]),
        ([90.0, 90.0], ["89.6", "89.8", "90.0", "90.2", "90.4"]),
    ],
)
def test_the_axis_has_round_steps_with_no_more_decimals_than_tell_them_apart(
    values: list[float], steps: list[str]
) -> None:
    written = texts(drawn(Picture(2, {}, Line("x", values))))
    assert [word for word in written if re.fullmatch(r"−?[\d,.]+", word)] == steps


@pytest.mark.parametrize("width", [350, 520, 1000])
def test_words_stand_inside_and_never_on_each_other(width: int) -> None:
    picture = Picture(
        30,
        dict.fromkeys(range(0, 30, 4), "2026年第2季度"),
        Line("Median", [90.0 + at % 5 for at in range(30)]),
        picked=Line("Culture, Tourism and Broadcasting Bureau", [95.0 - at % 7 for at in range(30)]),
        borders={3: "Year 2024", 14: "Year 2025", 25: "Year 2026, new scheme"},
    )
    boxes = []
    for text in drawn(picture, width).iter("text"):
        long = width_of(text.text or "", SIZE, text.get("font-weight") == "700")
        left = float(text.get("x", "")) - {"end": long, "middle": long / 2}.get(text.get("text-anchor", ""), 0)
        base = float(text.get("y", ""))
        boxes.append((left, base - SIZE * 0.85, left + long, base + SIZE * 0.15))
    assert all(left >= -0.1 and right <= width + 0.1 for left, _, right, _ in boxes)
    hit = [
        (a, b)
        for a, b in combinations(boxes, 2)
        if min(a[2], b[2]) - max(a[0], b[0]) > 0.2 and min(a[3], b[3]) - max(a[1], b[1]) > 0.2
    ]
    assert hit == []


def test_an_empty_picture_has_an_axis() -> None:
    written = texts(drawn(Picture(3, {2: "6月"}, Line("中位", [None] * 3))))
    assert [float(b) - float(a) for a, b in pairwise(written[:-1])] == [20.0] * 5
    assert written[-1] == "6月"
