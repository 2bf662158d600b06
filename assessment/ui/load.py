"""Reports as the pages ask for them, each kept until the data changes."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, TypeVar

import pandas as pd

from assessment import access, i18n, labels, reports
from assessment.findings.moments import Calendar
from assessment.periods import Period
from assessment.reports.overview import search_terms

Answer = TypeVar("Answer")


def frame(report: Callable[..., pd.DataFrame], *parameters: Any) -> pd.DataFrame:
    """The report's rows; `parameters` are hashable. A shallow copy: what a page does to it stays its own."""
    return answer(report, *parameters).copy(deep=False)


def written(report: Callable[..., pd.DataFrame], *parameters: Any) -> pd.DataFrame:
    """Rows of what people write beside the numbers, kept until somebody writes more."""
    reader: Any = access.reader()
    version = (reader.data_version, reader.note_version)
    found: pd.DataFrame = _kept(reader, report, parameters, version)
    return found.copy(deep=False)


def drawn(draw: Callable[..., Answer], *parameters: Any) -> Answer:
    """What a function makes of reports and notes, kept until one of them changes: it says the same to every reader.

    It may depend on nothing but its hashable parameters, what this module loads, and the language.
    """
    reader: Any = access.reader()
    version = (reader.data_version, reader.note_version)
    kept: Answer = _drawn(reader, draw, parameters, i18n.language(), version)
    return kept


def footer(period: Period) -> dict[str, Any]:
    """Scheme, revision and moment behind a period's numbers."""
    return dict(answer(reports.footer, period))


def type_names() -> dict[str, str]:
    """The unit types as the reader calls them, by code, in the county's order."""
    types = frame(reports.unit_types)
    rows = zip(types["unit_type"], types["name"], types["name_en"], strict=True)
    return {code: labels.type_name(code, name, english) for code, name, english in rows}


def spoken() -> dict[str, str]:
    """Units and indicators by their Chinese names, as the reader calls them."""
    terms = frame(search_terms)
    rows = zip(terms["name"], terms["name_en"], strict=True)
    return {local: labels.name(local, english) for local, english in rows}


def parse(code: str) -> Period:
    """The period of a code in this county's calendar. Raises AssessmentError for a code that is none."""
    return Period.parse(code, answer(reports.year_start_month))


def period_name(period: Period) -> str:
    """The period's name; February stands for January too unless the county reports January on its own."""
    return period.name(calendar().is_merged)


def calendar() -> Calendar:
    """How this county calls its months and where its years begin."""
    return answer(_calendar)


def _calendar(reader: Any) -> Calendar:
    found = reports.periods(reader)["has_january_period"]
    return Calendar(found.empty or not bool(found.iloc[0]), reports.year_start_month(reader))


def period_names(codes: Sequence[str]) -> dict[str, str]:
    """The names of many periods by their codes: a picker's labels, made in the reader's run."""
    return {code: period_name(parse(code)) for code in codes}


def changed_units(revision_id: int) -> str:
    """How many units' results a revision changed, as written on screen."""
    history = frame(reports.history)
    return labels.count(next(iter(history.loc[history["revision_id"] == revision_id, "unit_count"]), None))


def answer(report: Callable[..., Answer], *parameters: Any) -> Answer:
    """What a report answers, kept until the data change; `parameters` are hashable."""
    reader: Any = access.reader()
    kept: Answer = _kept(reader, report, parameters, reader.data_version)
    return kept


@lru_cache(maxsize=512)
def _kept(reader: Any, report: Callable[..., Any], parameters: tuple[Any, ...], _version: object) -> Any:
    return report(reader, *parameters)


@lru_cache(maxsize=1024)
def _drawn(
    _reader: Any, draw: Callable[..., Any], parameters: tuple[Any, ...], _language: str, _version: object
) -> Any:
    return draw(*parameters)
