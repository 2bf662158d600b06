"""Where indicators scored by completion are heading by the end of the assessment year: by type, and unit by unit."""

from datetime import date

import pandas as pd

from assessment.store import Reader


def forecast_types(reader: Reader, month: date, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """One row a type and indicator with a forecast, most at risk first: medians, counts, light, sums, weakest units."""
    return reader.query("forecast_types", month=month, unit_types=list(unit_types))


def forecast_units(reader: Reader, month: date, unit_type: str, indicator_id: str) -> pd.DataFrame:
    """The units of a type with a forecast in one indicator, the lowest first; lag in points of the annual target."""
    return reader.query("forecast_units", month=month, unit_type=unit_type, indicator_id=indicator_id)
