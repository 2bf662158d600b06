"""Types, units, modules and indicators over time, each row beside the period before and the same one of last year."""

from datetime import date

import pandas as pd

from assessment.periods import Period
from assessment.store import Reader

_MONTHS = {"month": 0, "quarter": 2, "year": 11}


def last_month(period: Period) -> date:
    """The first day of a period's last month: up to where a trend is shown."""
    serial = period.start.year * 12 + period.start.month - 1 + _MONTHS[period.kind]
    return date(serial // 12, serial % 12 + 1, 1)


def trend_type(reader: Reader, unit_types: tuple[str, ...], last: date) -> pd.DataFrame:
    """Median and quartiles of the ranked scores of each type, by month and quarter; changes in points."""
    return reader.query("trend_type", unit_types=list(unit_types), last_month=last)


def trend_unit(reader: Reader, unit_type: str, last: date) -> pd.DataFrame:
    """The scores of a type's units by month and quarter; changes and the gap to the type's median in points."""
    return reader.query("trend_unit", unit_type=unit_type, last_month=last)


def trend_module(reader: Reader, unit_type: str, unit_id: str, last: date) -> pd.DataFrame:
    """A type's modules by month, out of 100: median and quartiles of its units, and one unit's own (or none)."""
    return reader.query("trend_module", unit_type=unit_type, unit_id=unit_id, last_month=last)


def trend_indicators(reader: Reader, unit_type: str, last: date) -> pd.DataFrame:
    """The indicators a type has been scored on, with what decides how they are compared."""
    return reader.query("trend_indicators", unit_type=unit_type, last_month=last)


def trend_indicator(reader: Reader, indicator_id: str, unit_type: str, unit_id: str, last: date) -> pd.DataFrame:
    """An indicator by month in its own unit: the type's median, or one unit's values; rates of change 1 = 100 %."""
    parameters = {"indicator_id": indicator_id, "unit_type": unit_type, "unit_id": unit_id}
    return reader.query("trend_indicator", **parameters, last_month=last)
