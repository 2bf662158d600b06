"""The cell grammar of domain.md section 3: one meaning a string, and a question for everything else."""

import time
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest

from assessment.errors import Fault
from assessment.spreadsheet.grid import Cell
from assessment.workbook import grammar, numerals
from assessment.workbook.grammar import Meaning, Place
from tests.workbook.forms import indicator, only_problem, read_book, read_sheets, saved

MONEY = indicator("J01", "一般公共预算收入", "万元", "completion")
RATE = indicator("J05", "信访办结率", "%", "standard_line", allows_no_case=True)
CASES = indicator("J06", "安全事故", "起", "deduct")
GRADED = indicator("P01", "领导评价", "", "graded")
GRADES = ("好", "较好", "一般", "较差")


def meaning_of(text: str, one=MONEY, is_assigned: bool = True) -> Meaning | Fault:
    return grammar.meaning(Cell(1, 1, "text", text), Place("甲镇", one, is_assigned, GRADES))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1560", "1560"),
        ("1560.5", "1560.5"),
        (".5", "0.5"),
        ("0.000001", "0.000001"),
        ("+5", "5"),
        ("-5", "-5"),
        ("−5", "-5"),
        ("－５", "-5"),
        ("△3.2", "-3.2"),
        ("△１．５", "-1.5"),
        ("1,234.5", "1234.5"),
        ("1，234．５", "1234.5"),
        ("12,345,678", "12345678"),
        ("９５．５", "95.5"),
        (" 95.5 ", "95.5"),
        ("\u300095.5\u3000", "95.5"),
        ("95.5\u200b", "95.5"),
        ("\ufeff95.5", "95.5"),
        ("95.5\n", "95.5"),
        ("007", "7"),
        ("0.0000005", "0.000001"),
        ("-0.0000005", "-0.000001"),
        ("1.0000005", "1.000001"),
        ("1.00000049", "1"),
        ("0.0900000762939453", "0.09"),
        ("999999999999.999999", "999999999999.999999"),
    ],
)
def test_text_that_is_a_number(text: str, value: str) -> None:
    assert meaning_of(text) == Meaning("VALUE", Decimal(value))


@pytest.mark.parametrize("text", ["0", "0.0", "０", "-0", "△0", "+0.00", "0.0000004", "持平", " 持 平 "])
def test_text_that_is_a_real_zero(text: str) -> None:
    assert meaning_of(text) == Meaning("ZERO", Decimal(0))


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\u200b", "\n"])
def test_text_that_is_nothing(text: str) -> None:
    assert meaning_of(text) == Meaning("BLANK")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("未到期", "NOT_DUE"),
        ("待报", "NOT_DUE"),
        ("迟报", "LATE"),
        ("未报", "LATE"),
        ("退回", "REJECTED"),
        ("退回更正", "REJECTED"),
        ("未 到 期", "NOT_DUE"),
    ],
)
def test_words_that_are_states(text: str, state: str) -> None:
    assert meaning_of(text) == Meaning(state)


@pytest.mark.parametrize("text", ["无", "—", "——", "-", "--", "－", "–", "/", "／", "―"])
def test_nothing_happened_is_no_case_only_where_the_indicator_allows_it(text: str) -> None:
    assert meaning_of(text, RATE) == Meaning("NO_CASE")
    assert isinstance(meaning_of(text, MONEY), Fault)


@pytest.mark.parametrize("text", ["不适用", "不分管"])
def test_not_applicable_only_where_the_assignment_says_so(text: str) -> None:
    assert meaning_of(text, is_assigned=False) == Meaning("NA_BY_RULE")
    assert isinstance(meaning_of(text), Fault)


@pytest.mark.parametrize(
    "text",
    [
        "nan",
        "NaN",
        "inf",
        "-inf",
        "Infinity",
        "1e5",
        "1E309",
        "0x1F",
        "1_000",
        "٩٥",
        "九十五",
        "95.5分",
        "95，5",
        "1,23",
        "12,34,567",
        "1.2.3",
        "--5",
        "+-5",
        "5-",
        "(3.2)",
        "1 234",
        "≈5",
        "5~6",
        "▲3",
        "95.5‰",
        "约5",
        "N/A",
        "NA",
        "null",
        "None",
        "#N/A",
        "TRUE",
        "2026-06-01",
        "=1+1",
        "½",
        "5.",
        "5,",
        ",5",
        "%",
        "１／２",
        "x" * 5000,
        "9" * 5000,
    ],
)
def test_any_other_text_is_asked_about(text: str) -> None:
    assert isinstance(meaning_of(text), Fault)


@pytest.mark.parametrize(
    ("text", "value"), [("95.5%", "95.5"), ("９５．５％", "95.5"), ("95.5 %", "95.5"), ("-3%", "-3")]
)
def test_a_percent_sign_only_where_the_unit_of_measure_is_percent(text: str, value: str) -> None:
    assert meaning_of(text, RATE) == Meaning("VALUE", Decimal(value))
    assert isinstance(meaning_of(text, MONEY), Fault)


@pytest.mark.parametrize("text", ["1000000000000", "-1000000000000", "999999999999.9999999", "1" + "0" * 400])
def test_numbers_from_a_million_million_on_are_refused(text: str) -> None:
    assert isinstance(meaning_of(text), Fault)


def test_a_count_to_deduct_for_is_never_negative() -> None:
    assert meaning_of("3", CASES) == Meaning("VALUE", Decimal(3))
    assert isinstance(meaning_of("-1", CASES), Fault)


@pytest.mark.parametrize(("text", "is_inside"), [("0", True), ("100", True), ("100.000001", False), ("-0.1", False)])
def test_the_limits_of_an_indicator_are_inclusive(text: str, is_inside: bool) -> None:
    rate = indicator("J05", "办结率", "%", "standard_line", min_value=Decimal(0), max_value=Decimal(100))
    assert isinstance(meaning_of(text, rate), Meaning) == is_inside


@pytest.mark.parametrize("grade", GRADES)
def test_a_grade_word_is_a_grade_where_the_indicator_is_graded(grade: str) -> None:
    assert meaning_of(grade, GRADED) == Meaning("BLANK", grade=grade)
    assert isinstance(meaning_of(grade, MONEY), Fault)


def test_a_graded_indicator_takes_no_number() -> None:
    fault = meaning_of("92", GRADED)
    assert isinstance(fault, Fault)
    assert fault.values["sheet"] == "评价票"


@pytest.mark.parametrize("text", ["5", "0", "持平", "迟报", "退回"])
def test_a_value_in_a_cell_not_assigned_is_a_problem(text: str) -> None:
    assert isinstance(meaning_of(text, is_assigned=False), Fault)


@pytest.mark.parametrize(
    ("stored", "value"),
    [("12.3", "12.3"), ("0.1", "0.1"), ("1e-07", "0"), ("1.5e+10", "15000000000"), ("2.0000005", "2.000001")],
)
def test_a_number_cell_is_taken_by_its_shortest_form(stored: str, value: str) -> None:
    number = numerals.stored(stored)
    assert number is not None
    assert numerals.rounded(number) == Decimal(value)


@pytest.mark.parametrize(
    ("content", "shape", "message"),
    [
        (True, None, "logical value"),
        (date(2026, 6, 1), None, "is a date"),
        (datetime(2026, 6, 1, 8), None, "is a date"),
        ("=1+1", None, "formula without a stored result"),
        ("#REF!", None, "the error #REF!"),
        (0.95, "0.0%", "is a percentage"),
    ],
)
def test_what_is_no_number_is_named_with_sheet_and_cell(content: object, shape: str | None, message: str) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "指标"
    sheet.append(["单位", "一般公共预算收入"])
    sheet.append(["甲镇", content])
    if shape:
        sheet["B2"].number_format = shape
    problem = only_problem(read_book(saved(made)))
    assert problem.startswith("指标!B2 ")
    assert message in problem


def test_a_percent_format_multiplies_by_a_hundred_where_the_unit_of_measure_is_percent() -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "指标"
    sheet.append(["单位", "固定资产投资增速"])
    sheet.append(["甲镇", 0.124])
    sheet["B2"].number_format = "0.00%"
    assert [row.value for row in read_book(saved(made)).submission.results] == [Decimal("12.4")]


def test_a_negative_target_of_a_completion_is_refused() -> None:
    problem = only_problem(read_sheets(目标=[["单位", "一般公共预算收入", "固定资产投资增速"], ["甲镇", -5, -2]]))
    assert problem.startswith("目标!B2 ")


@pytest.mark.parametrize("text", ["无", "持平", "未到期", "迟报", "好", "abc"])
def test_a_target_is_a_number_and_nothing_else(text: str) -> None:
    assert only_problem(read_sheets(目标=[["单位", "一般公共预算收入"], ["甲镇", text]])).startswith("目标!B2 ")


def test_long_text_costs_no_time() -> None:
    started = time.monotonic()
    meaning_of("1," * 30_000 + "x")
    assert time.monotonic() - started < 1
