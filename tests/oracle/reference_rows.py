"""Rows of the reference tables of `queries/schema` in plain Python: one class per table, fields in column order.

Columns that are `double` in the database are Decimals here: the oracle takes the number as it was written.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Number = Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitType:
    unit_type: str
    name: str
    name_en: str | None = None
    sort_order: int = 1
    description: str | None = None
    description_en: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    unit_id: str
    name: str
    name_en: str | None = None
    sort_order: int = 1
    duties: str | None = None
    duties_en: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitAlias:
    alias: str
    unit_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    unit_id: str
    unit_type: str
    starts_on: date
    ends_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """The defaults are the rules of domain.md section 5."""

    scheme_id: str
    name: str = "scheme"
    name_en: str | None = None
    effective_month: date
    year_start_month: int = 1
    has_january_period: bool = False
    first_tier_month: int = 4
    join_day: int = 15
    min_applicable_share: Decimal = Decimal("0.6")
    missing_table_is: str = "NOT_DUE"
    bonus_cap: Decimal = Decimal(5)
    bonus_needs_document: bool = True
    late_table_points: Decimal = Decimal("0.5")
    missing_table_points: Decimal = Decimal(1)
    table_penalty_cap: Decimal = Decimal(3)
    penalty_cap: Decimal = Decimal(5)
    quota_rounding: str = "floor"
    min_group_for_quota: int = 4
    min_first_places: int = 1
    tie_first_goes_up: bool = True
    tie_max_overshoot: int = 1
    tie_break_1: str | None = None
    tie_break_2: str | None = None
    tie_break_3: str | None = None
    veto_passes_on: bool = False
    min_quarter_months: int = 2
    min_year_months: int = 6
    alpha: Decimal = Decimal("0.4")
    small_sample: int = 5
    yellow_lag: Decimal = Decimal(10)
    red_lag: Decimal = Decimal(30)
    red_before_share: Decimal = Decimal("0.3")
    document_number: str | None = None
    compile_day: int = 20
    publish_day: int = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    scheme_id: str
    module_id: str
    name: str = "module"
    name_en: str | None = None
    kind: str = "trunk"
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    indicator_id: str
    name: str
    name_en: str | None = None
    measure_unit: str = "%"
    level: str = "county"
    source: str = "office"
    due_day: int = 10
    frequency: str = "monthly"
    due_month: int | None = None
    basis: str = "cumulative"
    value_kind: str = "rate"
    direction: str = "higher"
    allows_no_case: bool = True
    measures_lateness: bool = False
    min_value: Number = None
    max_value: Number = None
    definition: str | None = None
    definition_en: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    scenario_id: int = 0
    scheme_id: str
    unit_type: str
    indicator_id: str
    module_id: str = "trunk"
    weight: Decimal
    no_case_as: str = "not_applicable"
    function: str
    excess_cap: Number = None
    excess_rate: Number = None
    gain_cap: Number = None
    gain_rate: Number = None
    loss_rate: Number = None
    line: Number = None
    slope: Number = None
    base_share: Number = None
    good_value: Number = None
    bad_value: Number = None
    step: Number = None
    min_share: Number = None
    tie_rank: str | None = None
    blend_share: Number = None
    per_case: Number = None
    trim_over: int | None = None
    late_share: Number = None
    gate: Number = None
    below_share: Number = None
    floor_value: Number = None
    by_plan: bool | None = None
    clause: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePart:
    scenario_id: int = 0
    scheme_id: str
    unit_type: str
    indicator_id: str
    part: int
    function: str
    excess_cap: Number = None
    excess_rate: Number = None
    gain_cap: Number = None
    gain_rate: Number = None
    loss_rate: Number = None
    line: Number = None
    slope: Number = None
    base_share: Number = None
    good_value: Number = None
    bad_value: Number = None
    step: Number = None
    min_share: Number = None
    tie_rank: str | None = None
    per_case: Number = None
    trim_over: int | None = None
    late_share: Number = None
    floor_value: Number = None
    by_plan: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleOverride:
    scheme_id: str
    unit_id: str
    indicator_id: str
    is_assigned: bool = True
    weight: Number = None
    line: Number = None
    good_value: Number = None
    bad_value: Number = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCurve:
    scheme_id: str
    indicator_id: str
    month_index: int
    plan_share: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class VoterGroup:
    scheme_id: str
    indicator_id: str
    voter_group: str
    weight: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    scheme_id: str
    grade: str
    share: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """`unit_id` '' : every unit that has the indicator."""

    year: int
    indicator_id: str
    unit_id: str = ""
    milestone: str
    share: Decimal
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKind:
    scheme_id: str
    kind: str
    name_en: str | None = None
    effect: str
    bonus_group: str | None = None
    points: Number = None
    ceiling: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BonusGroup:
    scheme_id: str
    bonus_group: str
    cap: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class RankBonus:
    scheme_id: str
    place: int
    points: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """`unit_type` '*' : every type without rows of its own."""

    scheme_id: str
    unit_type: str = "*"
    tier: str
    name_en: str | None = None
    tier_order: int
    quota: Number = None
    gate: Number = None
