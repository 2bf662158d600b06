"""The own state of a cell, test by test (domain.md section 3)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.oracle.calendar_months import due_date, month_end, month_index, year_label, year_start
from tests.oracle.county import County
from tests.oracle.current_facts import CurrentFacts
from tests.oracle.functions import MilestoneDue
from tests.oracle.intake_rows import Vote
from tests.oracle.reference_rows import Scheme
from tests.oracle.score_rules import Member, UnitRule, planned_share_for

STATED = ("NO_CASE", "NOT_DUE", "NA_BY_RULE", "LATE")


@dataclass(frozen=True, slots=True)
class OwnCell:
    """What is known of a cell before any share is computed."""

    unit_rule: UnitRule
    member: Member
    month: date
    state: str
    is_calendar_due: bool
    value: Fraction | None
    target: Fraction | None
    plan: Fraction | None

    @property
    def is_scored(self) -> bool:
        """It has a value: it is measured, and it takes part in relative functions."""
        return self.state in ("VALUE", "ZERO") or (self.state == "REJECTED" and self.value is not None)


class MonthFacts:
    """What the own states of one month are read from."""

    def __init__(self, county: County, facts: CurrentFacts, scheme: Scheme, month: date) -> None:
        self.county, self.facts, self.scheme, self.month = county, facts, scheme, month

    def own_cell(self, unit_rule: UnitRule, member: Member) -> OwnCell:
        indicator = unit_rule.indicator
        start = self.scheme.year_start_month
        target = self.facts.target(self.month, start, member.unit_id, indicator.indicator_id)
        plan = planned_share_for(self.county, self.scheme, indicator.indicator_id, self.month, member)
        is_due = self._is_calendar_due(unit_rule, member, plan)
        value: Fraction | None = None
        if not unit_rule.is_assigned or (unit_rule.uses("completion") and target == 0):
            state = "NA_BY_RULE"
        elif not is_due:
            state = "NOT_DUE"
        else:
            state, value = self._reported(unit_rule, member)
        return OwnCell(unit_rule, member, self.month, state, is_due, value, target, plan)

    def _is_calendar_due(self, unit_rule: UnitRule, member: Member, plan: Fraction | None) -> bool:
        indicator = unit_rule.indicator
        index = month_index(self.month, self.scheme.year_start_month)
        if indicator.frequency == "quarterly" and index % 3 != 0:
            return False
        if indicator.frequency == "annual" and index != (indicator.due_month or 12):
            return False
        if unit_rule.needs_plan and not plan:
            return False
        return not unit_rule.uses("milestone") or bool(self.milestones(unit_rule, member))

    def _reported(self, unit_rule: UnitRule, member: Member) -> tuple[str, Fraction | None]:
        indicator_id = unit_rule.indicator.indicator_id
        row = self.facts.result(self.month, member.unit_id, indicator_id)
        if row is not None and row.state in STATED:
            return row.state, None
        if row is not None and row.state == "REJECTED":
            return "REJECTED", self.facts.accepted_before(row)
        if unit_rule.uses("graded"):
            ballots = [vote for vote in self._votes(unit_rule, member) if vote.ballots > 0]
            if ballots:
                return ("VALUE" if any(vote.grade is not None for vote in ballots) else "NO_CASE"), None
        elif unit_rule.uses("milestone"):
            if self.facts.has_progress_row(self.month, member.unit_id, indicator_id):
                return "VALUE", None
        elif row is not None and row.state in ("VALUE", "ZERO"):
            return row.state, Fraction(row.value or 0)
        return self._silent(unit_rule), None

    def _silent(self, unit_rule: UnitRule) -> str:
        """The state of a cell of which nothing was said: the unit is late only if its source has reported."""
        indicator = unit_rule.indicator
        arrived = self.facts.handed_in(self.month, indicator.source)
        if arrived is None:
            return "LATE" if self.scheme.missing_table_is == "LATE" else "NOT_DUE"
        return "LATE" if arrived > due_date(self.month, indicator.due_day) else "NOT_DUE"

    def _votes(self, unit_rule: UnitRule, member: Member) -> list[Vote]:
        return self.facts.votes(self.month, member.unit_id, unit_rule.indicator.indicator_id)

    def ballots(self, unit_rule: UnitRule, member: Member) -> dict[str, list[Fraction]]:
        """Voter group -> the shares of its ballots; abstentions are none."""
        shares = {g.grade: Fraction(g.share) for g in self.county.grade if g.scheme_id == self.scheme.scheme_id}
        found: dict[str, list[Fraction]] = {}
        for vote in self._votes(unit_rule, member):
            if vote.grade is not None and vote.ballots > 0:
                found.setdefault(vote.voter_group, []).extend([shares[vote.grade]] * vote.ballots)
        return found

    def milestones(self, unit_rule: UnitRule, member: Member) -> list[MilestoneDue]:
        """The unit's milestones of the assessment year due by the month's end."""
        last_day = month_end(self.month)
        year = year_label(self.month, self.scheme.year_start_month)
        indicator_id = unit_rule.indicator.indicator_id
        found = []
        for row in self.county.milestone:
            is_own = row.unit_id in ("", member.unit_id)
            if (row.year, row.indicator_id) == (year, indicator_id) and is_own and row.due_on <= last_day:
                since = year_start(self.month, self.scheme.year_start_month)
                done = self.facts.done_on(since, self.month, member.unit_id, indicator_id, row.milestone)
                in_time = done if done is not None and done <= last_day else None
                found.append(MilestoneDue(Fraction(row.share), row.due_on, in_time))
        return found
