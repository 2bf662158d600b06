"""Numbers that look wrong, one check after another on rows written by hand: what is found, and what is not."""

from datetime import date
from decimal import Decimal

import duckdb
import pytest

from assessment import i18n, sql

Found = list[tuple[object, ...]]
AMOUNT, RATE = True, False
UNITS = "甲乙丙丁戊己庚辛壬癸"


class Month:
    """June's numbers of one indicator as they came in, and the months before, newest first."""

    def __init__(self, is_additive: bool) -> None:
        self.is_additive = is_additive
        self.incoming: list[tuple[object, ...]] = []
        self.recent: list[tuple[object, ...]] = []

    def unit(self, name: str, now: float, *before: float, target: float | None = None) -> "Month":
        row = len(self.incoming) + 2
        self.incoming.append((name, "A", "X", now, target, "指标", f"C{row}", row, name, "收入", self.is_additive))
        for back, value in enumerate(before, 1):
            month = date(2026 - (back > 5), (6 - back - 1) % 12 + 1, 1)
            is_same_year = month.year == 2026
            step = None if back == len(before) else value - before[back]
            projected = value * 6 / month.month if is_same_year else None
            self.recent.append((name, "X", month, value, is_same_year, back, step, back, projected))
        return self

    def found(self, check: str) -> Found:
        """The cells and units that a check of `queries/doubts` finds."""
        connection = duckdb.connect()
        connection.execute(
            "create table incoming (unit_id varchar, unit_type varchar, indicator_id varchar, value decimal(18, 6), "
            "target decimal(18, 6), sheet varchar, cell varchar, row_number integer, unit varchar, indicator varchar, "
            "is_additive boolean)"
        )
        connection.execute(
            "create table recent (unit_id varchar, indicator_id varchar, month date, value decimal(18, 6), "
            "is_same_year boolean, back integer, step decimal(18, 6), gap integer, projected double)"
        )
        connection.executemany(f"insert into incoming values ({', '.join('?' * 11)})", self.incoming)
        if self.recent:
            connection.executemany(f"insert into recent values ({', '.join('?' * 9)})", self.recent)
        connection.execute(sql.room("write")["stage_beside"].text)
        result = connection.execute(sql.room("doubts")[check].text)
        names = [column[0] for column in result.description]
        return [
            (row[names.index("cell")], row[names.index("unit")] if "unit" in names else None)
            for row in result.fetchall()
        ]


def test_an_amount_to_date_that_fell_is_found_and_one_that_stood_still_is_not() -> None:
    month = Month(AMOUNT).unit("甲", 90, 100).unit("乙", 100, 100).unit("丙", 120, 100)
    assert month.found("cumulative_falls") == [("C2", "甲")]


def test_a_rate_may_fall_and_a_new_year_begins_at_nothing() -> None:
    assert Month(RATE).unit("甲", 90, 100).found("cumulative_falls") == []
    assert Month(AMOUNT).unit("甲", 10, *[100] * 0).found("cumulative_falls") == []


@pytest.mark.parametrize("times", [10, 100, 1000, 10_000, 0.1, 0.01])
def test_a_slipped_decimal_point_is_found(times: float) -> None:
    month = Month(AMOUNT).unit("甲", 120 * times, 100, 80).unit("乙", 125, 100, 80)
    assert month.found("slip_of_ten") == [("C2", "甲")]


def test_growth_is_no_slip() -> None:
    assert Month(AMOUNT).unit("甲", 300, 100, 80).unit("乙", 700, 100, 80).found("slip_of_ten") == []
    assert Month(RATE).unit("甲", 0.9, 6.4, 6.0).found("slip_of_ten") == []
    assert Month(RATE).unit("甲", 12, 1.2, -3.0).found("slip_of_ten") == []


def test_a_rate_far_from_its_own_year_is_found() -> None:
    usual = [95.0, 96.0, 94.5, 95.5, 95.0, 96.5, 94.0]
    assert Month(RATE).unit("甲", 20, *usual).unit("乙", 92, *usual).found("jump") == [("C2", "甲")]


def test_of_an_amount_what_the_month_added_is_compared() -> None:
    even = [500.0, 400.0, 300.0, 200.0, 110.0, 1200.0, 1100.0, 995.0, 900.0]
    assert Month(AMOUNT).unit("甲", 610, *even).unit("乙", 1900, *even).found("jump") == [("C3", "乙")]


def test_small_counts_that_never_moved_say_nothing() -> None:
    assert Month(RATE).unit("甲", 3, 1, 1, 1, 1, 1, 1).found("jump") == []
    assert Month(RATE).unit("甲", 20, *[100.0] * 6).found("jump") == [("C2", "甲")]


def test_six_months_are_needed_to_know_what_is_usual() -> None:
    assert Month(RATE).unit("甲", 20, 95, 96, 94, 95, 96).found("jump") == []


def test_targets_in_the_place_of_values_are_found_once_for_the_column() -> None:
    month = Month(AMOUNT)
    for number, name in enumerate(UNITS):
        month.unit(name, 100 + number, target=100 + number if number < 6 else 7)
    assert month.found("equals_target") == [("C2", None)]


def test_nothing_done_of_a_target_of_nothing_is_no_wonder() -> None:
    month = Month(AMOUNT)
    for number, name in enumerate(UNITS):
        month.unit(name, 0 if number < 6 else 7, target=0 if number < 6 else 100 + number)
    assert month.found("equals_target") == []


def test_a_common_target_that_all_have_reached_is_no_wonder() -> None:
    month = Month(RATE)
    for name in UNITS:
        month.unit(name, 100, target=100)
    assert month.found("equals_target") == []


def test_numbers_that_end_alike_are_found_and_round_ones_are_not() -> None:
    alike, round_ones = Month(AMOUNT), Month(AMOUNT)
    for number, name in enumerate(UNITS):
        alike.unit(name, 1007 + 110 * number)
        round_ones.unit(name, 1000 + 110 * number)
    assert alike.found("same_last_digit") == [("C2", None)]
    assert round_ones.found("same_last_digit") == []


BEFORE = [50.0, 20.0, 90.0, 10.0, 70.0, 40.0, 80.0]


def test_values_sorted_without_their_names_are_found() -> None:
    month = Month(RATE)
    for name, before, now in zip(UNITS, BEFORE, sorted(BEFORE), strict=False):
        month.unit(name, now, before, before + 1)
    assert month.found("values_shifted") == [("C2", None)]


def test_numbers_that_never_moved_cannot_tell_whether_they_were_shifted() -> None:
    month = Month(RATE)
    for name, before, now in zip(UNITS, BEFORE, sorted(BEFORE), strict=False):
        month.unit(name, now, before, 7.0)
    assert month.found("values_shifted") == []


def test_a_sheet_sorted_with_its_names_is_in_order() -> None:
    month = Month(RATE)
    for name, before in zip(UNITS, sorted(BEFORE), strict=False):
        month.unit(name, before + 2, before, before + 1)
    assert month.found("values_shifted") == []


def test_an_indicator_that_never_goes_with_itself_says_nothing() -> None:
    month = Month(RATE)
    for name, before, now, earlier in zip(UNITS, BEFORE, sorted(BEFORE), reversed(BEFORE), strict=False):
        month.unit(name, now, before, earlier)
    assert month.found("values_shifted") == []


def test_every_check_has_its_place_and_its_message_in_chinese() -> None:
    headers = [query.header for query in sql.room("doubts").values()]
    assert sorted(int(header["order"]) for header in headers) == list(range(1, len(headers) + 1))
    assert {header["message"] for header in headers} <= i18n.catalog("zh").keys()


def test_decimals_are_exact() -> None:
    month = Month(AMOUNT).unit("甲", Decimal("100.000001"), Decimal("100.000002"))  # type: ignore[arg-type]
    assert month.found("cumulative_falls") == [("C2", "甲")]
