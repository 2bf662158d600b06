"""Units of measure that a table states: in a heading, under it, or in a line above the table."""

import re
from collections.abc import Sequence

from assessment.facts import IndicatorInfo
from assessment.workbook import tables
from assessment.workbook.directory import Directory
from assessment.workbook.findings import Fault, fault
from assessment.workbook.grid import Cell
from assessment.workbook.names import MEASURES_OF_MONEY, clean, key, split_measure

_BETWEEN = re.compile("[、,;/]")
_STATED = re.compile(r"(?:计量)?单位:(\S+)")


def wrong(table: tables.Table, heads: Sequence[Cell], indicator: IndicatorInfo, directory: Directory) -> Fault | None:
    """Why a column's numbers are not in its indicator's unit of measure; None if nothing says so."""
    wanted = key(indicator.measure_unit)
    stated = [split_measure(cell.text)[1] for cell in heads] + [key(cell.text).strip("()") for cell in heads]
    money = _stated_money(table) if wanted in MEASURES_OF_MONEY else ""
    told = next((measure for measure in stated if is_known(measure, directory)), money)
    if not told or told == wanted:
        return None
    return fault(
        "The table gives {indicator} in {told}, but it is counted in {wanted}. Convert the numbers and the heading.",
        indicator=indicator.name,
        told=told,
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
