"""The sheets of a scheme version: modules, rules, exceptions, curves, ballots, events, tiers."""

from assessment.reference.book.fields import Field, Plan, name_en, of_indicator, of_scheme, of_type, of_unit
from assessment.reference.book.rule_fields import FUNCTION, OUTER_ONLY, PARAMETERS

MODULE = Plan(
    "module",
    "Modules",
    "One row is a module of a scheme, 1+N: the trunk counts always, a supplement from its first to its last day.",
    (
        of_scheme(),
        Field("module_id", "Module code", "Short; the scoring rules name it.", width=12),
        Field("name", "Name", "As pages show it.", width=24),
        Field("kind", "Kind of module", "The trunk or a supplement.", "word", 10),
        Field("starts_on", "From", "Empty: from the scheme's first month.", "day", 12),
        Field("ends_on", "Until", "Empty: as long as the scheme.", "day", 12),
        name_en(),
    ),
    2,
)
RULE = Plan(
    "rule",
    "Scoring rules",
    "One row says how a scheme scores an indicator for a type. An empty parameter takes its default; grey ones are not "
    "used by the method.",
    (
        of_scheme(),
        of_type(),
        of_indicator(),
        Field("module_id", "Module", "A module of the same scheme. Default: trunk.", "ref", 22, "module"),
        Field("weight", "Weight", "The weights of a type sum to 100; the sheet of weights adds them up.", "number", 8),
        FUNCTION,
        Field(
            "no_case_as",
            "Without a case",
            "What counts if nothing happened to measure. Default: not counted.",
            "word",
            10,
        ),
        *PARAMETERS,
        Field("clause", "Clause", "Where the rule stands in the document.", width=18),
    ),
    3,
)
RULE_PART = Plan(
    "rule_part",
    "Combined methods",
    "One row is a method inside a blend (1 and 2) or behind a gate (1).",
    (
        of_scheme(),
        of_type(),
        of_indicator(),
        Field("part", "Part", "1 or 2 of a blend, 1 behind a gate.", "whole", 8),
        FUNCTION,
        *(field for field in PARAMETERS if field.column not in OUTER_ONLY),
    ),
    4,
)
RULE_OVERRIDE = Plan(
    "rule_override",
    "Exceptions",
    "One row is an exception for one unit: not assigned, or with a weight or limits of its own.",
    (
        of_scheme(),
        of_unit(),
        of_indicator(),
        Field("is_assigned", "Assigned", "No: the indicator does not apply to the unit. Default: yes.", "flag", 10),
        Field("weight", "Weight", "Empty: as in the rule.", "number", 10),
        Field("line", "Line", "Empty: as in the rule.", "number", 10),
        Field("good_value", "Good value", "Empty: as in the rule.", "number", 10),
        Field("bad_value", "Bad value", "Empty: as in the rule.", "number", 10),
    ),
    3,
)
PLAN_CURVE = Plan(
    "plan_curve",
    "Plan curves",
    "One row is the planned share of the year by each month of the assessment year; without a row it grows by a "
    "twelfth a month.",
    (of_scheme(), of_indicator()),
    2,
    spread="month_index",
    value="plan_share",
)
VOTER_GROUP = Plan(
    "voter_group",
    "Voters",
    "One row is a group that votes on an indicator scored by ballots, with its weight.",
    (
        of_scheme(),
        of_indicator(),
        Field("voter_group", "Voter group", "As the ballot sheets name it.", width=24),
        Field("weight", "Weight of the group", "Brought to 100% among groups with ballots.", "share", 12),
    ),
    3,
)
GRADE = Plan(
    "grade",
    "Grades",
    "One row is a grade on a ballot and what it is worth.",
    (
        of_scheme(),
        Field("grade", "Grade of a ballot", "As the ballot sheets name it.", width=14),
        Field("share", "Worth", "As a part of full marks.", "share", 12),
    ),
    2,
)
EVENT_KIND = Plan(
    "event_kind",
    "Event kinds",
    "One row is a kind of bonus, deduction or veto that workbooks may report.",
    (
        of_scheme(),
        Field("kind", "Kind of event", "As workbooks name it.", width=24),
        Field("effect", "Effect", "What an event of this kind does.", "word", 16),
        Field("points", "Points each", "Of each event. Empty: each event states its own.", "number", 10),
        Field("bonus_group", "Bonus group", "Bonuses of one group share a cap.", "ref", 14, "bonus_group"),
        Field("ceiling", "Best tier left", "Of a veto: no better tier than this.", "ref", 14, "tier"),
        name_en(),
    ),
    2,
)
BONUS_GROUP = Plan(
    "bonus_group",
    "Bonus caps",
    "One row is a group of bonuses and the most they add together.",
    (
        of_scheme(),
        Field("bonus_group", "Bonus group", "The kinds of events name it.", width=16),
        Field("cap", "Most points", "Of all bonuses of the group in a month, and again in the year.", "number", 10),
    ),
    2,
)
RANK_BONUS = Plan(
    "rank_bonus",
    "Bonus by place",
    "One row is a bonus for a place by base score; without rows there is none.",
    (
        of_scheme(),
        Field("place", "Place by score", "1 is the first in its type; ties share the mean.", "whole", 8),
        Field("points", "Bonus points", "Added to the score, inside the cap of all bonuses.", "number", 10),
    ),
    2,
)
TIER = Plan(
    "tier",
    "Tiers",
    "One row is a tier of a scheme, for all types or for one that has tiers of its own.",
    (
        of_scheme(),
        Field("unit_type", "Unit type", "All types, or one type with tiers of its own.", "ref", 18, "unit_type"),
        Field("tier", "Tier", "As pages and decisions name it.", width=12),
        Field("tier_order", "Order", "1 is the best.", "whole", 8),
        Field("quota", "Quota", "Of the ranked units of the type. Empty for the last two.", "share", 10),
        Field("gate", "Gate", "The least score. Empty for the last one.", "number", 10),
        name_en(),
    ),
    3,
)
