"""The hand-out: whole, safe, and broken where it should be."""

import re
from html import unescape

import pytest

from assessment.charts.figure import Figure
from assessment.export.deck_parts import in_one_piece, section_name
from assessment.export.printable import printable
from assessment.i18n import speaking
from assessment.meeting.slide import SECTIONS, Cell, Column, Deck, Slide, Table
from tests.export.decks import EVIL, FOOT, SCORES, deck


@pytest.fixture(scope="module")
def paper() -> str:
    return printable(deck())


def test_it_loads_nothing_and_runs_nothing(paper: str) -> None:
    assert not re.search(r"<script|<link|<img|\burl\(|@import|https?:|\sstyle=|\son\w+=|javascript:", paper)
    assert paper.count("</style>") == 1


def test_it_speaks_the_language_of_the_deck(paper: str) -> None:
    assert '<html lang="zh-CN">' in paper
    assert "<h2>落后指标</h2>" in paper
    assert '<html lang="en">' in printable(deck("en"))
    assert "<h2>Lagging indicators</h2>" in printable(deck("en"))


def test_every_row_is_there_once_under_one_head(paper: str) -> None:
    for code in "AB":
        names = re.findall(rf"<td>({code}单位\d+)</td>", paper)
        assert names == [f"{code}单位{at}" for at in range(1, len(SCORES))]
    assert paper.count('<th scope="col">单位</th><th scope="col" class="num">得分（分）</th>') == 2
    assert "display: table-header-group" in paper
    assert "tr { break-inside: avoid; }" in paper


def test_a_table_in_one_piece_no_longer_says_which_screen_it_was_on(paper: str) -> None:
    assert "屏" not in paper
    assert paper.count("<h3>A 乡镇：领先4.05分</h3>") == 1


def test_a_unit_type_and_what_follows_the_last_one_begin_a_page(paper: str) -> None:
    begin = re.findall(r'<section class="page"><h2>([^<]+)</h2>', paper)
    assert begin == ["A 乡镇", "B 部门", "落后指标"]
    assert "section.page { break-before: page; }" in paper


def test_findings_stand_in_the_order_of_the_walk(paper: str) -> None:
    found = re.findall(r"<h3>([^<]+)</h3>", paper)
    assert found == [slide.title for slide in in_one_piece(deck())[1:]]
    assert "<h1>6月评审会</h1>" in paper
    assert paper.index("6月：3个单位升档</li>") < paper.index("<h3>")


def test_pictures_remarks_and_the_type_of_a_slide_stand_with_it(paper: str) -> None:
    assert paper.count("<svg ") == 6
    assert ".sj-figure .blue{fill:#1F4E79}" in paper
    assert paper.count('<ul class="remarks"><li>6月起执行新目标</li></ul>') == 2
    assert paper.count('<p class="kicker">A 乡镇</p>') == 1


def test_the_data_are_named_in_the_margin_and_at_the_end(paper: str) -> None:
    margin = re.search(r'@bottom-left \{ content: "([^"]*)" \}', paper)
    assert margin is not None
    assert re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), margin[1]) == FOOT
    assert 'content: counter(page) " / " counter(pages)' in paper
    assert paper.rindex(FOOT) > paper.rindex("<svg ")
    assert "<dt>修订</dt><dd>6</dd>" in paper


def test_what_people_wrote_stays_text(paper: str) -> None:
    assert paper.count("<td>=1+1&lt;/style&gt;&lt;script&gt;&quot;&amp;</td>") == 2
    evil = printable(Deck(1, EVIL, "zh", EVIL, EVIL, {EVIL: EVIL}, (Slide(EVIL, "since", EVIL, EVIL, lines=(EVIL,)),)))
    assert "<script" not in evil
    assert evil.count("</style>") == 1
    assert EVIL in unescape(evil)


def test_a_deck_without_slides_is_still_a_page() -> None:
    assert "<h1>空</h1>" in printable(Deck(1, "空", "zh", "2026年6月", FOOT, {}))


def test_a_continuation_that_does_not_fit_stays_a_slide() -> None:
    first = Slide("a", "since", "A", table=Table([Column("x", 1)], [[Cell("1")]]))
    other = Slide("b", "since", "B", table=Table([Column("y", 1)], [[Cell("2")]]), continues="a")
    picture = Slide("c", "since", "C", figure=Figure("bars", "", (), ()), continues="a")
    orphan = Slide("d", "since", "D", continues="gone")
    slides = (first, other, picture, orphan)
    pieces = in_one_piece(Deck(1, "", "zh", "", "", {}, slides))
    assert [slide.key for slide in pieces] == ["a", "b", "c", "d"]
    assert pieces[2].figure == picture.figure


def test_every_section_has_a_name() -> None:
    with speaking("zh"):
        names = [section_name(section) for section in SECTIONS]
    assert all(re.search("[一-鿿]", name) for name in names)
    assert len(set(names)) == len(SECTIONS)
