"""考核方案: the scheme in force in a month at a glance."""

from datetime import date

import pandas as pd

from assessment.store import Reader


def scheme_facts(reader: Reader, month: date) -> pd.DataFrame:
    """One row: the scheme, its document, first month, types, units and indicators; none before the first scheme."""
    return reader.query("scheme_facts", month=month)


def scheme_types(reader: Reader, month: date) -> pd.DataFrame:
    """The unit types with their units at the month's end and their indicators."""
    return reader.query("scheme_types", month=month)


def scheme_modules(reader: Reader, month: date) -> pd.DataFrame:
    """Each module's weight in each type, and its first and last day."""
    return reader.query("scheme_modules", month=month)


def scheme_tiers(reader: Reader, month: date) -> pd.DataFrame:
    """The tiers of each type with quota (1 = 100 %) and gate (points)."""
    return reader.query("scheme_tiers", month=month)
