"""Codes, names and first days of months, quarters and years."""

from datetime import date

import pytest

from assessment.errors import AssessmentError
from assessment.i18n import speaking
from assessment.periods import Period


@pytest.mark.parametrize(
    ("code", "kind", "start"),
    [
        ("2026-06", "month", date(2026, 6, 1)),
        ("2026Q2", "quarter", date(2026, 4, 1)),
        ("2026", "year", date(2026, 1, 1)),
    ],
)
def test_a_code_names_a_period_and_back(code: str, kind: str, start: date) -> None:
    period = Period.parse(code)
    assert (period.kind, period.start, str(period)) == (kind, start, code)


@pytest.mark.parametrize(
    ("code", "start"), [("2026", date(2025, 12, 1)), ("2026Q1", date(2025, 12, 1)), ("2026Q2", date(2026, 3, 1))]
)
def test_a_year_from_december_is_named_by_the_year_it_ends_in(code: str, start: date) -> None:
    period = Period.parse(code, year_start_month=12)
    assert (period.start, str(period)) == (start, code)


@pytest.mark.parametrize("code", ["2026-13", "2026Q5", "26-06", "2026-6", "June", "", "0000", "2026-06-01"])
def test_anything_else_is_refused_in_words(code: str) -> None:
    with pytest.raises(AssessmentError, match="is not a period"):
        Period.parse(code)


def test_periods_have_names_in_both_languages() -> None:
    june, february = Period.parse("2026-06"), Period.parse("2026-02")
    assert (june.name(), february.name()) == ("Jun 2026", "Jan–Feb 2026")
    with speaking("zh"):
        assert (june.name(), february.name(), february.name(is_merged=False)) == (
            "2026年6月",
            "2026年1—2月",
            "2026年2月",
        )
        assert (Period.parse("2026Q2").name(), Period.parse("2026").name()) == ("2026年2季度", "2026年")
