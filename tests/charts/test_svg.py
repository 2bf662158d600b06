"""Charts drawn without a browser: every value is written, inside the picture, and no word stands on another."""

import re
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest

from assessment.charts.figure import Figure, Series
from assessment.charts.svg import draw, standalone, stylesheet
from assessment.charts.svg.lettering import folded, shortened, width_of, wrapped
from assessment.i18n import speaking

LONG = "综合行政执法与自然资源和规划管理服务中心第{}分中心"
NAMES = tuple(LONG.format(at) if at % 4 == 0 else f"单位{at}镇" for at in range(21))
PERIODS = tuple(f"2026年{month}月" for month in range(1, 13))
CHANGES = tuple(None if at == 5 else (10 - at) * 1.37 for at in range(21))
BARS = Figure("bars", "得分变化", NAMES, (Series("变化", CHANGES, "grey", ("blue",) * 10 + ("amber",) * 11),), "change")
GROUPED = Figure(
    "bars", "甲 & 乙", ("A", "B"), (Series("今年", (12.5, -3.0), "blue"), Series("去年", (1.0, None), "mid"))
)
AGAINST = Figure(
    "against",
    "完成进度",
    NAMES[:6],
    (
        Series("已完成", (0.342, 1.2, -0.03, None, 0.0, 0.5), "amber"),
        Series("时序应达", (0.5, 0.5, 0.5, 0.5, None, 0.5)),
    ),
    "percent",
)
STACKED = Figure(
    "stacked",
    "各档次单位数",
    ("A 乡镇", LONG, "C"),
    (
        Series("优秀", (120.0, 4.0, 1.0), "blue"),
        Series("良好", (1.0, 7.0, 2.0), "mid"),
        Series("差", (0.0, None, 0.0), "red"),
    ),
    "count",
)
PLACES = Figure(
    "places",
    "名次",
    PERIODS,
    tuple(
        Series(
            f"{at + 1} {name}",
            tuple(None if (at + month) % 7 == 0 else float((at + month * 3) % 21 + 1) for month in range(12)),
            {0: "blue", 8: "amber"}.get(at, "grey"),
        )
        for at, name in enumerate(NAMES)
    ),
    "count",
)
FIGURES = [BARS, GROUPED, AGAINST, STACKED, PLACES]
SIZES = [(1150, 780, 24), (1700, 640, 24), (640, 420, 14), (1000, 200, 24)]
Box = tuple[float, float, float, float]


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def words(svg: str) -> list[str]:
    return [(text.find("title").tail if text.find("title") is not None else text.text) or "" for text in texts(svg)]


def texts(svg: str) -> list[ElementTree.Element]:
    return [element for element in parsed(svg).iter() if element.tag.endswith("text")]


def boxes(svg: str, size: int) -> list[Box]:
    """Left, top, right and bottom of each text as estimated."""
    found = []
    for text, written in zip(texts(svg), words(svg), strict=True):
        width = width_of(written, size, text.get("font-weight") == "700")
        left = float(text.get("x", "")) - {"end": width, "middle": width / 2}.get(text.get("text-anchor", ""), 0)
        base = float(text.get("y", ""))
        found.append((left, base - size * 0.85, left + width, base + size * 0.15))
    return found


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.caption)
@pytest.mark.parametrize(("width", "height", "size"), SIZES)
def test_words_stand_inside_and_never_on_each_other(figure: Figure, width: int, height: int, size: int) -> None:
    svg = draw(figure, width, height, size)
    _, _, wide, high = map(float, parsed(svg).get("viewBox", "").split())
    assert wide == width
    assert high >= height
    found = boxes(svg, size)
    assert all(x0 >= -0.1 and y0 >= -0.1 and x1 <= wide + 0.1 and y1 <= high + 0.1 for x0, y0, x1, y1 in found)
    hit = [
        (a, b)
        for a, b in combinations(found, 2)
        if min(a[2], b[2]) - max(a[0], b[0]) > 0.2 and min(a[3], b[3]) - max(a[1], b[1]) > 0.2
    ]
    assert hit == []


@pytest.mark.parametrize("figure", [BARS, GROUPED, AGAINST], ids=lambda figure: figure.caption)
def test_every_value_is_written(figure: Figure) -> None:
    written = words(draw(figure, 1150, 780))
    shown = [figure.shown(value) for series in figure.series for value in series.values]
    assert sorted(word for word in written if word in shown) == sorted(shown)


def test_counts_stand_inside_their_segments_or_behind_the_row() -> None:
    written = words(draw(STACKED, 1150, 400))
    assert {"优秀", "良好", "120", "良好 1", "优秀 1  良好 2"} <= set(written)
    assert "差" not in written
    assert 'class="on-blue"' in draw(STACKED, 1150, 400)


def test_negative_bars_go_left_of_zero_and_their_values_further_left() -> None:
    svg = parsed(draw(Figure("bars", "", ("甲", "乙"), (Series("", (5.0, -10.0), "blue"),), "change"), 800, 300))
    up, down = [rect for rect in svg.iter() if rect.tag == "rect"]
    assert float(down.get("x", "")) + float(down.get("width", "")) == pytest.approx(float(up.get("x", "")))
    assert float(down.get("width", "")) == pytest.approx(2 * float(up.get("width", "")), abs=0.2)


def test_a_plan_is_a_mark_over_its_bar() -> None:
    figure = Figure("against", "", ("甲",), (Series("done", (0.25,), "amber"), Series("plan", (0.5,))), "percent")
    svg = draw(figure, 800, 300)
    bar = next(rect for rect in parsed(svg).iter("rect") if rect.find("title") is not None)
    tick = [line for line in parsed(svg).iter("line") if line.get("class") == "s-ink"][-1]
    start, length = float(bar.get("x", "")), float(bar.get("width", ""))
    assert float(tick.get("x1", "")) == pytest.approx(start + 2 * length, abs=0.2)


def test_a_line_has_a_gap_where_there_is_no_place() -> None:
    figure = Figure(
        "places", "", ("1", "2", "3", "4", "5"), (Series("甲", (1.0, 1.0, None, 2.0, 2.0), "blue"),), "count"
    )
    svg = parsed(draw(figure, 800, 300))
    path = next(svg.iter("path"))
    assert path.get("d", "").count("M") == 2
    assert len(list(svg.iter("circle"))) == 4


def test_a_pointer_on_a_place_reads_its_words() -> None:
    line = Series("1 甲", (1.0, None, 2.0), "blue", told=("5月 第1名", "", "7月 第2名"))
    svg = parsed(draw(Figure("places", "", ("5", "6", "7"), (line,), "count"), 800, 300))
    assert [dot.findtext("title") for dot in svg.iter("circle")] == ["5月 第1名", "7月 第2名"]


def test_a_name_leads_somewhere_and_the_picture_is_then_no_image_without_parts() -> None:
    line = Series("1 甲", (1.0, 1.0), "blue", leads="/rankings?pick=a&type=A")
    svg = parsed(draw(Figure("places", "", ("5", "6"), (line,), "count"), 800, 300))
    (link,) = svg.iter("a")
    assert (link.get("href"), [text.text for text in link.iter("text")]) == ("/rankings?pick=a&type=A", ["1 甲"])
    assert svg.get("role") == "figure"
    assert parsed(draw(PLACES, 800, 300)).get("role") == "img"


def test_the_first_place_is_on_top_and_names_follow_the_last_places() -> None:
    last = (3.0, 1.0, 1.0, None)
    figure = Figure(
        "places", "", ("5", "6"), tuple(Series(f"u{at}", (1.0, end)) for at, end in enumerate(last)), "count"
    )
    names = [text for text in texts(draw(figure, 800, 400)) if (text.text or "").startswith("u")]
    assert [text.text for text in sorted(names, key=lambda text: float(text.get("y", "")))] == ["u1", "u2", "u0", "u3"]


def test_periods_are_thinned_from_the_last_one() -> None:
    shown = [word for word in words(draw(PLACES, 900, 780)) if word in PERIODS]
    assert shown[0] == PERIODS[-1]
    steps = {PERIODS.index(a) - PERIODS.index(b) for a, b in pairwise(shown)}
    assert len(steps) == 1
    assert steps != {1}


def test_a_name_too_long_keeps_its_whole_in_a_title() -> None:
    svg = draw(BARS, 800, 780)
    assert "…" in "".join(words(svg))
    assert f"<title>{LONG.format(4)}</title>" in svg


def test_colours_are_class_names_only() -> None:
    for figure in FIGURES:
        svg = draw(figure, 1150, 780)
        assert not re.search(r"#[0-9A-Fa-f]{3}|style=|fill=\"(?!none)|stroke=", svg)


def test_what_people_wrote_stays_text() -> None:
    evil = "<script>\"'&"
    for kind in ("bars", "against", "stacked", "places"):
        figure = Figure(kind, evil, (evil,), (Series(evil, (1.0,), "blue"), Series(evil, (2.0,), "blue")))
        for svg in (draw(figure, 900, 400), standalone(figure, title=evil, about=evil, foot=evil)):
            assert "<script" not in svg
            assert evil in words(svg)


@pytest.mark.parametrize("kind", ["bars", "against", "stacked", "places"])
def test_an_empty_figure_says_so(kind: str) -> None:
    empty = [
        Figure(kind, "", (), ()),
        Figure(kind, "", (), (Series("a", ()),)),
        Figure(kind, "", ("x",), (Series("a", (None,)),)),
    ]
    with speaking("zh"):
        assert [words(draw(figure, 400, 300)) for figure in empty] == [["还没有数据"]] * 3


@pytest.mark.parametrize("kind", ["bars", "against", "stacked", "places"])
def test_zeros_only_are_drawn(kind: str) -> None:
    assert "<svg" in draw(Figure(kind, "", ("x", "y"), (Series("a", (0.0, None)), Series("b", (0.0, 0.0)))), 400, 300)


def test_a_file_of_its_own_says_the_finding_and_where_it_is_from() -> None:
    title = "6月：13个单位升档，13个降档；4项指标落后时序；A 乡镇差得最远（完成34.2%，应达50.0%）；" + "请看附件" * 9
    svg = standalone(BARS, title=title, foot="2026年6月 · 校验码 74c1")
    written = words(svg)
    assert svg.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"')
    assert stylesheet() in svg
    assert title.replace(" ", "").startswith((written[0] + written[1].rstrip("…")).replace(" ", ""))
    assert written[1].endswith("…")
    assert written[2] == "得分变化"
    assert written[-1] == "2026年6月 · 校验码 74c1"
    assert svg == standalone(BARS, title=title, foot="2026年6月 · 校验码 74c1")


def test_words_are_fitted() -> None:
    assert shortened("甲乙丙丁", 30, 10) == "甲乙…"
    assert folded("甲乙丙丁", 25, 10, 2) == ["甲乙", "丙丁"]
    assert folded("Office of Trade", 60, 10, 2) == ["Office", "of Trade"]
    assert folded("甲乙丙丁", 40, 10, 2) == ["甲乙丙丁"]
    assert wrapped("完成34.2%的", 35, 10, 3) == ["完成", "34.2%", "的"]
    assert wrapped("甲乙丙，丁戊己庚", 50, 10, 2) == ["甲乙丙，", "丁戊己庚"]
    assert wrapped("", 50, 10, 2) == []
    assert all(wrapped("甲", 1, 10, 2))
