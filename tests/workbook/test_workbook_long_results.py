"""Results one row a unit and indicator, as systems export them."""

from decimal import Decimal

from tests.workbook.forms import book, messages, only_problem, read_book
from tests.workbook.test_workbook_headers import values, warnings

HEAD = ["单位名称", "指标名称", "月份", "完成值"]


def test_a_row_a_value_is_read_by_its_headings() -> None:
    rows = [
        HEAD,
        ["甲镇", "一般公共预算收入", "2026-06", 1560],
        ["乙镇", "J03", "2026年6月", "△3.2"],
        ["乙镇", "J06", None, 0],
    ]
    reading = read_book(book(导出=rows))
    assert messages(reading) == []
    assert values(reading) == [
        ("U01", "J01", Decimal(1560), "D2"),
        ("U02", "J03", Decimal("-3.2"), "D3"),
        ("U02", "J06", Decimal(0), "D4"),
    ]
    assert warnings(reading)[0] == " By its headings this sheet was read as sheet 指标清单."


def test_rows_of_other_months_are_counted_and_passed_over() -> None:
    reading = read_book(book(导出=[HEAD, ["甲镇", "J01", "2026-05", 1], ["甲镇", "J01", "2026-06", 2]]))
    assert values(reading) == [("U01", "J01", Decimal(2), "D3")]
    assert " Rows of other months, not read: 1." in warnings(reading)


def test_the_same_unit_and_indicator_twice_is_a_problem() -> None:
    reading = read_book(book(导出=[HEAD, ["甲镇", "J01", None, 1], ["甲镇", "J01", None, 2]]))
    assert "say different things" in only_problem(reading)


def test_what_is_wrong_in_a_row_is_said_at_its_cell() -> None:
    reading = read_book(
        book(导出=[HEAD, ["甲镇", "J01", "昨天", 1], ["乙镇", "J99", None, 1], ["乙镇", "J05", None, 101]])
    )
    assert [problem.cell for problem in reading.problems] == ["C2", "B3", "D4"]
