"""Ranks and tiers inside one type and period (domain.md section 5): gates, quotas, ties at borders, vetoes, 审定."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from tests.oracle.county import County
from tests.oracle.reference_rows import Scheme, Tier


@dataclass(slots=True, kw_only=True)
class Entry:
    """A unit of a period before and after ranking; tie-break values are those of the period."""

    unit_id: str
    unit_type: str
    base: Fraction | None = None
    bonus: Fraction | None = None
    penalty: Fraction | None = None
    score: Decimal | None = None
    is_ranked: bool = False
    quarter_end_base: Fraction | None = None
    is_provisional: bool = False
    vetoes: int = 0
    veto_ceilings: list[str]
    trunk: Decimal | None = None
    largest: Decimal | None = None
    rank: int | None = None
    ceiling: str | None = None
    computed_tier: str | None = None
    is_straddling: bool = False


def tiers_of(county: County, scheme: Scheme, unit_type: str) -> list[Tier]:
    rows = [row for row in county.tier if row.scheme_id == scheme.scheme_id]
    own = [row for row in rows if row.unit_type == unit_type] or [row for row in rows if row.unit_type == "*"]
    return sorted(own, key=lambda row: row.tier_order)


def highest_first(value: Decimal | None) -> tuple[bool, Decimal]:
    """Sorts better before worse, and nothing last."""
    return (value is None, -(value or Decimal(0)))


def rank_key(entry: Entry, scheme: Scheme) -> tuple[object, ...]:
    breaks: dict[str, object] = {
        "fewer_vetoes": entry.vetoes,
        "trunk": highest_first(entry.trunk),
        "largest": highest_first(entry.largest),
    }
    enabled = [name for name in (scheme.tie_break_1, scheme.tie_break_2, scheme.tie_break_3) if name]
    return (highest_first(entry.score), *(breaks[name] for name in enabled))


def rounded_places(places: Fraction, mode: str) -> int:
    return {"floor": floor(places), "ceil": ceil(places), "round": floor(places + Fraction(1, 2))}[mode]


def borders(tiers: list[Tier], scheme: Scheme, count: int) -> list[int | None]:
    """The last place of every tier with a quota; None for the rest."""
    found: list[int | None] = []
    taken = 0
    for tier in tiers:
        if tier.quota is None:
            found.append(None)
            continue
        places = rounded_places(Fraction(tier.quota) * count, scheme.quota_rounding)
        is_first = all(border is None for border in found)
        if is_first and count >= scheme.min_group_for_quota:
            places = max(places, scheme.min_first_places)
        taken += places
        found.append(taken)
    return found


def rank_and_tier(county: County, scheme: Scheme, entries: list[Entry], is_tiered: bool) -> None:
    """Fill rank, ceiling, tier and straddling flag of all units of one type in one period."""
    tiers = tiers_of(county, scheme, entries[0].unit_type) if entries else []
    order = {tier.tier: position for position, tier in enumerate(tiers)}
    for entry in entries:
        entry.ceiling = max(entry.veto_ceilings, key=lambda name: order[name], default=None)
    ranked = [entry for entry in entries if entry.is_ranked]
    keys = {entry.unit_id: rank_key(entry, scheme) for entry in ranked}
    for entry in ranked:
        entry.rank = 1 + sum(other < keys[entry.unit_id] for other in keys.values())
    if not is_tiered:
        return
    limits = {entry.unit_id: order[entry.ceiling] if entry.ceiling else 0 for entry in entries}
    for entry in ranked:
        at = _by_place(entry, ranked, limits, tiers, scheme)
        while tiers[at].gate is not None and (entry.score or Decimal(0)) < tiers[at].gate and at < len(tiers) - 1:
            at += 1
        entry.computed_tier = tiers[max(at, limits[entry.unit_id])].tier


def _by_place(entry: Entry, ranked: list[Entry], limits: dict[str, int], tiers: list[Tier], scheme: Scheme) -> int:
    """The tier that the unit's place gives it, before gates and its own ceiling."""
    if len(ranked) < scheme.min_group_for_quota:
        return 0
    for position, border in enumerate(borders(tiers, scheme, len(ranked))):
        if scheme.veto_passes_on and limits[entry.unit_id] > position:
            continue
        if border is None:
            return position
        rivals = [other for other in ranked if not scheme.veto_passes_on or limits[other.unit_id] <= position]
        first = 1 + sum((other.rank or 0) < (entry.rank or 0) for other in rivals)
        last = sum((other.rank or 0) <= (entry.rank or 0) for other in rivals)
        if first > border:
            continue
        if last <= border:
            return position
        entry.is_straddling = True
        goes_up = (scheme.tie_first_goes_up and first == 1) or last - border <= scheme.tie_max_overshoot
        return position if goes_up else min(position + 1, len(tiers) - 1)
    return len(tiers) - 1
