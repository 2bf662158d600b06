"""The rows a meeting is made of: every report asked once, of one frozen reader."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

import pandas as pd

from assessment import departments, labels, reports
from assessment.findings.moments import Calendar
from assessment.i18n import t
from assessment.periods import Period
from assessment.reports import completion, forecast, overview, shifts, standings, trends
from assessment.reports import notes as notes_report
from assessment.store import Reader

Row = Any
"""One row of a report as `itertuples` yields it."""


@dataclass(frozen=True)
class Material:
    """`reader` speaks of the meeting's revision; what people wrote counts up to `written_until` (UTC)."""

    reader: Reader
    period: Period
    held_on: date
    written_until: datetime | None = None

    @cached_property
    def calendar(self) -> Calendar:
        """How the county calls its months."""
        found = reports.periods(self.reader)["has_january_period"]
        return Calendar(found.empty or not bool(found.iloc[0]), reports.year_start_month(self.reader))

    @cached_property
    def period_name(self) -> str:
        """The period whole."""
        return self.period.name(self.calendar.is_merged)

    @cached_property
    def short(self) -> str:
        """The period without its year."""
        return self.calendar.short(self.period.kind, self.period.start)

    @cached_property
    def month(self) -> date:
        """The latest month of the period that has results: indicators are reported by month."""
        found: Any = completion.completion_month(self.reader, self.period).iloc[0, 0]
        return self.period.start if labels.is_missing(found) else found.date()

    @cached_property
    def types(self) -> dict[str, str]:
        """The unit types that have results, as the reader calls them."""
        known = reports.unit_types(self.reader)
        names = zip(known["unit_type"], known["name"], known["name_en"], strict=True)
        here = set(self.ranking["unit_type"])
        return {code: labels.type_name(code, local, english) for code, local, english in names if code in here}

    @cached_property
    def ranking(self) -> pd.DataFrame:
        """`reports.rankings` of all types."""
        return reports.rankings(self.reader, self.period)

    @cached_property
    def history(self) -> pd.DataFrame:
        """Places over twelve periods."""
        return standings.rank_history(self.reader, self.period)

    @cached_property
    def base(self) -> Period | None:
        """The period before, of the same kind, that the changes are read against; None where there is none."""
        codes = reports.periods(self.reader)
        earlier = [
            Period.parse(code, self.period.year_start_month)
            for code, kind in zip(codes["period"], codes["kind"], strict=True)
            if kind == self.period.kind
        ]
        before = [period for period in earlier if period.start < self.period.start]
        return max(before, key=lambda period: period.start) if before else None

    @cached_property
    def base_name(self) -> str:
        """The period before as it is called beside this one."""
        if self.base is None:
            return t("no earlier period")
        return self.calendar.seen_from(self.period.start, self.base.start, self.period.kind)

    @cached_property
    def moves(self) -> pd.DataFrame:
        """`tier_moves` against the period before; no rows without one."""
        base = self.base or self.period
        found = shifts.tier_moves(self.reader, self.period, base)
        return found if self.base else found.head(0)

    @cached_property
    def terms(self) -> pd.DataFrame:
        """What did most for and against each unit's score since the month before; no rows for quarters and years."""
        return overview.overview_terms(self.reader, self.period)

    @cached_property
    def medians(self) -> list[Row]:
        """The rows of `trend_type` of the period: each type's median beside that of a year ago; none of years."""
        rows: list[Row] = list(trends.trend_type(self.reader, (), self.month).itertuples(index=False))
        start = self.period.start
        return [row for row in rows if row.period_kind == self.period.kind and row.period_start.date() == start]

    @cached_property
    def completion(self) -> pd.DataFrame:
        """`completion_types` of the latest month."""
        return completion.completion_types(self.reader, self.month)

    @cached_property
    def forecasts(self) -> pd.DataFrame:
        """`forecast_types` of the latest month."""
        return forecast.forecast_types(self.reader, self.month)

    @cached_property
    def awaited(self) -> pd.DataFrame:
        """`overview_awaited`, the departments in the reader's language."""
        found = overview.overview_awaited(self.reader, self.period)
        return departments.named(found, overview.search_terms(self.reader))

    @cached_property
    def facts(self) -> Row:
        """The row of `overview_facts`."""
        return next(overview.overview_facts(self.reader, self.period).itertuples(index=False))

    @cached_property
    def behind(self) -> Row:
        """A row of `overview_lagging`, which counts what lags."""
        return next(overview.overview_lagging(self.reader, self.period).itertuples(index=False), None)

    @cached_property
    def notes(self) -> list[Row]:
        """The notes on the period that stood when the meeting was frozen."""
        found = notes_report.notes(self.reader, self.period.start, self.period.start, self.written_until)
        return [note for note in found.itertuples(index=False) if note.period_kind == self.period.kind]
