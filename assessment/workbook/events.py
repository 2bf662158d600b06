"""Sheet 加减分与否决: bonuses, deductions and vetoes, one a row (domain.md section 5)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from assessment.errors import fault
from assessment.facts import Event, EventKindInfo
from assessment.spreadsheet.grid import Sheet
from assessment.workbook import numerals, records, sheets
from assessment.workbook.directory import Directory
from assessment.workbook.findings import Findings
from assessment.workbook.grammar import shown
from assessment.workbook.names import key
from assessment.workbook.records import Record
from assessment.workbook.twice import Seen

MOST_POINTS = Decimal(10_000)
_FIELDS = (sheets.KIND, sheets.EVENT, sheets.DOCUMENT, sheets.DAY, sheets.QUANTITY, sheets.POINTS)


def read(sheet: Sheet, directory: Directory, listed: Iterable[str], findings: Findings) -> list[Event]:
    """The events of the sheet. If it has any row, units `listed` in sheet 指标 without one get an empty event."""
    kinds = {key(kind.kind): kind for kind in directory.form.event_kinds}
    events: list[Event] = []
    named: set[str] = set()
    seen = Seen(findings)
    for record in records.read(sheet, sheets.EVENTS, directory, findings):
        named.add(record.unit.unit_id)
        event = _event(record, kinds) if record.is_filled(*_FIELDS) else None
        if event and _is_new(event, seen, record):
            events.append(event)
    with_events = {event.unit_id for event in events}
    without = [unit_id for unit_id in dict.fromkeys([*listed, *named]) if named and unit_id not in with_events]
    return events + [Event(unit_id, None, "", "", None, 0, None, sheet.name, "") for unit_id in without]


def _is_new(event: Event, seen: Seen, record: Record) -> bool:
    whole = replace(event, cell="")
    return seen.is_new(whole, whole, event.sheet, event.cell, record.unit.name, event.event)


def _event(record: Record, kinds: Mapping[str, EventKindInfo]) -> Event | None:
    kind = _kind(record, kinds)
    event, document = record.word(sheets.EVENT), record.text(sheets.DOCUMENT)
    happened_on = record.day(sheets.DAY)
    quantity = record.count(sheets.QUANTITY)
    points = _points(record, kind)
    if kind and kind.effect == "bonus" and not event:
        record.refuse(sheets.EVENT, fault("A bonus needs its event (事项): each event counts once. Write what it was."))
    if kind is None or not record.is_sound:
        return None
    if kind.effect == "bonus" and not document:
        paperless = "{unit}: {kind} without a document number (文号) counts nothing."
        record.warn(sheets.DOCUMENT, fault(paperless, unit=record.unit.name, kind=kind.kind))
    times = 1 if quantity is None else quantity
    where = record.at(sheets.KIND)
    return Event(
        record.unit.unit_id, kind.kind, event, document, happened_on, times, points, record.table.sheet.name, where
    )


def _kind(record: Record, kinds: Mapping[str, EventKindInfo]) -> EventKindInfo | None:
    name = record.word(sheets.KIND)
    known = "、".join(kind.kind for kind in kinds.values())
    if not name:
        record.refuse(sheets.KIND, fault("The kind (类别) is missing. Known kinds: {known}.", known=known))
    elif key(name) not in kinds:
        unknown = "“{found}” is no kind of this scheme. Known kinds: {known}."
        record.refuse(sheets.KIND, fault(unknown, found=name[:40], known=known))
    return kinds.get(key(name))


def _points(record: Record, kind: EventKindInfo | None) -> Decimal | None:
    """The points of the row: required where the kind has none of its own, refused where it has."""
    cell = record.cell(sheets.POINTS)
    if kind is None:
        return None
    needs_points = kind.points is None and kind.effect in ("bonus", "penalty")
    if cell is None:
        if needs_points:
            record.refuse(
                sheets.POINTS, fault("{kind} needs its points (分值). Write a number from 0 on.", kind=kind.kind)
            )
        return None
    spelled = numerals.parse(cell.text) if cell.kind == "text" else (numerals.stored(cell.text), cell.is_percent)
    number = spelled[0] if spelled and not spelled[1] and cell.kind in ("text", "number") else None
    if number is None or not 0 <= number <= MOST_POINTS:
        wrong = "“{found}” is no number of points. Write a number from 0 to {most}; a deduction is positive too."
        record.refuse(sheets.POINTS, fault(wrong, found=shown(cell), most=MOST_POINTS))
        return None
    if kind.points is not None and number == kind.points:
        return None
    if not needs_points:
        own = "{kind} has its points from the scheme ({points}). Clear the cell."
        record.refuse(
            sheets.POINTS, fault(own, kind=kind.kind, points="—" if kind.points is None else f"{kind.points:f}")
        )
    return number.quantize(Decimal("0.0001"))
