"""Months, quarters and years as entries to be ranked: 月小评, 季小结, 年汇总 (domain.md section 5)."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tests.oracle.county import County
from tests.oracle.reference_rows import Scheme
from tests.oracle.rounding import mean, round2
from tests.oracle.score_cells import Cell
from tests.oracle.score_months import Honour, UnitMonth, capped, largest_points, trunk_points, weighted
from tests.oracle.score_ranks import Entry

MEASURED = ("VALUE", "ZERO", "LATE", "REJECTED")
ZERO = Fraction(0)


def month_entry(unit_month: UnitMonth) -> Entry:
    return Entry(
        unit_id=unit_month.unit_id,
        unit_type=unit_month.unit_type,
        base=unit_month.base,
        bonus=unit_month.bonus,
        penalty=unit_month.penalty,
        score=unit_month.score,
        is_ranked=unit_month.is_ranked,
        is_provisional=unit_month.is_provisional,
        vetoes=len(unit_month.veto_ceilings),
        veto_ceilings=unit_month.veto_ceilings,
        trunk=unit_month.trunk,
        largest=unit_month.largest,
    )


def mean2(values: list[Decimal | None]) -> Decimal | None:
    average = mean([Fraction(value) for value in values if value is not None])
    return None if average is None else round2(average)


def quarter_entry(scheme: Scheme, months: list[UnitMonth]) -> Entry:
    """`months`: those of the quarter in which the unit counted, oldest first; the last one is the as-of month."""
    scored = [unit_month for unit_month in months if unit_month.score is not None]
    last = months[-1]
    ceilings = [ceiling for unit_month in months for ceiling in unit_month.veto_ceilings]
    return Entry(
        unit_id=last.unit_id,
        unit_type=last.unit_type,
        score=mean2([unit_month.score for unit_month in scored]),
        is_ranked=bool(scored) and len(scored) >= scheme.min_quarter_months,
        quarter_end_base=last.base,
        is_provisional=any(unit_month.is_provisional for unit_month in months),
        vetoes=len(ceilings),
        veto_ceilings=ceilings,
        trunk=mean2([unit_month.trunk for unit_month in scored]),
        largest=mean2([unit_month.largest for unit_month in scored]),
    )


def year_share(cell: Cell, cells_of_year: list[Cell]) -> Fraction | None:
    """The share that an indicator brings to base_year, by its basis; `cells_of_year` oldest first."""
    basis = cell.unit_rule.indicator.basis
    if basis == "point":
        shares = [other.share for other in cells_of_year if other.share is not None]
        return shares[-1] if shares else None
    if basis == "monthly":
        return mean(
            [other.own_share for other in cells_of_year if other.own_state in MEASURED and other.own_share is not None]
        )
    return cell.share


def year_bonus(county: County, scheme: Scheme, months: list[UnitMonth]) -> Fraction:
    best: dict[str, Honour] = {}
    for unit_month in months:
        for name, honour in unit_month.honours.items():
            if name not in best or honour.points > best[name].points:
                best[name] = honour
    by_rank = sum((unit_month.rank_bonus for unit_month in months), ZERO)
    return min(capped(county, scheme, list(best.values())) + by_rank, Fraction(scheme.bonus_cap))


def year_entry(county: County, scheme: Scheme, months: list[UnitMonth], cells: list[Cell]) -> Entry:
    """`months` and `cells`: the unit's of the year, oldest first; the last month is the as-of month."""
    last = months[-1]
    of_indicator: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        of_indicator[cell.indicator_id].append(cell)
    shares = [(cell, year_share(cell, of_indicator[cell.indicator_id])) for cell in cells if cell.month == last.month]
    base_year = weighted([(cell.weight, share) for cell, share in shares])
    monthly = mean([item.base for item in months if item.is_tiered and item.base is not None])
    alpha, base = Fraction(scheme.alpha), None
    if base_year is not None and monthly is not None:
        base = alpha * monthly + (1 - alpha) * base_year
    bonus, penalty = year_bonus(county, scheme, months), sum((item.penalty for item in months), ZERO)
    ceilings = [ceiling for item in months for ceiling in item.veto_ceilings]
    enough = sum(item.base is not None for item in months) >= scheme.min_year_months
    return Entry(
        unit_id=last.unit_id,
        unit_type=last.unit_type,
        base=base,
        bonus=bonus,
        penalty=penalty,
        score=None if base is None else round2(max(ZERO, base + bonus - penalty)),
        is_ranked=base is not None and enough,
        is_provisional=last.is_provisional,
        vetoes=len(ceilings),
        veto_ceilings=ceilings,
        trunk=trunk_points(shares),
        largest=largest_points(shares),
    )


def months_by_unit(months: list[UnitMonth], first: date, as_of: date) -> dict[str, list[UnitMonth]]:
    """Units of the as-of month with all their months of the period, oldest first."""
    found: dict[str, list[UnitMonth]] = defaultdict(list)
    for unit_month in sorted(months, key=lambda item: item.month):
        if first <= unit_month.month <= as_of:
            found[unit_month.unit_id].append(unit_month)
    return {unit_id: items for unit_id, items in found.items() if items[-1].month == as_of}
