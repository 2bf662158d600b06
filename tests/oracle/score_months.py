"""A unit's month: base, bonus, deductions and S (domain.md section 5)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tests.oracle.calendar_months import month_index, year_start
from tests.oracle.county import County
from tests.oracle.current_facts import CurrentFacts
from tests.oracle.reference_rows import EventKind, Scheme
from tests.oracle.rounding import mean, round2
from tests.oracle.score_cells import Cell
from tests.oracle.score_rules import Member

ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Honour:
    """What one event is worth at its highest level."""

    points: Fraction
    bonus_group: str | None


@dataclass(slots=True, kw_only=True)
class UnitMonth:
    """`honours` are all documented events of the month, also those that had counted before."""

    month: date
    unit_id: str
    unit_type: str
    base: Fraction | None
    is_ranked: bool
    honours: dict[str, Honour]
    penalty: Fraction
    veto_ceilings: list[str]
    trunk: Decimal | None
    largest: Decimal | None
    is_provisional: bool
    is_tiered: bool
    rank_bonus: Fraction = ZERO
    bonus: Fraction = ZERO
    score: Decimal | None = None


def weighted(cells: list[tuple[Fraction, Fraction | None]]) -> Fraction | None:
    """100 x sum(W s) / sum(W) over the cells that have a share."""
    total = sum((weight for weight, share in cells if share is not None), ZERO)
    earned = sum((weight * share for weight, share in cells if share is not None), ZERO)
    return 100 * earned / total if total else None


def trunk_points(cells: list[tuple[Cell, Fraction | None]]) -> Decimal | None:
    value = weighted([(cell.weight, share) for cell, share in cells if cell.unit_rule.is_trunk])
    return None if value is None else round2(value)


def largest_points(cells: list[tuple[Cell, Fraction | None]]) -> Decimal | None:
    applicable = [(cell.weight, share) for cell, share in cells if share is not None]
    if not applicable:
        return None
    heaviest = max(weight for weight, _ in applicable)
    return round2(sum((weight * share for weight, share in applicable if weight == heaviest), ZERO))


def capped(county: County, scheme: Scheme, honours: list[Honour]) -> Fraction:
    """The sum of honours, each group under its own cap."""
    caps = {row.bonus_group: Fraction(row.cap) for row in county.bonus_group if row.scheme_id == scheme.scheme_id}
    groups: dict[str | None, Fraction] = defaultdict(Fraction)
    for honour in honours:
        groups[honour.bonus_group] += honour.points
    return sum((min(points, caps.get(group or "", points)) for group, points in groups.items()), ZERO)


class MonthScorer:
    """One month of the county under the scheme in force."""

    def __init__(self, county: County, facts: CurrentFacts, scheme: Scheme, month: date) -> None:
        self.county, self.facts, self.scheme, self.month = county, facts, scheme, month
        self.kinds = {row.kind: row for row in county.event_kind if row.scheme_id == scheme.scheme_id}
        lateness = {row.indicator_id for row in county.indicator if row.measures_lateness}
        self.types_that_measure_lateness = {
            row.unit_type
            for row in county.rule
            if (row.scenario_id, row.scheme_id) == (0, scheme.scheme_id) and row.indicator_id in lateness
        }

    def score(self, members: list[Member], cells: list[Cell], earlier: list[UnitMonth]) -> list[UnitMonth]:
        of_unit: dict[str, list[Cell]] = defaultdict(list)
        for cell in cells:
            of_unit[cell.unit_id].append(cell)
        months = [self._before_bonus(member, of_unit[member.unit_id]) for member in members]
        self._add_rank_bonus(months)
        since = year_start(self.month, self.scheme.year_start_month)
        for unit_month in months:
            counted = {
                name
                for before in earlier
                if before.unit_id == unit_month.unit_id and since <= before.month < self.month
                for name in before.honours
            }
            fresh = [honour for name, honour in unit_month.honours.items() if name not in counted]
            bonus = capped(self.county, self.scheme, fresh) + unit_month.rank_bonus
            unit_month.bonus = min(bonus, Fraction(self.scheme.bonus_cap))
            if unit_month.base is not None:
                unit_month.score = round2(max(ZERO, unit_month.base + unit_month.bonus - unit_month.penalty))
        return months

    def _before_bonus(self, member: Member, cells: list[Cell]) -> UnitMonth:
        applicable = sum((cell.weight for cell in cells if cell.share is not None), ZERO)
        due = sum((cell.weight for cell in cells if cell.is_due), ZERO)
        enough = applicable > 0 and applicable >= Fraction(self.scheme.min_applicable_share) * due
        shares = [(cell, cell.share) for cell in cells]
        start = self.scheme.year_start_month
        first_tiered = month_index(date(self.month.year, self.scheme.first_tier_month, 1), start)
        return UnitMonth(
            month=self.month,
            unit_id=member.unit_id,
            unit_type=member.unit_type,
            base=weighted([(cell.weight, cell.share) for cell in cells]),
            is_ranked=enough,
            honours=self._honours(member.unit_id),
            penalty=self._penalty(member),
            veto_ceilings=[
                kind.ceiling for kind, _ in self._events(member.unit_id, "veto") if kind.ceiling is not None
            ],
            trunk=trunk_points(shares),
            largest=largest_points(shares),
            is_provisional=any(cell.is_provisional for cell in cells),
            is_tiered=month_index(self.month, start) >= first_tiered,
        )

    def _events(self, unit_id: str, effect: str) -> list[tuple[EventKind, "EventRow"]]:
        found = []
        for row in self.facts.events(self.month, unit_id):
            kind = self.kinds[row.kind or ""]
            if kind.effect == effect and row.quantity > 0:
                points = row.points if row.points is not None else kind.points
                found.append((kind, EventRow(row.event, row.document, row.quantity, Fraction(points or 0))))
        return found

    def _honours(self, unit_id: str) -> dict[str, Honour]:
        best: dict[str, Honour] = {}
        for kind, row in self._events(unit_id, "bonus"):
            has_proof = bool(row.document) or not self.scheme.bonus_needs_document
            if has_proof and (row.event not in best or row.points > best[row.event].points):
                best[row.event] = Honour(row.points, kind.bonus_group)
        return best

    def _penalty(self, member: Member) -> Fraction:
        late = sum(row.quantity for _, row in self._events(member.unit_id, "late_table"))
        missing = sum(row.quantity for _, row in self._events(member.unit_id, "missing_table"))
        tables = late * Fraction(self.scheme.late_table_points) + missing * Fraction(self.scheme.missing_table_points)
        tables = min(tables, Fraction(self.scheme.table_penalty_cap))
        if member.unit_type in self.types_that_measure_lateness:
            tables = ZERO
        others = sum((row.quantity * row.points for _, row in self._events(member.unit_id, "penalty")), ZERO)
        return min(Fraction(self.scheme.penalty_cap), tables + others)

    def _add_rank_bonus(self, months: list[UnitMonth]) -> None:
        """The points of the places that units tied on base occupy are shared among them."""
        points = {row.place: Fraction(row.points) for row in self.county.rank_bonus if self._is_here(row.scheme_id)}
        ranked: dict[str, list[tuple[Decimal, UnitMonth]]] = defaultdict(list)
        for unit_month in months:
            if unit_month.is_ranked and unit_month.base is not None:
                ranked[unit_month.unit_type].append((round2(unit_month.base), unit_month))
        for group in ranked.values():
            for base, unit_month in group:
                better = sum(other > base for other, _ in group)
                tied = sum(other == base for other, _ in group)
                places = range(better + 1, better + tied + 1)
                unit_month.rank_bonus = mean([points.get(place, ZERO) for place in places]) or ZERO

    def _is_here(self, scheme_id: str) -> bool:
        return scheme_id == self.scheme.scheme_id


@dataclass(frozen=True, slots=True)
class EventRow:
    """What of an event enters a score."""

    event: str
    document: str
    quantity: int
    points: Fraction
