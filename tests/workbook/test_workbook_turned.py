"""Tables with the units across and the indicators down: the same values, at the cells of the file."""

from decimal import Decimal

from tests.workbook.forms import book, messages, only_problem, read_book
from tests.workbook.test_workbook_headers import values, warnings

ROWS = [["2026年6月完成情况"], ["指标", "甲镇", "乙镇", "合计"], ["一般公共预算收入", 5, 6, 11], ["安全事故", 0, 1, 1]]


def test_units_across_are_read_and_it_is_said() -> None:
    for name in ("Sheet1", "指标"):
        reading = read_book(book(**{name: ROWS}))
        assert messages(reading) == []
        assert values(reading) == [
            ("U01", "J01", Decimal(5), "B3"),
            ("U01", "J06", Decimal(0), "B4"),
            ("U02", "J01", Decimal(6), "C3"),
            ("U02", "J06", Decimal(1), "C4"),
        ]
        assert " The sheet was read with its units across and its indicators down." in warnings(reading)
        assert "D2 Row 4 (“合计”) is no unit and was not read." in warnings(reading)


def test_a_problem_stands_at_the_cell_of_the_file() -> None:
    rows = [ROWS[1], ["一般公共预算收入", 5, True, 11]]
    assert only_problem(read_book(book(Sheet1=rows))).startswith("Sheet1!C2 TRUE is a logical value")


def test_a_table_with_units_down_is_never_turned() -> None:
    reading = read_book(book(Sheet1=[["单位", "一般公共预算收入"], ["甲镇", 5], ["乙镇", 6]]))
    assert not any("units across" in line for line in warnings(reading))


def test_a_title_of_another_month_is_seen_before_the_sheet_is_turned() -> None:
    rows = [["2026年5月完成情况"], *ROWS[1:]]
    assert "for another month than 2026-06" in only_problem(read_book(book(Sheet1=rows)))
