"""A rule in words: its function with every parameter, as the dictionary and the score card say it."""

from collections.abc import Callable, Sequence
from typing import Any

from assessment import labels
from assessment.explain.names import function_name
from assessment.explain.number import plain
from assessment.i18n import t

Rule = Any
"""One row of `reports.dictionary_rules` as `itertuples` yields it."""


LISTED = "listed"
"""Stands for a number that a table beside the sentence gives type by type."""


def sentence(rule: Rule, parts: Sequence[Rule] = ()) -> str:
    """`Completion against plan: full at the plan, …`; a county's own function is named only.

    `parts` are the inner functions of blend (two) and threshold_then (one), in their order.
    """
    words = _body(rule, parts)
    return t("{function}: {terms}", function=function_name(rule.function), terms=words) if words else rule.function


def limits(rule: Rule, parts: Sequence[Rule] = ()) -> dict[str, str]:
    """The numbers of a rule that types usually have of their own, by name: line, good and bad value, gate, case."""
    names = {
        "gate": t("Gate"),
        "line": t("Line"),
        "good_value": t("Good value"),
        "bad_value": t("Bad value"),
        "per_case": t("Points per case"),
    }
    found = {}
    for one in (rule, *parts):
        for column, name in names.items():
            value = getattr(one, column)
            if not labels.is_missing(value):
                found[name] = _limit(column, value, one, parts)
    return found


def _limit(column: str, value: object, rule: Rule, parts: Sequence[Rule]) -> str:
    if column == "per_case":
        return plain(value)
    if column == "gate" and parts and parts[0].function == "completion":
        return f"{_part(value)}%"
    return _value(value, rule)


def general(rule: Rule, parts: Sequence[Rule] = ()) -> str:
    """The sentence without the numbers of `limits`: what types with different limits share."""
    blank = dict.fromkeys(("gate", "line", "good_value", "bad_value", "per_case"), LISTED)

    def blanked(one: Rule) -> Rule:
        stated = {name: mark for name, mark in blank.items() if not labels.is_missing(getattr(one, name))}
        return one._replace(**stated)

    return sentence(blanked(rule), [blanked(part) for part in parts])


def _body(rule: Rule, parts: Sequence[Rule]) -> str:
    if rule.function == "blend":
        return _blend(rule, parts)
    if rule.function == "threshold_then":
        return _threshold_then(rule, parts)
    say = _WORDS.get(rule.function)
    return say(rule) if say else ""


def _completion(rule: Rule) -> str:
    clauses = [t("full marks at the plan to date, in proportion below it")]
    if rule.excess_cap > 0 and rule.excess_rate > 0:
        clauses.append(
            t(
                "each 1% above adds {gain}%, at most {cap}%",
                gain=_hundredth(rule.excess_rate),
                cap=_part(rule.excess_cap),
            )
        )
    else:
        clauses.append(t("nothing is added above it"))
    if not labels.is_missing(rule.floor_value):
        clauses.append(t("0 where less than {floor}% of the plan is done", floor=_part(rule.floor_value)))
    return t("; ").join(clauses)


def _growth_gap(rule: Rule) -> str:
    words = {"unit": _step_unit(rule), "gain": _part(rule.gain_rate), "loss": _part(rule.loss_rate)}
    words["cap"] = _part(rule.gain_cap)
    if rule.direction == "lower":
        return t(
            "full marks at the target rate; each {unit} lower adds {gain}%, at most {cap}%; each {unit} higher takes "
            "{loss}%",
            **words,
        )
    return t(
        "full marks at the target rate; each {unit} higher adds {gain}%, at most {cap}%; each {unit} lower takes "
        "{loss}%",
        **words,
    )


def _standard_line(rule: Rule) -> str:
    words = {"line": _value(rule.line, rule), "unit": _step_unit(rule), "slope": _part(rule.slope)}
    if rule.direction == "lower":
        said = t("full marks up to {line}; each {unit} above takes {slope}%", **words)
    else:
        said = t("full marks from {line}; each {unit} below takes {slope}%", **words)
    return t("; ").join([said, *_limits(rule, t("the line grows with the plan to date"))])


def _minmax60(rule: Rule) -> str:
    return t(
        "the best of the type gets full marks, the last {base}%, the others in between by their distance",
        base=_part(rule.base_share),
    )


def _efficacy_fixed(rule: Rule) -> str:
    said = t(
        "full marks at the good value {good}, {base}% at the bad value {bad}, on a straight line between and beyond, "
        "never below 0 or above full marks",
        good=_value(rule.good_value, rule),
        bad=_value(rule.bad_value, rule),
        base=_part(rule.base_share),
    )
    return t("; ").join([said, *_limits(rule, t("both values grow with the plan to date"))])


def _rank_step(rule: Rule) -> str:
    said = t(
        "first in the type gets full marks, each place behind takes {step}%, at least {least}% remain",
        step=_part(rule.step),
        least=_part(rule.min_share),
    )
    tied = t("tied units share their best place") if rule.tie_rank == "best" else t("tied units share their mean place")
    return t("; ").join([said, tied])


def _rank_interval(rule: Rule) -> str:
    said = t(
        "first in the type gets full marks, the last {base}%, the others evenly by place", base=_part(rule.base_share)
    )
    return t("; ").join([said, t("tied units share their mean place")])


def _ratio_best(_rule: Rule) -> str:
    return t("the value as a part of the best of the type; a negative value gets 0")


def _deduct(rule: Rule) -> str:
    return t("each case takes {points} points off the weight, down to 0", points=_case(rule.per_case))


def _graded(rule: Rule) -> str:
    clauses = [
        t("the mean of the ballots: {grades}", grades=_shares(rule.grades, rule.grade_shares)),
        t("a group with more than {count} ballots drops one highest and one lowest", count=plain(rule.trim_over)),
    ]
    if not _is_empty(rule.voters):
        clauses.append(t("groups weigh {groups}", groups=_shares(rule.voters, rule.voter_weights)))
    return t("; ").join(clauses)


def _milestone(rule: Rule) -> str:
    return t(
        "of the milestones due by the month's end, those on time count in full, late ones {late}%, open ones 0",
        late=_part(rule.late_share),
    )


def _blend(rule: Rule, parts: Sequence[Rule]) -> str:
    shares = (rule.blend_share, 1 - rule.blend_share)
    return t("; ").join(
        t("{share}% by {method}", share=_part(share), method=_inner(part))
        for share, part in zip(shares, parts, strict=False)
    )


def _threshold_then(rule: Rule, parts: Sequence[Rule]) -> str:
    first = parts[0]
    is_rate = first.function == "completion"
    gate = f"{_part(rule.gate)}%" if is_rate and rule.gate != LISTED else _value(rule.gate, rule)
    words = {"gate": gate, "below": _part(rule.below_share), "method": _inner(first)}
    if is_rate:
        return t("a completion rate under {gate} gets {below}%; from there on {method}", **words)
    if rule.direction == "lower":
        return t("above {gate} it gets {below}%; up to there {method}", **words)
    return t("under {gate} it gets {below}%; from there on {method}", **words)


def _inner(part: Rule) -> str:
    words = _body(part, ())
    return t("{function} ({parts})", function=function_name(part.function), parts=words) if words else part.function


def _limits(rule: Rule, plan_words: str) -> list[str]:
    """What moves or ends the limits of a function with lines: the plan, a floor, units with limits of their own."""
    said = [plan_words] if rule.is_by_plan else []
    if not labels.is_missing(rule.floor_value):
        floor = _value(rule.floor_value, rule)
        is_lower = rule.direction == "lower"
        said.append(
            t("above {floor} it gets 0", floor=floor) if is_lower else t("below {floor} it gets 0", floor=floor)
        )
    if rule.own_limit_count == 1:
        said.append(t("one unit has limits of its own"))
    elif rule.own_limit_count:
        said.append(t("{count} units have limits of their own", count=labels.count(rule.own_limit_count)))
    return said


def _shares(names: Any, shares: Any) -> str:
    return labels.listing([f"{name} {_part(share)}%" for name, share in zip(names, shares, strict=True)])


def _is_empty(names: Any) -> bool:
    return labels.is_missing(names) or len(names) == 0


def _part(share: object) -> str:
    """A share as a number of percent: 0.1 -> 10."""
    return labels.number(100 * float(str(share)), 4)


def _hundredth(rate: object) -> str:
    """What one percent over the plan adds, in percent: rate 0.5 -> 0.5."""
    return labels.number(rate, 4)


def _value(value: object, rule: Rule) -> str:
    if value == LISTED:
        return t("(listed below)")
    return f"{plain(value)}{labels.measure(rule.measure_unit)}"


def _case(points: object) -> str:
    return t("(listed below)") if points == LISTED else plain(points)


def _step_unit(rule: Rule) -> str:
    return t("percentage point") if rule.measure_unit == "%" else f"1{labels.measure(rule.measure_unit)}"


_WORDS: dict[str, Callable[[Rule], str]] = {
    "completion": _completion,
    "growth_gap": _growth_gap,
    "standard_line": _standard_line,
    "minmax60": _minmax60,
    "efficacy_fixed": _efficacy_fixed,
    "rank_step": _rank_step,
    "rank_interval": _rank_interval,
    "ratio_best": _ratio_best,
    "deduct": _deduct,
    "graded": _graded,
    "milestone": _milestone,
}
