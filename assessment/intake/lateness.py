"""What the record of arrivals would add to reported lateness, as a workbook to be handed in like any other."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from assessment.store import Store
from assessment.template import EventRow, LateValue, lateness_workbook

LATE, MISSING = "收表记录认定迟报", "收表记录认定缺报"
"""The events' own words; the file is Chinese in both languages, as the month's template is. No brackets: intake writes
full-width ones narrow, and the words must be known again."""


def lateness_rows(store: Store, month: date, proposals: Iterable[Any]) -> bytes:
    """The workbook for rows of `submission_proposals` that add something.

    A unit's events of a month are replaced as a whole when a file speaks of it: those already reported go along.
    """
    adding = [row for row in proposals if row.more_value + row.more_late + row.more_missing > 0]
    values = [
        LateValue(row.unit, row.indicator_id, row.late_count + row.missing_count) for row in adding if row.more_value
    ]
    names = {row.unit_id: row.unit for row in adding}
    known = [
        EventRow(names[unit_id], *event)
        for _, unit_id, *event in store.rows("form", "known_event", months=[month])
        if unit_id in names
    ]
    return lateness_workbook(month, values, _together([*known, *(event for row in adding for event in _added(row))]))


def _together(events: Iterable[EventRow]) -> list[EventRow]:
    """What an earlier file of this kind added grows; two rows that say the same would count once."""
    found: dict[tuple[str, str, str], EventRow] = {}
    others = []
    for event in events:
        place = (event.unit, event.kind, event.event)
        if event.event not in (LATE, MISSING):
            others.append(event)
        elif place in found:
            found[place] = replace(found[place], quantity=found[place].quantity + event.quantity)
        else:
            found[place] = event
    return [*others, *found.values()]


def _added(row: Any) -> list[EventRow]:
    found = []
    if row.more_late:
        found.append(EventRow(row.unit, row.late_kind, LATE, "", None, int(row.more_late), None))
    if row.more_missing:
        found.append(EventRow(row.unit, row.missing_kind, MISSING, "", None, int(row.more_missing), None))
    return found
