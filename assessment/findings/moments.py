"""Months and quarters as they are called inside a sentence, a column or an axis, where the year is known or added."""

from dataclasses import dataclass
from datetime import date

from assessment.i18n import t
from assessment.periods import MONTH_NAMES, Period


@dataclass(frozen=True)
class Calendar:
    """`is_merged`: January is reported with February. Years begin in `year_start_month`."""

    is_merged: bool = True
    year_start_month: int = 1

    def period(self, kind: str, start: date) -> Period:
        """The period of a kind that begins on a day."""
        return Period(kind, start, self.year_start_month)

    def short(self, kind: str, start: date) -> str:
        """Without its year: 6月, 1—2月, 二季度 is Q2."""
        if kind == "year":
            return t("Year")
        if kind == "quarter":
            return t("Q{quarter}", quarter=str(self.period(kind, start))[-1])
        if start.month == 2 and self.is_merged:
            return t("Jan–Feb")
        return t(MONTH_NAMES[start.month - 1])

    def full(self, kind: str, start: date) -> str:
        """With its year."""
        return self.period(kind, start).name(self.is_merged)

    def so_far(self, year_start: date, month: date) -> str:
        """The months of an assessment year up to one: 1—6月."""
        if month == year_start:
            return t(MONTH_NAMES[month.month - 1])
        first = t(MONTH_NAMES[year_start.month - 1])
        return t("{first}–{last}", first=first.removesuffix("月"), last=t(MONTH_NAMES[month.month - 1]))

    def seen_from(self, start: date, other: date, kind: str) -> str:
        """Another period of the kind as it is called beside this one: its year only where that differs."""
        is_same_year = self.period(kind, other).year == self.period(kind, start).year
        return self.short(kind, other) if is_same_year and kind != "year" else self.full(kind, other)

    def months(self, first: date, last: date) -> list[date]:
        """Every month that is a period between two, both included: where one is missing a line has a gap."""
        serials = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        found = [date(serial // 12, serial % 12 + 1, 1) for serial in serials]
        return [month for month in found if month.month > 1 or not self.is_merged]
