"""What is measured of each scoring function (domain.md section 5, Completion as shown), in words and numbers."""

from assessment import labels
from assessment.i18n import t

GAPS = ("growth_gap", "standard_line", "efficacy_fixed")
_SHARES = ("completion", "graded", "milestone")


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


def short(function: str, value: object, is_reached: object = None) -> str:
    """The number as it stands in a narrow cell; a rate just below the plan is not written as 100%."""
    if labels.is_missing(value):
        return labels.NONE
    if function in _SHARES:
        return _rate(value, 0, is_reached)
    return labels.signed(value, 1) if function in GAPS else labels.number(value, 1)


def full(function: str, value: object, measure_unit: str, is_reached: object = None) -> str:
    """The number with its unit."""
    if labels.is_missing(value):
        return labels.NONE
    if function in _SHARES:
        return _rate(value, 1, is_reached)
    if function in GAPS:
        return labels.points(value, 2) if measure_unit == "%" else labels.signed(value) + labels.measure(measure_unit)
    return labels.amount(value, measure_unit)


def goal(function: str, value: object, measure_unit: str) -> str:
    """A goal in the indicator's unit; milestones have all of theirs."""
    if function == "milestone":
        return labels.NONE if labels.is_missing(value) else labels.percent(value, 0)
    return labels.amount(value, measure_unit)


def _rate(value: object, decimals: int, is_reached: object) -> str:
    is_short = not labels.is_missing(is_reached) and not is_reached and float(str(value)) < 1
    for finer in range(decimals, 3):
        written = labels.percent(value, finer)
        if not (is_short and written.startswith("100")):
            break
    return written
