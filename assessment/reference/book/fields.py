"""What a column and a sheet of the workbook are: words are message ids, translated when written or read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Look = Literal["text", "prose", "whole", "number", "share", "month", "day", "flag", "word", "ref"]
"""How a cell is written and shown. share: a percentage; word: one of `values.words`; ref: a row of another table."""


@dataclass(frozen=True)
class Field:
    """A column of a table: its heading and what it means; `band` is the heading over neighbours of one subject.

    `refers` names the table whose first column a "ref" holds; `is_extra`: no column of the table, only read.
    `is_aside`: folded away at first, as the English names are for a Chinese reader.
    """

    column: str
    heading: str
    hint: str = ""
    look: Look = "text"
    width: int = 14
    refers: str = ""
    band: str = ""
    is_extra: bool = False
    is_aside: bool = False


@dataclass(frozen=True)
class Plan:
    """A sheet: its table, title, what one row is, its columns; the first `key_count` tell a row from the others.

    `is_turned`: fields run down and rows across. `spread` and `value`: the columns that are laid out sideways, one
    sheet column for each value of `spread`, with `value` in the cells.
    """

    table: str
    title: str
    about: str
    fields: Sequence[Field]
    key_count: int
    is_turned: bool = False
    spread: str = ""
    value: str = ""


def name_en(kind: str = "English name") -> Field:
    """The English name of whatever the row is."""
    return Field("name_en", kind, "Shown to readers of English; may stay empty.", width=26, is_aside=True)


def of_scheme() -> Field:
    """Which scheme version a row belongs to."""
    return Field("scheme_id", "Scheme code", "The scheme version this row belongs to.", "ref", 10, "scheme")


def of_type() -> Field:
    """Which unit type a row is about."""
    return Field(
        "unit_type", "Unit type", "Choose from the list; the code before the name counts.", "ref", 18, "unit_type"
    )


def of_unit() -> Field:
    """Which unit a row is about."""
    return Field("unit_id", "Unit", "Choose from the list; the code before the name counts.", "ref", 26, "unit")


def of_indicator() -> Field:
    """Which indicator a row is about."""
    return Field(
        "indicator_id", "Indicator", "Choose from the list; the code before the name counts.", "ref", 32, "indicator"
    )
