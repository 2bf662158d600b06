"""A table on its way out: typed columns with headings, rows of plain values."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Column:
    """A field name, its heading (message id) and how many decimals a number shows; None: as it is.

    `style` "percent" writes a share (1 = 100 %) as a percentage; "text" keeps digits as text.
    """

    name: str
    heading: str
    decimals: int | None = None
    style: str = ""


@dataclass(frozen=True)
class Table:
    """Columns and rows; a missing value is None. `frozen` columns stay in sight when a workbook scrolls."""

    title: str
    columns: Sequence[Column]
    rows: list[list[object]]
    frozen: int = 1


def from_frame(title: str, columns: Sequence[Column], frame: pd.DataFrame, frozen: int = 1) -> Table:
    """The named columns of a frame as plain values."""
    fields = [_plain(frame[column.name]) for column in columns]
    rows = [list(row) for row in zip(*fields, strict=True)] if len(frame) else []
    return Table(title, columns, rows, frozen)


def _plain(series: pd.Series) -> list[object]:
    return [None if missing else value for value, missing in zip(series.tolist(), series.isna().tolist(), strict=True)]
