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


ECONOMY = ("J01", "J03", "J04", "J05", "J06", "J08", "J09", "Z01", "Z02")
SHIFTS = [
    # 招商到位资金 lags in almost every town and platform; 向上争取资金 runs far ahead of plan.
    Shift("A", ("J08",), month("2026-02"), month("2026-08"), -0.22),
    Shift("B2", ("J08",), month("2026-02"), month("2026-08"), -0.15),
    Shift("A", ("Z01",), month("2026-02"), month("2026-08"), 0.20),
    Shift("B2", ("Z01",), month("2026-02"), month("2026-08"), 0.14),
    # 沙河沿乡 is last at the turn of the year and among the first by June, through investment and projects.
    Shift("U014", (), month("2025-10"), month("2026-02"), -0.15, 2),
    Shift("U014", (), month("2026-03"), month("2026-03"), -0.08),
    Shift("U014", (), month("2026-04"), month("2026-04"), -0.04),
    Shift("U014", ECONOMY, month("2026-02"), month("2026-08"), 0.37, 5),
    Shift("U014", (), month("2026-05"), month("2026-08"), 0.05, 2),
    # 河库管理服务中心 is 较差 most months from winter to June and comes out of it in July.
    Shift("U069", (), month("2025-10"), month("2026-06"), -0.12),
    # 县直机关工作委员会 slides from 优秀 over half a year: tasks on the chart and replies to supervision.
    Shift("U078", ("G01", "G02", "D06", "J21"), month("2026-01"), month("2026-08"), -0.15, 6),
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
