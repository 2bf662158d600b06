"""What the page looks at: a month, the months of its assessment year, and today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import pandas as pd

from assessment import access, labels, reports
from assessment.findings.moments import Calendar
from assessment.i18n import t
from assessment.reports import submissions
from assessment.reports.overview import search_terms
from assessment.ui import cells, choose, departments, load
from assessment.ui.scope import Scope

Row = Any


@dataclass(frozen=True)
class View:
    """`months` are those of the month's assessment year that data can have come in for, earliest first."""

    scope: Scope
    month: date
    months: tuple[date, ...]
    today: date

    @property
    def calendar(self) -> Calendar:
        """How the county calls its months."""
        return load.calendar()

    @property
    def code(self) -> str:
        """The month as in an address."""
        return f"{self.month:%Y-%m}"

    @property
    def year_name(self) -> str:
        """What the assessment year is called."""
        year = self.calendar.period("month", self.month).year
        return load.period_name(load.parse(str(year)))

    def year(self) -> pd.DataFrame:
        """The tables of the whole year, newest month first."""
        return load.frame(submissions.submission_tables, self.months, self.today)

    def tables(self) -> pd.DataFrame:
        """The tables of the month, what needs action first on top."""
        found = self.year()
        mine: pd.DataFrame = found[found["month"].dt.date == self.month]
        return mine

    def days(self) -> Row:
        """The month's compile_on and publish_on."""
        found = load.frame(submissions.submission_days, self.months)
        return next(found[found["month"].dt.date == self.month].itertuples(index=False))

    def units(self) -> pd.DataFrame:
        """The units whose own row is missing."""
        return load.frame(submissions.submission_units, self.month, self.scope.unit_types)

    def proposals(self) -> pd.DataFrame:
        """The units that are departments too, with what is reported of their lateness and what the record adds."""
        found = load.frame(submissions.submission_proposals, self.month, self.today)
        types = self.scope.unit_types
        mine: pd.DataFrame = found[found["unit_type"].isin(types)] if types else found
        return mine

    def names(self, rows: pd.DataFrame) -> dict[str, str]:
        """The departments of some rows as the reader calls them."""
        return {source: departments.name(source) for source in rows["department"].unique()}

    def indicators(self, codes: Sequence[str]) -> str:
        """The names of indicators as HTML, each leading to its definition."""
        known = indicator_names()
        return escape(t(", ")).join(cells.indicator(self.scope, code, known.get(code, code)) for code in codes)


def indicator_names() -> dict[str, str]:
    """The indicators in use as the reader calls them, by code."""
    terms = load.frame(search_terms)
    found = terms[terms["kind"] == "indicator"]
    rows = zip(found["item_id"], found["name"], found["name_en"], strict=True)
    return {code: labels.name(local, english) for code, local, english in rows}


def choose_month(scope: Scope, shown: date, today: date) -> View:
    """The month the reader picks: any of the shown one's year, or the next that nobody has handed in yet."""
    coming = load.drawn(_coming)
    months = list(_year_of(shown, coming))
    offered = [*months, *([coming] if coming and coming not in months else [])]
    names = {f"{month:%Y-%m}": _called(month, shown, coming) for month in offered}
    code = choose.one("month", names, f"{shown:%Y-%m}", t("Month handed in for"), look="pills")
    month = load.parse(code).start
    return View(scope, month, tuple(months) if month in months else tuple(_year_of(month, coming)), today)


def _coming() -> date | None:
    return submissions.next_month(access.store())


def _year_of(month: date, coming: date | None) -> list[date]:
    """The months of an assessment year from the first with data to the one that comes next."""
    codes = load.frame(reports.periods)
    known = codes.loc[codes["kind"] == "month", "period_start"]
    first, last = known.min().date(), coming or known.max().date()
    calendar = load.calendar()
    year = calendar.period("month", month).year
    between = calendar.months(min(first, month), max(last, month))
    return [one for one in between if calendar.period("month", one).year == year]


def _called(month: date, shown: date, coming: date | None) -> str:
    name = load.calendar().seen_from(shown, month, "month")
    return t("{month} (next)", month=name) if month == coming else name
