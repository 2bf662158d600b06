"""A small workbook in the form of the month's template: what the record of arrivals adds to reported lateness."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO

from xlsxwriter import Workbook

from assessment.workbook import sheets


@dataclass(frozen=True)
class LateValue:
    """The value of an indicator that measures lateness, for one unit."""

    unit: str
    indicator_id: str
    value: int


@dataclass(frozen=True)
class EventRow:
    """One row of sheet 加减分与否决."""

    unit: str
    kind: str
    event: str
    document: str
    happened_on: date | None
    quantity: int
    points: Decimal | None


def lateness_workbook(month: date, values: Sequence[LateValue], events: Sequence[EventRow]) -> bytes:
    """The .xlsx with the values one a row (no cell is left blank beside another) and the events, as far as there are
    any."""
    code = f"{month:%Y-%m}"
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(target, options) as book:
        if values:
            heads = (sheets.UNIT, sheets.INDICATOR, sheets.MONTH, sheets.VALUE)
            _write(book, sheets.LONG, heads, [(row.unit, row.indicator_id, code, row.value) for row in values])
        if events:
            _write(book, sheets.EVENTS, sheets.COLUMNS[sheets.EVENTS][:7], [astuple(row) for row in events])
        meta = book.add_worksheet(sheets.META)
        meta.very_hidden()
        for row, facts in enumerate((("format", str(sheets.FORMAT_VERSION)), ("month", code))):
            for column, text in enumerate(facts):
                meta.write_string(row, column, text)
    return target.getvalue()


def _write(book: Workbook, name: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True})
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, bold)
    for line, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells):
            if isinstance(cell, int | float | Decimal):
                sheet.write_number(line, column, float(cell))
            elif cell is not None and cell != "":
                sheet.write_string(line, column, str(cell))
    sheet.set_column(0, len(heads) - 1, 18)
