"""Random indicators and their rules: all thirteen functions, with parameters that a scheme check would let pass."""

import itertools
from dataclasses import replace
from decimal import Decimal
from typing import Any

from tests.oracle.county import County
from tests.oracle.draw import Draw
from tests.oracle.reference_rows import Indicator, PlanCurve, Rule, RuleOverride, RulePart, VoterGroup

D = Decimal
EITHER_WAY = ("growth_gap", "standard_line", "minmax60", "efficacy_fixed", "rank_step", "rank_interval", "deduct")
HIGHER_ONLY = ("completion", "completion", "ratio_best")
NESTS = ("blend", "threshold_then")
INSIDE_GATE = tuple(name for name in EITHER_WAY if name != "growth_gap")
SOURCES = ("统计", "财政", "信访")


def add_indicators(county: County, draw: Draw, count: int) -> None:
    """Indicators in every shape; the first is measured by ballots, the second by milestones, when there is room."""
    for at in range(count):
        direction = draw.one(("higher", "higher", "lower"))
        if at < 2:
            direction = "higher"
        indicator = Indicator(
            indicator_id=f"i{at}",
            name=f"i{at}",
            source=draw.one(SOURCES),
            due_day=draw.one((5, 10, 31)),
            frequency=draw.one(("monthly", "monthly", "monthly", "monthly", "monthly", "quarterly", "annual")),
            due_month=draw.one((None, 3, 6)),
            basis=draw.one(("cumulative", "cumulative", "monthly", "point", "annual")),
            value_kind=draw.one(("amount", "progress", "rate", "count")),
            max_value=draw.one((None, Decimal(100))),
            direction=direction,
        )
        county.indicator.append(indicator)
    if draw.chance(0.2):
        county.indicator[-1] = replace(county.indicator[-1], measures_lateness=True)


def add_rules(county: County, draw: Draw) -> None:
    """One rule per scheme, type and chosen indicator; weights of a type sum to 100."""
    usual = {row.indicator_id: _function(draw, at, row) for at, row in enumerate(county.indicator)}
    for scheme in county.scheme:
        for unit_type in county.unit_type:
            chosen = draw.some(county.indicator, least=(len(county.indicator) + 1) // 2)
            for at, (indicator, weight) in enumerate(zip(chosen, _weights(draw, len(chosen)), strict=True)):
                function = usual[indicator.indicator_id]
                if function not in ("graded", "milestone") and draw.chance(0.15):
                    function = _value_function(draw, indicator)
                key = {"scheme_id": scheme.scheme_id, "unit_type": unit_type.unit_type}
                key |= {"indicator_id": indicator.indicator_id}
                is_open = at == 0 or indicator.measures_lateness or draw.chance(0.6)
                _add_rule(county, draw, {**key, "module_id": "trunk" if is_open else "extra"}, function, weight)
        _add_curves(county, draw, scheme.scheme_id)
        _add_overrides(county, draw, scheme.scheme_id)


def _function(draw: Draw, at: int, indicator: Indicator) -> str:
    if at < 2 and draw.chance(0.8):
        return ("graded", "milestone")[at]
    return _value_function(draw, indicator)


def _value_function(draw: Draw, indicator: Indicator) -> str:
    return draw.one(EITHER_WAY + NESTS + (HIGHER_ONLY if indicator.direction == "higher" else ()))


def _weights(draw: Draw, count: int) -> list[Decimal]:
    """Positive weights in steps of 2.5 that sum to 100."""
    cuts = [0, *sorted(draw.random.sample(range(1, 40), count - 1)), 40]
    return [D("2.5") * (after - before) for before, after in itertools.pairwise(cuts)]


def _add_rule(county: County, draw: Draw, key: dict[str, str], function: str, weight: Decimal) -> None:
    lower = _indicator(county, key["indicator_id"]).direction == "lower"
    no_case = draw.one(("not_applicable", "not_applicable", "full"))
    rule = Rule(**key, weight=weight, no_case_as=no_case, function=function)
    of_rule = {name: value for name, value in key.items() if name != "module_id"}
    if function in NESTS:
        candidates = EITHER_WAY if function == "blend" else INSIDE_GATE
        candidates += () if lower else HIGHER_ONLY
        inner = [draw.one(candidates) for _ in range(2 if function == "blend" else 1)]
        for part, name in enumerate(inner, 1):
            county.rule_part.append(RulePart(**of_rule, part=part, function=name, **_parameters(draw, name, lower)))
        if function == "blend":
            rule = replace(rule, blend_share=draw.maybe("0.3 0.5 1"))
        else:
            gates = "0.5 1 0.8" if inner[0] == "completion" else "1 3 5"
            rule = replace(rule, gate=draw.number(gates), below_share=draw.maybe("0.2 0.1"))
    else:
        rule = replace(rule, **_parameters(draw, function, lower))
    county.rule.append(rule)


def _parameters(draw: Draw, function: str, lower: bool) -> dict[str, Any]:
    if function == "completion":
        floor = draw.maybe("0.5 1", 0.2)
        return {"excess_cap": draw.maybe("0 0.05 0.2"), "excess_rate": draw.maybe("1 0.25"), "floor_value": floor}
    if function == "growth_gap":
        return {"gain_cap": draw.maybe("0 0.05"), "gain_rate": draw.maybe("0.01"), "loss_rate": draw.maybe("0.1 0.02")}
    by_plan = draw.one((None, None, True, False))
    if function == "standard_line":
        limits = {"line": draw.number("3 5 10"), "slope": draw.maybe("0.1 0.01"), "by_plan": by_plan}
        return {**limits, "floor_value": draw.maybe("1 5", 0.2)}
    if function == "efficacy_fixed":
        good, bad = draw.one((("10", "2"), ("5", "0"), ("3", "1")))
        good, bad = (bad, good) if lower else (good, bad)
        limits = {"good_value": D(good), "bad_value": D(bad), "by_plan": by_plan}
        return {**limits, "base_share": draw.maybe("0.5 0"), "floor_value": draw.maybe("1 5", 0.2)}
    if function in ("minmax60", "rank_interval"):
        return {"base_share": draw.maybe("0.5 0 0.833333")}
    if function == "rank_step":
        tie_rank = draw.one((None, "mean", "best"))
        return {"step": draw.maybe("0.1 0.02"), "min_share": draw.maybe("0 0.7"), "tie_rank": tie_rank}
    if function == "deduct":
        return {"per_case": draw.number("0.5 2")}
    if function == "graded":
        return {"trim_over": draw.one((None, 3, 100))}
    return {"late_share": draw.maybe("0.5 1")} if function == "milestone" else {}


def _indicator(county: County, indicator_id: str) -> Indicator:
    return next(row for row in county.indicator if row.indicator_id == indicator_id)


def _add_curves(county: County, draw: Draw, scheme_id: str) -> None:
    for indicator in county.indicator:
        if draw.chance(0.25):
            shares = sorted(draw.number("0 0 0.1 0.25 0.5 0.583333333333 0.9 1") for _ in range(11))
            county.plan_curve += [
                PlanCurve(scheme_id=scheme_id, indicator_id=indicator.indicator_id, month_index=at, plan_share=share)
                for at, share in enumerate((*shares, D(1)), 1)
            ]
        for group, weight in (("领导", "0.6"), ("互评", "0.4")):
            key = {"scheme_id": scheme_id, "indicator_id": indicator.indicator_id}
            county.voter_group.append(VoterGroup(**key, voter_group=group, weight=D(weight)))


def _add_overrides(county: County, draw: Draw, scheme_id: str) -> None:
    for unit in county.unit:
        for indicator in draw.some(county.indicator, most=2) if draw.chance(0.3) else []:
            good, bad = (D(4), D(1)) if indicator.direction == "higher" else (D(1), D(4))
            has_limits = draw.chance(0.4)
            county.rule_override.append(
                RuleOverride(
                    scheme_id=scheme_id,
                    unit_id=unit.unit_id,
                    indicator_id=indicator.indicator_id,
                    is_assigned=draw.chance(0.5),
                    weight=draw.maybe("7.5 20"),
                    line=draw.maybe("2 4"),
                    good_value=good if has_limits else None,
                    bad_value=bad if has_limits else None,
                )
            )
