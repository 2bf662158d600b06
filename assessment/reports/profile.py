"""One unit in one period, block by block, from what is stored."""

from datetime import date

import pandas as pd

from assessment.periods import Period
from assessment.reports.results import LATEST
from assessment.store import Reader

HISTORY = {"month": 24, "quarter": 12, "year": 8}
"""How many periods of a kind the history reaches back."""


def profile_units(reader: Reader) -> pd.DataFrame:
    """The units one may pick, by their latest type and the county's order: unit_id, unit, unit_en, unit_type."""
    return reader.query("profile_units")


def profile_card(reader: Reader, unit_id: str, period: Period) -> pd.DataFrame:
    """The unit's result in the period with what its score card says; no row if it does not count there."""
    return reader.query(
        "profile_card", unit_id=unit_id, period_kind=period.kind, period_start=period.start, revision_id=LATEST
    )


def profile_cells(reader: Reader, unit_id: str, month: date) -> pd.DataFrame:
    """Every indicator of the unit's month; won, full and lost points are renormalised to 100 applicable points."""
    return reader.query("profile_cells", unit_id=unit_id, month=month)


def profile_modules(reader: Reader, unit_id: str, month: date) -> pd.DataFrame:
    """Renormalised points by module and the spread of the type's shares (1 = all points of the module)."""
    return reader.query("profile_modules", unit_id=unit_id, month=month)


def profile_events(reader: Reader, unit_id: str, period: Period, last_month: date) -> pd.DataFrame:
    """Bonuses, deductions and vetoes of the period's months up to one; stated_points before caps."""
    return reader.query(
        "profile_events", unit_id=unit_id, period_kind=period.kind, first_month=period.start, last_month=last_month
    )


def profile_milestones(reader: Reader, unit_id: str, month: date) -> pd.DataFrame:
    """The milestones due by the month's end, with share, days and mark (0..1)."""
    return reader.query("profile_milestones", unit_id=unit_id, month=month)


def profile_months(reader: Reader, unit_id: str, period: Period, last_month: date) -> pd.DataFrame:
    """The months that a quarter or year is made of so far."""
    return reader.query("profile_months", unit_id=unit_id, first_month=period.start, last_month=last_month)


def profile_history(reader: Reader, unit_id: str, period: Period) -> pd.DataFrame:
    """The last periods of the same kind, oldest first, with the type's quartiles; empty where it did not count."""
    return reader.query(
        "profile_history",
        unit_id=unit_id,
        period_kind=period.kind,
        period_start=period.start,
        period_limit=HISTORY[period.kind],
    )


def profile_unit(reader: Reader, unit_id: str) -> pd.DataFrame:
    """The unit's names and duties."""
    return reader.query("profile_unit", unit_id=unit_id)


def profile_memberships(reader: Reader, unit_id: str) -> pd.DataFrame:
    """The types the unit has been in, oldest first, with the reason of each type."""
    return reader.query("profile_memberships", unit_id=unit_id)
