"""The workbook of a month, as the assessment office puts it together from the departments' tables."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from assessment.demo import ballots, events
from assessment.demo.actuals import is_due, months
from assessment.demo.cells import NOT_HANDED_IN, Cell
from assessment.demo.membership import assigned, members
from assessment.demo.noise import uniform
from assessment.demo.tables import Indicator, Unit, indicators, units
from assessment.demo.targets import ADJUSTED
from assessment.workbook import sheets

CREATED = datetime(2026, 7, 20, 9, 0, tzinfo=UTC)
CODES_SINCE = date(2025, 1, 1)
"""From 2025 on the files carry unit codes; before, only names and short names."""


def month_file(month: date) -> bytes:
    """The workbook of a month."""
    target = BytesIO()
    book = Workbook(target, {"in_memory": True})
    book.set_properties({"created": CREATED.replace(tzinfo=None), "title": f"{month:%Y-%m}", "author": "考核办"})
    _results(book, month)
    _events(book, month)
    if month.month % 3 == 0:
        _ballots(book, month)
    _progress(book, month)
    _targets(book, month)
    _decisions(book, month)
    book.close()
    return target.getvalue()


def title(month: date) -> str:
    """The month's name as the county writes it."""
    return f"{month.year}年{'1—2' if month.month == 2 else month.month}月"


def written_name(unit: Unit, month: date) -> str:
    """What a file calls a unit: its name, or in the older files sometimes a short name."""
    names = (unit.name, *unit.aliases)
    return unit.name if month >= CODES_SINCE else names[int(len(names) * uniform("alias", unit.unit_id, month))]


def _results(book: Workbook, month: date) -> None:
    cells = _shown(month)
    columns = [code for code in indicators() if any(code == place[1] for place in cells)]
    members_now = list(members(month))
    sheet = book.add_worksheet(sheets.RESULTS)
    bold = book.add_format({"bold": True})
    sheet.write_string(0, 0, f"澄川县{title(month)}工作实绩考核指标汇总表", bold)
    first = _heading(sheet, month, [indicators()[code] for code in columns], bold)
    lead = 2 if month >= CODES_SINCE else 1
    for row, unit_id in enumerate(members_now, first):
        names = (unit_id, units()[unit_id].name) if lead == 2 else (written_name(units()[unit_id], month),)
        for column, name in enumerate(names):
            sheet.write_string(row, column, name)
        for column, code in enumerate(columns, lead):
            _write(sheet, row, column, cells.get((unit_id, code), ""))
    sheet.write_string(first + len(members_now), 0, "注:同比按可比口径计算。")
    sheet.set_column(0, lead - 1, 12 if lead == 1 else 10)
    sheet.set_column(lead, lead + len(columns) - 1, 11)
    sheet.freeze_panes(first, lead)


def _shown(month: date) -> dict[tuple[str, str], Cell]:
    """The month's cells, the grades among them, without tables that were not handed in."""
    cells = dict(months()[month])
    for unit_id, unit_type in members(month).items():
        if "D04" in assigned(unit_id, month) and is_due(indicators()["D04"], month, unit_id):
            cells[unit_id, "D04"] = ballots.grade(unit_id, unit_type, month)
    return {place: cell for place, cell in cells.items() if place[1] not in NOT_HANDED_IN.get(month, ())}


def _heading(sheet: Worksheet, month: date, columns: Sequence[Indicator], bold: object) -> int:
    """The heading rows; returns the first row of units."""
    lead = [sheets.CODE, sheets.UNIT] if month >= CODES_SINCE else [sheets.UNIT]
    row = 2 if month >= CODES_SINCE else 1
    for column, name in enumerate(lead):
        sheet.write_string(row, column, name, bold)
    for column, indicator in enumerate(columns, len(lead)):
        if month >= CODES_SINCE:
            sheet.write_string(1, column, indicator.indicator_id, bold)
        measure = indicator.row["measure_unit"]
        name = indicator.row["name"]
        sheet.write_string(row, column, name if measure == "—" else f"{name}({measure})", bold)
    return row + 1


def _write(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, str):
        if cell:
            sheet.write_string(row, column, cell)
    else:
        sheet.write_number(row, column, int(cell) if cell == int(cell) else cell)


def _table(book: Workbook, name: str, heading: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A long sheet: dates as text, empty cells left out."""
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True})
    for column, text in enumerate(heading):
        sheet.write_string(0, column, text, bold)
    for line, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells):
            if isinstance(cell, int | float):
                sheet.write_number(line, column, cell)
            elif cell is not None and cell != "":
                sheet.write_string(line, column, str(cell))
    sheet.set_column(0, len(heading) - 1, 16)


def _events(book: Workbook, month: date) -> None:
    found = events.events(month)
    heading = (sheets.UNIT, sheets.KIND, sheets.EVENT, sheets.DOCUMENT, sheets.DAY, sheets.QUANTITY, sheets.POINTS)
    rows = [
        (written_name(units()[e.unit_id], month), e.kind, e.event, e.document, e.happened_on, e.quantity, e.points)
        for e in found
    ]
    if rows:
        _table(book, sheets.EVENTS, heading, rows)


def _ballots(book: Workbook, month: date) -> None:
    heading = (sheets.UNIT, sheets.INDICATOR, sheets.GROUP, *ballots.GRADES, sheets.ABSTENTIONS)
    rows = [
        (written_name(units()[unit_id], month), code, group, *(count or None for count in counts), abstained or None)
        for unit_id, code, group, counts, abstained in ballots.ballots(month)
    ]
    _table(book, sheets.BALLOTS, heading, rows)


def _progress(book: Workbook, month: date) -> None:
    heading = (sheets.UNIT, sheets.INDICATOR, sheets.MILESTONE, sheets.DONE)
    rows = [
        (written_name(units()[unit_id], month), code, name, passed)
        for unit_id, code, name, passed in ballots.progress(month)
    ]
    _table(book, sheets.MILESTONES, heading, rows)


def _targets(book: Workbook, month: date) -> None:
    moved = {(unit, code): value for (since, unit, code), value in ADJUSTED.items() if since == month}
    if not moved:
        return
    columns = sorted({code for _, code in moved})
    heading = (sheets.UNIT, *(f"{indicators()[c].row['name']}({indicators()[c].row['measure_unit']})" for c in columns))
    rows = [
        (units()[unit_id].name, *(moved.get((unit_id, code)) for code in columns))
        for unit_id in sorted({unit for unit, _ in moved})
    ]
    _table(book, sheets.TARGETS, heading, rows)


def _decisions(book: Workbook, month: date) -> None:
    rows = [(d.period, units()[d.unit_id].name, d.tier, d.reason) for d in events.DECISIONS.get(month, [])]
    if rows:
        _table(book, sheets.DECISIONS, (sheets.PERIOD, sheets.UNIT, sheets.TIER, sheets.REASON), rows)
