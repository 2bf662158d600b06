"""Sentences about what is published."""

import pandas as pd

from assessment import labels
from assessment.findings.moments import Calendar
from assessment.i18n import t

_NAMED_AT_MOST = 3


def headline(board: pd.DataFrame, calendar: Calendar) -> str:
    """What waits to be published, from rows of `reports.publication_board`: what was reopened first, then drafts of
    the newest assessment year."""
    reopened = board[board["status"] == "reopened"]
    if not reopened.empty:
        return t("Reopened and not published again: {periods}", periods=named(reopened, calendar))
    this_year = board[board["year_start"] == board["year_start"].max()]
    waiting = this_year[(this_year["status"] == "draft") & ~this_year["is_partial"]]
    if not waiting.empty:
        return t("Waiting to be published: {periods}", periods=named(waiting, calendar))
    newest = board[board["period_kind"] == "month"].iloc[0]
    return t(
        "{period} and all before it in the year are published",
        period=calendar.full("month", newest["period_start"].date()),
    )


def about(board: pd.DataFrame) -> list[str]:
    """How many of the finished periods are published."""
    finished = board[~board["is_partial"]]
    count = int((finished["status"] == "published").sum())
    return [
        t(
            "{count} of {total} finished periods are published",
            count=labels.count(count),
            total=labels.count(len(finished)),
        ),
        t("What is published changes only after it is reopened with a reason"),
    ]


def named(board: pd.DataFrame, calendar: Calendar) -> str:
    """The periods by name, the oldest first within their kind; from four on the count as well."""
    rows = board.sort_values("period_start", kind="stable")
    rows = rows.sort_values(
        "period_kind", key=lambda kinds: kinds.map({"month": 1, "quarter": 2, "year": 3}), kind="stable"
    )
    starts = zip(rows["period_kind"], rows["period_start"], strict=True)
    names = [calendar.full(kind, start.date()) for kind, start in starts]
    shown = t(", ").join(names[:_NAMED_AT_MOST])
    if len(names) <= _NAMED_AT_MOST:
        return shown
    return t("{some} and others, {count} periods in all", some=shown, count=len(names))
