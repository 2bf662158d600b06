"""What is measured of each scoring function (domain.md section 5, Completion as shown), in words and numbers."""

from assessment import labels
from assessment.findings.measures import full, goal, short
from assessment.i18n import t

__all__ = ["colour", "definition", "full", "goal", "measured", "short"]

_STEPS = ((0.60, "a4"), (0.75, "a3"), (0.90, "a2"), (0.98, "a1"), (1.02, "z"), (1.05, "b1"))
"""Upper ends of the shares of the weight that take a colour: amber below the plan, near-white at it, blue above."""


def measured(function: str) -> str:
    """What the number in a cell is, in a few words."""
    words = {
        "completion": t("Part of the plan done"),
        "growth_gap": t("Points to the target rate"),
        "standard_line": t("Gap to the line"),
        "efficacy_fixed": t("Gap to the good value"),
        "deduct": t("Cases"),
        "graded": t("Mean mark"),
        "milestone": t("Milestones on time"),
    }
    return words.get(function, t("Value, only its order counts"))


def definition(function: str) -> str:
    """How the number is made."""
    words = {
        "completion": t("Cumulative value ÷ (annual target × planned share); 100% is on plan"),
        "growth_gap": t("Growth rate less its target rate, in percentage points; zero and above reaches it"),
        "standard_line": t("Value against the line, times the planned share where the rule says so; zero reaches it"),
        "efficacy_fixed": t("Value against the good value, in the indicator's own unit; zero and above reaches it"),
        "deduct": t("Number of cases; the goal is none"),
        "graded": t("Mean mark of the votes, 100% is the best grade from everybody; no goal is set"),
        "milestone": t("Milestones done on time out of those due; the goal is all of them"),
    }
    return words.get(function, t("The value itself; only its order among the type's units counts, no goal is set"))


def colour(share: object) -> str:
    """The CSS class of a share of the weight."""
    if labels.is_missing(share):
        return "none"
    return next((look for limit, look in _STEPS if float(str(share)) < limit), "b2")
