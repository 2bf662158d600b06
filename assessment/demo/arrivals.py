"""On which day each department's tables of a month came in: most before they are due, some late.

A department that is a unit of the county is late where the month says so of it (月报迟报, Y01), so that what the record
knows and what is reported mostly agree.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from assessment.demo.actuals import months
from assessment.demo.calendar import MONTHS, month_end
from assessment.demo.noise import uniform, uniforms
from assessment.demo.stories import month
from assessment.demo.tables import Indicator, indicators, units

REPORTED = "Y01"
"""月报迟报: how often a unit handed in late."""
OFTEN_LATE = 0.05
"""How often a department that is no unit is late."""
LATE_FOR_SURE = {(month("2025-09"), "统计局"): 3, (month("2026-06"), "财政局"): 2}
"""Departments with a unit's row missing (`cells.py`): their tables come after the due day, so that the row is late."""


def rows() -> Iterator[dict[str, object]]:
    """One row a month, department and due day."""
    tables = sorted({(one.row["source"], int(one.row["due_day"])) for one in indicators().values()}, key=_place)
    for at in MONTHS:
        for source, due_day in tables:
            row: dict[str, object] = {"month": f"{at:%Y-%m}", "source": source, "due_day": due_day}
            yield row | {"received_on": _came(at, source, due_day)}


def _place(table: tuple[str, int]) -> tuple[int, int]:
    """Departments in the order of their indicators."""
    found: list[Indicator] = list(indicators().values())
    return next(place for place, one in enumerate(found) if one.row["source"] == table[0]), table[1]


def _came(at: date, source: str, due_day: int) -> date:
    due_on = month_end(at) + timedelta(days=due_day)
    if sure := LATE_FOR_SURE.get((at, source)):
        return due_on + timedelta(days=sure)
    early, late, _, _ = uniforms("arrival", source, due_day, at)
    if _is_late(at, source):
        return due_on + timedelta(days=1 + int(5 * late**2))
    return due_on - timedelta(days=int(4 * early))


def _is_late(at: date, source: str) -> bool:
    unit_id = next((unit.unit_id for unit in units().values() if source in (unit.name, *unit.aliases)), None)
    if unit_id is None:
        return uniform("late", source, at) < OFTEN_LATE
    reported = months()[at].get((unit_id, REPORTED), 0)
    return not isinstance(reported, str) and reported > 0
