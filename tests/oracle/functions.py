"""The thirteen scoring functions of domain.md section 4 on exact fractions: what share of its weight a cell earns."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tests.oracle.reference_rows import Rule, RulePart
from tests.oracle.rounding import mean

Formula = Rule | RulePart
ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class MilestoneDue:
    """A milestone due by the month's end; `done_on` None: not done by then."""

    share: Fraction
    due_on: date
    done_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """All that a function may look at. `rivals` are the raw values of the scored units of the type, this one's too."""

    x: Fraction | None = None
    target: Fraction | None = None
    plan: Fraction | None = None
    lower: bool = False
    has_natural_ceiling: bool = False
    by_plan: bool = False
    weight: Fraction = ONE
    rivals: list[Fraction] = field(default_factory=list)
    ballots: dict[str, list[Fraction]] = field(default_factory=dict)
    group_weights: dict[str, Fraction] = field(default_factory=dict)
    milestones: list[MilestoneDue] = field(default_factory=list)


def or_default(value: Decimal | None, default: str) -> Fraction:
    return Fraction(default) if value is None else Fraction(value)


def needed(value: Decimal | None) -> Fraction:
    """A required parameter; a scheme without it is refused before scoring."""
    assert value is not None
    return Fraction(value)


def follows_plan(formula: Formula, by_default: bool) -> bool:
    """Whether limits and lines of this formula are multiplied by P(m)."""
    if formula.function not in ("standard_line", "efficacy_fixed"):
        return False
    return by_default if formula.by_plan is None else formula.by_plan


def is_worse(value: Fraction, limit: Fraction, lower: bool) -> bool:
    return value > limit if lower else value < limit


def below_floor(formula: Formula, value: Fraction, lower: bool) -> bool:
    return formula.floor_value is not None and is_worse(value, Fraction(formula.floor_value), lower)


def completion_ratio(case: Case) -> Fraction | None:
    if case.x is None or case.target is None or not case.plan:
        return None
    return case.x / (case.target * case.plan)


def completion(formula: Formula, case: Case) -> Fraction | None:
    ratio = completion_ratio(case)
    if ratio is None:
        return None
    if below_floor(formula, ratio, lower=False):
        return ZERO
    excess = or_default(formula.excess_rate, "0.5") * max(ZERO, ratio - 1)
    return max(ZERO, min(ratio, ONE)) + min(or_default(formula.excess_cap, "0.10"), excess)


def growth_gap(formula: Formula, case: Case) -> Fraction | None:
    if case.x is None or case.target is None:
        return None
    gap = (case.target - case.x) if case.lower else (case.x - case.target)
    if gap >= 0:
        return 1 + min(or_default(formula.gain_cap, "0.10"), or_default(formula.gain_rate, "0.02") * gap)
    return max(ZERO, 1 + or_default(formula.loss_rate, "0.05") * gap)


def standard_line(formula: Formula, case: Case) -> Fraction | None:
    if case.x is None:
        return None
    line = needed(formula.line)
    if follows_plan(formula, case.by_plan):
        assert case.plan
        line *= case.plan
    if below_floor(formula, case.x, case.lower):
        return ZERO
    short = (case.x - line) if case.lower else (line - case.x)
    return ONE if short <= 0 else max(ZERO, 1 - or_default(formula.slope, "0.04") * short)


def efficacy_fixed(formula: Formula, case: Case) -> Fraction | None:
    if case.x is None:
        return None
    good, bad = needed(formula.good_value), needed(formula.bad_value)
    if follows_plan(formula, case.by_plan):
        assert case.plan
        good, bad = good * case.plan, bad * case.plan
    if below_floor(formula, case.x, case.lower):
        return ZERO
    start = or_default(formula.base_share, "0.60")
    return min(ONE, max(ZERO, start + (1 - start) * (case.x - bad) / (good - bad)))


def when_all_equal(case: Case) -> Fraction | None:
    """The share of everybody when all scored units have the same value; None when they differ."""
    if len(set(case.rivals)) > 1:
        return None
    return ZERO if case.x == 0 and not case.lower else ONE


def place(case: Case, tie_rank: str) -> Fraction:
    """Place of the value among the scored units: ties share the best place or the mean one."""
    assert case.x is not None
    better = sum(is_worse(case.x, rival, case.lower) for rival in case.rivals)
    tied = sum(rival == case.x for rival in case.rivals)
    return Fraction(better + 1) if tie_rank == "best" else better + Fraction(tied + 1, 2)


def minmax60(formula: Formula, case: Case) -> Fraction:
    assert case.x is not None
    signed = [-rival if case.lower else rival for rival in case.rivals]
    own = -case.x if case.lower else case.x
    start = or_default(formula.base_share, "0.60")
    return start + (1 - start) * (own - min(signed)) / (max(signed) - min(signed))


def rank_step(formula: Formula, case: Case) -> Fraction:
    steps_down = place(case, formula.tie_rank or ("best" if case.has_natural_ceiling else "mean")) - 1
    return max(or_default(formula.min_share, "0.5"), 1 - or_default(formula.step, "0.05") * steps_down)


def rank_interval(formula: Formula, case: Case) -> Fraction:
    start, count = or_default(formula.base_share, "0.6"), len(case.rivals)
    return start + (1 - start) * (count - place(case, "mean")) / (count - 1)


def ratio_best(formula: Formula, case: Case) -> Fraction:
    assert case.x is not None
    best = max(case.rivals)
    if case.x < 0:
        return ZERO
    return case.x / best if best > 0 else ZERO


def deduct(formula: Formula, case: Case) -> Fraction | None:
    if case.x is None:
        return None
    return max(ZERO, 1 - needed(formula.per_case) * case.x / case.weight)


def graded(formula: Formula, case: Case) -> Fraction | None:
    limit = 5 if formula.trim_over is None else formula.trim_over
    total = weights = ZERO
    for group, shares in case.ballots.items():
        counted = sorted(shares)[1:-1] if len(shares) > limit else shares
        group_mean = mean(counted)
        if group_mean is not None:
            weight = case.group_weights.get(group, ONE)
            total, weights = total + weight * group_mean, weights + weight
    return total / weights if weights else None


def milestone(formula: Formula, case: Case) -> Fraction | None:
    late = or_default(formula.late_share, "0.8")
    earned = due = ZERO
    for step in case.milestones:
        due += step.share
        if step.done_on is not None:
            earned += step.share * (ONE if step.done_on <= step.due_on else late)
    return earned / due if due else None


RELATIVE: dict[str, Callable[[Formula, Case], Fraction]] = {
    "minmax60": minmax60,
    "rank_step": rank_step,
    "rank_interval": rank_interval,
    "ratio_best": ratio_best,
}
ABSOLUTE: dict[str, Callable[[Formula, Case], Fraction | None]] = {
    "completion": completion,
    "growth_gap": growth_gap,
    "standard_line": standard_line,
    "efficacy_fixed": efficacy_fixed,
    "deduct": deduct,
    "graded": graded,
    "milestone": milestone,
}


def plain_share(formula: Formula, case: Case) -> Fraction | None:
    """The share of one of the eleven functions that hold no other."""
    if formula.function in ABSOLUTE:
        return ABSOLUTE[formula.function](formula, case)
    if case.x is None:
        return None
    same = when_all_equal(case)
    return RELATIVE[formula.function](formula, case) if same is None else same


def share_of(rule: Rule, parts: list[RulePart], case: Case) -> Fraction | None:
    """The share of any of the thirteen; `parts` are the inner functions of blend and threshold_then in order."""
    if rule.function == "blend":
        first, second = (plain_share(part, case) for part in parts)
        if first is None or second is None:
            return None
        first_weight = or_default(rule.blend_share, "0.5")
        return first_weight * first + (1 - first_weight) * second
    if rule.function == "threshold_then":
        inner = plain_share(parts[0], case)
        measured = completion_ratio(case) if parts[0].function == "completion" else case.x
        if inner is None or measured is None:
            return None
        return or_default(rule.below_share, "0") if is_worse(measured, needed(rule.gate), case.lower) else inner
    return plain_share(rule, case)
