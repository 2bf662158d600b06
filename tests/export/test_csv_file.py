"""Comma-separated text: numbers as on the page, nothing that a spreadsheet would run."""

from assessment.export import Column, Table, csv_bytes


def lines(*rows: list[object]) -> list[str]:
    table = Table("T", [Column("median", "Median", 2), Column("unit", "Unit")], list(rows))
    return csv_bytes(table).decode("utf-8-sig").splitlines()[1:]


def test_numbers_are_rounded_half_away_from_zero_as_on_the_page() -> None:
    assert lines([89.625, "甲"], [-0.125, "乙"], [84.785, "丙"]) == ["89.63,甲", "-0.13,乙", "84.79,丙"]


def test_a_missing_value_is_empty_and_zero_is_zero() -> None:
    assert lines([None, "甲"], [0.0, "乙"]) == [",甲", "0.00,乙"]


def test_no_cell_starts_a_formula() -> None:
    assert lines([1.0, "=1+1"], [1.0, "@x"]) == ["1.00,'=1+1", "1.00,'@x"]
