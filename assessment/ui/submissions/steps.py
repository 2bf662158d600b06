"""The days of a month in order: when tables are due, when the month is put together, when it is published."""

from datetime import date
from html import escape
from typing import Any

from assessment import labels, origin
from assessment.findings import submissions as findings
from assessment.i18n import t
from assessment.ui import heading, load
from assessment.ui.submissions.view import Row, View


def html(view: View) -> str:
    """One box a day, what has passed and what lies ahead."""
    rows, days = view.tables(), view.days()
    compile_on, publish_on = days.compile_on.date(), days.publish_on.date()
    made = load.footer(view.calendar.period("month", view.month))
    edition = 0 if made["is_reopened"] else int(made["edition"])
    title = heading.section_html(findings.calendar(rows, compile_on, publish_on, view.today, edition))
    by_day: dict[date, list[Row]] = {}
    listed: list[Row] = list(rows.itertuples(index=False))
    for row in listed:
        by_day.setdefault(row.due_on.date(), []).append(row)
    boxes: list[tuple[date, str, bool | None]] = [(due_on, _tables(own), _done(own)) for due_on, own in by_day.items()]
    boxes += [(compile_on, t("month put together"), None), (publish_on, _published(made), None)]
    drawn = "".join(_box(view.today, *box) for box in sorted(boxes, key=lambda box: box[0]))
    return f"{title}<ol class='sub-steps'>{drawn}</ol>"


def _box(today: date, on: date, what: str, is_whole: bool | None) -> str:
    left = (on - today).days
    tense = "now" if left == 0 else "past" if left < 0 else "ahead"
    look = f"{tense} open" if is_whole is False and left < 0 else tense
    return (
        f"<li class='{look}'><b>{escape(findings.day(on))}</b><span>{escape(what)}</span>"
        f"<small>{escape(findings.away(left))}</small></li>"
    )


def _published(made: dict[str, Any]) -> str:
    """What the day of publishing is for, and whether it is done."""
    if not made["edition"]:
        return t("month published")
    return origin.status(made)


def _tables(rows: list[Row]) -> str:
    came = sum(row.awaited_count == 0 for row in rows)
    return t("{came} of {total} tables whole", came=labels.count(came), total=labels.count(len(rows)))


def _done(rows: list[Row]) -> bool:
    return all(row.awaited_count == 0 for row in rows)
