"""Completion as shown, from domain.md section 5 alone: every cell's measure, lag and light, and how a type stands."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from statistics import median

from tests.oracle.calendar_months import year_start
from tests.oracle.county import County
from tests.oracle.current_facts import CurrentFacts
from tests.oracle.functions import Case, Formula, follows_plan, milestone, needed
from tests.oracle.reference_rows import Scheme
from tests.oracle.rounding import mean, round2, round_half_away
from tests.oracle.score import Scored, score
from tests.oracle.score_cells import Cell, CellKey
from tests.oracle.score_rules import counting_members, rules_for, scheme_of
from tests.oracle.score_states import MonthFacts, OwnCell

RELATIVE = ("minmax60", "rank_step", "rank_interval", "ratio_best")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows of a cell; lag in points of the annual target."""

    function: str
    as_of_month: date
    value: Fraction | None
    measure: Fraction | None
    annual_rate: Fraction | None
    is_on_plan: bool | None
    lag: Decimal | None
    light: str | None


@dataclass(frozen=True, slots=True)
class TypeShown:
    """A type's indicator: medians over units with a measure, lights and shares of the same units."""

    value_count: int
    goal_count: int
    on_plan_count: int
    late_count: int
    median_measure: Fraction | None
    median_lag: Decimal | None
    mean_share: Fraction | None
    light: str | None
    is_behind: bool | None


class Completion:
    """cells and types of a county, computed once."""

    def __init__(self, county: County) -> None:
        self.county, self.facts, self.scored = county, CurrentFacts(county), score(county)
        self.own: dict[CellKey, OwnCell] = {}
        self.plan_facts: dict[date, MonthFacts] = {}
        for month in {key[0] for key in self.scored.cells}:
            self._read(month)
        self.cells = {key: self._shown(key, cell) for key, cell in self.scored.cells.items()}
        self.types = self._types(self.scored)

    def _scheme(self, month: date) -> Scheme:
        scheme = scheme_of(self.county, month)
        assert scheme is not None
        return scheme

    def _read(self, month: date) -> None:
        scheme = self._scheme(month)
        facts = self.plan_facts[month] = MonthFacts(self.county, self.facts, scheme, month)
        for member in counting_members(self.county, month, scheme.join_day):
            for unit_rule in rules_for(self.county, scheme, month, member):
                key = (month, member.unit_id, unit_rule.indicator.indicator_id)
                self.own[key] = facts.own_cell(unit_rule, member)

    def _as_of(self, key: CellKey, cell: Cell) -> date:
        """The month whose value is shown: the last due one of the year for a carried cell."""
        if not cell.is_carried:
            return cell.month
        first = year_start(cell.month, self._scheme(cell.month).year_start_month)
        return max(
            month
            for (month, *rest), other in self.scored.cells.items()
            if tuple(rest) == key[1:]
            and first <= month < cell.month
            and other.own_state != "NOT_DUE"
            and other.unit_rule.signature == cell.unit_rule.signature
        )

    def _shown(self, key: CellKey, cell: Cell) -> Shown:
        as_of = self._as_of(key, cell)
        own = self.own[as_of, key[1], key[2]]
        rule = own.unit_rule
        function = "completion" if rule.uses("completion") else rule.formulas[0].function
        if not own.is_scored:
            return Shown(function, as_of, None, None, None, None, None, None)
        if function == "completion":
            return self._against_plan(own, as_of, self._scheme(cell.month))
        measure, is_on_plan = self._against_goal(own, rule.formulas[0], self.scored.cells[as_of, key[1], key[2]])
        return Shown(function, as_of, own.value, measure, None, is_on_plan, None, None)

    def _against_plan(self, own: OwnCell, as_of: date, scheme: Scheme) -> Shown:
        x, target, plan = own.value, own.target, own.plan
        if x is None or not target or not plan:
            return Shown("completion", as_of, x, None, None, None, None, None)
        annual, rate = x / target, x / (target * plan)
        lag = round2(100 * (plan - annual))
        return Shown("completion", as_of, x, rate, annual, round2(100 * rate) >= 100, lag, light(lag, plan, x, scheme))

    def _against_goal(self, own: OwnCell, formula: Formula, cell: Cell) -> tuple[Fraction | None, bool | None]:
        function, x, sign = formula.function, own.value, -1 if own.unit_rule.indicator.direction == "lower" else 1
        if function == "graded":
            return cell.own_share, None
        if function == "milestone":
            steps = self.plan_facts[own.month].milestones(own.unit_rule, own.member)
            on_time = [step for step in steps if milestone(formula, Case(milestones=[step])) == 1]
            return Fraction(len(on_time), len(steps)), len(on_time) == len(steps)
        if x is None or function in RELATIVE:
            return x, None
        if function == "deduct":
            return x, x <= 0
        goal = self._goal(own, formula)
        gap = None if goal is None else sign * (x - goal)
        return gap, None if gap is None else round_half_away(gap, 6) >= 0

    @staticmethod
    def _goal(own: OwnCell, formula: Formula) -> Fraction | None:
        if formula.function == "growth_gap":
            return own.target
        goal = needed(formula.line if formula.function == "standard_line" else formula.good_value)
        return goal * (own.plan or 0) if follows_plan(formula, own.unit_rule.follows_plan_by_default) else goal

    def _types(self, scored: Scored) -> dict[CellKey, TypeShown]:
        groups: dict[CellKey, list[tuple[Cell, Shown]]] = defaultdict(list)
        for key, cell in scored.cells.items():
            groups[cell.month, cell.unit_type, cell.indicator_id].append((cell, self.cells[key]))
        return {key: self._type(self._scheme(key[0]), rows) for key, rows in groups.items()}

    def _type(self, scheme: Scheme, rows: list[tuple[Cell, Shown]]) -> TypeShown:
        measured = [(cell, shown) for cell, shown in rows if shown.measure is not None]
        lags = [(shown, self._plan(cell, shown)) for cell, shown in measured if shown.lag is not None]
        goals = [shown.is_on_plan for _, shown in rows if shown.is_on_plan is not None]
        lag = round2(median([100 * (plan - (shown.annual_rate or 0)) for shown, plan in lags])) if lags else None
        lamp = None
        if lag is not None:
            plan = median([plan for _, plan in lags])
            lamp = light(lag, plan, median([shown.annual_rate or Fraction(0) for shown, _ in lags]), scheme)
        few = 2 * sum(goals) < len(goals) if goals else None
        return TypeShown(
            value_count=len(measured),
            goal_count=len(goals),
            on_plan_count=sum(goals),
            late_count=sum(cell.is_provisional for cell, _ in rows),
            median_measure=median([shown.measure or Fraction(0) for _, shown in measured]) if measured else None,
            median_lag=lag,
            mean_share=mean([cell.share or Fraction(0) for cell, _ in measured]),
            light=lamp,
            is_behind=few if lag is None else lamp != "green",
        )

    def _plan(self, cell: Cell, shown: Shown) -> Fraction:
        return self.own[shown.as_of_month, cell.unit_id, cell.indicator_id].plan or Fraction(0)


def light(lag: Decimal, plan: Fraction, done: Fraction, scheme: Scheme) -> str:
    """Green under the first limit, red over the second; nothing done is red while little is planned."""
    if plan < Fraction(scheme.red_before_share) and done <= 0:
        return "red"
    return "red" if lag > scheme.red_lag else "yellow" if lag >= scheme.yellow_lag else "green"
