"""Functions that compare a unit with a target, a line or a fixed limit: completion, growth_gap, standard_line,
efficacy_fixed, deduct."""

from assessment.explain.number import apart, inner, measured, plain, plan
from assessment.explain.terms import Case, Terms, share_line
from assessment.i18n import t


def completion(terms: Terms, case: Case) -> list[str]:
    """Plan, rate, share."""
    rate = terms["completion_rate"]
    lines = [
        t(
            "Plan: annual target {target} × {share} = {plan}",
            target=measured(terms["target_value"], case.unit),
            share=plan(terms["plan_share"]),
            plan=measured(terms["planned_value"], case.unit),
        ),
        t(
            "Completion rate: {value} ÷ {plan} = {rate}",
            value=plain(terms["actual_value"]),
            plan=inner(terms["planned_value"]),
            rate=plain(rate),
        ),
    ]
    floor = terms.get("floor_value")
    if floor is not None and rate < floor:
        return [*lines, t("The rate misses the floor of {floor}: the share is 0", floor=plain(floor))]
    written = inner(rate)
    if rate <= 1:
        return [*lines, share_line(f"max(0, {plain(rate)})" if rate < 0 else f"min({written}, 1)", case)]
    excess = f"min({plain(terms['excess_cap'])}, {plain(terms['excess_rate'])} × ({written} − 1))"
    return [*lines, share_line(f"min({written}, 1) + {excess}", case)]


def growth_gap(terms: Terms, case: Case) -> list[str]:
    """Distance to the target rate, share."""
    gap, actual, target = terms["gap_pp"], terms["actual_value"], terms["target_value"]
    first, second = (actual, target) if case.is_higher_better else (target, actual)
    lines = [
        t(
            "Distance to the target: {first} − {second} = {gap}",
            first=plain(first),
            second=inner(second),
            gap=apart(gap, case.unit),
        )
    ]
    if gap >= 0:
        formula = f"1 + min({plain(terms['gain_cap'])}, {plain(terms['gain_rate'])} × {plain(gap)})"
    else:
        formula = f"max(0, 1 − {plain(terms['loss_rate'])} × {plain(-gap)})"
    return [*lines, share_line(formula, case)]


def standard_line(terms: Terms, case: Case) -> list[str]:
    """Line, shortfall, share."""
    words = {"value": measured(terms["actual_value"], case.unit), "line": measured(terms["line_value"], case.unit)}
    if _misses_floor(terms, case):
        return [_floor_missed(terms, case)]
    short = terms["shortfall"]
    if short <= 0:
        return [t("{value} reaches the line of {line}", **words), share_line("", case)]
    return [
        t("{value} misses the line of {line} by {short}", **words, short=apart(short, case.unit)),
        share_line(f"max(0, 1 − {plain(terms['slope'])} × {plain(short)})", case),
    ]


def efficacy_fixed(terms: Terms, case: Case) -> list[str]:
    """Good and bad value, share, clipped to 0..1."""
    lines = [
        t(
            "Good value {good}, bad value {bad}, actual {value}",
            good=measured(terms["good_limit"], case.unit),
            bad=measured(terms["bad_limit"], case.unit),
            value=measured(terms["actual_value"], case.unit),
        )
    ]
    if _misses_floor(terms, case):
        return [*lines, _floor_missed(terms, case)]
    base, bad = plain(terms["base_share"]), inner(terms["bad_limit"])
    position = f"({plain(terms['actual_value'])} − {bad}) ÷ ({plain(terms['good_limit'])} − {bad})"
    return [*lines, share_line(f"max(0, min(1, {base} + (1 − {base}) × {position}))", case)]


def deduct(terms: Terms, case: Case) -> list[str]:
    """Points a case as a part of the scheme's weight."""
    per_case, weight = plain(terms["per_case"]), inner(terms["scheme_weight"])
    return [
        t("{points} points off per case, {cases}", points=per_case, cases=measured(terms["actual_value"], case.unit)),
        share_line(f"max(0, 1 − {per_case} × {inner(terms['actual_value'])} ÷ {weight})", case),
    ]


def _misses_floor(terms: Terms, case: Case) -> bool:
    floor = terms.get("floor_value")
    if floor is None:
        return False
    return bool(terms["actual_value"] < floor if case.is_higher_better else terms["actual_value"] > floor)


def _floor_missed(terms: Terms, case: Case) -> str:
    return t(
        "{value} misses the floor of {floor}: the share is 0",
        value=measured(terms["actual_value"], case.unit),
        floor=measured(terms["floor_value"], case.unit),
    )
