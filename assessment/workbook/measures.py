"""Units of measure that a table states: in a heading, under it, or in a line above the table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessment.errors import Fault, fault
from assessment.facts import IndicatorInfo
from assessment.spreadsheet.grid import Cell
from assessment.workbook import tables
from assessment.workbook.directory import Directory
from assessment.workbook.names import MEASURES_OF_MONEY, clean, key, split_measure

_BETWEEN = re.compile("[、,;/]")
_STATED = re.compile(r"(?:计量)?单位:(\S+)")


CONVERT, KEEP = "convert", "keep"
_YUAN = {"元": 1, "千元": 1_000, "万元": 10_000, "百万元": 1_000_000, "亿元": 100_000_000}
_DOLLARS = {"美元": 1, "万美元": 10_000, "亿美元": 100_000_000}


@dataclass(frozen=True)
class Mismatch:
    """A column in another unit of measure than its indicator's."""

    told: str
    wanted: str

    @property
    def text(self) -> str:
        """What an answer is remembered under, beside the column's headings."""
        return f"{self.told}>{self.wanted}"

    @property
    def factor(self) -> Decimal | None:
        """What a number is multiplied by to be in the wanted unit; None where that cannot be said."""
        for known in (_YUAN, _DOLLARS):
            if self.told in known and self.wanted in known:
                return Decimal(known[self.told]) / known[self.wanted]
        return None


def mismatch(
    table: tables.Table, heads: Sequence[Cell], indicator: IndicatorInfo, directory: Directory
) -> Mismatch | None:
    """How a column's stated unit of measure differs from its indicator's; None if nothing says that it does."""
    wanted = key(indicator.measure_unit)
    stated = [split_measure(cell.text)[1] for cell in heads] + [key(cell.text).strip("()") for cell in heads]
    money = _stated_money(table) if wanted in MEASURES_OF_MONEY else ""
    told = next((measure for measure in stated if is_known(measure, directory)), money)
    if not told or told == wanted:
        return None
    return Mismatch(told, wanted)


def wrong(found: Mismatch, indicator: IndicatorInfo) -> Fault:
    """The mismatch in words."""
    return fault(
        "The table gives {indicator} in {told}, but it is counted in {wanted}. Convert the numbers and the heading.",
        indicator=indicator.name,
        told=found.told,
        wanted=indicator.measure_unit or "—",
    )


def is_known(measure: str, directory: Directory) -> bool:
    """Whether a text is a unit of measure that some indicator, or money, is counted in."""
    return bool(measure) and (measure in MEASURES_OF_MONEY or measure in directory.measures)


def _stated_money(table: tables.Table) -> str:
    """The unit of money that a line such as 单位:万元 above the header states for the whole table."""
    for row, cells in table.sheet.rows.items():
        for cell in cells if row < table.header_row else []:
            stated = _STATED.search(clean(cell.text))
            listed = set(_BETWEEN.split(key(stated.group(1)))) & MEASURES_OF_MONEY if stated else set()
            if len(listed) == 1:
                return listed.pop()
    return ""
