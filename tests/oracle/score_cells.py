"""The cells of a month: own state, share, and what is carried from the last due month (domain.md sections 3 and 4)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.oracle.calendar_months import year_start
from tests.oracle.county import County
from tests.oracle.current_facts import CurrentFacts
from tests.oracle.functions import Case, share_of
from tests.oracle.reference_rows import Scheme
from tests.oracle.rounding import round_half_away
from tests.oracle.score_rules import UnitRule, counting_members, rules_for
from tests.oracle.score_states import MonthFacts, OwnCell

ONE, ZERO = Fraction(1), Fraction(0)


@dataclass(frozen=True, slots=True)
class Cell:
    """Unit x indicator in a month. `share` is the one in effect; `own_share` lacks what was carried."""

    month: date
    unit_id: str
    unit_type: str
    unit_rule: UnitRule
    own_state: str
    state: str
    own_share: Fraction | None
    share: Fraction | None
    is_carried: bool
    is_due: bool
    is_provisional: bool

    @property
    def indicator_id(self) -> str:
        return self.unit_rule.indicator.indicator_id

    @property
    def weight(self) -> Fraction:
        return self.unit_rule.weight


CellKey = tuple[date, str, str]


def score_cells(county: County, facts: CurrentFacts, scheme: Scheme, month: date, earlier: list[Cell]) -> list[Cell]:
    """All cells of the month; `earlier` are those of all months before it."""
    month_facts = MonthFacts(county, facts, scheme, month)
    own_cells = [
        month_facts.own_cell(unit_rule, member)
        for member in counting_members(county, month, scheme.join_day)
        for unit_rule in rules_for(county, scheme, month, member)
    ]
    rivals = _rivals(own_cells)
    history = _history(earlier, year_start(month, scheme.year_start_month))
    return [_cell(month_facts, own, rivals, history) for own in own_cells]


def _rivals(own_cells: list[OwnCell]) -> dict[tuple[str, str], list[Fraction]]:
    """(type, indicator) -> the values that enter lo, hi, best, n and places."""
    values: dict[tuple[str, str], list[Fraction]] = defaultdict(list)
    for own in own_cells:
        if own.is_scored and own.value is not None:
            values[own.member.unit_type, own.unit_rule.indicator.indicator_id].append(own.value)
    return values


def _history(earlier: list[Cell], since: date) -> dict[tuple[str, str], list[Cell]]:
    """(unit, indicator) -> its cells of this assessment year so far, oldest first."""
    found: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in sorted(earlier, key=lambda cell: cell.month):
        if cell.month >= since:
            found[cell.unit_id, cell.indicator_id].append(cell)
    return found


def _own_share(month_facts: MonthFacts, own: OwnCell, rivals: dict[tuple[str, str], list[Fraction]]) -> Fraction | None:
    if not own.is_scored:
        late = own.state in ("LATE", "REJECTED")
        full = own.state == "NO_CASE" and own.unit_rule.rule.no_case_as == "full"
        return ZERO if late else ONE if full else None
    unit_rule, member = own.unit_rule, own.member
    indicator = unit_rule.indicator
    case = Case(
        x=own.value,
        target=own.target,
        plan=own.plan,
        lower=indicator.direction == "lower",
        has_natural_ceiling=indicator.value_kind == "rate" and indicator.max_value is not None,
        by_plan=unit_rule.follows_plan_by_default,
        weight=Fraction(unit_rule.rule.weight),
        rivals=rivals[member.unit_type, indicator.indicator_id],
        ballots=month_facts.ballots(unit_rule, member) if unit_rule.uses("graded") else {},
        group_weights={
            row.voter_group: Fraction(row.weight)
            for row in month_facts.county.voter_group
            if (row.scheme_id, row.indicator_id) == (month_facts.scheme.scheme_id, indicator.indicator_id)
        },
        milestones=month_facts.milestones(unit_rule, member) if unit_rule.uses("milestone") else [],
    )
    share = share_of(unit_rule.rule, unit_rule.parts, case)
    return None if share is None else round_half_away(share, 12)


def _cell(
    month_facts: MonthFacts,
    own: OwnCell,
    rivals: dict[tuple[str, str], list[Fraction]],
    history: dict[tuple[str, str], list[Cell]],
) -> Cell:
    member, unit_rule = own.member, own.unit_rule
    own_share = _own_share(month_facts, own, rivals)
    state, share, is_carried = own.state, own_share, False
    if state == "NOT_DUE":
        last = _last_due(history[member.unit_id, unit_rule.indicator.indicator_id], unit_rule)
        if last is not None and last.own_share is not None:
            state = "LATE" if last.own_state == "LATE" else "NOT_DUE"
            share, is_carried = last.own_share, True
    return Cell(
        month=own.month,
        unit_id=member.unit_id,
        unit_type=member.unit_type,
        unit_rule=unit_rule,
        own_state=own.state,
        state=state,
        own_share=own_share,
        share=share,
        is_carried=is_carried,
        is_due=is_carried or (own.state != "NOT_DUE" and own.is_calendar_due),
        is_provisional=state == "LATE" or (own.state == "REJECTED" and not own.is_scored),
    )


def _last_due(cells: list[Cell], unit_rule: UnitRule) -> Cell | None:
    """The latest cell of the same function that was not NOT_DUE itself."""
    due = [cell for cell in cells if cell.own_state != "NOT_DUE" and cell.unit_rule.signature == unit_rule.signature]
    return due[-1] if due else None
