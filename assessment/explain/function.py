"""The sentences of any scoring function, composed ones included."""

import json
from dataclasses import replace
from typing import Any

from assessment.explain import against_plan, by_people, within_type
from assessment.explain.names import function_name, parts
from assessment.explain.number import plain
from assessment.explain.terms import Case, Speaker, Terms, share_line
from assessment.i18n import t

SPEAKERS: dict[str, Speaker] = {
    "completion": against_plan.completion,
    "growth_gap": against_plan.growth_gap,
    "standard_line": against_plan.standard_line,
    "minmax60": within_type.minmax60,
    "efficacy_fixed": against_plan.efficacy_fixed,
    "rank_step": within_type.rank_step,
    "rank_interval": within_type.rank_interval,
    "ratio_best": within_type.ratio_best,
    "deduct": against_plan.deduct,
    "graded": by_people.graded,
    "milestone": by_people.milestone,
}


def sentences(function_key: str, terms: str, case: Case) -> list[str]:
    """How the stored terms (JSON) of a function, or of one with inner functions, gave the share."""
    own, *inner = parts(function_key)
    known: Terms = json.loads(terms)
    if own == "blend" and len(inner) == 2:
        return _blend(known, inner, case)
    if own == "threshold_then" and inner:
        return _threshold(known, inner[0], case)
    return _leaf(own, known, case)


def _leaf(function: str, terms: Terms, case: Case) -> list[str]:
    if function in SPEAKERS:
        return SPEAKERS[function](terms, case)
    named = t("; ").join(f"{name} = {_value(value)}" for name, value in terms.items() if value is not None)
    return [t("{function}: {terms}", function=function, terms=named), share_line("", case)]


def _blend(terms: Terms, inner: list[str], case: Case) -> list[str]:
    first, second, share = terms["first_share"], terms["second_share"], plain(terms["blend_share"])
    lines = []
    for place, part, made in ((1, first, "first_terms"), (2, second, "second_terms")):
        name = function_name(inner[place - 1])
        lines.append(t("Method {number}, {function}:", number=place, function=name))
        lines += _leaf(inner[place - 1], _inner(terms[made]), replace(case, share=part))
    formula = f"{share} × {plain(first)} + (1 − {share}) × {plain(second)}"
    return [*lines, t("Blended share: {formula} = {share}", formula=formula, share=plain(case.share))]


def _threshold(terms: Terms, function: str, case: Case) -> list[str]:
    within = _inner(terms["first_terms"])
    value = within.get("completion_rate", within.get("actual_value", terms["first_share"]))
    words = {"value": plain(value), "gate": plain(terms["gate"])}
    is_passed = value >= terms["gate"] if case.is_higher_better else value <= terms["gate"]
    if not is_passed:
        return [t("{value} does not pass the gate of {gate}", **words), share_line("", case)]
    passed = t("{value} passes the gate of {gate}; then {function}:", **words, function=function_name(function))
    return [passed, *_leaf(function, within, replace(case, share=terms["first_share"]))]


def _inner(terms: Any) -> Terms:
    """Inner terms are stored as JSON text inside the JSON."""
    found: Terms = json.loads(terms) if isinstance(terms, str) else terms
    return found


def _value(value: object) -> str:
    return plain(value) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
