"""The rows of a month as they come out of a workbook: one dataclass per table of `queries/schema/002_intake.sql`."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Result:
    """One cell of sheet 指标. `state` is a value state of domain.md section 3, or BLANK for an empty cell."""

    unit_id: str
    indicator_id: str
    value: Decimal | None
    state: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Target:
    """One cell of sheet 目标: the annual target (or target rate) in force from the file's month on."""

    unit_id: str
    indicator_id: str
    value: Decimal | None
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Event:
    """One row of sheet 加减分与否决; `kind` None says that the unit has no event in the file's month."""

    unit_id: str
    kind: str | None
    event: str
    document: str
    happened_on: date | None
    quantity: int
    points: Decimal | None
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Vote:
    """Ballots of one grade from one voter group; `grade` None is an abstention (弃权)."""

    unit_id: str
    indicator_id: str
    voter_group: str
    grade: str | None
    ballots: int
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class MilestoneProgress:
    """One row of sheet 节点; `done_on` None: not done."""

    unit_id: str
    indicator_id: str
    milestone: str
    done_on: date | None
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of sheet 审定: the tier the leading group settled on, with its reason (domain.md section 5)."""

    period_kind: str
    period_start: date
    unit_id: str
    tier: str | None
    reason: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Submission:
    """All rows of one workbook."""

    results: list[Result] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)
    milestones: list[MilestoneProgress] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class UnitInfo:
    """A unit that counts in the month."""

    unit_id: str
    name: str
    unit_type: str
    type_name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorInfo:
    """An indicator of the scheme in force, with what its cells may hold.

    `functions` are the scoring functions used on it in any type, inner ones included;
    `is_due` is false in a month in which the calendar does not ask for it; `is_cumulative` is true where a
    month's value is the year's to date (basis, domain.md section 5).
    """

    indicator_id: str
    name: str
    measure_unit: str
    functions: frozenset[str]
    needs_target: bool
    allows_no_case: bool
    is_due: bool
    min_value: Decimal | None = None
    max_value: Decimal | None = None
    is_cumulative: bool = True


@dataclass(frozen=True, slots=True)
class EventKindInfo:
    """A kind of event of the scheme: `effect` is bonus, penalty, late_table, missing_table or veto."""

    kind: str
    effect: str
    points: Decimal | None


@dataclass(frozen=True, slots=True)
class MilestoneInfo:
    """A milestone of a unit, with what is known of it so far."""

    unit_id: str
    indicator_id: str
    milestone: str
    share: Decimal
    due_on: date
    done_on: date | None


@dataclass(frozen=True, slots=True)
class MonthForm:
    """What a month's workbook may contain: the ground of the template and of every check.

    `assigned` holds (unit_id, indicator_id) pairs; a pair outside it is NA_BY_RULE and takes no value.
    `targets` holds the targets in force; `voter_groups` the groups by indicator; `grades` from best to worst.
    `other_units` are known units that do not count this month, by name and alias.
    """

    month: date
    period_name: str
    units: list[UnitInfo]
    other_units: dict[str, str]
    indicators: list[IndicatorInfo]
    assigned: frozenset[tuple[str, str]]
    targets: dict[tuple[str, str], Decimal]
    event_kinds: list[EventKindInfo]
    voter_groups: dict[str, tuple[str, ...]]
    grades: tuple[str, ...]
    milestones: list[MilestoneInfo]
    tiers: tuple[str, ...]
