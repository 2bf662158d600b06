"""The sheet of schemes: a column a scheme version, a row a parameter, with what it means and its default beside."""

from assessment.reference.book.fields import Field, Plan, name_en

BASED_ON = "based_on"
"""Read, never stored: the scheme whose parameters and rows hold where a new one states none."""

PERIODS = "Calendar of the assessment"
BONUSES = "Bonuses and deductions"
TIERS = "Ranks and tiers"
LIGHTS = "Lights"
CALENDAR = "Days of the month"

SCHEME = Plan(
    "scheme",
    "Scheme parameters",
    "One column is a scheme version; it holds from its first month until the next one's.",
    (
        Field("scheme_id", "Scheme code", "Short and lasting, such as 2026 or 2026-07; every rule names it."),
        Field("name", "Name", "As pages show it."),
        Field("effective_month", "In force from", "The first month that is scored by it, such as 2026-07.", "month"),
        Field(
            BASED_ON,
            "Carried on from",
            "Only for a new version: the code of an older one. Parameters left empty here, and whole sheets in which "
            "the new version has no row, are taken over from it.",
            is_extra=True,
        ),
        Field("document_number", "Document number", "The document that enacts it."),
        name_en(),
        Field(
            "year_start_month",
            "Year starts in month",
            "1: January to December; 12: December to November.",
            "whole",
            band=PERIODS,
        ),
        Field(
            "has_january_period", "January on its own", "No: January is reported with February.", "flag", band=PERIODS
        ),
        Field(
            "first_tier_month",
            "Tiers from month",
            "Month of the assessment year from which months get tiers.",
            "whole",
            band=PERIODS,
        ),
        Field(
            "join_day", "Join by day", "A unit that joins later does not count in that month.", "whole", band=PERIODS
        ),
        Field(
            "min_quarter_months",
            "Months for a quarter",
            "Fewer published months: the quarter is not ranked.",
            "whole",
            band=PERIODS,
        ),
        Field(
            "min_year_months",
            "Months for a year",
            "Fewer ranked months: the year is not ranked.",
            "whole",
            band=PERIODS,
        ),
        Field(
            "alpha",
            "Months in the year (α)",
            "How much the mean of the months counts; the year's end counts the rest.",
            "share",
            band=PERIODS,
        ),
        Field("bonus_cap", "Most bonus points", "In a month, and again in the year.", "number", band=BONUSES),
        Field(
            "bonus_needs_document",
            "Bonus needs a document",
            "Whether a bonus counts only with a document number.",
            "flag",
            band=BONUSES,
        ),
        Field(
            "late_table_points",
            "Points for a late table",
            "Taken for each table after its due day.",
            "number",
            band=BONUSES,
        ),
        Field(
            "missing_table_points",
            "Points for a missing table",
            "Taken instead for each table not there at the freeze.",
            "number",
            band=BONUSES,
        ),
        Field(
            "table_penalty_cap",
            "Most for tables",
            "The most that late and missing tables take in a month.",
            "number",
            band=BONUSES,
        ),
        Field(
            "penalty_cap", "Most deductions", "The most that all deductions take in a month.", "number", band=BONUSES
        ),
        Field(
            "min_applicable_share",
            "Least weight to be ranked",
            "Of the weight due in the month; below it a unit is listed, not ranked.",
            "share",
            band=TIERS,
        ),
        Field(
            "missing_table_is",
            "A missing table counts as",
            "What its indicators are while nothing has come from the department.",
            "word",
            band=TIERS,
        ),
        Field(
            "small_sample",
            "Small sample below",
            "Relative methods over fewer units are marked, and refused for a smaller type.",
            "whole",
            band=TIERS,
        ),
        Field(
            "quota_rounding",
            "Quotas are rounded",
            "How the share of a quota becomes a number of units.",
            "word",
            band=TIERS,
        ),
        Field(
            "min_group_for_quota",
            "Units for quotas",
            "A type with fewer ranked units goes by gates only.",
            "whole",
            band=TIERS,
        ),
        Field(
            "min_first_places", "Least first places", "The first tier has at least so many places.", "whole", band=TIERS
        ),
        Field(
            "tie_first_goes_up",
            "Tied first go up",
            "Whether units tied for first across a border all get the better tier.",
            "flag",
            band=TIERS,
        ),
        Field(
            "tie_max_overshoot",
            "Ties may exceed by",
            "A tied group goes up if it passes the border by no more places.",
            "whole",
            band=TIERS,
        ),
        Field("tie_break_1", "First tie-break", "Empty: ties stay ties.", "word", band=TIERS),
        Field("tie_break_2", "Second tie-break", "Only with a first one.", "word", band=TIERS),
        Field("tie_break_3", "Third tie-break", "Only with a second one.", "word", band=TIERS),
        Field(
            "veto_passes_on",
            "Vetoed place passes on",
            "Whether the place of a vetoed unit goes to the next one.",
            "flag",
            band=TIERS,
        ),
        Field(
            "yellow_lag",
            "Yellow from a lag of",
            "In points of the annual target behind the plan.",
            "number",
            band=LIGHTS,
        ),
        Field("red_lag", "Red from a lag of", "In points of the annual target behind the plan.", "number", band=LIGHTS),
        Field(
            "red_before_share",
            "Nothing yet is red below",
            "While the plan to date is below this, a unit with nothing is red.",
            "share",
            band=LIGHTS,
        ),
        Field(
            "compile_day",
            "Put together by day",
            "Of the month after: when the month is put together. A calendar, no score depends on it.",
            "whole",
            band=CALENDAR,
        ),
        Field(
            "publish_day",
            "Published by day",
            "Of the month after: when the month is published. A calendar, no score depends on it.",
            "whole",
            band=CALENDAR,
        ),
    ),
    1,
    is_turned=True,
)
