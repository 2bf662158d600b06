"""How far indicators are from their plan, target or line: by type, over a span, and unit by unit."""

from datetime import date

import numpy as np
import pandas as pd

from assessment.periods import Period
from assessment.store import Reader

SPANS = ("month", "quarter", "year")


def completion_month(reader: Reader, period: Period) -> pd.DataFrame:
    """One row: the latest month of a period with results, null without one."""
    return reader.query("completion_month", period_kind=period.kind, period_start=period.start)


def completion_types(reader: Reader, month: date, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """One row a type and indicator as scored, furthest behind first: medians, counts, light, the weakest units."""
    return reader.query("completion_types", month=month, unit_types=list(unit_types))


def completion_map(reader: Reader, month: date, span: str, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """One row a type and indicator over one of SPANS: the median against the plan of that span."""
    return reader.query("completion_map", month=month, span=span, unit_types=list(unit_types))


def completion_matrix(reader: Reader, month: date, span: str, unit_type: str) -> pd.DataFrame:
    """One row a unit and indicator of one type over one of SPANS, units as the county lists them."""
    return reader.query("completion_matrix", month=month, span=span, unit_type=unit_type)


def completion_units(reader: Reader, month: date, unit_type: str, indicator_id: str) -> pd.DataFrame:
    """The units of a type in one indicator, furthest from the goal first; lag in points of the annual target.

    `trend`: the measure of each month of the year so far, NaN where there is none.
    """
    found = reader.query("completion_units", month=month, unit_type=unit_type, indicator_id=indicator_id)
    # A list with gaps comes as a masked array, which nothing outside numpy understands.
    return found.assign(trend=[np.ma.filled(np.ma.asarray(one, float), np.nan).tolist() for one in found["trend"]])


def completion_spans(reader: Reader, month: date, unit_type: str, indicator_id: str) -> pd.DataFrame:
    """The same units, a row for each of SPANS."""
    return reader.query("completion_spans", month=month, unit_type=unit_type, indicator_id=indicator_id)
