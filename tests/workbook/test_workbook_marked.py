"""The sender's workbook handed back: every fault at its cell, nothing else changed, and it can come in again."""

from io import BytesIO

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill

from assessment import i18n
from assessment.workbook import Reading, marked, read
from tests.workbook.forms import book, form, messages, saved
from tests.workbook.hostile import rebuilt
from tests.workbook.test_workbook_kinds import xls

EVENTS = ["单位", "类别", "事项"]


def faulty() -> bytes:
    """A table as a department makes it: a merged title, a bold head, a coloured name, a formula, two faults."""
    made = openpyxl.load_workbook(
        BytesIO(
            book(指标=[["2026年6月"], ["单位", "J01", "J06"], ["甲镇", "五", 0], ["乙镇", 6, 0], ["无名局", 7, "=1+1"]])
        )
    )
    sheet = made["指标"]
    sheet.merge_cells("A1:C1")
    sheet["A2"].font = Font(bold=True, size=14)
    sheet["A4"].fill = PatternFill("solid", fgColor="DDEEFF")
    sheet.column_dimensions["A"].width = 33
    return saved(made)


def handed_back(data: bytes, name: str = "六月.xlsx") -> tuple[Reading, openpyxl.Workbook, str]:
    """A file read, its marked copy opened, and the name of the copy."""
    reading = read([(name, data)], form())[0]
    copy = marked(name, data, reading.problems, reading.warnings)
    return reading, openpyxl.load_workbook(BytesIO(copy.data)), copy.file_name


def test_every_problem_stands_at_its_cell_in_a_comment_and_in_the_column_beside_the_table() -> None:
    with i18n.speaking("zh"):
        reading, made, name = handed_back(faulty())
    assert name == "六月_已标注.xlsx"
    assert [(one.cell, one.values.get("found")) for one in reading.problems] == [("A5", "无名局"), ("B3", "五")]
    sheet = made["指标"]
    assert sheet["B3"].comment.text.startswith("看不懂“五”")
    assert sheet["A5"].comment.text.startswith("没有名为“无名局”的单位")
    assert sheet["D2"].value == "错误说明"
    assert sheet["D3"].value.startswith("B3: 看不懂“五”")
    assert sheet["D4"].value is None
    assert sheet["D5"].value.startswith("A5: 没有名为“无名局”的单位")


def test_style_merges_widths_and_formulas_stay() -> None:
    _, made, _ = handed_back(faulty())
    sheet = made["指标"]
    assert (sheet["A2"].font.bold, sheet["A2"].font.size) == (True, 14)
    assert sheet["A4"].fill.fgColor.rgb == "00DDEEFF"
    assert sheet["B3"].fill.fgColor.rgb == "00F8CBAD"
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:C1"]
    assert sheet.column_dimensions["A"].width == 33
    assert sheet["C5"].value == "=1+1"


def test_the_list_comes_first_and_leads_to_every_cell() -> None:
    with i18n.speaking("zh"):
        _, made, _ = handed_back(faulty())
    listed = made.worksheets[0]
    assert listed.title == "问题清单"
    rows = [[cell.value for cell in row] for row in listed.iter_rows(min_row=5)]
    assert [row[:4] for row in rows] == [[1, "错误", "指标", "A5"], [2, "错误", "指标", "B3"]]
    assert listed["D5"].hyperlink.location or listed["D5"].hyperlink.target == "#'指标'!A5"
    assert listed["A2"].value.startswith("公式的结果没有随本工作簿保存")


def test_a_mended_copy_comes_in_without_a_word_and_an_old_mark_goes() -> None:
    _, made, _ = handed_back(faulty())
    made["指标"]["B3"] = 5
    once = saved(made)
    reading, again, _ = handed_back(once)
    assert [one.cell for one in reading.problems] == ["A5"]
    assert again["指标"]["B3"].comment is None
    assert again["指标"]["D3"].value is None
    assert again.sheetnames == ["问题清单", "指标"]
    again["指标"]["A5"], again["指标"]["B5"], again["指标"]["C5"] = "发改局", None, 1
    last = read([("六月.xlsx", saved(again))], form())[0]
    assert (messages(last), last.warnings) == ([], [])


def test_a_long_sheet_is_marked_too_and_its_column_passed_over() -> None:
    data = book(加减分与否决=[EVENTS, ["甲镇", "无此类", "x"], ["乙镇", "通报批评", "y"]])
    reading, made, _ = handed_back(data)
    assert [one.cell for one in reading.problems] == ["B2"]
    assert made["加减分与否决"]["D2"].value.startswith("B2: ")
    made["加减分与否决"]["B2"] = "通报批评"
    assert messages(read([("六月.xlsx", saved(made))], form())[0]) == []


@pytest.mark.parametrize(
    ("name", "data", "sheet"),
    [
        ("六月.xls", xls([["单位", "J01", "J06"], ["甲镇", "五", 0.5], ["乙镇", 6, 0]]), "指标"),
        ("统计局.csv", "单位,J01,J06\n甲镇,五,0.5\n乙镇,6,0\n".encode("gbk"), "统计局"),
    ],
)
def test_what_is_no_xlsx_comes_back_as_one(name: str, data: bytes, sheet: str) -> None:
    with i18n.speaking("zh"):
        _, made, file_name = handed_back(data, name)
    assert file_name.endswith("_已标注.xlsx")
    assert made[sheet]["B2"].comment.text.startswith("看不懂“五”")
    assert "交来的不是 .xlsx" in made["问题清单"]["A2"].value
    made[sheet]["B2"] = 5
    reading = read([("六月.xlsx", saved(made))], form())[0]
    assert messages(reading) == []
    assert len(reading.submission.results) == 4


def test_what_the_copy_does_not_keep_is_said() -> None:
    data = faulty()
    with_macro = rebuilt(lambda _, part: part, extra={"xl/vbaProject.bin": b"x"}, source=data)
    with i18n.speaking("zh"):
        _, made, _ = handed_back(with_macro)
    assert made["问题清单"]["A2"].value == "本工作簿没有保留：宏。"


def test_words_of_the_file_never_become_a_formula() -> None:
    _, made, _ = handed_back(book(指标=[["单位", "J01"], ["甲镇", "@x"], ["=1+1", 5]]))
    kinds = {
        cell.data_type for sheet in made.worksheets for row in sheet.iter_rows() for cell in row if cell.column > 2
    }
    assert "f" not in kinds
    csv = "单位,J01\n甲镇,五\n=1+1,5\n".encode()
    _, text, _ = handed_back(csv, "一.csv")
    assert "f" not in {cell.data_type for sheet in text.worksheets for row in sheet.iter_rows() for cell in row}
