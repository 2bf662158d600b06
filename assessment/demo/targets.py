"""The annual targets: by the size of a unit, growing from year to year, some not set at all."""

import math
from datetime import date
from functools import cache

from assessment.demo.noise import normal
from assessment.demo.tables import TargetRange, target_ranges, units

NOT_SET = {"J13": {"U017", "U018", "U019", "U022", "U025", "U026", "U027", "U028"}}
"""本年未下达: a target of 0."""
WEAK_VILLAGES = {"U008": 2, "U011": 2, "U014": 2}
"""Towns with village branches to reorganise; the others have the target 0."""
ADJUSTED = {(date(2025, 7, 1), "U005", "J08"): 6400.0, (date(2025, 7, 1), "U010", "J08"): 4200.0}
"""目标调整: targets that sheet 目标 of a month replaces, from that month on."""


@cache
def target(unit_id: str, unit_type: str, indicator_id: str, month: date) -> float | None:
    """The target in force in a month; None for an indicator without targets."""
    adjusted = [
        value
        for (since, unit, indicator), value in ADJUSTED.items()
        if (unit, indicator) == (unit_id, indicator_id) and since.year == month.year and since <= month
    ]
    return adjusted[-1] if adjusted else annual_target(unit_id, unit_type, indicator_id, month.year)


@cache
def annual_target(unit_id: str, unit_type: str, indicator_id: str, year: int) -> float | None:
    """The target set at the start of a year."""
    scale = target_ranges().get((indicator_id, unit_type))
    if scale is None:
        return None
    if indicator_id == "D03":
        return float(WEAK_VILLAGES.get(unit_id, 0))
    if unit_id in NOT_SET.get(indicator_id, ()):
        return 0.0
    return _drawn(unit_id, indicator_id, scale, year)


def _drawn(unit_id: str, indicator_id: str, scale: TargetRange, year: int) -> float:
    size = min(1.0, max(0.0, units()[unit_id].size + 0.06 * normal("target", unit_id, indicator_id)))
    grown = (scale.low + (scale.high - scale.low) * math.pow(size, 1.4)) * math.pow(
        1 + scale.yearly_growth, year - 2023
    )
    return round(max(scale.step, round(grown / scale.step) * scale.step), 2)
