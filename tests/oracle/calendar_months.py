"""Months, quarters and assessment years as plain dates (domain.md section 5; a month is its first day)."""

from calendar import monthrange
from datetime import date, timedelta


def add_months(month: date, count: int) -> date:
    """The first day of the month `count` months later (earlier if negative)."""
    years, zero_based = divmod(month.month - 1 + count, 12)
    return date(month.year + years, zero_based + 1, 1)


def month_end(month: date) -> date:
    return add_months(month, 1) - timedelta(days=1)


def due_date(month: date, due_day: int) -> date:
    """The day in the following month until which its tables may come in."""
    following = add_months(month, 1)
    return following.replace(day=min(due_day, monthrange(following.year, following.month)[1]))


def month_index(month: date, start_month: int) -> int:
    """1..12 inside the assessment year."""
    return (month.month - start_month) % 12 + 1


def year_start(month: date, start_month: int) -> date:
    return add_months(month, 1 - month_index(month, start_month))


def year_label(month: date, start_month: int) -> int:
    """The calendar year in which the assessment year ends."""
    return add_months(year_start(month, start_month), 11).year


def quarter_start(month: date, start_month: int) -> date:
    return add_months(month, -((month_index(month, start_month) - 1) % 3))
