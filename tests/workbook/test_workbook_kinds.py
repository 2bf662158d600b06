"""The same table in every kind of file that arrives: what is read is the same to the cell (safety.md A5)."""

import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
import xlwt

from assessment.workbook import read
from tests.workbook.forms import book, form, messages, only_problem, read_book
from tests.workbook.hostile import rebuilt

ROWS = [["单位", "J01", "J03", "J06"], ["甲镇", 1560.5, 12.4, 0], ["乙镇", 900, -3, 1]]
VALUES = [("U01", "J01", "1560.5"), ("U01", "J03", "12.4"), ("U01", "J06", "0"),
          ("U02", "J01", "900"), ("U02", "J03", "-3"), ("U02", "J06", "1")]  # fmt: skip
TEXT = "单位,J01,J03,J06\r\n甲镇,1560.5,12.4,0\r\n乙镇,900,-3,1\r\n"


def xls(rows: list[list[object]], name: str = "指标", change: Callable[[xlwt.Worksheet], None] | None = None) -> bytes:
    """A workbook of the old binary format."""
    made = xlwt.Workbook()
    sheet = made.add_sheet(name)
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(at, column, value)
    if change:
        change(sheet)
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def strict(data: bytes) -> bytes:
    """A workbook said in the dialect of Strict Open XML, as Excel's "Strict" writes it."""
    names = {
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/": b"http://purl.oclc.org/ooxml/officeDocument/",
    }
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(target, "w") as made:
        for part in source.namelist():
            text = source.read(part)
            for plain, said in names.items():
                text = text.replace(plain, said) if part != "[Content_Types].xml" else text
            made.writestr(part, text)
    return target.getvalue()


KINDS = {
    "xlsx": book(指标=ROWS),
    "strict": strict(book(指标=ROWS)),
    "xls": xls(ROWS),
    "csv in UTF-8": TEXT.encode(),
    "csv in UTF-8 with a mark": TEXT.encode("utf-8-sig"),
    "csv in GBK": TEXT.encode("gbk"),
    "csv in GB18030": TEXT.replace("甲镇", "甲镇\u3000").encode("gb18030"),
    "csv in UTF-16": TEXT.encode("utf-16"),
    "tabs": TEXT.replace(",", "\t").encode("utf-16"),
    "semicolons": TEXT.replace(",", ";").encode(),
    "Excel's own line": ("sep=;\r\n" + TEXT.replace(",", ";")).encode(),
    "quoted": TEXT.replace("1560.5", '"1,560.5"').encode(),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["指标.xlsx", "六月.xls", "统计局.csv"])
def test_the_same_table_is_the_same_in_every_kind_of_file_whatever_its_name(kind: str, name: str) -> None:
    reading = read_book(KINDS[kind], name)
    assert messages(reading) == []
    found = sorted((row.unit_id, row.indicator_id, row.value) for row in reading.submission.results)
    assert found == [(unit, indicator, Decimal(value)) for unit, indicator, value in VALUES]


def test_a_problem_in_a_text_file_has_the_row_that_excel_shows() -> None:
    text = "2026年6月,,\r\n\r\n单位,J01,J06\r\n甲镇,五,0\r\n"
    assert only_problem(read_book(text.encode("gb18030"), "统计局.csv")).startswith("统计局!B4 “五” is not understood")


def test_formats_of_the_old_binary_format_are_seen() -> None:
    def change(sheet: xlwt.Worksheet) -> None:
        sheet.write(1, 1, 0.955, xlwt.easyxf(num_format_str="0.0%"))
        sheet.write(2, 1, date(2026, 6, 1), xlwt.easyxf(num_format_str="yyyy-mm-dd"))
        sheet.write(1, 2, xlwt.Formula("1+1"))
        sheet.write_merge(2, 3, 2, 2, 5)
        sheet.row(1).hidden = True

    reading = read_book(xls([["单位", "J03", "J06"], ["甲镇"], ["乙镇"], ["发改局", 3]], change=change))
    assert [(row.cell, row.value) for row in reading.submission.results if row.cell == "B2"] == [
        ("B2", Decimal("95.5"))
    ]
    said = " | ".join(messages(reading))
    assert "B3 2026-06-01 00:00:00 is a date" in said or "B3 2026-06-01 is a date" in said
    assert "C2 The cell holds a formula without a stored result" in said
    assert "C3 A merged cell stands among the values" in said
    assert any("Hidden rows were read like any other: 2." in warning.text() for warning in reading.warnings)


def test_an_empty_text_of_the_old_binary_format_is_a_blank() -> None:
    reading = read_book(xls([["单位", "J01", "J06"], ["甲镇", "", 0], ["乙镇", 6, 0]]))
    assert messages(reading) == []
    assert {row.cell for row in reading.submission.results if row.value is not None} == {"C2", "B3", "C3"}


def test_an_error_of_the_old_binary_format_is_named() -> None:
    data = xls([["单位", "J06"], ["甲镇", 0]], change=lambda sheet: sheet.row(2).set_cell_error(1, "#DIV/0!"))
    data_with_unit = xls(
        [["单位", "J06"], ["甲镇", 0], ["乙镇"]], change=lambda s: s.row(2).set_cell_error(1, "#DIV/0!")
    )
    assert "names no unit" in only_problem(read_book(data))
    assert "B3 The cell holds the error #DIV/0!" in only_problem(read_book(data_with_unit))


def test_a_workbook_whose_cells_the_reader_does_not_see_is_refused() -> None:
    plain, odd = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://example.org/main"
    data = rebuilt(lambda name, part: part.replace(plain, odd) if "sheet1" in name else part)
    assert "cannot be made out" in only_problem(read_book(data))


def test_the_lock_file_beside_an_open_workbook_is_named_as_such() -> None:
    assert "lock file" in only_problem(read_book(b"\x05admin" + b" " * 159, "~$六月.xlsx"))


def test_a_sheet_with_any_name_is_known_by_its_headings_and_says_so() -> None:
    reading = read_book(book(Sheet1=ROWS, Sheet2=[["单位", "类别", "事项"], ["甲镇", "通报批评", "x"]]))
    assert messages(reading) == []
    assert len(reading.submission.results) == 6
    assert [event.kind for event in reading.submission.events if event.kind] == ["通报批评"]
    assert [warning.text() for warning in reading.warnings] == [
        "By its headings this sheet was read as sheet 指标.",
        "By its headings this sheet was read as sheet 加减分与否决.",
    ]


def test_a_sheet_beside_a_named_one_is_never_read_by_its_headings() -> None:
    reading = read_book(book(指标=ROWS, 去年=[["单位", "J01"], ["甲镇", 1]]))
    assert messages(reading) == []
    assert [warning.text() for warning in reading.warnings] == [
        "This sheet is none of the format's sheets and was not read."
    ]


def test_two_sheets_with_the_same_headings_are_a_question() -> None:
    assert "both look like sheet 指标" in only_problem(read_book(book(今年=ROWS, 去年=ROWS)))


@pytest.mark.parametrize("title", ["2026年度目标任务分解表", "全年目标"])
def test_a_table_of_targets_is_not_taken_for_results(title: str) -> None:
    assert "None of the sheets" in only_problem(read_book(book(Sheet1=[[title], *ROWS])))


@pytest.mark.parametrize("word", ["全年目标", "上年同期", "位次", "本月完成", "同比±%", "完成率"])
def test_a_column_that_is_not_the_value_to_date_is_never_read_as_it(word: str) -> None:
    rows = [["单位", "一般公共预算收入", None], [None, word, None], ["甲镇", 2800, None]]
    problem = only_problem(read_book(book(指标=rows)))
    assert problem.startswith(
        f"指标!B2 The heading “一般公共预算收入／{word}” says that the column is not the value of 一般公共预算收入"
    )


def test_two_files_of_different_kinds_are_read_together() -> None:
    files = [("一.xls", xls([["单位", "J01"], ["甲镇", 5]])), ("二.csv", "单位,J06\n甲镇,1\n".encode("gbk"))]
    readings = read(files, form())
    assert [messages(reading) for reading in readings] == [[], []]
    assert [reading.submission.results[0].value for reading in readings] == [Decimal(5), Decimal(1)]
