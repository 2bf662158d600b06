"""Sheets 指标 and 目标 as hands make them: order, headings, footers, names, repetitions."""

from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from assessment.facts import Result, Target, Vote
from tests.workbook.forms import book, messages, only_problem, read_book, read_sheets, saved
from tests.workbook.hostile import with_sheet

HEAD = ["单位", "一般公共预算收入", "安全事故"]


def values(reading) -> dict[tuple[str, str], tuple[Decimal | None, str]]:
    return {(row.unit_id, row.indicator_id): (row.value, row.state) for row in reading.submission.results}


def test_a_handmade_sheet_in_another_order_is_read() -> None:
    reading = read_sheets(
        指标=[["考核表"], ["序号", "备注", "安全事故", "单位名称", "一般公共预算收入"], [1, "x", 0, "甲镇", 1560]]
    )
    assert messages(reading) == []
    assert reading.submission.results == [
        Result("U01", "J06", Decimal(0), "ZERO", "指标", "C3"),
        Result("U01", "J01", Decimal(1560), "VALUE", "指标", "E3"),
    ]


def test_a_column_without_any_entry_is_not_handed_in() -> None:
    assert values(read_sheets(指标=[HEAD, ["甲镇", 5, None], ["乙镇", 6, None]])).keys() == {
        ("U01", "J01"),
        ("U02", "J01"),
    }


def test_a_column_with_one_entry_gives_a_row_for_every_unit_listed() -> None:
    found = values(read_sheets(指标=[HEAD, ["甲镇", None, 1], ["乙镇", None, None]]))
    assert found == {("U01", "J06"): (Decimal(1), "VALUE"), ("U02", "J06"): (None, "BLANK")}


def test_not_applicable_alone_does_not_hand_a_column_in() -> None:
    assert values(read_sheets(指标=[HEAD, ["甲镇", None, 1], ["发改局", "不适用", 0]])).keys() == {
        ("U01", "J06"),
        ("U03", "J06"),
    }


def test_targets_of_a_column_handed_in_are_given_for_every_unit() -> None:
    reading = read_sheets(目标=[["单位", "J01", "J03"], ["甲镇", 2800, None], ["乙镇", None, None]])
    assert reading.submission.targets == [
        Target("U01", "J01", Decimal(2800), "目标", "B2"),
        Target("U02", "J01", None, "目标", "B3"),
    ]


@pytest.mark.parametrize(
    "heading",
    ["J01", "j01", "一般公共预算收入", "一般公共预算收入（万元）", "J01 一般公共预算收入", "一般公共\n预算收入(万元)"],
)
def test_an_indicator_is_known_by_code_name_and_unit_of_measure(heading: str) -> None:
    assert values(read_sheets(指标=[["单位", heading], ["甲镇", 5]])) == {("U01", "J01"): (Decimal(5), "VALUE")}


@pytest.mark.parametrize("name", ["甲镇", "甲镇人民政府", " 甲 镇 ", "甲镇\u200b", "U01", "u01", "Ｕ０１"])
def test_a_unit_is_known_by_code_name_and_alias(name: str) -> None:
    assert values(read_sheets(指标=[HEAD, [name, 5, None]])) == {("U01", "J01"): (Decimal(5), "VALUE")}


def test_two_header_rows_are_read() -> None:
    rows = [[None, "J01", "J06"], ["单位", "一般公共预算收入", "安全事故"], [None, "(万元)", "(起)"], ["甲镇", 5, 0]]
    assert values(read_sheets(指标=rows)) == {
        ("U01", "J01"): (Decimal(5), "VALUE"),
        ("U01", "J06"): (Decimal(0), "ZERO"),
    }


def test_a_row_of_values_without_a_unit_is_no_header_row() -> None:
    assert only_problem(read_sheets(指标=[HEAD, [None, 5, 0], ["甲镇", 5, 0]])).startswith(
        "指标!B2 Row 2 names no unit"
    )


def test_totals_and_notes_are_passed_over_with_a_warning() -> None:
    reading = read_sheets(指标=[HEAD, ["甲镇", 5, 0], ["合计", 5, 0], ["注：数据截至月末"], ["填表人：张三"]])
    assert messages(reading) == []
    assert [warning.cell for warning in reading.warnings] == ["A3", "A4", "A5"]
    assert len(reading.submission.results) == 2


def test_an_unknown_unit_gets_the_nearest_name() -> None:
    assert "Is 发展和改革局 meant?" in only_problem(read_sheets(指标=[HEAD, ["發展和改革局", None, 0]]))


def test_a_unit_that_does_not_count_this_month_has_its_own_problem() -> None:
    assert "“丙乡政府” (丙乡) does not count in 2026-06" in only_problem(read_sheets(指标=[HEAD, ["丙乡政府", 5, 0]]))


def test_code_and_name_must_agree() -> None:
    problem = only_problem(read_sheets(指标=[["单位代码", "单位", "安全事故"], ["U01", "乙镇", 0], ["U02", "乙镇", 0]]))
    assert problem.startswith("指标!B2 The code U01 is 甲镇, but the name beside it is “乙镇”")


def test_an_unknown_column_is_a_problem_with_a_suggestion() -> None:
    assert "Is J01 一般公共预算收入 meant?" in only_problem(
        read_sheets(指标=[["单位", "一般公共预算收人"], ["甲镇", 5]])
    )


def test_a_column_of_values_without_heading_is_a_problem() -> None:
    assert only_problem(read_sheets(指标=[["单位", "J01", None], ["甲镇", 5, 7]])).startswith("指标!C1 ")


def test_a_row_repeated_alike_is_a_warning_and_read_once() -> None:
    reading = read_sheets(指标=[HEAD, ["甲镇", 5, 0], ["甲镇", 5, 0]])
    assert messages(reading) == []
    assert len(reading.warnings) == 1
    assert len(reading.submission.results) == 2


def test_a_row_repeated_differently_names_both_cells() -> None:
    assert only_problem(read_sheets(指标=[HEAD, ["甲镇", 5, 0], ["甲镇", 6, 0]])).startswith(
        "指标!B3 甲镇, 一般公共预算收入: this cell and 指标!B2 say different things"
    )


def test_a_column_repeated_differently_names_both_cells() -> None:
    problem = only_problem(read_sheets(指标=[["单位", "J01", "一般公共预算收入"], ["甲镇", 5, 6]]))
    assert problem.startswith("指标!C2 ")
    assert "指标!B2" in problem


def test_a_number_where_the_indicator_is_not_due_is_kept_with_a_warning() -> None:
    reading = read_sheets(指标=[["单位", "粮食播种面积"], ["甲镇", 3]])
    assert values(reading) == {("U01", "J14"): (Decimal(3), "VALUE")}
    assert [warning.cell for warning in reading.warnings] == ["B2"]


def test_grade_words_become_single_votes_and_blanks_take_them_back() -> None:
    reading = read_sheets(指标=[["单位", "领导评价"], ["甲镇", "较好"], ["发改局", None]])
    assert values(reading) == {("U01", "P01"): (None, "BLANK"), ("U03", "P01"): (None, "BLANK")}
    assert reading.submission.votes == [
        Vote("U01", "P01", "", "较好", 1, "指标", "B2"),
        Vote("U03", "P01", "", None, 0, "指标", "B3"),
    ]


def test_another_unit_of_measure_in_the_heading_is_a_problem() -> None:
    assert "in 亿元, but it is counted in 万元" in only_problem(
        read_sheets(指标=[["单位", "一般公共预算收入(亿元)"], ["甲镇", 5]])
    )


def test_another_unit_of_money_above_the_table_is_a_problem_for_money_alone() -> None:
    rows = [["考核表", None, "单位：亿元"], HEAD, ["甲镇", 5, 0]]
    assert only_problem(read_sheets(指标=rows)).startswith("指标!B2 ")


def test_merged_values_are_refused() -> None:
    made = openpyxl.load_workbook(BytesIO(book(指标=[HEAD, ["甲镇", 5, 0], ["乙镇", None, 0]])))
    made["指标"].merge_cells("B2:B3")
    assert only_problem(read_book(saved(made))).startswith("指标!B2 A merged cell")


def test_hidden_rows_are_read_and_said_to_be() -> None:
    made = openpyxl.load_workbook(BytesIO(book(指标=[HEAD, ["甲镇", 5, 0], ["乙镇", 6, 0]])))
    made["指标"].row_dimensions[3].hidden = True
    reading = read_book(saved(made))
    assert len(reading.submission.results) == 4
    assert [warning.values["rows"] for warning in reading.warnings] == ["3"]


def test_a_stored_result_of_a_formula_counts_and_an_empty_one_is_blank() -> None:
    formulas = b'<c r="B2"><f>2+3</f><v>5</v></c><c r="C2" t="str"><f>IF(B2&gt;9,1,"")</f><v></v></c>'
    reading = read_book(with_sheet(b'<c r="B2" t="n"><v>5</v></c><c r="C2" t="n"><v>0</v></c>', formulas))
    assert messages(reading) == []
    assert values(reading) == {("U01", "J01"): (Decimal(5), "VALUE")}


def test_everything_wrong_is_told_at_once() -> None:
    reading = read_sheets(
        指标=[HEAD, ["甲镇", "abc", -1], ["财政局", 5, 0], ["发改局", 5, 0]],
        目标=[["单位", "J01"], ["甲镇", -5]],
        加减分与否决=[["单位", "类别"], ["甲镇", "大奖"]],
    )
    assert [message.split(" ")[0] for message in messages(reading)] == [
        "指标!A3",
        "指标!B2",
        "指标!B4",
        "指标!C2",
        "加减分与否决!B2",
        "目标!B2",
    ]
