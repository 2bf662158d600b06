"""Months, quarters and years of an assessment: their codes, names and first days."""

import re
from dataclasses import dataclass
from datetime import date

from assessment.errors import AssessmentError
from assessment.i18n import t

MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Period:
    """A month, quarter or year by its first day.

    `year_start_month` is the month in which assessment years begin; a year is named by the calendar year it ends in.
    """

    kind: str
    start: date
    year_start_month: int = 1

    @classmethod
    def parse(cls, code: str, year_start_month: int = 1) -> "Period":
        """The period of a code: 2026-06, 2026Q2 or 2026. Raises AssessmentError for anything else."""
        found = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])|Q([1-4]))?", code.strip())
        if found is None or int(found[1]) == 0:
            raise AssessmentError(
                "“{text}” is not a period; write a month as 2026-06, a quarter as 2026Q2, a year as 2026.", text=code
            )
        year, month, quarter = int(found[1]), found[2], found[3]
        if month:
            return cls("month", date(year, int(month), 1), year_start_month)
        first_year = year if year_start_month == 1 else year - 1
        months = year_start_month - 1 + (3 * (int(quarter) - 1) if quarter else 0)
        start = date(first_year + months // 12, months % 12 + 1, 1)
        return cls("quarter" if quarter else "year", start, year_start_month)

    @property
    def year(self) -> int:
        """The assessment year, by the calendar year in which it ends."""
        months = self.start.year * 12 + self.start.month - 1
        return (months + (13 - self.year_start_month) % 12) // 12 if self.year_start_month > 1 else self.start.year

    def __str__(self) -> str:
        if self.kind == "month":
            return f"{self.start:%Y-%m}"
        if self.kind == "year":
            return str(self.year)
        return f"{self.year}Q{(self.start.month - self.year_start_month) % 12 // 3 + 1}"

    def name(self, is_merged: bool = True) -> str:
        """The period in the reader's language; a February that stands for January too says so."""
        if self.kind == "year":
            return t("Year {year}", year=self.year)
        if self.kind == "quarter":
            return t("Q{quarter} {year}", quarter=str(self)[-1], year=self.year)
        if self.start.month == 2 and is_merged:
            return t("Jan–Feb {year}", year=self.start.year)
        return t("{month} {year}", month=t(MONTH_NAMES[self.start.month - 1]), year=self.start.year)
