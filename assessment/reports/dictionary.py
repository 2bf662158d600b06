"""口径: what every indicator is, how each scheme scores it, what changed between schemes."""

from datetime import date

import pandas as pd

from assessment.periods import Period
from assessment.store import Reader

_LATEST_SCHEME = date(9999, 1, 1)


def last_month(period: Period | None) -> date:
    """The month whose scheme speaks for a period; without one the newest scheme speaks."""
    if period is None:
        return _LATEST_SCHEME
    serial = period.start.year * 12 + period.start.month - 1 + {"month": 0, "quarter": 2, "year": 11}[period.kind]
    return date(serial // 12, serial % 12 + 1, 1)


def dictionary_entries(reader: Reader, month: date) -> pd.DataFrame:
    """Every indicator, those of the scheme in force first: attributes, module, function."""
    return reader.query("dictionary_entries", month=month)


def dictionary_schemes(reader: Reader, month: date) -> pd.DataFrame:
    """The schemes by their first month, the one in force marked."""
    return reader.query("dictionary_schemes", month=month)


def dictionary_rules(reader: Reader) -> pd.DataFrame:
    """Every rule (part 0) and inner function (parts 1 and 2) of every scheme, parameters filled in."""
    return reader.query("dictionary_rules")


def dictionary_targets(reader: Reader, month: date) -> pd.DataFrame:
    """The least and the largest annual target per indicator and type, as the newest month up to this one has them."""
    return reader.query("dictionary_targets", month=month)


def dictionary_plans(reader: Reader) -> pd.DataFrame:
    """The planned share (1 = the whole year) by month for indicators with a curve of their own."""
    return reader.query("dictionary_plans")


def dictionary_milestones(reader: Reader, month: date) -> pd.DataFrame:
    """The milestones of a month's assessment year with their shares (1 = the whole year's work)."""
    return reader.query("dictionary_milestones", month=month)


def dictionary_changes(reader: Reader) -> pd.DataFrame:
    """What each scheme changed against the one before it, the newest first, a line a type and change."""
    return reader.query("dictionary_changes")
