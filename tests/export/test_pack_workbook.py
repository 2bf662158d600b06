"""The appendix: real numbers that read as on the wall, native tables and charts, nothing that becomes a formula."""

import io
import re
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.utils import range_boundaries

from assessment import labels
from assessment.export.deck_parts import in_one_piece
from assessment.export.pack_workbook import number_format, pack_workbook
from assessment.meeting.slide import Cell, Column, Deck, Slide, Table
from tests.export.decks import EVIL, FOOT, RANKING, deck, rows

SHEETS = r"xl/worksheets/sheet\d+\.xml"


@pytest.fixture(scope="module")
def made() -> bytes:
    return pack_workbook(deck())


@pytest.fixture(scope="module")
def book(made: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(made))


def body(sheet: openpyxl.worksheet.worksheet.Worksheet, at: int = 0) -> list[list[openpyxl.cell.Cell]]:
    """The rows of a sheet's native table, heading first."""
    left, top, right, bottom = range_boundaries(list(sheet.tables.values())[at].ref)
    return [list(row) for row in sheet.iter_rows(top, bottom, left, right)]


def parts(made: bytes, pattern: str) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return [archive.read(name).decode() for name in archive.namelist() if re.fullmatch(pattern, name)]


def test_a_sheet_a_unit_type_and_one_a_section(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == ["说明", "总体情况", "A 乡镇", "B 部门", "落后指标", "提请会议审定", "图表数据"]
    english = openpyxl.load_workbook(io.BytesIO(pack_workbook(deck("en"))))
    assert english.sheetnames[0] == "Notes"
    assert english.sheetnames[-1] == "Chart data"


@pytest.mark.parametrize("code", ["A", "B"])
def test_a_ranking_holds_all_rows_with_the_numbers_of_the_wall(book: openpyxl.Workbook, code: str) -> None:
    sheet = next(sheet for sheet in book if sheet.title.startswith(code))
    head, *lines = body(sheet)
    assert [cell.value for cell in head] == [column.heading for column in RANKING]
    told = rows(code)
    assert len(lines) == len(told)
    for line, cells in zip(lines, told, strict=True):
        assert labels.score(line[3].value) == cells[3].text
        assert line[3].number_format == "#,##0.00"
        assert [line[0].value, line[1].value, line[4].value] == [
            cells[0].value,
            cells[1].text if cells[1].value is None else cells[1].value,
            cells[4].text,
        ]
    assert sheet["A1"].value.endswith("领先4.05分")


def test_a_move_is_a_number_that_reads_as_words(book: openpyxl.Workbook) -> None:
    _, same, up, down, none, *_ = body(book["A 乡镇"])
    assert (same[1].value, same[1].number_format) == (0, '0;-0;"持平"')
    assert (up[1].value, up[1].number_format) == (6, '"▲ 升"#,##0"位"')
    assert (down[1].value, down[1].number_format) == (-1, '"▼ 降"#,##0"位";"▼ 降"#,##0"位"')
    assert none[1].value == "—"


def test_tones_are_formats(book: openpyxl.Workbook) -> None:
    _, first, second, *_ = body(book["A 乡镇"])
    assert first[4].fill.fgColor.rgb == "FF1F4E79"
    assert first[3].font.bold
    assert second[1].font.color.rgb == "FF1F4E79"


def test_other_tables_of_a_type_stand_below_as_their_own(book: openpyxl.Workbook) -> None:
    sheet = book["A 乡镇"]
    assert len(sheet.tables) == 2
    assert [cell.value for cell in body(sheet, 1)[1]] == ["甲", "固定资产投资 +3.21"]


def test_a_section_over_several_types_names_the_type_first(book: openpyxl.Workbook) -> None:
    sheet = book["落后指标"]
    head, first, second = body(sheet)
    assert [cell.value for cell in head] == ["单位类型", "指标", "中位", "灯"]
    assert [first[0].value, second[0].value] == ["A 乡镇", "B 部门"]
    assert (first[2].value, first[2].number_format) == (0.342, "#,##0.0%")
    assert second[2].value == "1.2 亿元"
    written = [cell.value for row in sheet.iter_rows() for cell in row]
    assert {"A 乡镇：1项落后", "B 部门：1项落后", "2项指标落后时序"} <= set(written)


def test_every_figure_is_a_native_chart_of_cells(made: bytes, book: openpyxl.Workbook) -> None:
    charts = parts(made, r"xl/charts/chart\d+\.xml")
    figures = [slide.figure for slide in in_one_piece(deck()) if slide.figure]
    assert len(charts) == len(figures) == 6
    data = book["图表数据"]
    for chart, figure in zip(charts, figures, strict=True):
        refs = re.findall(r"<c:f>'?图表数据'?!([^<]+)</c:f>", chart)
        assert len(refs) == len(re.findall("<c:f>", chart)) == 1 + 3 * len(figure.series)
        assert data[refs[0].replace("$", "")].value == figure.caption
        written = {data[refs[at].replace("$", "")].value: refs[at + 2] for at in range(1, len(refs), 3)}
        for series in figure.series:
            cells = data[written[series.name].replace("$", "")]
            values = [row[0].value for row in cells] if isinstance(cells, tuple) else [cells.value]
            assert values == list(series.values)


def test_charts_look_as_on_the_wall(made: bytes) -> None:
    stacked, places, bars, *_, against = parts(made, r"xl/charts/chart\d+\.xml")
    assert '<c:grouping val="stacked"/>' in stacked
    assert "<c:lineChart>" in places
    assert places.count('<c:orientation val="maxMin"/>') == bars.count('<c:orientation val="maxMin"/>') == 1
    assert bars.count("<c:dPt>") == 3
    assert {"1F4E79", "D9822B"} <= set(re.findall(r'srgbClr val="(\w+)"', bars))
    assert '<c:grouping val="clustered"/>' in against
    assert "<c:showSerName" in places


def test_nothing_becomes_a_formula_or_a_link(made: bytes, book: openpyxl.Workbook) -> None:
    assert not any(re.search("<f>|<hyperlink", sheet) for sheet in parts(made, SHEETS))
    assert book["A 乡镇"].cell(4, 3).value == EVIL
    table = Table([Column(EVIL, 1)] * 2, [[Cell(EVIL), Cell(EVIL)]])
    evil = Slide("x", "since", EVIL, EVIL, lines=(EVIL,), table=table)
    hostile = pack_workbook(Deck(1, EVIL, "zh", EVIL, "&" + EVIL, {EVIL: EVIL}, (evil,)))
    assert all("<f>" not in sheet for sheet in parts(hostile, SHEETS))
    openpyxl.load_workbook(io.BytesIO(hostile))


def test_the_note_sheet_says_origin_and_every_finding(book: openpyxl.Workbook) -> None:
    lines = {(row[0].value, row[1].value) for row in book["说明"].iter_rows(max_col=2)}
    assert {("修订", "6"), ("数据说明", FOOT), ("A 乡镇", "A 乡镇：领先4.05分")} <= lines
    assert {slide.title for slide in in_one_piece(deck())} <= {said for _, said in lines}


def test_every_sheet_prints_on_a4_with_its_data_at_the_foot(book: openpyxl.Workbook) -> None:
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert int(sheet.page_setup.paperSize) == 9
        assert sheet.page_setup.fitToWidth in (None, 1)
        assert sheet.oddFooter.left.text == FOOT
        assert sheet.oddFooter.right.text == "&P / &N"
    assert [str(book[name].page_setup.fitToHeight) for name in ("说明", "提请会议审定")] == ["0", "0"]
    assert book["A 乡镇"].page_setup.fitToHeight in (None, 1)
    assert book["A 乡镇"].freeze_panes == "A4"
    assert book["落后指标"].print_title_rows == "$1:$2"
    assert book["A 乡镇"].print_title_rows == "$1:$1"


def test_columns_are_as_wide_as_their_words(book: openpyxl.Workbook) -> None:
    sheet = book["A 乡镇"]
    assert sheet.column_dimensions["C"].width >= len(EVIL) + 2
    assert sheet.column_dimensions["D"].width < 24


def test_the_same_deck_gives_the_same_bytes(made: bytes) -> None:
    assert made == pack_workbook(deck())
    assert made != pack_workbook(replace(deck(), foot="2026年5月"))


def test_a_deck_without_slides_is_still_a_workbook() -> None:
    empty = openpyxl.load_workbook(io.BytesIO(pack_workbook(Deck(1, "空", "zh", "2026年6月", FOOT, {}))))
    assert empty.sheetnames == ["说明"]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (Cell("34.2%", 0.342), "#,##0.0%"),
        (Cell("100%", 1.0), "#,##0%"),
        (Cell("1,234 件", 1234.0), '#,##0" 件"'),
        (Cell("2026", 2026.0), "0"),
        (Cell("−0.50", -0.5), '"−"#,##0.00;"−"#,##0.00'),
        (Cell("0.13", 0.125), "#,##0.00"),
        (Cell("1.2 亿元", 12000.0), ""),
        (Cell("3/15", 3.0), ""),
        (Cell("不适用", 4.0), ""),
        (Cell("—"), ""),
        (Cell('说"3"', 3.0), ""),
    ],
)
def test_a_number_reads_as_its_text_or_stays_text(cell: Cell, shown: str) -> None:
    assert number_format.of_cell(cell) == shown


def test_a_column_of_changes_shows_its_signs() -> None:
    cells = [Cell("+7.85", 7.85), Cell("−0.61", -0.61)]
    assert number_format.of_column(Column("", 1, decimals=2), cells) == "+#,##0.00;−#,##0.00;#,##0.00"
    assert number_format.of_column(Column("", 1, decimals=1, style="percent"), [Cell("3.0%", 0.03)]) == "#,##0.0%"
    assert number_format.of_column(Column("", 1), cells) == ""
