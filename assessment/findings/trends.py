"""What a trend says, in one sentence: where it stands, against the period before and last year, for how long it runs.

Rows are those of `reports.trends`, one subject at a time, oldest first; `period` is the one on screen.
"""

from collections.abc import Callable
from functools import reduce
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings import changes
from assessment.findings.moments import Calendar
from assessment.i18n import t
from assessment.periods import Period

_RUN_FROM = 2
"""A run is told from this many periods on."""
_NAMED_AT_MOST = 3
Row = Any


def at(rows: pd.DataFrame, period: Period) -> Row | None:
    """The row of the period on screen; a year shows its latest month."""
    listed = [row for row in _rows(rows) if row.period_kind == kind_shown(period)]
    if period.kind == "year":
        return next(reversed(listed), None)
    return next((row for row in listed if row.period_start.date() == period.start), None)


def kind_shown(period: Period) -> str:
    """Months for months and years, quarters for quarters."""
    return "quarter" if period.kind == "quarter" else "month"


def score_line(subject: str, rows: pd.DataFrame, period: Period, calendar: Calendar, measure: str) -> str:
    """A type's median, a module's median or a unit's score (`measure` names the column)."""
    row = at(rows, period)
    if row is None or labels.is_missing(getattr(row, measure)):
        return t("{subject}: no score in {when}", subject=subject, when=_when(period, calendar))
    score = labels.score(getattr(row, measure))
    words = {"subject": subject, "when": calendar.short(row.period_kind, row.period_start.date()), "score": score}
    if measure == "score":
        head = t("{subject} scores {score} in {when}", **words)
        parts = [head, *_gap(row)]
    else:
        parts = [t("{subject}: median {score} in {when}", **words)]
    return _joined([*parts, *compared(row, calendar), *_run(rows, row)])


def types_line(rows: pd.DataFrame, period: Period, calendar: Calendar) -> str:
    """Over several types: how many medians rose and fell, and which furthest."""
    found = [(name, at(own, period)) for name, own in _by(rows, "unit_type", _type_name)]
    known = [(name, row) for name, row in found if row is not None and not labels.is_missing(row.median_score)]
    when = _when(period, calendar)
    if not known:
        return t("No results in this period")
    moved = [(name, row.pop_change) for name, row in known if not labels.is_missing(row.pop_change)]
    if not moved:
        return t("{when}: medians of {count} types, no earlier period to compare with", when=when, count=len(known))
    up = sum(changes.direction(change) > 0 for _, change in moved)
    down = sum(changes.direction(change) < 0 for _, change in moved)
    head = _counts(when, len(moved), up, down)
    return _joined([head, *_extremes(moved)])


def modules_line(subject: str, rows: pd.DataFrame, period: Period, calendar: Calendar) -> str:
    """Over a type's modules: which rose and fell furthest, or which stands lowest where nothing compares."""
    found = [(name, at(own, period)) for name, own in _by(rows, "module_id", _module_name)]
    known = [(name, row) for name, row in found if row is not None and not labels.is_missing(row.median_score)]
    when = _when(period, calendar)
    if not known:
        return t("{subject}: no score in {when}", subject=subject, when=when)
    moved = [(name, row.pop_change) for name, row in known if not labels.is_missing(row.pop_change)]
    parts = _extremes(moved)
    lowest = min(float(row.median_score) for _, row in known)
    there = [name for name, row in known if float(row.median_score) == lowest]
    if len(known) > 1 and len(there) <= _NAMED_AT_MOST:
        words = {"names": labels.listing(there), "score": labels.score(lowest)}
        parts.append(t("lowest: {names} ({score} of 100)", **words))
    head = t("{subject}, modules in {when}", subject=subject, when=when)
    return t("{subject}: {finding}", subject=head, finding=_joined(parts)) if parts else head


def indicator_line(subject: str, rows: pd.DataFrame, indicator: Row, of_unit: bool, calendar: Calendar) -> str:
    """An indicator of a type (median) or a unit in its newest month with a value; cumulative amounts both ways."""
    valued = rows[rows["measure"].notna()]
    if valued.empty:
        return t("{subject}: nothing reported yet", subject=subject)
    row = _rows(valued)[-1]
    unit, start = measure_unit(indicator), row.period_start.date()
    when = calendar.short("month", start)
    words = {"subject": subject, "value": labels.amount(row.measure, unit)}
    if indicator.is_additive:
        words["when"] = calendar.so_far(row.year_start.date(), start)
        head = (
            t("{subject} {value} in {when}", **words) if of_unit else t("{subject}: median {value} in {when}", **words)
        )
        parts = [head, *_last_year(changes.change(row.yoy_change, row.yoy_rate, unit), row.yoy_change)]
        return "".join([_joined(parts), *_month_alone(row, unit, when, of_unit, calendar)])
    words["when"] = when
    head = t("{subject} {value} in {when}", **words) if of_unit else t("{subject}: median {value} in {when}", **words)
    parts = [head, *_before(row, changes.change(row.pop_change, row.pop_rate, unit), row.pop_change, calendar)]
    return _joined([*parts, *_last_year(changes.change(row.yoy_change, row.yoy_rate, unit), row.yoy_change)])


def measure_unit(indicator: Row) -> str:
    """What the followed number is measured in: a share of 100 where nothing but a grade or milestones is known."""
    return str(indicator.measure_unit) if indicator.has_value else "%"


def compared(row: Row, calendar: Calendar) -> list[str]:
    """Against the period before and the same one of last year, in points."""
    before = _before(row, changes.change(row.pop_change, None, changes.SCORE), row.pop_change, calendar)
    return [*before, *_last_year(changes.change(row.yoy_change, None, changes.SCORE), row.yoy_change)]


def run_length(rows: pd.DataFrame, row: Row) -> int:
    """For how many periods in a row, this one the last, the change has had this one's direction (sign included).

    A period that is missing, or whose change is unknown, ends the run.
    """
    by_start = {found.period_start: found for found in _rows(rows) if found.period_kind == row.period_kind}
    way, count = changes.direction(row.pop_change), 0
    here: Row | None = row
    while here is not None and way and changes.direction(here.pop_change) == way:
        count += 1
        here = by_start.get(here.previous_start)
    return way * count


def _run(rows: pd.DataFrame, row: Row) -> list[str]:
    length = run_length(rows, row)
    return [changes.run_words(abs(length), length > 0, row.period_kind)] if abs(length) >= _RUN_FROM else []


def _before(row: Row, written: str, difference: object, calendar: Calendar) -> list[str]:
    if labels.is_missing(difference):
        return []
    kind = getattr(row, "period_kind", "month")
    name = calendar.seen_from(row.period_start.date(), row.previous_start.date(), kind)
    return [t("{change} on {period}", change=written, period=name)]


def _last_year(written: str, difference: object) -> list[str]:
    return [] if labels.is_missing(difference) else [t("{change} on a year earlier", change=written)]


def _month_alone(row: Row, unit: str, when: str, of_unit: bool, calendar: Calendar) -> list[str]:
    if labels.is_missing(row.increment) or row.period_start == row.year_start:
        return []
    words = {"value": labels.amount(row.increment, unit), "when": when}
    head = t("{value} in {when} alone", **words) if of_unit else t("{when} alone: median {value}", **words)
    rate = row.increment_pop_rate
    written = (
        changes.change(row.increment_pop_change, None, unit)
        if labels.is_missing(rate)
        else changes.signed_percent(rate)
    )
    return [t("; "), _joined([head, *_before(row, written, row.increment_pop_change, calendar)])]


def _gap(row: Row) -> list[str]:
    way = changes.direction(row.median_gap)
    if labels.is_missing(row.median_gap):
        return []
    if way == 0:
        return [t("at its type's median")]
    points = labels.score(abs(float(row.median_gap)))
    return [
        t("{points} above its type's median", points=points)
        if way > 0
        else t("{points} below its type's median", points=points)
    ]


def _counts(when: str, types: int, up: int, down: int) -> str:
    words = {"when": when, "types": types, "up": up, "down": down}
    if up == types:
        return t("{when}: the medians of all {types} types rose", **words)
    if down == types:
        return t("{when}: the medians of all {types} types fell", **words)
    return t("{when}: medians of {types} types, {up} rose and {down} fell", **words)


def _extremes(moved: list[tuple[str, object]]) -> list[str]:
    """The furthest up and the furthest down, by name."""
    sizes = [(name, float(str(change))) for name, change in moved]
    parts = []
    for is_up in (True, False):
        there = [(name, size) for name, size in sizes if changes.direction(size) == (1 if is_up else -1)]
        if not there:
            continue
        extreme = (max if is_up else min)(size for _, size in there)
        names = [name for name, size in there if labels.signed(size) == labels.signed(extreme)]
        if len(names) > _NAMED_AT_MOST:
            continue
        words = {"names": labels.listing(names), "points": labels.signed(extreme)}
        parts.append(
            t("{names} furthest up ({points})", **words) if is_up else t("{names} furthest down ({points})", **words)
        )
    return parts


def _rows(rows: pd.DataFrame) -> list[Row]:
    return list(rows.itertuples(index=False))


def _by(rows: pd.DataFrame, column: str, called: Callable[[Row], str]) -> list[tuple[str, pd.DataFrame]]:
    return [(called(own.iloc[-1]), own) for _, own in rows.groupby(column, sort=False)]


def _type_name(row: Row) -> str:
    return labels.type_name(row.unit_type, row.type_name, row.type_name_en)


def _module_name(row: Row) -> str:
    return labels.name(row.module, row.module_en)


def _when(period: Period, calendar: Calendar) -> str:
    return calendar.full(period.kind, period.start)


def _joined(parts: list[str]) -> str:
    return reduce(lambda first, second: t("{first}, {second}", first=first, second=second), parts)
