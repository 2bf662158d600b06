"""专项: the N of 1+N, when they run, what they weigh, what came of them."""

from datetime import date

import pandas as pd

from assessment.store import Reader

Types = tuple[str, ...]


def supplement_lives(reader: Reader, month: date) -> pd.DataFrame:
    """Every supplement of every scheme: first and last day, state in a month, weight a type."""
    return reader.query("supplement_lives", month=month)


def supplement_scores(reader: Reader, month: date) -> pd.DataFrame:
    """Units by type: 100 x points over applicable weights of each supplement, place, change to the month before."""
    return reader.query("supplement_scores", month=month)


def supplement_totals(reader: Reader, month: date, unit_types: Types = ()) -> pd.DataFrame:
    """Sums over units for indicators that add up; unit_type null for all types together. Shares: 1 = 100 %."""
    return reader.query("supplement_totals", month=month, unit_types=list(unit_types))


def supplement_units(reader: Reader, month: date, indicator_id: str, unit_types: Types = ()) -> pd.DataFrame:
    """The units on one indicator: value, annual target, rates (1 = 100 %), lag in points of the target."""
    return reader.query("supplement_units", month=month, indicator_id=indicator_id, unit_types=list(unit_types))


def supplement_events(reader: Reader, month: date, unit_types: Types = ()) -> pd.DataFrame:
    """The year's bonus events to a month, the highest points first."""
    return reader.query("supplement_events", month=month, unit_types=list(unit_types))
