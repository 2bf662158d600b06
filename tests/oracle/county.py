"""A whole county as plain rows: every table of the schema as a list, ready for the oracle or for insert statements."""

from dataclasses import dataclass, field, fields
from typing import Any

from tests.oracle.intake_rows import (
    Decision,
    Event,
    MilestoneProgress,
    Publication,
    Result,
    Revision,
    Target,
    Upload,
    Vote,
)
from tests.oracle.reference_rows import (
    BonusGroup,
    EventKind,
    Grade,
    Indicator,
    Membership,
    Milestone,
    Module,
    PlanCurve,
    RankBonus,
    Rule,
    RuleOverride,
    RulePart,
    Scheme,
    Tier,
    Unit,
    UnitAlias,
    UnitType,
    VoterGroup,
)


@dataclass(slots=True, kw_only=True)
class County:
    """Field names are table names."""

    unit_type: list[UnitType] = field(default_factory=list)
    unit: list[Unit] = field(default_factory=list)
    unit_alias: list[UnitAlias] = field(default_factory=list)
    membership: list[Membership] = field(default_factory=list)
    scheme: list[Scheme] = field(default_factory=list)
    module: list[Module] = field(default_factory=list)
    indicator: list[Indicator] = field(default_factory=list)
    rule: list[Rule] = field(default_factory=list)
    rule_part: list[RulePart] = field(default_factory=list)
    rule_override: list[RuleOverride] = field(default_factory=list)
    plan_curve: list[PlanCurve] = field(default_factory=list)
    voter_group: list[VoterGroup] = field(default_factory=list)
    grade: list[Grade] = field(default_factory=list)
    milestone: list[Milestone] = field(default_factory=list)
    event_kind: list[EventKind] = field(default_factory=list)
    bonus_group: list[BonusGroup] = field(default_factory=list)
    rank_bonus: list[RankBonus] = field(default_factory=list)
    tier: list[Tier] = field(default_factory=list)
    revision: list[Revision] = field(default_factory=list)
    upload: list[Upload] = field(default_factory=list)
    result: list[Result] = field(default_factory=list)
    target: list[Target] = field(default_factory=list)
    event: list[Event] = field(default_factory=list)
    vote: list[Vote] = field(default_factory=list)
    milestone_progress: list[MilestoneProgress] = field(default_factory=list)
    decision: list[Decision] = field(default_factory=list)
    publication: list[Publication] = field(default_factory=list)


def tables(county: County) -> dict[str, list[tuple[Any, ...]]]:
    """Rows of every table as tuples in the schema's column order; all tables are there, also the empty ones."""
    return {
        table.name: [tuple(getattr(row, column.name) for column in fields(row)) for row in getattr(county, table.name)]
        for table in fields(county)
    }
