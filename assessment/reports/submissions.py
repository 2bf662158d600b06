"""Who owes which table by when, and what came: months with data and months that nobody has handed in yet."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from assessment.reports.calendar import open_months, periods
from assessment.store import Reader, Store

URGENT_FIRST = ("missing", "returned", "partial", "late", "not_due", "on_time")
"""The states of a table in the order in which somebody must act."""


def submission_tables(store: Store, months: Sequence[date], today: date) -> pd.DataFrame:
    """One row a month, department and due day, newest month first, then what needs action first.

    Of all unit types: a table is one whole. `state` is one of URGENT_FIRST; `indicators` and `open_indicators` are
    tuples of codes.
    """
    with store.open_months(list(months)) as view:
        found = view.query("submission_tables", today=today)
    return _with_codes(found, "indicators", "open_indicators")


def submission_units(store: Store, month: date, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """The units whose own row is missing from a table that came in, with `indicators` and `departments` as tuples."""
    with store.open_months([month]) as view:
        found = view.query("submission_units", month=month, unit_types=list(unit_types))
    return _with_codes(found, "indicators", "departments")


def submission_days(store: Store, months: Sequence[date]) -> pd.DataFrame:
    """One row a month: year_start, compile_on and publish_on by the scheme in force."""
    with store.open_months(list(months)) as view:
        return view.query("submission_days")


def submission_proposals(store: Store, month: date, today: date) -> pd.DataFrame:
    """One row a unit that is a department too: its tables late and not in, what is reported of them, what to add."""
    with store.open_months([month]) as view:
        return view.query("submission_proposals", month=month, today=today)


def next_month(store: Store) -> date | None:
    """The month after the newest with data, the first that takes data; None in a store without a month."""
    codes = periods(store)
    newest = codes.loc[codes["kind"] == "month", "period_start"]
    if newest.empty:
        return None
    serial = newest.max().year * 12 + newest.max().month
    following = [date(at // 12, at % 12 + 1, 1) for at in (serial, serial + 1)]
    return next(iter(open_months(store, following)), None)


def _with_codes(found: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Columns of lists as tuples; nothing is the empty tuple."""
    lists = {name: [() if one is None or one is pd.NA else tuple(one) for one in found[name]] for name in columns}
    return found.assign(**{name: pd.Series(kept, index=found.index, dtype=object) for name, kept in lists.items()})


def returnable_cells(reader: Reader, month: date) -> pd.DataFrame:
    """The numbers of a month that count now and can be sent back, by indicator, with the day they came in."""
    return reader.query("returnable_cells", month=month)
