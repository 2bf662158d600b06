"""One version, five faces: the numbers of a meeting are the same on page, wall and paper, in deck and workbook."""

import io
from collections import Counter
from html.parser import HTMLParser

import openpyxl
import pytest
from pptx import Presentation

from assessment import i18n, labels, meetings, reports
from assessment.export import pack
from assessment.export.deck import deck_bytes
from assessment.export.pack_workbook import pack_workbook
from assessment.export.printable import printable
from assessment.meeting import Deck
from assessment.meeting.deck import kept_deck
from assessment.store import Store
from assessment.ui import ranking_table
from assessment.ui.meeting import screen

Row = tuple[str, ...]


class Tables(HTMLParser):
    """The rows of all tables of a page, as the words in their cells."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.is_in_cell = False

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag == "td":
            self.rows[-1].append("")
            self.is_in_cell = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "td":
            self.is_in_cell = False

    def handle_data(self, data: str) -> None:
        if self.is_in_cell:
            self.rows[-1][-1] += data


def rows_of(page: str) -> Counter[Row]:
    found = Tables()
    found.feed(page)
    return Counter(tuple(cell.strip() for cell in row) for row in found.rows if row)


@pytest.fixture(params=i18n.LANGUAGES)
def deck(demo: Store, request: pytest.FixtureRequest) -> Deck:
    """The demo's last month as its meeting keeps it."""
    (june, _) = meetings.known(demo)
    return kept_deck(demo, june.meeting_id, request.param)


def shown(deck: Deck) -> Counter[Row]:
    """Every row of every table of the deck."""
    return Counter(tuple(cell.text for cell in row) for slide in deck.slides if slide.table for row in slide.table.rows)


def test_wall_deck_and_paper_show_the_same_rows(deck: Deck) -> None:
    expected = shown(deck)
    assert sum(expected.values()) > 200
    assert rows_of(screen.html(deck, lambda unit_id: unit_id)) == expected
    assert rows_of(printable(deck)) == expected
    tables = [
        shape.table
        for slide in Presentation(io.BytesIO(deck_bytes(deck))).slides
        for shape in slide.shapes
        if shape.has_table
    ]
    written = [tuple(cell.text for cell in row.cells) for table in tables for row in list(table.rows)[1:]]
    assert Counter(written) == expected


def ranked(deck: Deck) -> Counter[Row]:
    """Rank, unit, score and tier of all units."""
    rankings = [slide.table for slide in deck.slides if slide.key.startswith("ranking.") and slide.table]
    picked = [(row[0].text, row[2].text, row[3].text, row[4].text) for table in rankings for row in table.rows]
    return Counter(picked)


def test_the_workbook_holds_the_same_ranking_as_numbers(deck: Deck) -> None:
    book = openpyxl.load_workbook(io.BytesIO(pack_workbook(deck)))
    found: list[Row] = []
    for sheet in book.worksheets:
        for table in sheet.tables.values():
            (head, *rows) = sheet[table.ref]
            if len(head) == 5 and isinstance(rows[0][0].value, int) and isinstance(rows[0][3].value, float):
                found += [
                    (labels.count(row[0].value), str(row[2].value), labels.score(row[3].value), str(row[4].value))
                    for row in rows
                ]
    assert len(found) == 91
    assert Counter(found) == ranked(deck)


def test_the_page_of_rankings_shows_the_same_numbers(demo: Store, deck: Deck) -> None:
    (june, _) = meetings.known(demo)
    with i18n.speaking(deck.language):
        page = rows_of(ranking_table.blocks(reports.rankings(demo, june.period)))
    numbers = Counter((row[0], row[3]) for row in page.elements())
    assert numbers == Counter((row[0], row[2]) for row in ranked(deck).elements())


def test_every_value_of_every_figure_stands_in_the_decks_charts(deck: Deck) -> None:
    charts = [
        shape.chart
        for slide in Presentation(io.BytesIO(deck_bytes(deck))).slides
        for shape in slide.shapes
        if shape.has_chart
    ]
    drawn = [{series.name: tuple(series.values) for series in chart.plots[0].series} for chart in charts]
    figures = {slide.continues or slide.key: slide.figure for slide in deck.slides if slide.figure}
    expected = [{series.name: series.values for series in figure.series} for figure in figures.values()]
    assert [one for one in expected if one not in drawn] == []


def test_the_same_version_packed_again_is_the_same_pack(deck: Deck) -> None:
    with i18n.speaking(deck.language):
        first = pack.make(deck, lambda *_: None)
    with i18n.speaking("en"):
        again = pack.make(deck, lambda *_: None)
    assert first.all.content == again.all.content
    assert [file.kind for file in first.files] == ["pptx", "xlsx", "html"]
