"""The measure of each scoring function as a number in words (domain.md section 5, Completion as shown)."""

from assessment import labels

GAPS = ("growth_gap", "standard_line", "efficacy_fixed")
_SHARES = ("completion", "graded", "milestone")


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
