"""Small drawn decks, and what a test reads from the presentation made of one."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st
from pptx import Presentation

from assessment.charts.figure import KINDS, Figure, Series
from assessment.meeting import Cell, Column, Deck, Fact, Slide, Table

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WORDS = st.text(st.sampled_from("工作实绩考核沙河沿乡ABcd 01%<&>\"'=+@＝，；→▲"), min_size=1, max_size=14).map(
    lambda text: text.strip() or "实绩"
)
LONG = st.lists(WORDS, min_size=1, max_size=9).map("，".join)
TONES = ("", "up", "down", "same", "t1", "t2", "t3", "t4", "t5", "red", "yellow", "green", "strong")
ROLES = ("grey", "blue", "amber", "mid", "red")
STYLES = ("count", "score", "change", "percent")


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    kind = draw(st.sampled_from(KINDS))
    size = draw(st.integers(1, 6))
    count = 1 if kind == "bars" else 2 if kind == "against" else draw(st.integers(1, 5))
    numbers = st.integers(1, 21).map(float) if kind == "places" else st.integers(-999, 9999).map(lambda n: n / 100)
    if kind == "stacked":
        numbers = st.integers(0, 30).map(float)
    values = st.tuples(*[st.one_of(st.none(), numbers)] * size)
    series = [
        Series(draw(WORDS), draw(values), draw(st.sampled_from(ROLES)), draw(st.sampled_from([(), ("blue",) * size])))
        for _ in range(count)
    ]
    style = "count" if kind in ("places", "stacked") else draw(st.sampled_from(STYLES))
    return Figure(kind, draw(WORDS), tuple(draw(WORDS) for _ in range(size)), tuple(series), style)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    widths = draw(st.lists(st.sampled_from([0.1, 0.2, 0.4]), min_size=1, max_size=6))
    columns = tuple(Column(draw(WORDS), width, draw(st.booleans())) for width in widths)
    cells = st.builds(Cell, st.one_of(WORDS, LONG), st.none(), st.sampled_from(TONES))
    rows = draw(st.lists(st.tuples(*[cells] * len(columns)), min_size=1, max_size=24))
    return Table(columns, tuple(rows))


@st.composite
def slides(draw: st.DrawFn) -> Slide:
    facts = st.lists(st.builds(Fact, WORDS, WORDS, st.sampled_from(TONES)), max_size=7).map(tuple)
    texts = st.lists(LONG, max_size=6).map(tuple)
    return Slide(
        "key",
        draw(st.sampled_from(["cover", "ranking"])),
        draw(LONG),
        draw(st.one_of(st.just(""), WORDS)),
        draw(facts),
        draw(texts),
        draw(st.one_of(st.none(), tables())),
        draw(st.one_of(st.none(), figures())),
        draw(texts),
        draw(texts),
    )


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    drawn = draw(st.lists(slides(), min_size=1, max_size=2))
    return deck(*drawn, language=draw(st.sampled_from(["zh", "en"])), foot=draw(LONG))


def deck(*said: Slide, language: str = "zh", foot: str = "2026年6月 · 修订 6 · 校验码 74c1 244b") -> Deck:
    return Deck(1, "2026年6月评审会", language, "2026年6月", foot, {}, said)


def opened(raw: bytes) -> Any:
    return Presentation(io.BytesIO(raw))


def texts(slide: Any) -> set[str]:
    """Every text of a slide, cell by cell and paragraph by paragraph."""
    found = set()
    for shape in slide.shapes:
        if shape.has_table:
            found |= {cell.text_frame.text for row in shape.table.rows for cell in row.cells}
        if shape.has_text_frame:
            found |= {shape.text_frame.text, *(paragraph.text for paragraph in shape.text_frame.paragraphs)}
    return found


def charts(presentation: Any) -> list[Any]:
    return [shape.chart for slide in presentation.slides for shape in slide.shapes if shape.has_chart]


def drawn_parts(raw: bytes) -> Iterator[tuple[str, bytes]]:
    """The XML of slides, notes and charts."""
    with zipfile.ZipFile(io.BytesIO(raw)) as files:
        for name in files.namelist():
            if name.startswith(("ppt/slides/", "ppt/notesSlides/", "ppt/charts/")) and name.endswith(".xml"):
                yield name, files.read(name)
