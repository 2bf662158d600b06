"""What the dictionary says in sentences: the scheme as a whole, one indicator, one change between two schemes."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

import pandas as pd

from assessment import labels
from assessment.explain import function_name
from assessment.i18n import t
from assessment.periods import MONTH_NAMES

Row = Any


def headline(entries: pd.DataFrame, changes: pd.DataFrame, scheme_id: str | None) -> str:
    """How many indicators are in force and what the scheme changed; `changes` of every scheme, a line a type."""
    in_force = int(entries["is_in_force"].sum())
    if in_force == 0:
        return t("No scheme is in force yet")
    parts = [t("{count} indicators in force", count=labels.count(in_force))]
    own = changes[changes["scheme_id"] == scheme_id]
    if own.empty:
        return parts[0]
    added = own.loc[own["is_new"].astype(bool), "indicator_id"].nunique()
    ended = own.loc[own["is_gone"].astype(bool), "indicator_id"].nunique()
    adjusted = own["indicator_id"].nunique() - added - ended
    words = [
        (added, t("{count} new", count=added)),
        (ended, t("{count} ended", count=ended)),
        (adjusted, t("{count} adjusted", count=adjusted)),
    ]
    said = t(", ").join(word for count, word in words if count)
    parts.append(t("since {month} {changes}", month=month_name(own["effective_month"].iloc[0]), changes=said))
    return t("; ").join(parts)


def about_one(entry: Row, weights: Sequence[float], types: int) -> str:
    """The title over one indicator: its function and its weights in the types on screen, of which there are `types`."""
    name = labels.name(entry.indicator, entry.indicator_en)
    if not entry.is_in_force:
        return t("{indicator}: not used by the scheme in force", indicator=name)
    if not weights:
        return t("{indicator}: not used for these types", indicator=name)
    method = function_name(entry.function) if entry.function_count == 1 else t("scored differently by type")
    return t("{indicator}: {method}, {weight}", indicator=name, method=method, weight=_weight(weights, types))


def _weight(weights: Sequence[float], types: int) -> str:
    least, most = labels.number(min(weights)), labels.number(max(weights))
    if types == 1:
        return t("weight {weight}", weight=most)
    weight = most if least == most else t("{least} to {most}", least=least, most=most)
    if len(weights) == types:
        by_type = t("weight {weight} by type", weight=weight)
        return t("weight {weight} in all types", weight=weight) if least == most else by_type
    return t("weight {weight} in {count} of {types} types", weight=weight, count=len(weights), types=types)


def history(changes: Iterable[Row], words: Callable[[str, str], str]) -> list[str]:
    """One line a change, the types that changed alike together: `A、B1: weight 15 → 12`.

    `changes` are the rows of one indicator and one scheme; `words(scheme_id, unit_type)` says the rule there.
    """
    lines: dict[str, list[str]] = {}
    for row in changes:
        line = _change(row, words)
        if line:
            lines.setdefault(line, []).append(row.unit_type)
    return [t("{types}: {change}", types=labels.listing(types), change=line) for line, types in lines.items()]


def _change(row: Row, words: Callable[[str, str], str]) -> str:
    if row.change in ("function", "parameter"):
        before, after = words(row.previous_id, row.unit_type), words(row.scheme_id, row.unit_type)
        if before == after:
            return ""
        if row.change == "function":
            return t("another function. Before: {before}. Now: {after}", before=before, after=after)
        return t("other parameters. Before: {before}. Now: {after}", before=before, after=after)
    module = labels.name(row.module_after, row.module_after_en)
    before_module = labels.name(row.module_before, row.module_before_en)
    now, then = labels.number(row.weight_after), labels.number(row.weight_before)
    said = {
        "added": lambda: t("new, weight {weight}, in module {module}", weight=now, module=module),
        "ended": lambda: t("ended (weight {weight} before)", weight=then),
        "weight": lambda: t("weight {before} → {after}", before=then, after=now),
        "module": lambda: t("module {before} → {after}", before=before_module, after=module),
        "no_case": lambda: t("another rule for months without a case"),
        "voters": lambda: t("other voter groups or weights of theirs"),
        "plan": lambda: t("another plan curve"),
    }
    return said[row.change]()


def month_name(month: Any) -> str:
    """A month as `2026年1月`, `Jan 2026`."""
    day: date = month
    return t("{month} {year}", month=t(MONTH_NAMES[day.month - 1]), year=day.year)


def target(row: Row, measure_unit: str) -> str:
    """The range of a type's annual targets: `400 — 6,000 万元 (15 units)`."""
    least, most = labels.amount(row.least_target, measure_unit), labels.amount(row.most_target, measure_unit)
    said = most if least == most else t("{least} to {most}", least=least, most=most)
    if row.unit_count == 1:
        said = t("{range} (one unit)", range=said)
    else:
        said = t("{range} ({count} units)", range=said, count=labels.count(row.unit_count))
    if row.not_set_count:
        return t("{said}, {count} with none this year", said=said, count=labels.count(row.not_set_count))
    return said


def due(entry: Row) -> str:
    """When it is handed in: `every month, by day 15 of the month after`."""
    rhythm = {
        "monthly": t("every month"),
        "quarterly": t("every quarter"),
        "annual": t("once a year"),
    }[entry.frequency]
    return t("{rhythm}, by day {day} of the month after", rhythm=rhythm, day=labels.count(entry.due_day))


def basis(code: str) -> str:
    """Over which time a value counts."""
    words = {
        "cumulative": t("cumulative from the year's first month"),
        "monthly": t("of the month alone"),
        "point": t("as it stands at the month's end"),
        "annual": t("of the whole year"),
    }
    return words[code]


def level(code: str) -> str:
    """Whose indicator it is."""
    return {"province": t("provincial"), "city": t("municipal"), "county": t("the county's own")}[code]


def direction(code: str) -> str:
    """Which way is better."""
    return t("the higher the better") if code == "higher" else t("the lower the better")


def value_range(entry: Row) -> str:
    """What a value can be; `—` where nothing limits it."""
    low, high = labels.is_missing(entry.min_value), labels.is_missing(entry.max_value)
    unit = labels.measure(entry.measure_unit)
    if low and high:
        return t("any number")
    if high:
        return t("from {low}", low=labels.amount(entry.min_value, entry.measure_unit))
    if low:
        return t("up to {high}", high=labels.amount(entry.max_value, entry.measure_unit))
    return t("{least} to {most}", least=labels.number(entry.min_value), most=labels.number(entry.max_value) + unit)
