"""The review deck as a presentation: nothing lost, nothing off the slide, every number editable, every face Chinese."""

import io
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from assessment.charts.figure import Figure, Series
from assessment.errors import AssessmentError
from assessment.export.deck import HOUSE, deck_bytes
from assessment.export.deck.chart_book import FORMATS
from assessment.export.deck.house_template import template_bytes
from assessment.i18n import speaking
from assessment.meeting import Cell, Column, Deck, Fact, Slide, Table
from tests.export.presentations import A, charts, deck, decks, drawn_parts, figures, opened, texts

LETTERS = (f"{A}rPr", f"{A}defRPr", f"{A}endParaRPr")
ROW = (
    Cell("1", 1.0),
    Cell("▲ 升6位", 6.0, "up"),
    Cell("沙河沿乡"),
    Cell("97.86", 97.86, "strong"),
    Cell("优秀", None, "t1"),
)
COLUMNS = (
    Column("名次", 0.1, True),
    Column("变化", 0.16),
    Column("单位", 0.32),
    Column("得分(分)", 0.2, True),
    Column("档次", 0.22),
)
PLACES = Figure("places", "近期名次", ("4月", "5月", "6月"), (Series("1 甲", (2.0, None, 1.0), "blue"),), "count")
FULL = Slide("k", "ranking", "甲领先", "6月", table=Table(COLUMNS, (ROW,) * 12), figure=PLACES, remarks=("注",))


def part_texts(said: Deck, raw: bytes) -> None:
    """Titles, cells, lines and numbers of the deck stand on its slides; a slide may go on over more of them."""
    found = set().union(*(texts(slide) for slide in opened(raw).slides))
    spaced = {" ".join(text.split()) for text in found}
    for slide in said.slides:
        title = " ".join(slide.title.split())
        assert any(text.startswith(title) for text in spaced)
        wanted = [*slide.lines, *(fact.text for fact in slide.facts), *(fact.label for fact in slide.facts)]
        if slide.table:
            wanted += [cell.text for row in slide.table.rows for cell in row]
            wanted += [column.heading for column in slide.table.columns]
        assert [text for text in wanted if text not in found] == []
    assert all(said.foot in texts(slide) for slide in opened(raw).slides)


def outside(presentation: Any) -> list[str]:
    wide, tall = presentation.slide_width, presentation.slide_height
    found = []
    for slide in presentation.slides:
        for shape in slide.shapes:
            height = sum(row.height for row in shape.table.rows) if shape.has_table else shape.height
            right, bottom = shape.left + shape.width, shape.top + height
            if shape.left < 0 or shape.top < 0 or right > wide + 12700 or bottom > tall + 12700:
                found.append(f"{slide.slide_id} {shape.name}")
    return found


@settings(max_examples=40, deadline=None)
@given(decks())
def test_what_the_deck_says_stands_on_its_slides_and_within_them(said: Deck) -> None:
    raw = deck_bytes(said)
    part_texts(said, raw)
    assert outside(opened(raw)) == []
    assert deck_bytes(said) == raw


@settings(max_examples=25, deadline=None)
@given(decks())
def test_every_run_names_its_chinese_face_and_language(said: Deck) -> None:
    spoken = {"zh": "zh-CN", "en": "en-US"}[said.language]
    for name, xml in drawn_parts(deck_bytes(said)):
        root = etree.fromstring(xml)
        for element in root.iter(*LETTERS):
            face = element.find(f"{A}ea")
            assert face is not None, name
            assert face.get("typeface") == "微软雅黑", name
            assert element.find(f"{A}latin").get("typeface") == "Arial"
            assert element.get("lang") == spoken
        for run in root.iter(f"{A}r", f"{A}fld"):
            assert run.find(f"{A}rPr") is not None, name


@settings(max_examples=40, deadline=None)
@given(figures())
def test_charts_are_native_and_hold_every_value(figure: Figure) -> None:
    (chart,) = charts(opened(deck_bytes(deck(Slide("k", "ranking", "t", figure=figure)))))
    sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    (plot,) = chart.plots
    assert list(plot.categories) == list(figure.categories)
    cached = [(series.name, tuple(series.values)) for series in plot.series]
    stored = [(name, tuple(values)) for name, *values in sheet.iter_cols(min_col=2, values_only=True)]
    assert cached == stored
    assert Counter(cached) == Counter((series.name, series.values) for series in figure.series)
    assert [cell.value for cell in sheet["A"]][1:] == list(figure.categories)
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_a_chart_has_its_kind_its_colours_and_its_number_format() -> None:
    bars = Figure("bars", "c", ("甲", "乙"), (Series("s", (1.5, -2.0), "grey", ("blue", "amber")),), "change")
    pair = replace(bars, kind="against", series=(Series("a", (1.0, 2.0)), Series("b", (2.0, 3.0))), style="percent")
    pile = replace(pair, kind="stacked", style="count")
    raw = deck_bytes(deck(*(Slide("k", "ranking", "t", figure=figure) for figure in (bars, pair, pile, PLACES))))
    drawn = charts(opened(raw))
    assert [chart.chart_type.name for chart in drawn] == [
        "BAR_CLUSTERED",
        "BAR_CLUSTERED",
        "BAR_STACKED",
        "LINE_MARKERS",
    ]
    points = drawn[0].plots[0].series[0].points
    assert [str(points[at].format.fill.fore_color.rgb) for at in (0, 1)] == ["1F4E79", "D9822B"]
    assert drawn[0].plots[0].series[0].data_labels.number_format == FORMATS["change"] == '+#,##0.00;"−"#,##0.00;0.00'
    assert drawn[1].plots[0].series[0].data_labels.number_format == "0.0%"
    assert drawn[2].plots[0].series[0].data_labels.number_format == "#,##0;;"
    assert [chart.has_legend for chart in drawn] == [False, True, True, False]
    assert all(chart.category_axis.reverse_order for chart in drawn[:3])
    assert drawn[3].value_axis.reverse_order
    assert [chart.value_axis.visible for chart in drawn] == [False, False, False, True]
    assert not any(chart.has_title for chart in drawn)


def test_titles_stand_in_the_outline_and_each_slide_has_foot_and_number() -> None:
    said = deck(Slide("c", "cover", "封面", "评审会"), FULL)
    for slide, wanted in zip(opened(deck_bytes(said)).slides, said.slides, strict=True):
        kinds = [one.placeholder_format.type for one in slide.placeholders]
        assert slide.shapes.title.text_frame.text == wanted.title
        assert PP_PLACEHOLDER.FOOTER in kinds
        assert PP_PLACEHOLDER.SLIDE_NUMBER in kinds
        assert wanted.about in texts(slide)


def test_eighteen_rows_fit_one_slide_in_letters_that_can_be_read() -> None:
    (slide,) = opened(deck_bytes(deck(replace(FULL, table=Table(COLUMNS, (ROW,) * 18), remarks=())))).slides
    sizes = [int(run.get("sz")) for shape in slide.shapes if shape.has_table for run in shape.element.iter(f"{A}rPr")]
    assert min(sizes) >= 1200


def test_a_table_too_long_for_a_slide_goes_on_with_its_title() -> None:
    slides = list(opened(deck_bytes(deck(replace(FULL, table=Table(COLUMNS, (ROW,) * 40))))).slides)
    rows = [len(shape.table.rows) - 1 for slide in slides for shape in slide.shapes if shape.has_table]
    assert sum(rows) == 40
    assert [slide.shapes.title.text_frame.text for slide in slides][:2] == ["甲领先（1/3）", "甲领先（2/3）"]
    assert len(charts(opened(deck_bytes(deck(FULL))))) == 1


def test_control_characters_and_formulas_stay_text() -> None:
    bad = "=HYPERLINK(1)\x00\x0b\x1f&<a:t>\ufffe\ud800"
    good = "=HYPERLINK(1)&<a:t>"
    figure = Figure("bars", bad, (bad,), (Series(bad, (1.0,)),), "score")
    table = Table((Column(bad, 1.0),), ((Cell(bad),),))
    said = Slide("k", "ranking", bad, bad, (Fact(bad, bad),), (bad,), table, figure, (bad,), (bad,))
    presentation = opened(deck_bytes(deck(said)))
    assert good in set().union(*(texts(slide) for slide in presentation.slides))
    (chart,) = charts(presentation)
    assert list(chart.plots[0].categories) == [good]


def test_notes_hold_sources_remarks_and_the_title_as_written() -> None:
    edited = replace(FULL, sources=("排名规则",), remarks=("新目标",), written_title="甲领先4.05分")
    same = replace(FULL, sources=(), remarks=(), written_title=FULL.title)
    first, second = opened(deck_bytes(deck(edited, same))).slides
    spoken = first.notes_slide.notes_text_frame.text
    assert "系统生成的标题：甲领先4.05分" in spoken
    assert "排名规则" in spoken
    assert "新目标" in spoken
    assert not second.has_notes_slide


def test_notes_of_analysts_that_find_no_room_are_counted() -> None:
    slides = opened(deck_bytes(deck(replace(FULL, table=None, remarks=("新目标不宜直接比较" * 9,) * 8)))).slides
    shown = next(text for text in texts(slides[0]) if "条批注见演讲者备注" in text)
    assert shown
    assert slides[0].notes_slide.notes_text_frame.text.count("新目标") == 72


def test_it_says_how_far_it_is() -> None:
    heard: list[tuple[int, int, str]] = []
    deck_bytes(deck(FULL, replace(FULL, title="乙")), lambda *words: heard.append(words))
    assert heard == [(1, 2, "甲领先"), (2, 2, "乙")]


def test_forty_slides_take_a_second_or_so() -> None:
    began = time.process_time()
    deck_bytes(deck(*[FULL] * 40))
    assert time.process_time() - began < 5


def test_the_same_deck_is_the_same_file_with_a_neutral_author() -> None:
    assert deck_bytes(deck(FULL)) == deck_bytes(deck(FULL))
    about = opened(deck_bytes(deck(FULL))).core_properties
    assert (about.title, about.author) == ("2026年6月评审会", "Shiji 实绩")


def test_the_shipped_template_is_what_the_command_makes() -> None:
    made, shipped = (opened(raw) for raw in (template_bytes(), HOUSE.read_bytes()))
    assert [part.partname for part in made.part.package.iter_parts()] == [
        part.partname for part in shipped.part.package.iter_parts()
    ]
    for own, other in zip(made.part.package.iter_parts(), shipped.part.package.iter_parts(), strict=True):
        assert own.blob == other.blob
    assert [layout.name for layout in shipped.slide_layouts] == ["封面 Cover", "结论 Finding"]


def changed(tmp_path: Path, change: Any) -> Path:
    """python-pptx's own template, 4:3, with a change."""
    presentation = Presentation()
    change(presentation)
    presentation.save(str(tmp_path / "own.pptx"))
    return tmp_path / "own.pptx"


def as_it_is(_presentation: Any) -> None:
    """4:3, English names of layouts."""


def nameless(presentation: Any) -> None:
    for at, layout in enumerate(presentation.slide_layouts):
        layout.element.cSld.set("name", f"版式 {at}")


def without_placeholders(presentation: Any) -> None:
    for layout in presentation.slide_layouts:
        layout.element.cSld.set("name", "")
        for one in list(layout.placeholders):
            one.element.getparent().remove(one.element)


def only_the_cover(presentation: Any) -> None:
    for layout in list(presentation.slide_layouts)[1:]:
        presentation.slide_layouts.remove(layout)


def with_slides(presentation: Any) -> None:
    for _ in range(3):
        slide = presentation.slides.add_slide(presentation.slide_layouts[0])
        slide.shapes.title.text = "旧页"
    presentation.slides[0].notes_slide.notes_text_frame.text = "旧备注"


@pytest.mark.parametrize("change", [as_it_is, nameless, without_placeholders, only_the_cover, with_slides])
def test_a_template_of_the_county_works(change: Any, tmp_path: Path) -> None:
    said = deck(Slide("c", "cover", "封面" * 20, "评审会"), FULL, Slide("f", "headline", "要点", lines=("一", "二")))
    raw = deck_bytes(said, template=changed(tmp_path, change))
    presentation = opened(raw)
    assert presentation.slide_width == 9144000
    part_texts(said, raw)
    assert outside(presentation) == []
    assert all(slide.shapes.title is not None for slide in presentation.slides)
    assert "旧页" not in set().union(*(texts(slide) for slide in presentation.slides))
    names = [part.partname for part in presentation.part.package.iter_parts()]
    assert len(names) == len(set(names))
    assert len([name for name in names if name.startswith("/ppt/slides/")]) == len(presentation.slides)
    for slide in presentation.slides:
        assert all(shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame)


def test_a_missing_template_is_the_built_in_one(tmp_path: Path) -> None:
    assert deck_bytes(deck(FULL), template=tmp_path / "none.pptx") == deck_bytes(deck(FULL))


def garbled() -> bytes:
    raw = bytearray(HOUSE.read_bytes())
    raw[400:1400] = b"?" * 1000
    return bytes(raw)


def no_layouts(tmp_path: Path) -> bytes:
    def strip(presentation: Any) -> None:
        for layout in list(presentation.slide_layouts):
            presentation.slide_layouts.remove(layout)

    return changed(tmp_path, strip).read_bytes()


@pytest.mark.parametrize("kind", ["text", "short", "garbled", "workbook", "no layouts"])
def test_a_broken_template_is_refused_in_words(kind: str, tmp_path: Path) -> None:
    book = io.BytesIO()
    openpyxl.Workbook().save(book)
    raw = {
        "text": b"not a presentation",
        "short": HOUSE.read_bytes()[:2000],
        "garbled": garbled(),
        "workbook": book.getvalue(),
    }
    path = tmp_path / "review_deck.pptx"
    path.write_bytes(raw[kind] if kind in raw else no_layouts(tmp_path))
    with pytest.raises(AssessmentError) as refused:
        deck_bytes(deck(FULL), template=path)
    with speaking("zh"):
        assert str(refused.value).startswith("演示文稿模板")
    assert str(path) in str(refused.value)
