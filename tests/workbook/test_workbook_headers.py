"""Tables as source departments make them (domain.md sections 2 and 11): which column is an indicator's value."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from assessment.workbook import Reading, read
from tests.workbook.forms import book, form, messages, only_problem, read_book, saved

HEAD = [
    "序号",
    "单位",
    "类别",
    "一般公共预算收入",
    None,
    None,
    None,
    None,
    None,
    "固定资产投资增速",
    None,
    None,
    "备注",
]
UNDER = [
    None,
    None,
    None,
    "全年目标",
    "本月完成",
    "1-6月累计",
    "完成率",
    "同比±%",
    "位次",
    "目标",
    "1-6月",
    "位次",
    None,
]


def monthly_sheet(under: list[object] | None = None, month: str = "6月") -> bytes:
    """The monthly sheet of a source department: a title, a line of units, two rows of headings, 合计 and 注."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = f"{month}指标完成情况"
    sheet.append([f"××县2026年{month}各乡镇主要经济指标完成情况表"])
    sheet.append([f"填报单位:县统计局 | 截止:{month}30日 | 单位:万元、%"])
    sheet.append(HEAD)
    sheet.append(under or UNDER)
    sheet.append([1, "甲镇", "A", 2800, 260, 1560, "55.7%", 12.1, 1, 10, 12.4, 1, None])
    sheet.append([2, "乙镇", "A", 1800, 150, 900, "50.0%", -3.0, 2, 10, -3.0, 2, "补报"])
    sheet.append([None, "合计", None, "=SUM(D5:D6)", 410, 2460])
    sheet.append(["注:同比按可比口径计算。"])
    for area in ("A1:M1", "A2:M2", "A3:A4", "B3:B4", "C3:C4", "D3:I3", "J3:L3", "M3:M4"):
        sheet.merge_cells(area)
    return saved(made)


def values(reading: Reading) -> list[tuple[str, str, Decimal | None, str]]:
    return sorted((row.unit_id, row.indicator_id, row.value, row.cell) for row in reading.submission.results)


def warnings(reading: Reading) -> list[str]:
    return [f"{one.cell} {one.text()}" for one in reading.warnings]


TRUE_VALUES = [
    ("U01", "J01", Decimal(1560), "F5"),
    ("U01", "J03", Decimal("12.4"), "K5"),
    ("U02", "J01", Decimal(900), "F6"),
    ("U02", "J03", Decimal(-3), "K6"),
]


def test_of_a_group_of_columns_the_one_to_date_is_read_and_the_others_are_listed() -> None:
    reading = read_book(monthly_sheet(), "统计局6月.xlsx")
    assert messages(reading) == []
    assert values(reading) == TRUE_VALUES
    passed = [line for line in warnings(reading) if "passed over" in line]
    assert passed == [
        "D4 The column “一般公共预算收入／全年目标” was passed over.",
        "E4 The column “一般公共预算收入／本月完成” was passed over.",
        "G4 The column “一般公共预算收入／完成率” was passed over.",
        "H4 The column “一般公共预算收入／同比±%” was passed over.",
        "I4 The column “一般公共预算收入／位次” was passed over.",
        "J4 The column “固定资产投资增速／目标” was passed over.",
        "L4 The column “固定资产投资增速／位次” was passed over.",
    ]


def test_a_title_merged_over_the_whole_table_is_no_heading() -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (["2026年6月完成情况表（含目标）"], ["单位", "J01"], ["甲镇", 5]):
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    sheet.title = "指标"
    reading = read_book(saved(made))
    assert messages(reading) == []
    assert values(reading) == [("U01", "J01", Decimal(5), "B3")]


def test_a_name_in_two_rows_is_put_together() -> None:
    made = openpyxl.load_workbook(BytesIO(book(指标=[["单位", "固定资产投资"], [None, "增速"], ["甲镇", 12.4]])))
    assert values(read_book(saved(made))) == [("U01", "J03", Decimal("12.4"), "B3")]


@pytest.mark.parametrize(
    "name", ["一般公共预算收入(全年目标)", "一般公共预算收入（上年同期）", "一般公共预算收入(位次)"]
)
def test_brackets_behind_a_name_can_make_it_another_thing(name: str) -> None:
    assert "is not the value of 一般公共预算收入" in only_problem(read_book(book(指标=[["单位", name], ["甲镇", 5]])))


@pytest.mark.parametrize("name", ["一般公共预算收入(万元)", "一般公共预算收入（1-6月累计）", "J01一般公共预算收入"])
def test_brackets_behind_a_name_can_say_the_same(name: str) -> None:
    assert messages(read_book(book(指标=[["单位", name], ["甲镇", 5]]))) == []


def test_money_in_another_unit_is_seen_in_a_line_that_lists_several() -> None:
    rows = [["单位：亿元、%"], ["单位", "J01", "J03"], ["甲镇", 5, 3]]
    assert "gives 一般公共预算收入 in 亿元" in only_problem(read_book(book(指标=rows)))


def test_of_two_columns_that_can_both_be_meant_neither_is_read() -> None:
    under = [*UNDER[:3], "年初数", *UNDER[4:5], "本期数", *UNDER[6:]]
    reading = read_book(monthly_sheet(under), "统计局6月.xlsx")
    assert [(one.cell, one.question.near if one.question else None) for one in reading.problems] == [
        ("D4", ("J01",)),
        ("F4", ("J01",)),
    ]
    assert "Several columns can be the value of 一般公共预算收入" in reading.problems[0].text()
    assert [row.indicator_id for row in reading.submission.results] == ["J03", "J03"]


@pytest.mark.parametrize(
    ("other", "own"), [("2025年1-6月", "2026年1-6月"), ("1-5月累计", "1-6月累计"), ("1-5月", "1—6月")]
)
def test_a_column_of_another_month_is_not_the_value(other: str, own: str) -> None:
    rows = [["单位", "一般公共预算收入", None], [None, other, own], ["甲镇", 1, 5]]
    made = openpyxl.load_workbook(BytesIO(book(指标=rows)))
    made["指标"].merge_cells("B1:C1")
    reading = read_book(saved(made))
    assert messages(reading) == []
    assert values(reading) == [("U01", "J01", Decimal(5), "C3")]


@pytest.mark.parametrize("own", ["6月", "本月", "6月完成"])
def test_the_month_s_own_amount_never_passes_for_the_one_to_date(own: str) -> None:
    assert [one.question is not None for one in read_grouped(own).problems] == [True]
    assert read_grouped(own).submission.results == []


def test_the_sum_to_date_never_passes_for_a_monthly_indicator_s_own() -> None:
    rows = [["单位", "信访办结率"], [None, "1-6月累计"], ["甲镇", 95]]
    monthly = [replace(one, is_cumulative=one.indicator_id != "J05") for one in form().indicators]
    reading = read([("填报.xlsx", book(指标=rows))], replace(form(), indicators=monthly))[0]
    assert [one.question is not None for one in reading.problems] == [True]


def test_a_monthly_indicator_takes_the_month_s_column_and_a_cumulative_one_the_one_to_date() -> None:
    rows = [
        ["单位", "信访办结率", None, "一般公共预算收入", None],
        [None, "本月", "累计", "本月", "累计"],
        ["甲镇", 98, 95, 3, 9],
    ]
    made = openpyxl.load_workbook(BytesIO(book(指标=rows)))
    made["指标"].merge_cells("B1:C1")
    made["指标"].merge_cells("D1:E1")
    plain = form()
    monthly = [replace(one, is_cumulative=one.indicator_id != "J05") for one in plain.indicators]
    reading = read([("填报.xlsx", saved(made))], replace(plain, indicators=monthly))[0]
    assert values(reading) == [("U01", "J01", Decimal(9), "E3"), ("U01", "J05", Decimal(98), "B3")]


def test_units_without_a_word_over_them_are_known_by_their_names() -> None:
    rows = [["2026年6月"], [None, "一般公共预算收入"], ["甲镇", 5], ["乙镇", 6], ["全县", 11]]
    reading = read_book(book(Sheet1=rows))
    assert messages(reading) == []
    assert values(reading) == [("U01", "J01", Decimal(5), "B3"), ("U02", "J01", Decimal(6), "B4")]


def test_a_table_of_units_with_no_known_heading_is_asked_about_column_by_column() -> None:
    reading = read_book(book(Sheet1=[["乡镇", "税收", "非税"], ["甲镇", 5, 1], ["乙镇", 6, 2]]))
    assert [(one.cell, one.question is not None) for one in reading.problems] == [("B1", True), ("C1", True)]


def test_a_table_shows_how_it_was_understood() -> None:
    [shape] = read_book(monthly_sheet(), "统计局6月.xlsx").shapes
    assert shape.roles == {
        **dict.fromkeys("ACDEGHIJLM", "passed"),
        "B": "unit",
        "F": "J01",
        "K": "J03",
    }
    assert shape.rows[4][3:7] == ["全年目标", "本月完成", "1-6月累计", "完成率"]
    assert shape.heads == 2


def grouped(*under: object) -> list[list[object]]:
    """A table in which one indicator's heading stands over several columns."""
    return [
        ["单位", "一般公共预算收入", *[None] * (len(under) - 1)],
        [None, *under],
        ["甲镇", *range(1, len(under) + 1)],
    ]


def read_grouped(*under: object) -> Reading:
    made = openpyxl.load_workbook(BytesIO(book(指标=grouped(*under))))
    made["指标"].merge_cells(start_row=1, end_row=1, start_column=2, end_column=1 + len(under))
    return read_book(saved(made))


@pytest.mark.parametrize(
    ("under", "cell"),
    [
        (("2025年", "2026年"), "C3"),
        (("本期", "上期", "增减"), "B3"),
        (("任务数", "完成数", "占比"), "C3"),
        (("完成", "得分"), "B3"),
        (("全年目标", "1-6月", "同比%"), "C3"),
    ],
)
def test_words_that_real_tables_put_over_the_columns_of_an_indicator(under: tuple[str, ...], cell: str) -> None:
    reading = read_grouped(*under)
    assert messages(reading) == []
    assert [row.cell for row in reading.submission.results] == [cell]


def test_of_sheets_named_for_months_this_month_s_is_read() -> None:
    rows = [["单位", "J01"], ["甲镇", 1]]
    reading = read_book(book(**{"5月": rows, "6月": [rows[0], ["甲镇", 5]]}))
    assert messages(reading) == []
    assert values(reading) == [("U01", "J01", Decimal(5), "B2")]
    assert reading.warnings[0].sheet == "5月"


def test_a_heading_between_the_units_is_listed_and_needs_no_answer() -> None:
    reading = read_book(book(指标=[["单位", "J01"], ["一类", None], ["甲镇", 5], ["二类", None], ["乙镇", 6]]))
    assert messages(reading) == []
    assert [line[:2] for line in warnings(reading)] == ["A2", "A4"]


@pytest.mark.parametrize(("text", "value"), [("5万元", 5), ("1,234.5 万元", Decimal("1234.5"))])
def test_a_number_may_have_its_own_unit_of_measure_behind_it(text: str, value: Decimal) -> None:
    assert values(read_book(book(指标=[["单位", "J01"], ["甲镇", text]]))) == [("U01", "J01", Decimal(value), "B2")]


def test_a_number_with_another_unit_of_measure_behind_it_is_a_question() -> None:
    assert "“5亿元” is not understood" in only_problem(read_book(book(指标=[["单位", "J01"], ["甲镇", "5亿元"]])))
