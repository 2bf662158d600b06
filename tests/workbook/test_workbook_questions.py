"""What a table leaves open is asked once, settled by an answer, and followed in every later table of its shape."""

from datetime import date
from decimal import Decimal

import pytest

from assessment.errors import Question
from assessment.workbook import Answer, Answers, Reading, read
from tests.workbook.forms import book, form, messages, only_problem, read_book
from tests.workbook.test_workbook_headers import TRUE_VALUES, UNDER, monthly_sheet, values, warnings

STRANGE = [["单位", "财政收入累计", "J06"], ["甲镇", 5, 0], ["县政府办", 7, 1]]


def test_what_is_not_known_is_a_question_with_the_nearest_answers() -> None:
    reading = read_book(book(指标=STRANGE))
    column, unit = (one.question for one in reading.problems)
    assert column is not None
    assert (column.kind, column.text) == ("column", "财政收入累计")
    assert unit == Question(column.source, "unit", "县政府办", ())


def answered(meaning_of_column: str, meaning_of_unit: str, rows: list[list[object]] | None = None) -> Reading:
    column = read_book(book(指标=STRANGE)).problems[0].question
    assert column is not None
    given = [
        Answer(column.source, "column", column.text, meaning_of_column),
        Answer(column.source, "unit", "县政府办", meaning_of_unit),
    ]
    return read([("填报.xlsx", book(指标=rows or STRANGE))], form(), Answers(given))[0]


def test_answers_settle_the_questions() -> None:
    reading = answered("J01", "U02")
    assert messages(reading) == []
    assert values(reading) == [
        ("U01", "J01", Decimal(5), "B2"),
        ("U01", "J06", Decimal(0), "C2"),
        ("U02", "J01", Decimal(7), "B3"),
        ("U02", "J06", Decimal(1), "C3"),
    ]


def test_an_empty_answer_passes_over_and_says_so() -> None:
    reading = answered("", "")
    assert messages(reading) == []
    assert values(reading) == [("U01", "J06", Decimal(0), "C2")]
    assert warnings(reading) == [
        "B1 The column “财政收入累计” was passed over.",
        "A3 Row 3 (“县政府办”) was passed over.",
    ]


def test_an_answer_holds_for_tables_of_the_same_headings_and_is_a_suggestion_elsewhere() -> None:
    longer = [[*row, extra] for row, extra in zip(STRANGE, ["J05", 90, 95], strict=True)]
    reading = answered("J01", "U02", longer)
    assert [(one.cell, one.question.near[0] if one.question else "") for one in reading.problems] == [
        ("B1", "J01"),
        ("A3", "U02"),
    ]


def test_next_month_s_table_with_the_same_headings_goes_straight_through() -> None:
    under = [*UNDER[:3], "年初数", *UNDER[4:5], "本期数", *UNDER[6:]]
    asked = [one.question for one in read_book(monthly_sheet(under), "统计局6月.xlsx").problems]
    given = [Answer(one.source, one.kind, one.text, code) for one, code in zip(asked, ["", "J01"], strict=True) if one]
    july = [text.replace("1-6月", "1-7月") if isinstance(text, str) else text for text in under]
    reading = read([("统计局7月.xlsx", monthly_sheet(july, "7月"))], form(date(2026, 7, 1)), Answers(given))[0]
    assert messages(reading) == []
    assert values(reading) == TRUE_VALUES


def test_months_side_by_side_are_one_question_with_the_indicator_of_the_title() -> None:
    rows = [["一般公共预算收入完成情况"], ["单位", "4月", "5月", "6月"], ["甲镇", 1, 2, 3], ["乙镇", 4, 5, 6]]
    first = read_book(book(Sheet1=rows))
    [asked] = [one.question for one in first.problems]
    assert asked is not None
    assert asked.near == ("J01",)
    assert [line[:2] for line in warnings(first) if "passed over" in line] == ["B2", "C2"]

    given = Answers([Answer(asked.source, asked.kind, asked.text, "J01")])
    assert values(read([("填报.xlsx", book(Sheet1=rows))], form(), given)[0])[0] == ("U01", "J01", Decimal(3), "D3")
    july = [rows[0], ["单位", "5月", "6月", "7月"], *rows[2:]]
    reading = read([("填报.xlsx", book(Sheet1=july))], form(date(2026, 7, 1)), given)[0]
    assert messages(reading) == []
    assert values(reading)[0] == ("U01", "J01", Decimal(3), "D3")


def settle(rows: list[list[object]], *meanings: str) -> Reading:
    """The rows read again with an answer to each question they raised."""
    asked = [one.question for one in read_book(book(指标=rows)).problems]
    once = list(dict.fromkeys(one for one in asked if one))
    given = [Answer(one.source, one.kind, one.text, code) for one, code in zip(once, meanings, strict=True)]
    return read([("填报.xlsx", book(指标=rows))], form(), Answers(given))[0]


@pytest.mark.parametrize(
    ("meaning", "state"),
    [("NOT_DUE", "NOT_DUE"), ("LATE", "LATE"), ("ZERO", "ZERO"), ("NO_CASE", "NO_CASE"), ("", "BLANK")],
)
def test_an_unknown_word_is_asked_about_once_and_then_understood(meaning: str, state: str) -> None:
    rows = [["单位", "J05", "J06"], ["甲镇", "暂缺", 0], ["乙镇", "暂缺", 1]]
    assert [one.question.kind for one in read_book(book(指标=rows)).problems if one.question] == ["word", "word"]
    reading = settle(rows, meaning)
    assert messages(reading) == []
    assert [row.state for row in reading.submission.results if row.indicator_id == "J05"] == (
        [state] * 2 if state != "BLANK" else []
    )


def test_an_answer_that_a_cell_may_not_hold_leaves_the_question_open() -> None:
    rows = [["单位", "J01"], ["甲镇", "无此项"]]
    assert only_problem(settle(rows, "NO_CASE")).startswith("指标!B2 “无此项” is not understood")
    assert only_problem(settle(rows, "NA_BY_RULE")).startswith("指标!B2 “无此项” is not understood")


def test_nothing_happened_where_that_is_not_allowed_is_a_question_too() -> None:
    [problem] = read_book(book(指标=[["单位", "J01"], ["甲镇", "无"]])).problems
    assert problem.question is not None
    assert problem.question.kind == "word"


def test_money_in_another_unit_is_converted_on_an_answer_exactly() -> None:
    rows = [["单位", "一般公共预算收入（亿元）"], ["甲镇", 0.1563], ["乙镇", "1.2"]]
    reading = settle(rows, "convert")
    assert messages(reading) == []
    assert values(reading) == [("U01", "J01", Decimal(1563), "B2"), ("U02", "J01", Decimal(12000), "B3")]
    assert values(settle(rows, "keep")) == [
        ("U01", "J01", Decimal("0.1563"), "B2"),
        ("U02", "J01", Decimal("1.2"), "B3"),
    ]


def test_what_cannot_be_converted_can_only_be_kept() -> None:
    rows = [["单位", "安全事故(户)", "一般公共预算收入(万美元)"], ["甲镇", 0, 5]]
    asked = [one.question for one in read_book(book(指标=rows)).problems]
    assert [one.near for one in asked if one] == [("keep",)]
