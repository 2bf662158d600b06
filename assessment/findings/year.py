"""The year so far in words: who leads, how steadily, who won the quarters. Rows are those of `reports.year`."""

from functools import reduce
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings.moments import Calendar
from assessment.i18n import t

_NAMED_AT_MOST = 3
Row = Any


def headline(rows: pd.DataFrame, calendar: Calendar) -> str:
    """The title over the tables of all types shown."""
    if rows.empty:
        return t("No results in this year")
    types = list(rows["unit_type"].drop_duplicates())
    if len(types) == 1:
        row = rows.iloc[0]
        called = labels.type_name(row["unit_type"], row["type_name"], row["type_name_en"])
        return t("{first}, {second}", first=called, second=type_line(rows, calendar))
    when = so_far(rows, calendar)
    parts = [*_steady(rows, when)]
    led = [code for code in types if not _leaders(rows[rows["unit_type"] == code]).empty]
    if len(led) == len(types):
        parts.append(t("all {types} types have a leader of the year", types=len(types)))
    elif led:
        parts.append(t("{count} of {types} types have a leader of the year", count=len(led), types=len(types)))
    else:
        parts.append(t("too few months to rank the year"))
    return _joined(parts)


def type_line(rows: pd.DataFrame, calendar: Calendar) -> str:
    """One type: the year's leader and how steady, or without one who is steady; winners of the quarters."""
    led = [*_lead(rows, calendar), *_months_of_leader(rows)] or _steady(rows, so_far(rows, calendar))
    return t("; ").join([_joined(led), *_quarters(rows, calendar)])


def so_far(rows: pd.DataFrame, calendar: Calendar) -> str:
    """2026年1—6月: the months of the year that have results."""
    months = rows[rows["period_kind"] == "month"]
    first, last = months["period_start"].min().date(), months["period_start"].max().date()
    year = calendar.period("month", last).year
    start = pd.Timestamp(rows.loc[rows["period_kind"] == "month", "year_start"].iloc[0]).date()
    begun = start if len(calendar.months(start, first)) < 2 else first
    return t("{months} {year}", year=year, months=calendar.so_far(begun, last))


def _steady(rows: pd.DataFrame, when: str) -> list[str]:
    """Units in the first tier in every month that has tiers."""
    counts = first_tier_months(rows)
    always = [name for name, (first, tiered) in counts.items() if tiered and first == tiered]
    most = max((tiered for _, tiered in counts.values()), default=0)
    if most == 0:
        return [t("{when}: no month with tiers yet", when=when)]
    words = {"when": when, "months": most}
    if not always:
        return [t("{when}: no unit in the first tier in all {months} months with tiers", **words)]
    if len(always) <= _NAMED_AT_MOST:
        return [t("{when}: {units} in the first tier every month", units=labels.listing(always), **words)]
    return [t("{when}: {count} units in the first tier every month", count=len(always), **words)]


def first_tier_months(rows: pd.DataFrame) -> dict[str, tuple[int, int]]:
    """By unit: how many of its months were in the first tier, of how many with a tier."""
    months = rows[(rows["period_kind"] == "month") & rows["tier"].notna()]
    found = {}
    for _, own in months.groupby("unit_id", sort=False):
        name = labels.name(own["unit"].iloc[0], own["unit_en"].iloc[0])
        found[name] = (int((own["tier_order"] == 1).sum()), len(own))
    return found


def _lead(rows: pd.DataFrame, calendar: Calendar) -> list[str]:
    first, when = _leaders(rows), so_far(rows, calendar)
    if first.empty:
        return []
    score = labels.score(first["score"].iloc[0])
    words = {"when": when, "units": labels.listing(_names(first)), "score": score}
    if len(first) > _NAMED_AT_MOST:
        return [t("{when}: {count} units share first place with {score} points", count=len(first), **words)]
    if len(first) > 1:
        return [t("{when}: {units} share first place with {score} points", **words)]
    ranked = rows[(rows["period_kind"] == "year") & rows["rank_in_type"].notna()]
    if len(ranked) == 1:
        return [t("{when}: {units} is the only unit ranked, with {score} points", **words)]
    second = ranked.loc[ranked["rank_in_type"] > first["rank_in_type"].iloc[0], "score"].max()
    ahead = labels.score(float(first["score"].iloc[0]) - float(second))
    return [t("{when}: {units} leads with {score} points, {ahead} ahead", ahead=ahead, **words)]


def _months_of_leader(rows: pd.DataFrame) -> list[str]:
    """How steady the one leader was."""
    names = _names(_leaders(rows))
    if len(names) != 1:
        return []
    first, tiered = first_tier_months(rows).get(names[0], (0, 0))
    if not tiered:
        return []
    if first == tiered:
        return [t("in the first tier in all {months} months with tiers", months=tiered)]
    return [t("in the first tier in {first} of {months} months", first=first, months=tiered)]


def _quarters(rows: pd.DataFrame, calendar: Calendar) -> list[str]:
    """Who was first in each quarter; a running one says so."""
    ranked = rows[(rows["period_kind"] == "quarter") & (rows["rank_in_type"] == 1)]
    parts = []
    for start, own in ranked.groupby("period_start", sort=True):
        names = _names(own)
        count = t("{count} units tied", count=len(names))
        words = {"quarter": calendar.short("quarter", pd.Timestamp(str(start)).date())}
        words["units"] = labels.listing(names) if len(names) <= _NAMED_AT_MOST else count
        running = bool(own["is_partial"].iloc[0])
        parts.append(t("{quarter} so far {units}", **words) if running else t("{quarter} {units}", **words))
    return [t("first in the quarters: {list}", list=labels.listing(parts))] if parts else []


def _leaders(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[(rows["period_kind"] == "year") & (rows["rank_in_type"] == 1)]


def _names(rows: pd.DataFrame) -> list[str]:
    return [labels.name(local, english) for local, english in zip(rows["unit"], rows["unit_en"], strict=True)]


def _joined(parts: list[str]) -> str:
    return reduce(lambda first, second: t("{first}, {second}", first=first, second=second), parts)
