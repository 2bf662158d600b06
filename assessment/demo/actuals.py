"""The numbers of sheet 指标: from the share of full marks that a unit should reach back to the value that earns it."""

from collections.abc import Callable
from datetime import date
from functools import cache

from assessment.demo.calendar import ALL_MONTHS, plan_share
from assessment.demo.cells import WRITTEN, Cell
from assessment.demo.levels import group_effect, level
from assessment.demo.membership import assigned, joined_index, members
from assessment.demo.noise import normal, uniform
from assessment.demo.stories import shift
from assessment.demo.tables import Indicator, Weight, indicators
from assessment.demo.targets import target

Place = tuple[str, str]
"""A unit and an indicator."""

QUIET = {"S06": 0.08, "S09": 0.02, "S10": 0.02, "S12": 0.10, "J24": 0.06, "Z04": 0.05, "N01": 0.10, "Y04": 0.05}
"""How often nothing happened to measure (无), by indicator."""
SEASON = {"S02": (5.0, 4.5, 3.0, 1.0, 0.0, -1.0, -1.5, -1.5, -1.0, 0.0, 1.0, 1.5)}
"""What the time of the year adds to a value: winter air is worse."""
NO_PROPOSALS_BEFORE = 6


def is_due(indicator: Indicator, month: date, unit_id: str) -> bool:
    """Whether sheet 指标 asks for the indicator in a month."""
    on_the_day = {"monthly": True, "quarterly": month.month % 3 == 0, "annual": month.month == 12}[indicator.frequency]
    planned = plan_share(indicator.indicator_id, month.month, joined_index(unit_id, month)) > 0
    return on_the_day and (planned or not needs_plan(indicator))


def needs_plan(indicator: Indicator) -> bool:
    """Whether the indicator is measured against the plan of the year."""
    return indicator.function in ("completion", "blend") or indicator.is_by_plan


@cache
def months() -> dict[date, dict[Place, Cell]]:
    """Every month's cells."""
    found: dict[date, dict[Place, Cell]] = {}
    reached: dict[tuple[int, str, str], float] = {}
    for month in ALL_MONTHS:
        cells: dict[Place, Cell] = {}
        for unit_id, unit_type in members(month).items():
            for code, weight in assigned(unit_id, month).items():
                indicator = indicators()[code]
                if indicator.function in ("graded", "milestone") or not is_due(indicator, month, unit_id):
                    continue
                before = reached.get((month.year, unit_id, code), 0.0)
                cell = _cell(unit_id, unit_type, indicator, weight, month, before)
                if isinstance(cell, float) and indicator.basis == "cumulative":
                    reached[month.year, unit_id, code] = cell
                cells[unit_id, code] = cell
        found[month] = cells
    return found


def share(unit_id: str, unit_type: str, indicator: Indicator, month: date) -> float:
    """The share of full marks a unit should reach on an indicator; above 1 for more than planned."""
    code = indicator.indicator_id
    steady = normal("steady", unit_id, code, month.year)
    passing = normal("passing", unit_id, code, month)
    if indicator.basis == "cumulative":
        passing *= min(1.0, 3 / month.month)
    chance = indicator.noise * (0.8 * steady + 0.5 * passing)
    return (
        level(unit_id, unit_type, month)
        + group_effect(unit_id, code, month.year)
        + indicator.ease
        + chance
        + shift(unit_id, unit_type, code, month)
    )


def _cell(unit_id: str, unit_type: str, indicator: Indicator, weight: Weight, month: date, before: float) -> Cell:
    written = WRITTEN.get((month, unit_id, indicator.indicator_id))
    if written is not None:
        return written
    if uniform("quiet", unit_id, indicator.indicator_id, month) < QUIET.get(indicator.indicator_id, 0.0):
        return "无"
    if indicator.indicator_id == "J23" and month.month < NO_PROPOSALS_BEFORE:
        return "无"
    goal = target(unit_id, unit_type, indicator.indicator_id, month)
    ask = Ask(indicator, weight.weight, month, goal, plan_share_of(unit_id, indicator, month))
    value = VALUES[indicator.function](share(unit_id, unit_type, indicator, month), ask)
    value += SEASON.get(indicator.indicator_id, (0.0,) * 12)[month.month - 1]
    if indicator.basis == "cumulative" and indicator.row["value_kind"] in ("amount", "count", "progress"):
        value = max(value, before)
    return round(min(value, indicator.max_value), indicator.decimals)


def plan_share_of(unit_id: str, indicator: Indicator, month: date) -> float:
    """P(m) of a unit's indicator."""
    return plan_share(indicator.indicator_id, month.month, joined_index(unit_id, month))


class Ask:
    """What an indicator asks for in a month: its target, weight and planned share."""

    def __init__(self, indicator: Indicator, weight: int, month: date, goal: float | None, planned: float) -> None:
        self.indicator, self.weight, self.month = indicator, weight, month
        self.goal, self.planned = goal or 0.0, planned


def _completion(share: float, ask: Ask) -> float:
    rate = share if share <= 1 else 1 + 1.7 * (share - 1)
    return max(0.0, rate) * ask.goal * ask.planned


def _growth_gap(share: float, ask: Ask) -> float:
    return ask.goal + (40 * (share - 1) if share > 1 else 30 * (share - 1))


def _standard_line(share: float, ask: Ask) -> float:
    line = ask.indicator.line * (ask.planned if ask.indicator.is_by_plan else 1)
    return max(0.0, line + (20 * (share - 1) if share > 1 else (share - 1) / ask.indicator.slope))


def _efficacy(share: float, ask: Ask) -> float:
    good, bad = ask.indicator.good_value, ask.indicator.bad_value
    return bad + (good - bad) * (share - 0.6) / 0.4


def _deduct(share: float, ask: Ask) -> float:
    cases = max(0.0, (1 - share) * ask.weight / ask.indicator.per_case)
    return float(int(cases * (ask.planned if ask.indicator.basis == "cumulative" else 1) + 0.4))


VALUES: dict[str, Callable[[float, Ask], float]] = {
    "completion": _completion,
    "blend": _completion,
    "growth_gap": _growth_gap,
    "standard_line": _standard_line,
    "efficacy_fixed": _efficacy,
    "deduct": _deduct,
}
