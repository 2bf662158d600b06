"""The workbook of a month, as the assessment office puts it together from the departments' tables."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from assessment.demo import ballots, events
from assessment.demo.actuals import is_due, months
from assessment.demo.cells import MISTAKES, NOT_HANDED_IN, Cell
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
    book = _book(target, month)
    _results(book, month)
    _events(book, month)
    if month.month % 3 == 0:
        _ballots(book, month)
    _progress(book, month)
    _targets(book, month)
    _decisions(book, month)
    book.close()
    return target.getvalue()


def correction_file(month: date) -> bytes:
    """The corrected table that came in later for a month: only the units and columns that were wrong."""
    wrong = [(unit_id, code) for at, unit_id, code in MISTAKES if at == month]
    target = BytesIO()
    book = _book(target, month)
    columns = sorted({code for _, code in wrong})
    heading = (sheets.CODE, sheets.UNIT, *(_named(indicators()[code]) for code in columns))
    rows = [
        (unit_id, units()[unit_id].name, *(months()[month][unit_id, code] for code in columns))
        for unit_id in sorted({unit_id for unit_id, _ in wrong})
    ]
    _table(book, sheets.RESULTS, heading, rows)
    book.close()
    return target.getvalue()


def _book(target: BytesIO, month: date) -> Workbook:
    book = Workbook(target, {"in_memory": True})
    book.set_properties({"created": CREATED.replace(tzinfo=None), "title": f"{month:%Y-%m}", "author": "考核办"})
    return book


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
            _write(sheet, row, column, _spelled(cells.get((unit_id, code), ""), code, month))
    below = first + len(members_now)
    if month < CODES_SINCE:
        _write_sums(sheet, below, columns, cells)
        below += 1
    sheet.write_string(below, 0, "注:同比按可比口径计算。")
    sheet.set_column(0, lead - 1, 12 if lead == 1 else 10)
    sheet.set_column(lead, lead + len(columns) - 1, 11)
    sheet.freeze_panes(first, lead)


def _shown(month: date) -> dict[tuple[str, str], Cell]:
    """The month's cells, the grades among them, without tables that were not handed in."""
    cells = dict(months()[month])
    for unit_id, unit_type in members(month).items():
        if "D04" in assigned(unit_id, month) and is_due(indicators()["D04"], month, unit_id):
            cells[unit_id, "D04"] = ballots.grade(unit_id, unit_type, month)
    cells |= {(unit_id, code): cell for (at, unit_id, code), cell in MISTAKES.items() if at == month}
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
        sheet.write_string(row, column, _named(indicator), bold)
    return row + 1


def _named(indicator: Indicator) -> str:
    """The indicator's name with its unit of measure."""
    name, measure = indicator.row["name"], indicator.row["measure_unit"]
    return name if measure == "—" else f"{name}({measure})"


def _spelled(cell: Cell, code: str, month: date) -> Cell:
    """A cell as its department writes it: before 2025 statistics prints △ for minus, petitions writes "96.5%"."""
    if isinstance(cell, str) or month >= CODES_SINCE:
        return cell
    if indicators()[code].function == "growth_gap" and cell < 0:
        return f"△{-cell:g}"
    return f"{cell:g}%" if code == "S06" else cell


def _write_sums(sheet: Worksheet, row: int, columns: Sequence[str], cells: dict[tuple[str, str], Cell]) -> None:
    """The 合计 row of the older files, under the columns that add up."""
    sheet.write_string(row, 0, "合计")
    for column, code in enumerate(columns, 1):
        if indicators()[code].row["value_kind"] == "amount":
            numbers = [cell for (_, of), cell in cells.items() if of == code and not isinstance(cell, str)]
            sheet.write_number(row, column, round(sum(numbers), 4))


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
    heading = (sheets.UNIT, *(_named(indicators()[code]) for code in columns))
    rows = [
        (units()[unit_id].name, *(moved.get((unit_id, code)) for code in columns))
        for unit_id in sorted({unit for unit, _ in moved})
    ]
    _table(book, sheets.TARGETS, heading, rows)


def _decisions(book: Workbook, month: date) -> None:
    rows = [(d.period, units()[d.unit_id].name, d.tier, d.reason) for d in events.DECISIONS.get(month, [])]
    if rows:
        _table(book, sheets.DECISIONS, (sheets.PERIOD, sheets.UNIT, sheets.TIER, sheets.REASON), rows)
