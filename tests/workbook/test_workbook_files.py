"""Months, foreign sheets, and several files read together."""

from datetime import date

import pytest

from assessment.workbook import month, read
from assessment.workbook.names import label
from tests.workbook.forms import book, form, messages, only_problem, read_book, read_sheets

ROWS = [["单位", "J01", "J06"], ["甲镇", 5, 0], ["乙镇", 6, 0]]
EVENTS = ["单位", "类别", "事项"]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("2026年6月", [(2026, 6)]),
        ("2026年06月考核", [(2026, 6)]),
        ("2026-06", [(2026, 6)]),
        ("填报_202606.xlsx", [(2026, 6)]),
        ("2026年1-6月", [(2026, 6)]),
        ("2026年1—2月", [(2026, 2)]),
        ("1-2月", [(None, 2)]),
        ("6月", [(None, 6)]),
        ("２０２６年６月", [(2026, 6)]),
        ("填报日期：2026年7月5日", []),
        ("2026-07-05导出", []),
        ("20260705", []),
        ("7月5日前报送", []),
        ("2026年度", []),
        ("2026年12个指标", []),
        ("每月报送", []),
        ("J2026.xlsx", []),
        ("第13月", []),
    ],
)
def test_the_months_a_text_names(text: str, months: list[tuple[int | None, int]]) -> None:
    assert month.stated(text) == months


@pytest.mark.parametrize("name", ["2026-05.xlsx", "5月.xlsx", "2025年6月.xlsx", "考核表202605.xlsx"])
def test_a_file_named_for_another_month_is_one_problem(name: str) -> None:
    assert "for another month than 2026-06" in only_problem(read_book(book(指标=ROWS), name))


def test_a_title_of_another_month_is_one_problem_with_its_cell() -> None:
    problem = only_problem(read_sheets(指标=[["2026年5月指标完成情况"], *ROWS]))
    assert "指标!A1" in problem


def test_a_sheet_named_for_a_month_is_found_and_checked() -> None:
    assert messages(read_sheets(**{"指标（6月）": ROWS})) == []
    assert "5月" in only_problem(read_sheets(**{"5月指标": ROWS}))


def test_all_places_of_a_wrong_month_make_one_problem() -> None:
    rows = [["2026年5月"], *ROWS]
    assert "；" in only_problem(read_book(book(指标=rows, meta=[["format", "1"], ["month", "2026-05"]]), "5月.xlsx"))


def test_the_right_month_everywhere_is_no_problem() -> None:
    meta = [["format", "1"], ["month", "2026-06"]]
    assert messages(read_book(book(指标=[["截至2026年6月30日"], *ROWS], meta=meta), "2026年6月.xlsx")) == []


def test_january_and_february_are_february() -> None:
    assert messages(read_book(book(指标=[["2026年1-2月"], *ROWS]), month=date(2026, 2, 1))) == []


def test_a_newer_format_is_refused() -> None:
    assert "format 2" in only_problem(read_book(book(指标=ROWS, meta=[["format", "2"], ["month", "2026-06"]])))


def test_other_sheets_are_passed_over_with_a_warning() -> None:
    reading = read_sheets(指标=ROWS, 草稿=[["x"]], 说明=[["怎么填"]])
    assert [warning.sheet for warning in reading.warnings] == ["草稿"]


def test_a_sheet_without_header_row_is_one_problem() -> None:
    assert "No header row" in only_problem(read_sheets(指标=[["甲镇", 5]]))


def test_two_files_that_differ_name_both_places() -> None:
    second = book(指标=[["单位", "J01"], ["甲镇", 7]])
    readings = read([("一.xlsx", book(指标=ROWS)), ("二.xlsx", second)], form())
    assert messages(readings[0]) == []
    assert only_problem(readings[1]).startswith(
        "指标!B2 甲镇、一般公共预算收入: this cell and 一.xlsx 指标!B2 say different things"
    )


def test_two_files_that_agree_are_a_warning() -> None:
    readings = read([("一.xlsx", book(指标=ROWS)), ("二.xlsx", book(指标=ROWS))], form())
    assert [messages(reading) for reading in readings] == [[], []]
    assert len(readings[1].warnings) == 1


def test_an_empty_cell_gives_way_to_another_file_s_value() -> None:
    first = book(指标=[["单位", "J01"], ["甲镇", 5], ["乙镇", None]])
    second = book(指标=[["单位", "J01"], ["甲镇", None], ["乙镇", 6]])
    readings = read([("一.xlsx", first), ("二.xlsx", second)], form())
    assert [messages(reading) for reading in readings] == [[], []]
    assert [[row.unit_id for row in reading.submission.results] for reading in readings] == [["U01"], ["U02"]]


def test_events_of_a_unit_in_two_files_are_a_problem() -> None:
    files = [(name, book(加减分与否决=[EVENTS, ["甲镇", "通报批评", name]])) for name in ("一.xlsx", "二.xlsx")]
    assert only_problem(read(files, form())[1]).startswith("加减分与否决!B2 甲镇: this cell and 一.xlsx")


def test_ballots_in_two_sheets_of_one_file_are_a_problem() -> None:
    ballots = [["单位", "指标", "票组", "好"], ["甲镇", "P01", "领导", 3]]
    assert "say different things" in only_problem(read_sheets(指标=[["单位", "P01"], ["甲镇", "好"]], 评价票=ballots))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/x.xlsx", "x.xlsx"),
        ("C:\\temp\\x.xlsx", "x.xlsx"),
        ("a\u202ebc.xlsx", "abc.xlsx"),
        ("a\0b\n.xlsx", "ab.xlsx"),
        ("填" * 300, "填" * 120),
        ("", "?"),
    ],
)
def test_a_file_name_is_only_a_label(name: str, shown: str) -> None:
    assert label(name) == shown


def test_a_file_full_of_faults_is_reported_in_time() -> None:
    reading = read_sheets(指标=[["单位", "J01", "J06"], *([f"无名局{number}", "x", "y"] for number in range(5_000))])
    assert len(reading.problems) == 2_001
