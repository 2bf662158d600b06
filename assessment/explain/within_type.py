"""Relative functions, which compare a unit with its type: minmax60, rank_step, rank_interval, ratio_best."""

from assessment.explain.number import inner, measured, plain
from assessment.explain.terms import Case, Terms, share_line
from assessment.i18n import t


def minmax60(terms: Terms, case: Case) -> list[str]:
    """Best and worst of the type, share between them."""
    best, worst = terms["best_value"], terms["worst_value"]
    lines = [
        t(
            "Among {count} scored units of the type the best has {best}, the worst {worst}; this unit {value}",
            count=plain(terms["scored_count"]),
            best=measured(best, case.unit),
            worst=measured(worst, case.unit),
            value=measured(terms["actual_value"], case.unit),
        )
    ]
    if best == worst:
        return [*lines, _all_equal(case)]
    base, least = plain(terms["base_share"]), inner(worst)
    position = f"({plain(terms['actual_value'])} − {least}) ÷ ({plain(best)} − {least})"
    return [*lines, share_line(f"{base} + (1 − {base}) × {position}", case)]


def rank_step(terms: Terms, case: Case) -> list[str]:
    """Place, a step down for each place behind the first."""
    place, step = terms["place"], terms["step"]
    lines = [_place(terms, case)]
    if (case.share == 1 and place > 1 and step > 0) or (case.share == 0 and terms["min_share"] > 0):
        return [*lines, _all_equal(case)]
    return [*lines, share_line(f"max({plain(terms['min_share'])}, 1 − {plain(step)} × ({plain(place)} − 1))", case)]


def rank_interval(terms: Terms, case: Case) -> list[str]:
    """Place, spread evenly between full and the base share."""
    place, count, base = terms["place"], terms["scored_count"], terms["base_share"]
    lines = [_place(terms, case)]
    if count == 1 or (case.share == 1 and place > 1 and base < 1) or (case.share == 0 and base > 0):
        return [*lines, _all_equal(case)]
    spread = f"({plain(count)} − {plain(place)}) ÷ ({plain(count)} − 1)"
    return [*lines, share_line(f"{plain(base)} + (1 − {plain(base)}) × {spread}", case)]


def ratio_best(terms: Terms, case: Case) -> list[str]:
    """The value as a part of the best one."""
    best, value = terms["best_value"], terms["actual_value"]
    lines = [
        t(
            "Among {count} scored units of the type the best has {best}; this unit {value}",
            count=plain(terms["scored_count"]),
            best=measured(best, case.unit),
            value=measured(value, case.unit),
        )
    ]
    if best <= 0:
        return [*lines, _all_equal(case) if value == best else share_line("", case)]
    return [*lines, share_line(f"max(0, {plain(value)} ÷ {plain(best)})", case)]


def _place(terms: Terms, case: Case) -> str:
    place = terms["place"]
    words = {
        "value": measured(terms["actual_value"], case.unit),
        "place": plain(place),
        "count": plain(terms["scored_count"]),
    }
    if place % 1:
        return t("{value} is place {place} (the mean of the tied places) among {count} scored units", **words)
    return t("{value} is place {place} among {count} scored units", **words)


def _all_equal(case: Case) -> str:
    if case.share == 0:
        return t("All scored units of the type have 0: the share is 0")
    return t("All scored units of the type are equal: the share is {share}", share=plain(case.share))
