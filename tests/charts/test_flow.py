"""The flow between the tiers of two periods: every unit once on each side, words inside the picture."""

import re

import pytest

from assessment.charts.svg import flow
from assessment.charts.svg.flow import Ribbon, Tier
from assessment.charts.svg.lettering import width_of

BEFORE = [Tier("b1", "优秀 2", 2, "t1"), Tier("b2", "良好 2", 2, "t2")]
AFTER = [Tier("a1", "优秀 1", 1, "t1"), Tier("a2", "良好 3", 3, "t2")]
RIBBONS = [
    Ribbon("b1", "a1", 1, "", ""),
    Ribbon("b1", "a2", 1, "优秀→良好：1 个", "down"),
    Ribbon("b2", "a2", 2, "", ""),
]


def drawn(before: list[Tier], after: list[Tier], ribbons: list[Ribbon], width: int = 500) -> str:
    return flow.draw(before, after, ribbons, width, 300, 13).svg("")


def areas(svg: str) -> list[tuple[str, float, float, float]]:
    """Role, top on the left, top on the right and height of each ribbon, in the order they are drawn."""
    found = re.findall(r'<path class="(\w+)" d="M\S+ (\S+?)C.*? \S+ (\S+?)V(\S+?)C', svg)
    return [(role, float(left), float(right), float(low) - float(right)) for role, left, right, low in found]


def test_a_move_lies_over_those_who_stayed_and_below_them_in_its_stack() -> None:
    stayed, other, moved = areas(drawn(BEFORE, AFTER, RIBBONS))
    assert [role for role, *_ in (stayed, other, moved)] == ["hair", "hair", "amber"]
    assert moved[1] == pytest.approx(stayed[1] + stayed[3], abs=0.2)


def test_heights_count_units_on_one_scale() -> None:
    one, two, moved = (height for *_, height in areas(drawn(BEFORE, AFTER, RIBBONS)))
    assert two == pytest.approx(2 * one, abs=0.2)
    assert moved == pytest.approx(one, abs=0.2)


def test_a_pointer_on_a_move_reads_it_and_its_count_is_written() -> None:
    svg = drawn(BEFORE, AFTER, RIBBONS)
    assert "<title>优秀→良好：1 个</title>" in svg
    assert re.search(r'class="on-amber"[^>]*>1</text>', svg)


@pytest.mark.parametrize("width", [350, 520])
def test_words_stand_outside_the_stacks_and_inside_the_picture(width: int) -> None:
    before = [Tier("b1", "Needs improvement 12", 12, "t4")]
    svg = drawn(before, [Tier("a1", "优秀 12", 12, "t1")], [Ribbon("b1", "a1", 12, "", "up")], width)
    for words in re.findall(r"<text[^>]*>[^<]+</text>", svg):
        x, text = float(re.findall(r'x="(.*?)"', words)[0]), re.findall(r">(.*?)<", words)[0]
        left = x - width_of(text, 13) if 'anchor="end"' in words else x
        assert left >= 0
        assert left + width_of(text, 13) <= width


def test_a_tier_nobody_is_in_keeps_its_words() -> None:
    after = [*AFTER, Tier("a3", "较差 0", 0, "t5")]
    assert "较差 0" in drawn(BEFORE, after, RIBBONS)
