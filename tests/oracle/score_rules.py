"""Who counts in a month and which rules hold for a unit: the ground on which a month is scored."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from tests.oracle.calendar_months import month_end, month_index, year_start
from tests.oracle.county import County
from tests.oracle.functions import Formula, follows_plan
from tests.oracle.reference_rows import Indicator, Membership, Rule, RuleOverride, RulePart, Scheme


@dataclass(frozen=True, slots=True)
class Member:
    """A unit that counts in a month; `joined_on` is the start of its unbroken membership."""

    unit_id: str
    unit_type: str
    joined_on: date


@dataclass(frozen=True, slots=True)
class UnitRule:
    """A rule as it holds for one unit, its own limits and weight put in."""

    rule: Rule
    parts: list[RulePart]
    indicator: Indicator
    weight: Fraction
    is_assigned: bool
    is_trunk: bool

    @property
    def formulas(self) -> list[Formula]:
        """The functions that compute: the inner ones if the rule is a nest."""
        return list(self.parts) if self.parts else [self.rule]

    @property
    def signature(self) -> tuple[str, ...]:
        return (self.rule.function, *(part.function for part in self.parts))

    def uses(self, function: str) -> bool:
        return function in self.signature

    @property
    def follows_plan_by_default(self) -> bool:
        return self.indicator.basis == "cumulative" and self.indicator.value_kind in ("amount", "progress")

    @property
    def needs_plan(self) -> bool:
        by_default = self.follows_plan_by_default
        return self.uses("completion") or any(follows_plan(formula, by_default) for formula in self.formulas)


def scheme_of(county: County, month: date) -> Scheme | None:
    in_force = [scheme for scheme in county.scheme if scheme.effective_month <= month]
    return max(in_force, key=lambda scheme: scheme.effective_month) if in_force else None


def has_period(county: County, month: date) -> bool:
    """Whether the calendar knows the month: 1-2月 is stored as February unless the scheme says otherwise."""
    scheme = scheme_of(county, month)
    return scheme is not None and (month.month != 1 or scheme.has_january_period)


def run_start(rows: list[Membership], current: Membership) -> date:
    """The first day of the gap-free run of memberships that `current` belongs to."""
    first = current.starts_on
    for row in sorted(rows, key=lambda row: row.starts_on, reverse=True):
        if row.starts_on < first and row.ends_on is not None and first <= row.ends_on + timedelta(days=1):
            first = row.starts_on
    return first


def counting_members(county: County, month: date, join_day: int) -> list[Member]:
    """Members on the last day of the month who had joined by its join day."""
    last_day = month_end(month)
    members = []
    for unit in county.unit:
        rows = [row for row in county.membership if row.unit_id == unit.unit_id]
        for row in rows:
            if row.starts_on <= last_day and (row.ends_on is None or row.ends_on >= last_day):
                joined_on = run_start(rows, row)
                if joined_on <= month.replace(day=join_day):
                    members.append(Member(unit.unit_id, row.unit_type, joined_on))
    return members


def rules_for(county: County, scheme: Scheme, month: date, member: Member) -> list[UnitRule]:
    """The rules of the unit's type whose module is open on the month's last day."""
    last_day = month_end(month)
    modules = {row.module_id: row for row in county.module if row.scheme_id == scheme.scheme_id}
    indicators = {row.indicator_id: row for row in county.indicator}
    overrides = {
        row.indicator_id: row
        for row in county.rule_override
        if (row.scheme_id, row.unit_id) == (scheme.scheme_id, member.unit_id)
    }
    found = []
    for rule in county.rule:
        if (rule.scenario_id, rule.scheme_id, rule.unit_type) != (0, scheme.scheme_id, member.unit_type):
            continue
        module = modules[rule.module_id]
        is_open = (module.starts_on or date.min) <= last_day <= (module.ends_on or date.max)
        if is_open:
            is_trunk = module.kind == "trunk"
            own = overrides.get(rule.indicator_id)
            found.append(_for_unit(county, rule, own, indicators[rule.indicator_id], is_trunk))
    return found


def _for_unit(
    county: County, rule: Rule, override: RuleOverride | None, indicator: Indicator, is_trunk: bool
) -> UnitRule:
    key = (rule.scenario_id, rule.scheme_id, rule.unit_type, rule.indicator_id)
    parts = [
        part
        for part in county.rule_part
        if (part.scenario_id, part.scheme_id, part.unit_type, part.indicator_id) == key
    ]
    parts.sort(key=lambda part: part.part)
    weight, is_assigned = Fraction(rule.weight), True
    if override is not None:
        given = {
            name: value
            for name in ("line", "good_value", "bad_value")
            if (value := getattr(override, name)) is not None
        }
        rule, parts = replace(rule, **given), [replace(part, **given) for part in parts]
        is_assigned = override.is_assigned
        if override.weight is not None:
            weight = Fraction(override.weight)
    return UnitRule(rule, parts, indicator, weight, is_assigned, is_trunk)


def planned_share(county: County, scheme: Scheme, indicator_id: str, index: int) -> Fraction:
    """P(m): the scheme's curve, or m/12; P(0) = 0."""
    for row in county.plan_curve:
        if (row.scheme_id, row.indicator_id, row.month_index) == (scheme.scheme_id, indicator_id, index):
            return Fraction(row.plan_share)
    return Fraction(index, 12)


def planned_share_for(
    county: County, scheme: Scheme, indicator_id: str, month: date, member: Member
) -> Fraction | None:
    """P'(m) of a unit that joined inside the assessment year; None when the plan was over before it came."""
    start = scheme.year_start_month
    planned = planned_share(county, scheme, indicator_id, month_index(month, start))
    joined = member.joined_on.replace(day=1)
    if joined <= year_start(month, start):
        return planned
    before_index = month_index(joined, start) - 1
    before = planned_share(county, scheme, indicator_id, before_index)
    return None if before == 1 else (planned - before) / (1 - before)
