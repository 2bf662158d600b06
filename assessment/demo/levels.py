"""How well a unit does: one latent level a unit and month, from which all its numbers come.

The level is the share of full marks an average indicator reaches. Units keep their order within a type for a while and
drift over half-years, so that some improve and some slide; each type has its own mean and spread.
"""

import math
from dataclasses import dataclass
from datetime import date
from functools import cache
from statistics import NormalDist

from assessment.demo.membership import memberships
from assessment.demo.noise import normal
from assessment.demo.tables import units

PERSISTENCE = 0.85


@dataclass(frozen=True)
class Spread:
    """A type's mean level and how far its better and its weaker half lie from it."""

    mean: float
    up: float
    down: float


SPREADS = {
    "A": Spread(0.905, 0.070, 0.105),
    "B1": Spread(0.915, 0.055, 0.085),
    "B2": Spread(0.900, 0.070, 0.095),
    "C1": Spread(0.915, 0.055, 0.100),
    "C2": Spread(0.890, 0.075, 0.105),
    "D": Spread(0.920, 0.055, 0.080),
    "E": Spread(0.905, 0.070, 0.115),
}
GROUPS = {"J": "economy", "Z": "economy", "S": "people", "N": "people", "G": "work", "Y": "work", "D": "party"}
GROUP_SPREAD = 0.03
MONTH_SPREAD = 0.012


def level(unit_id: str, unit_type: str, month: date) -> float:
    """The level of a unit in a month."""
    half_years = (month.year - 2023) * 2 + (month.month - 1) / 6
    before, part = int(half_years), half_years % 1
    standing = (1 - part) * _standing(unit_id, unit_type, before) + part * _standing(unit_id, unit_type, before + 1)
    spread = SPREADS[unit_type]
    reach = spread.up if standing > 0 else spread.down
    return spread.mean + reach * standing + MONTH_SPREAD * normal("month", unit_id, month)


def group_effect(unit_id: str, indicator_id: str, year: int) -> float:
    """What a unit is better or worse at: a town with an industrial park does well in revenue and in output alike."""
    group = GROUPS.get(indicator_id[0], "appraisal")
    own = GROUP_SPREAD * (0.8 * normal("group", unit_id, group) + 0.6 * normal("group", unit_id, group, year))
    return own + (0.03 if units()[unit_id].has_park and group == "economy" else 0.0)


@cache
def _standing(unit_id: str, unit_type: str, half_year: int) -> float:
    return _standings(unit_type, half_year)[unit_id]


@cache
def _standings(unit_type: str, half_year: int) -> dict[str, float]:
    """Normal scores of a type's units by the rank of their drifting draws: every type fills its whole range."""
    peers = sorted({unit_id for unit_id, own_type, _, _ in memberships() if own_type == unit_type})
    order = sorted(peers, key=lambda unit_id: _draw(unit_id, half_year))
    normal_curve = NormalDist()
    return {unit_id: normal_curve.inv_cdf((place + 0.5) / len(order)) for place, unit_id in enumerate(order)}


@cache
def _draw(unit_id: str, half_year: int) -> float:
    if half_year == 0:
        return normal("draw", unit_id, 0)
    fresh = math.sqrt(1 - PERSISTENCE**2) * normal("draw", unit_id, half_year)
    return PERSISTENCE * _draw(unit_id, half_year - 1) + fresh
