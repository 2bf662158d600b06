"""Months as places on an axis: the same for figure, panels and quarters, with gaps where a month is missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings.moments import Calendar
from assessment.i18n import t

Row = Any
_EVERY_MONTH_UP_TO = 14


@dataclass(frozen=True)
class Axis:
    """`months` oldest first."""

    months: Sequence[date]
    calendar: Calendar

    def newest(self, count: int) -> "Axis":
        """The last months only."""
        return Axis(self.months[-count:], self.calendar)

    def values(self, rows: Iterable[Row], column: str) -> list[float | None]:
        """One value a month of the rows of months."""
        found = {row.period_start.date(): getattr(row, column) for row in rows}
        return [_number(found.get(month)) for month in self.months]

    def words(self, rows: Iterable[Row], written: Any) -> list[str]:
        """One text a month: the month in full, then what `written` makes of its row."""
        found = {row.period_start.date(): row for row in rows}
        full = (self.calendar.full("month", month) for month in self.months)
        return [
            f"{name}\n{written(found[m])}" if m in found else name for m, name in zip(self.months, full, strict=True)
        ]

    def place(self, month: date) -> int | None:
        """Where a month stands."""
        return self.months.index(month) if month in self.months else None

    def ticks(self) -> dict[int, str]:
        """Every month of a short axis; of a long one each year's June and December, and the newest."""
        last = len(self.months) - 1
        if last < _EVERY_MONTH_UP_TO:
            return {at: self.calendar.short("month", month) for at, month in enumerate(self.months)}
        kept = [at for at, month in enumerate(self.months) if month.month in (6, 12) and (at == last or last - at > 2)]
        return {at: self.calendar.short("month", self.months[at]) for at in sorted({*kept, last})}

    def borders(self, schemes: Iterable[date] = ()) -> dict[int, str]:
        """Where years begin, and with a word where a scheme does."""
        found = {}
        for at, month in enumerate(self.months):
            year = self.calendar.period("month", month).year
            if at and self.calendar.period("month", self.months[at - 1]).year != year:
                found[at] = t("Year {year}", year=year)
        for month in schemes:
            at_place = self.place(month)
            if at_place:
                word = found.get(at_place)
                found[at_place] = t("{year}, new scheme", year=word) if word else t("new scheme")
        return found

    def span(self, first: date, last: date) -> tuple[int, int] | None:
        """The places of the months between two that the axis has."""
        places = [at for at, month in enumerate(self.months) if first <= month <= last]
        return (places[0], places[-1]) if places else None


def listed(frame: pd.DataFrame) -> list[Row]:
    """The rows of a report."""
    return list(frame.itertuples(index=False))


def of_rows(rows: Iterable[Row], calendar: Calendar) -> Axis:
    """From the oldest to the newest month that rows speak of."""
    starts = [row.period_start.date() for row in rows]
    return Axis(calendar.months(min(starts), max(starts)) if starts else [], calendar)


def _number(value: object) -> float | None:
    return None if labels.is_missing(value) else float(str(value))
