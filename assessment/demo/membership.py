"""Which unit is in which type when, and which indicators it is not assessed on."""

from datetime import date
from functools import cache

from assessment.demo.calendar import has_module, month_end, scheme_of
from assessment.demo.tables import Weight, indicators, units, weights

MOVED = "U039"
"""现代农业产业园管理服务中心: a C2 unit until it moved to B2 on 1 April 2026."""
MOVED_ON = date(2026, 4, 1)
JOINED = "U040"
"""低空经济产业园服务中心: set up on 6 May 2026."""
JOINED_ON = date(2026, 5, 6)

ONLY = {
    "J06": {"U016", "U019", "U020", "U021", "U023", "U024"},
    "S01": {"U057", "U058", "U059", "U060", "U062", "U039"},
    "S03": {"U057", "U059", "U060", "U069", "U068"},
    "S15": {"U042", "U045", "U052"},
    "S17": {"U041"},
    "S18": {"U042", "U050"},
    "J24": {"U057", "U058", "U059", "U060", "U061", "U086", "U087", "U088", "U089", "U090"},
    "S19": {"U057", "U058", "U060", "U065", "U068", "U069", "U039"},
}
"""Indicators that only some units of a type answer for (outside types A and B2); the others are 不适用."""
_EVERYWHERE = {"A", "B2"}


@cache
def memberships() -> list[tuple[str, str, date, date | None]]:
    """Unit, type, first and last day."""
    since = date(2023, 1, 1)
    found: list[tuple[str, str, date, date | None]] = []
    for unit in units().values():
        if unit.unit_id == MOVED:
            found.append((MOVED, "C2", since, date(2026, 3, 31)))
        start = {MOVED: MOVED_ON, JOINED: JOINED_ON}.get(unit.unit_id, since)
        found.append((unit.unit_id, unit.unit_type, start, None))
    return found


@cache
def members(month: date) -> dict[str, str]:
    """The type of every unit that counts in a month."""
    last = month_end(month)
    return {
        unit_id: unit_type
        for unit_id, unit_type, start, end in memberships()
        if start <= last and (end is None or end >= last) and (start.day <= 15 or start.replace(day=1) < month)
    }


def joined_index(unit_id: str, month: date) -> int:
    """The month of the year from which a unit's targets count: 1 unless it joined in the year."""
    return JOINED_ON.month if unit_id == JOINED and month.year == JOINED_ON.year else 1


def is_off(unit_id: str, unit_type: str, indicator_id: str) -> bool:
    """Whether an indicator of its type is not assigned to a unit."""
    only = ONLY.get(indicator_id)
    return only is not None and unit_type not in _EVERYWHERE and unit_id not in only


@cache
def assigned(unit_id: str, month: date) -> dict[str, Weight]:
    """What a unit is assessed on in a month, by indicator."""
    unit_type, scheme = members(month)[unit_id], scheme_of(month)
    found = {code: weights().get((scheme, unit_type, code)) for code in indicators()}
    return {
        code: weight
        for code, weight in found.items()
        if weight and has_module(weight.module_id, month) and not is_off(unit_id, unit_type, code)
    }
