"""What changed against the previous period of the same kind, by calendar (domain.md section 5)."""

from dataclasses import dataclass
from datetime import date

from tests.oracle.calendar_months import add_months
from tests.oracle.county import County
from tests.oracle.score_rules import has_period


@dataclass(frozen=True, slots=True)
class Standing:
    """What a comparison needs of a unit in a period; `tier_order` is that of the 审定 tier, else the computed one."""

    unit_type: str
    rank: int | None
    tier_order: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """`rank_change` positive = up."""

    rank_change: int | None
    tier_shift: str


def previous_start(county: County, kind: str, start: date) -> date:
    """The start of the period before; January without a period of its own is passed over."""
    before = add_months(start, {"month": -1, "quarter": -3, "year": -12}[kind])
    if kind == "month" and before.month == 1 and not has_period(county, before):
        return add_months(before, -1)
    return before


def change(now: Standing, before: Standing | None, is_first: bool, is_seen_before: bool) -> Change:
    """What moved. `is_first`: the first tiered period, or the one after a period that by rule has no tiers;
    `is_seen_before`: the previous period was loaded and has units.
    """
    same_type = before is not None and before.unit_type == now.unit_type
    moved = None
    if before is not None and same_type and before.rank is not None and now.rank is not None:
        moved = before.rank - now.rank
    if now.tier_order is None:
        shift = "not_comparable"
    elif is_first:
        shift = "first"
    elif before is None:
        shift = "new" if is_seen_before else "not_comparable"
    elif not same_type or before.tier_order is None:
        shift = "not_comparable"
    elif before.tier_order == now.tier_order:
        shift = "unchanged"
    else:
        shift = "promoted" if now.tier_order < before.tier_order else "demoted"
    return Change(moved, shift)
