"""On time or not, in words: rules over the rows of `submission_tables`. Days are counted from the day of the rows."""

from datetime import date
from typing import Any

import pandas as pd

from assessment import labels
from assessment.i18n import t
from assessment.periods import MONTH_NAMES

Row = Any
_NAMED_AT_MOST = 3


def headline(month: str, rows: pd.DataFrame) -> str:
    """The page's title: of how many departments who is late, who has not handed in, and the next due day."""
    if rows.empty:
        return t("{period}: {finding}", period=month, finding=t("no department owes a table"))
    finding = t("; ").join([_standing(rows), *next_due(rows)])
    return t("{period}: {finding}", period=month, finding=finding)


def _standing(rows: pd.DataFrame) -> str:
    """How many departments are what: a department with several tables is late if one of them is."""
    total = rows["department"].nunique()
    facts = counts(rows)
    if not facts["late"] + facts["missing"] + facts["partial"] + facts["returned"]:
        if not facts["coming"]:
            return t("all {count} departments handed in on time", count=total)
        if facts["coming"] == total:
            return t("none of {count} departments is due yet", count=total)
    words = {
        "late": t("{count} handed in late"),
        "missing": t("{count} not handed in"),
        "partial": t("{count} with a part missing"),
        "returned": t("{count} to correct what was sent back"),
        "coming": t("{count} not due yet"),
    }
    said = [words[state].format(count=labels.count(facts[state])) for state in words if facts[state]]
    return t("of {count} departments {facts}", count=labels.count(total), facts=labels.listing(said))


def counts(rows: pd.DataFrame) -> dict[str, int]:
    """Departments by what holds of one of their tables: late (by days), missing and partial (both past the due day),
    returned, coming (not all in, not due yet)."""
    overdue = rows["is_overdue"].astype(bool)
    held = {
        "late": rows["is_late"].astype(bool),
        "missing": rows["state"] == "missing",
        "partial": overdue & (rows["come_count"] > 0),
        "returned": rows["returned_count"] > 0,
        "coming": ~overdue & (rows["awaited_count"] > 0),
    }
    return {name: int(rows.loc[which, "department"].nunique()) for name, which in held.items()}


def next_due(rows: pd.DataFrame) -> list[str]:
    """The next day on which a table that has not come is due."""
    coming = rows[(rows["awaited_count"] > 0) & (rows["days_left"] >= 0)]
    if coming.empty:
        return []
    first = coming.sort_values("days_left", kind="stable").iloc[0]
    when = {"day": day(first["due_on"]), "left": labels.count(first["days_left"])}
    if first["days_left"] == 0:
        return [t("today, {day}, tables are due", **when)]
    return [t("one day left to {day}", **when) if first["days_left"] == 1 else t("{left} days left to {day}", **when)]


def board(rows: pd.DataFrame, names: dict[str, str]) -> str:
    """The title over the tables: who has to act first; with nobody, how many came on time."""
    now = rows[(rows["state"] == "missing") | (rows["returned_count"] > 0) | rows["is_overdue"].astype(bool)]
    if len(now):
        return t("Act first: {departments}", departments=_some(now["department"], names))
    coming = rows[rows["awaited_count"] > 0]
    if len(coming):
        first = coming[coming["days_left"] == coming["days_left"].min()]
        words = {"departments": _some(first["department"], names), "day": day(first["due_on"].iloc[0])}
        return t("Next, by {day}: {departments}", **words)
    kept = int((~rows["is_late"].astype(bool)).sum())
    return t("Every table has come: {count} of {total} on time", count=kept, total=len(rows))


def _some(departments: pd.Series, names: dict[str, str]) -> str:
    """The first few by name, and how many more."""
    called = [names.get(one, one) for one in departments.drop_duplicates()]
    rest = len(called) - _NAMED_AT_MOST
    listed = labels.listing(called[:_NAMED_AT_MOST])
    return t("{names} and {count} more", names=listed, count=rest) if rest > 0 else listed


def calendar(rows: pd.DataFrame, compile_on: date, publish_on: date, today: date, edition: int = 0) -> str:
    """The title over the month's days: what comes next, what stands against it; or the `edition` it is published in."""
    came, total = int((rows["awaited_count"] == 0).sum()), len(rows)
    tables = {"came": labels.count(came), "total": labels.count(total)}
    if edition:
        words = t("{came} of {total} tables whole; published, edition {edition}")
        return words.format(**tables, edition=edition)
    for moment, words in (
        (compile_on, t("{came} of {total} tables whole; to be put together by {day}, {when}")),
        (publish_on, t("{came} of {total} tables whole; to be published by {day}, {when}")),
    ):
        if today <= moment:
            return words.format(**tables, day=day(moment), when=away((moment - today).days))
    words = t("{came} of {total} tables whole; the day of publishing, {day}, has passed")
    return words.format(**tables, day=day(publish_on))


def away(days: int) -> str:
    """How far a day lies ahead (0: today) or back."""
    if days == 0:
        return t("today")
    if days < 0:
        return t("one day ago") if days == -1 else t("{count} days ago", count=-days)
    return t("in one day") if days == 1 else t("in {count} days", count=days)


def state(row: Row) -> str:
    """A table's state with its days, in a few words."""
    if row.state == "missing":
        return _overdue(t("not handed in"), row)
    if row.state == "returned":
        return t("returned: {count}", count=labels.count(row.returned_count))
    if row.state == "partial":
        return _overdue(t("in part"), row) if row.is_overdue else t("in part, due {when}", when=away(row.days_left))
    if row.state == "late":
        return late(row.days_late)
    if row.state == "not_due":
        return t("due {when}", when=away(row.days_left))
    return t("in time")


def late(days: int) -> str:
    """By how many days a table came late."""
    return t("one day late") if days == 1 else t("{count} days late", count=days)


def _overdue(word: str, row: Row) -> str:
    days = -int(row.days_left)
    return (
        t("{state}, one day over", state=word) if days == 1 else t("{state}, {count} days over", state=word, count=days)
    )


def year(called: str, rows: pd.DataFrame, names: dict[str, str]) -> str:
    """The title over the year: how often tables came late, from how many departments, who most often.

    A month counts once for a department, however many of its tables were late.
    """
    late_rows = rows[rows["is_late"].astype(bool)].drop_duplicates(["month", "department"])
    if late_rows.empty:
        return t("{period}: {finding}", period=called, finding=t("no department has been late"))
    times = late_rows.groupby("department").size()
    most = times[times == times.max()]
    words = {"count": labels.count(len(late_rows)), "departments": labels.count(len(times))}
    if len(times) == 1:
        only = {"department": names.get(most.index[0], most.index[0]), "count": labels.count(times.iloc[0])}
        finding = t("late {count} times, always {department}", **only)
    else:
        finding = t("late {count} times, {departments} departments", **words)
    if len(most) == 1 and len(times) > 1:
        first = {"department": names.get(most.index[0], most.index[0]), "most": labels.count(most.iloc[0])}
        finding = t("{finding}; most often {department}, {most} times", finding=finding, **first)
    return t("{period}: {finding}", period=called, finding=finding)


def units(rows: pd.DataFrame) -> str:
    """The title over the units whose own row is missing."""
    if rows.empty:
        return t("No unit's own row is missing from a table that came in")
    words = {"units": labels.count(len(rows)), "count": labels.count(rows["late_count"].sum())}
    if len(rows) == 1:
        return t("One unit's own row is missing; cells: {count}", **words)
    return t("{units} units' own rows are missing; cells: {count}", **words)


def proposals(rows: pd.DataFrame) -> str:
    """The title over the units that are departments too: whether the record knows more than is reported of them."""
    more = int((rows[["more_value", "more_late", "more_missing"]].sum(axis=1) > 0).sum())
    if more:
        return (
            t("The record of arrivals knows more lateness than is reported of one unit")
            if more == 1
            else t("The record of arrivals knows more lateness than is reported of {count} units", count=more)
        )
    other = int(rows["is_reported_more"].sum())
    if other:
        return t("Nothing to add; units with more reported than the record knows: {count}", count=other)
    return t("Reported lateness is what the record of arrivals knows")


def rule() -> str:
    """What is counted as a table, and when one is late."""
    return t("A table: what a department owes by one due day; late: an indicator of it first came after that day")


def day(value: date) -> str:
    """A day without its year: 7月8日, 8 Jul."""
    return t("{day} {month}", day=value.day, month=t(MONTH_NAMES[value.month - 1]))
