"""The sheets about the county, whatever the scheme: types, units, indicators, targets, milestones."""

from assessment.reference.book.fields import Field, Plan, name_en, of_indicator, of_type, of_unit

UNIT_TYPE = Plan(
    "unit_type",
    "Unit types",
    "One row is a type; units are compared with their own type only.",
    (
        Field("unit_type", "Type code", "Short and lasting: rules and memberships name it.", width=10),
        Field("name", "Name", "As pages and tables show it.", width=20),
        Field("sort_order", "Order", "Types are listed in this order.", "whole", 8),
        Field("description", "Description", "Which units it compares and why.", "prose", 50),
        name_en(),
        Field("description_en", "English description", look="prose", width=40, is_aside=True),
    ),
    1,
)
UNIT = Plan(
    "unit",
    "Unit list",
    "One row is a unit; a unit with results cannot be taken out, end its membership instead.",
    (
        Field("unit_id", "Unit code", "Short and lasting: every number of the unit hangs on it.", width=10),
        Field("name", "Name", "The full name; other spellings stand in their own sheet.", width=26),
        Field("sort_order", "Order", "Units are listed in this order.", "whole", 8),
        Field("duties", "Duties", "What the unit is for, in a sentence.", "prose", 50),
        name_en(),
        Field("duties_en", "English duties", look="prose", width=40, is_aside=True),
    ),
    1,
)
UNIT_ALIAS = Plan(
    "unit_alias",
    "Other names",
    "One row is another name under which departments' tables may write a unit.",
    (Field("alias", "Other name", "Must not be another unit's name.", width=30), of_unit()),
    1,
)
MEMBERSHIP = Plan(
    "membership",
    "Memberships",
    "One row is a unit's time in a type. A unit that changes type: end the old row, add a new one.",
    (
        of_unit(),
        Field("starts_on", "From", "Empty: since ever.", "day", 12),
        of_type(),
        Field("ends_on", "Until", "The last day in the type. Empty: to this day.", "day", 12),
    ),
    2,
)
INDICATOR = Plan(
    "indicator",
    "Indicator list",
    "One row is an indicator; how it is scored stands in the scoring rules.",
    (
        Field("indicator_id", "Indicator code", "Short and lasting: every number of it hangs on it.", width=10),
        Field("name", "Name", "As tables and pages show it.", width=30),
        Field("measure_unit", "Measure unit", "Numbers are handed in in this unit.", width=10),
        Field("source", "Source department", "Who hands the numbers in.", width=14),
        Field("level", "Level", "Whose indicator it is. Default: the county's own.", "word", 10),
        Field("frequency", "Frequency", "How often it is due. Default: monthly.", "word", 10),
        Field("due_day", "Due day", "Day of the month after, until which it must be there. Default: 18.", "whole", 8),
        Field(
            "due_month",
            "Due month",
            "Only for annual ones: the month of the assessment year in which it is due.",
            "whole",
            8,
        ),
        Field("basis", "Basis", "Over which time a value counts. Default: cumulative.", "word", 17),
        Field("value_kind", "Kind of value", "What the number is. Default: amount.", "word", 12),
        Field("direction", "Direction", "Default: the higher the better.", "word", 12),
        Field(
            "allows_no_case",
            "May have no case",
            "Whether 无 or — is a valid entry: nothing happened to measure. Default: no.",
            "flag",
            10,
        ),
        Field(
            "measures_lateness",
            "Measures lateness",
            "Whether it counts late tables itself; late tables then cost no further points. Default: no.",
            "flag",
            10,
        ),
        Field("min_value", "Least value", "Numbers below are refused. Empty: any.", "number", 10),
        Field("max_value", "Largest value", "Numbers above are refused. Empty: any.", "number", 10),
        Field("definition", "Definition", "What is counted and by which report.", "prose", 72),
        name_en(),
        Field("definition_en", "English definition", look="prose", width=40, is_aside=True),
    ),
    1,
)
TARGET = Plan(
    "target",
    "Annual targets",
    "One row is a unit's targets from a month of its year on (January: the whole year). "
    "A target handed in with a month's workbook of the same or a later month goes before it.",
    (Field("month", "From month", "2026-01 for the whole of 2026.", "month", 10), of_unit()),
    2,
    spread="indicator_id",
    value="value",
)
MILESTONE = Plan(
    "milestone",
    "Milestones",
    "One row is a checkpoint of a year, of one unit or of all that have the indicator.",
    (
        Field("year", "Year", "The assessment year, by the calendar year in which it ends.", "whole", 8),
        of_indicator(),
        Field("unit_id", "Unit", "Empty: every unit that has the indicator.", "ref", 26, "unit"),
        Field("milestone", "Milestone", "What is to be done.", width=30),
        Field("share", "Part of the year's work", "Parts are brought to 100% among those due.", "share", 12),
        Field("due_on", "Due on", "The last day that counts as on time.", "day", 12),
    ),
    4,
)
