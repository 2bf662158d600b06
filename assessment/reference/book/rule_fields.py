"""The columns of a scoring method: the rule's own and those of the methods inside a combined one."""

from assessment.reference.book.fields import Field

PLAN = "Completion"
GROWTH = "Growth gap"
LINE = "Line"
EFFICACY = "Efficacy"
RANK = "Rank"
COMBINED = "Combined"
PEOPLE = "Votes, milestones, cases"
SEVERAL = "For several methods"

PARAMETERS = (
    Field(
        "excess_cap",
        "Most added (β)",
        "Completion: the most that work beyond the plan adds, as a part of the weight. Default 10%.",
        "share",
        10,
        band=PLAN,
    ),
    Field(
        "excess_rate",
        "Added per excess (γ)",
        "Completion: what each percent beyond the plan adds, in percent of the weight. Default 0.5.",
        "number",
        10,
        band=PLAN,
    ),
    Field(
        "gain_rate",
        "Gain per point",
        "Growth: what each point over the target rate adds. Default 2%.",
        "share",
        10,
        band=GROWTH,
    ),
    Field("gain_cap", "Most gained", "Growth: the most that is added. Default 10%.", "share", 10, band=GROWTH),
    Field(
        "loss_rate",
        "Loss per point",
        "Growth: what each point under the target rate takes. Default 5%.",
        "share",
        10,
        band=GROWTH,
    ),
    Field(
        "line",
        "Line",
        "Reaching a line: full marks from here, in the indicator's unit. Must be stated.",
        "number",
        10,
        band=LINE,
    ),
    Field(
        "slope",
        "Loss per unit below",
        "Reaching a line: what each unit short of the line takes. Default 4%.",
        "share",
        10,
        band=LINE,
    ),
    Field(
        "good_value",
        "Good value",
        "Efficacy between fixed values: full marks here. Must be stated.",
        "number",
        10,
        band=EFFICACY,
    ),
    Field(
        "bad_value",
        "Bad value",
        "Efficacy between fixed values: the base share here. Must be stated.",
        "number",
        10,
        band=EFFICACY,
    ),
    Field(
        "base_share",
        "Base share",
        "Efficacy and rank by intervals: what the last one gets. Default 60%.",
        "share",
        10,
        band=EFFICACY,
    ),
    Field("step", "Step", "Rank by steps: what each place behind the first takes. Default 5%.", "share", 10, band=RANK),
    Field("min_share", "Least share", "Rank by steps: what always remains. Default 50%.", "share", 10, band=RANK),
    Field(
        "tie_rank",
        "Tied units take",
        "Rank by steps: the mean of their places or the best. Default: the mean; the best for a rate "
        "with a largest value.",
        "word",
        12,
        band=RANK,
    ),
    Field(
        "blend_share",
        "Part of method 1",
        "Blend of two methods: what the first one counts, the second one counts the rest. Default 50%.",
        "share",
        10,
        band=COMBINED,
    ),
    Field(
        "gate",
        "Gate",
        "Gate, then a method: the value that lets pass, in the indicator's unit; with completion inside, the "
        "completion rate (0.8 = 80%). Must be stated.",
        "number",
        10,
        band=COMBINED,
    ),
    Field(
        "below_share",
        "Share below the gate",
        "Gate, then a method: what stays below it. Default 0%.",
        "share",
        10,
        band=COMBINED,
    ),
    Field(
        "per_case",
        "Points per case",
        "Deduction per case: points each case takes. Must be stated.",
        "number",
        10,
        band=PEOPLE,
    ),
    Field(
        "trim_over",
        "Trim above",
        "Graded by ballot: a group with more ballots than this drops one highest and one lowest. Default 5.",
        "whole",
        10,
        band=PEOPLE,
    ),
    Field(
        "late_share",
        "Late milestone",
        "Milestones: what a late one counts. Default 80%.",
        "share",
        10,
        band=PEOPLE,
    ),
    Field(
        "floor_value",
        "Zero below",
        "Below it the share is 0: a completion rate (0.5 = 50%) for completion, a value for a line or fixed values. "
        "Empty: no floor.",
        "number",
        10,
        band=SEVERAL,
    ),
    Field(
        "by_plan",
        "By plan to date",
        "Whether lines and values grow with the plan of the year. Default: yes for cumulative amounts and progress.",
        "flag",
        10,
        band=SEVERAL,
    ),
)

FUNCTION = Field(
    "function", "Method", "How a value becomes a share of the weight; columns it does not use are grey.", "word", 22
)
OUTER_ONLY = ("blend_share", "gate", "below_share")
"""Parameters of a combined method itself."""
