"""Reports as the pages ask for them, each kept until the data changes."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import pandas as pd

from assessment import access, labels, reports
from assessment.periods import Period


def frame(report: Callable[..., pd.DataFrame], *parameters: Any) -> pd.DataFrame:
    """The report's rows; `parameters` are hashable. A shallow copy: what a page does to it stays its own."""
    return _kept(report, parameters, access.reader().data_version).copy(deep=False)


@lru_cache(maxsize=512)
def _kept(report: Callable[..., pd.DataFrame], parameters: tuple[Any, ...], _version: int) -> pd.DataFrame:
    return report(access.reader(), *parameters)


@lru_cache(maxsize=64)
def _footer(period: Period, _version: int) -> dict[str, Any]:
    return reports.footer(access.reader(), period)


def footer(period: Period) -> dict[str, Any]:
    """Scheme, revision and moment behind a period's numbers."""
    return _footer(period, access.reader().data_version)


def type_names() -> dict[str, str]:
    """The unit types as the reader calls them, by code, in the county's order."""
    types = frame(reports.unit_types)
    rows = zip(types["unit_type"], types["name"], types["name_en"], strict=True)
    return {code: labels.type_name(code, name, english) for code, name, english in rows}
