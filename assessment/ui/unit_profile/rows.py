"""The rows of a frame by attribute."""

from typing import Any

import pandas as pd


def rows_of(frame: pd.DataFrame) -> list[Any]:
    """Each row as a named tuple; its columns are what the report's file says."""
    return list(frame.itertuples(index=False))


def first_of(frame: pd.DataFrame) -> Any:
    """The first row, None in an empty frame."""
    return next(iter(rows_of(frame)), None)
