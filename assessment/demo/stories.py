"""What happens in the county beyond chance: the planted stories, as shifts of levels and as cells written by hand."""

from dataclasses import dataclass
from datetime import date
from functools import cache


@dataclass(frozen=True)
class Shift:
    """From `first` to `last` the share of full marks moves by `by` (reached after `months` months).

    `who` is a unit or a type; `what` are indicators, or none for all.
    """

    who: str
    what: tuple[str, ...]
    first: date
    last: date
    by: float
    months: int = 1


def month(text: str) -> date:
    """The first day of a month written as 2026-06."""
    return date.fromisoformat(f"{text}-01")


SHIFTS = [
    Shift("A", ("J08",), month("2026-02"), month("2026-08"), -0.22),
    Shift("A", ("Z01",), month("2026-02"), month("2026-08"), 0.18),
    Shift("B2", ("J08",), month("2026-02"), month("2026-08"), -0.15),
    Shift("U009", (), month("2026-01"), month("2026-08"), 0.30, 6),
]


def shift(unit_id: str, unit_type: str, indicator_id: str, at: date) -> float:
    """How far the stories move a unit's share of full marks of an indicator in a month."""
    return sum(
        one.by * min(1.0, ((at.year - one.first.year) * 12 + at.month - one.first.month + 1) / one.months)
        for one in _shifts(unit_id, unit_type)
        if one.first <= at <= one.last and (not one.what or indicator_id in one.what)
    )


@cache
def _shifts(unit_id: str, unit_type: str) -> list[Shift]:
    return [one for one in SHIFTS if one.who in (unit_id, unit_type)]
