"""The oracle: a county's rows in, every cell, score, rank, tier and change out, on exact fractions."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tests.oracle.calendar_months import add_months, month_index, quarter_start, year_start
from tests.oracle.county import County
from tests.oracle.current_facts import CurrentFacts
from tests.oracle.reference_rows import Scheme
from tests.oracle.score_cells import Cell, CellKey, score_cells
from tests.oracle.score_changes import Change, Standing, change, previous_start
from tests.oracle.score_months import MonthScorer, UnitMonth
from tests.oracle.score_periods import month_entry, months_by_unit, quarter_entry, year_entry
from tests.oracle.score_ranks import Entry, rank_and_tier, tiers_of
from tests.oracle.score_rules import counting_members, has_period, scheme_of

PeriodKey = tuple[str, date, str]
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodResult:
    """A unit in a period. base: of the month, or of the year before bonus and deductions; none for a quarter."""

    unit_type: str
    scheme_id: str
    base: Fraction | None
    bonus: Fraction | None
    penalty: Fraction | None
    score: Decimal | None
    is_ranked: bool
    rank: int | None
    unit_count: int
    computed_tier: str | None
    final_tier: str | None
    is_straddling: bool
    is_provisional: bool
    ceiling: str | None
    is_partial: bool
    quarter_end_base: Fraction | None


@dataclass(slots=True)
class Scored:
    cells: dict[CellKey, Cell] = field(default_factory=dict)
    results: dict[PeriodKey, PeriodResult] = field(default_factory=dict)
    changes: dict[PeriodKey, Change] = field(default_factory=dict)


def score(county: County) -> Scored:
    """Score every loaded month, and every quarter and year with a loaded month."""
    return Scorer(county).run()


def has_tiers(scheme: Scheme, kind: str, first: date) -> bool:
    """Whether a period gets tiers: a month or quarter whose last month is not before the first tiered one."""
    last_month = add_months(first, MONTHS_IN[kind] - 1)
    start = scheme.year_start_month
    first_tiered = month_index(date(first.year, scheme.first_tier_month, 1), start)
    return kind == "year" or month_index(last_month, start) >= first_tiered


class Scorer:
    def __init__(self, county: County) -> None:
        self.county = county
        self.facts = CurrentFacts(county)
        self.months = sorted(month for month in self.facts.loaded_months if has_period(county, month))
        self.cells: list[Cell] = []
        self.unit_months: list[UnitMonth] = []
        self.scored = Scored()
        self.tiered_periods: set[tuple[str, date]] = set()

    def run(self) -> Scored:
        for month in self.months:
            self._score_month(month)
        for kind in MONTHS_IN:
            for first, as_of in sorted(self._periods(kind).items()):
                self._score_period(kind, first, as_of)
        self._compare()
        return self.scored

    def _scheme(self, month: date) -> Scheme:
        scheme = scheme_of(self.county, month)
        assert scheme is not None
        return scheme

    def _score_month(self, month: date) -> None:
        scheme = self._scheme(month)
        cells = score_cells(self.county, self.facts, scheme, month, self.cells)
        self.scored.cells |= {(month, cell.unit_id, cell.indicator_id): cell for cell in cells}
        members = counting_members(self.county, month, scheme.join_day)
        scorer = MonthScorer(self.county, self.facts, scheme, month)
        self.unit_months += scorer.score(members, cells, self.unit_months)
        self.cells += cells

    def _periods(self, kind: str) -> dict[date, date]:
        """Start of every period of the kind -> its last loaded month."""
        found: dict[date, date] = {}
        for month in self.months:
            start = self._scheme(month).year_start_month
            first = {"month": month, "quarter": quarter_start(month, start), "year": year_start(month, start)}[kind]
            found[first] = month
        return found

    def _score_period(self, kind: str, first: date, as_of: date) -> None:
        scheme, last_month = self._scheme(as_of), add_months(first, MONTHS_IN[kind] - 1)
        is_tiered = has_tiers(scheme, kind, first)
        if is_tiered:
            self.tiered_periods.add((kind, first))
        entries = [
            self._entry(kind, scheme, months) for months in months_by_unit(self.unit_months, first, as_of).values()
        ]
        for unit_type in {entry.unit_type for entry in entries}:
            of_type = [entry for entry in entries if entry.unit_type == unit_type]
            rank_and_tier(self.county, scheme, of_type, is_tiered)
            for entry in of_type:
                key = (kind, first, entry.unit_id)
                self.scored.results[key] = self._result(key, scheme, entry, of_type, as_of < last_month)

    def _entry(self, kind: str, scheme: Scheme, months: list[UnitMonth]) -> Entry:
        if kind == "month":
            return month_entry(months[-1])
        if kind == "quarter":
            return quarter_entry(scheme, months)
        first, as_of = year_start(months[-1].month, scheme.year_start_month), months[-1].month
        cells = [cell for cell in self.cells if cell.unit_id == months[-1].unit_id and first <= cell.month <= as_of]
        return year_entry(self.county, scheme, months, cells)

    def _result(
        self, key: PeriodKey, scheme: Scheme, entry: Entry, of_type: list[Entry], is_partial: bool
    ) -> PeriodResult:
        is_tiered = key[:2] in self.tiered_periods
        decided = self.facts.decision(*key) if is_tiered else None
        return PeriodResult(
            unit_type=entry.unit_type,
            scheme_id=scheme.scheme_id,
            base=entry.base,
            bonus=entry.bonus,
            penalty=entry.penalty,
            score=entry.score,
            is_ranked=entry.is_ranked,
            rank=entry.rank,
            unit_count=sum(other.is_ranked for other in of_type),
            computed_tier=entry.computed_tier,
            final_tier=decided or entry.computed_tier,
            is_straddling=entry.is_straddling,
            is_provisional=any(other.is_provisional for other in of_type),
            ceiling=entry.ceiling,
            is_partial=is_partial,
            quarter_end_base=entry.quarter_end_base,
        )

    def _standing(self, key: PeriodKey) -> Standing | None:
        result = self.scored.results.get(key)
        if result is None:
            return None
        tiers = tiers_of(self.county, self._scheme_by_id(result.scheme_id), result.unit_type)
        order = {tier.tier: tier.tier_order for tier in tiers}
        return Standing(result.unit_type, result.rank, order.get(result.final_tier or ""))

    def _scheme_by_id(self, scheme_id: str) -> Scheme:
        return next(scheme for scheme in self.county.scheme if scheme.scheme_id == scheme_id)

    def _compare(self) -> None:
        seen = {key[:2] for key in self.scored.results}
        first_tiered = {
            kind: min((first for of, first in seen & self.tiered_periods if of == kind), default=date.max)
            for kind in MONTHS_IN
        }
        for key, row in self.scored.results.items():
            kind, start, unit_id = key
            before = previous_start(self.county, kind, start)
            was_tiered = has_tiers(self._scheme_by_id(row.scheme_id), kind, before)
            is_first = start <= first_tiered[kind] or not was_tiered
            now = self._standing(key)
            assert now is not None
            standing_before = self._standing((kind, before, unit_id))
            self.scored.changes[key] = change(now, standing_before, is_first, (kind, before) in seen)
