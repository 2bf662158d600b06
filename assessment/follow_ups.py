"""Follow-ups of review meetings (议定事项): who does what by when. Every change is a further version, kept for good."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from assessment import labels, settings
from assessment.errors import AssessmentError, BadInput, Problem
from assessment.periods import Period
from assessment.store import Store, Transaction, insert_rows, tables

STATES = ("open", "done", "dropped")
LONGEST_TITLE = 160
LONGEST_PERSON = 40
LONGEST_EVIDENCE = 300
LONGEST_NAME = 40


@dataclass(frozen=True, kw_only=True)
class Item:
    """A follow-up as somebody writes it: about a period, and in it a unit, a type, an indicator, or two of these.

    `evidence` says what shows that it is done, or why it is dropped.
    """

    title: str
    owner_unit_id: str
    person: str = ""
    due_on: date
    state: str = "open"
    evidence: str = ""
    period: Period
    unit_type: str | None = None
    unit_id: str | None = None
    indicator_id: str | None = None


class Overtaken(AssessmentError):
    """Somebody wrote a newer version of what was about to be changed; nothing was written."""

    def __init__(self, row: dict[str, Any]) -> None:
        super().__init__(
            "{who} changed this item at {moment}. Nothing of yours was written; look at the change, then save again.",
            who=row["made_by"],
            moment=labels.moment(row["made_at"]),
        )


def add(store: Store, item: Item, who: str) -> int:
    """Write a new follow-up; its number. Raises BadInput with everything that stands against it."""
    with store.write() as connection:
        return add_within(connection, item, who, settings.now())


def add_within(connection: Transaction, item: Item, who: str, made_at: datetime) -> int:
    """The same inside a transaction, as of a moment (UTC)."""
    said, name = _clean(item), labels.one_line(who)
    _check(connection, said, name, None)
    follow_up_id = int(tables.run(connection, "next_follow_up")[0][0])
    _write(connection, follow_up_id, 1, said, name, made_at)
    return follow_up_id


def change(store: Store, follow_up_id: int, item: Item, seen_version: int, who: str) -> int:
    """Write a further version of a follow-up; its number, or that of the last one where nothing differs.

    Raises Overtaken if it is not `seen_version` any more, BadInput with everything that stands against the change.
    """
    with store.write() as connection:
        return change_within(connection, follow_up_id, item, seen_version, who, settings.now())


def change_within(
    connection: Transaction, follow_up_id: int, item: Item, seen_version: int, who: str, made_at: datetime
) -> int:
    """The same inside a transaction, as of a moment (UTC)."""
    found = tables.records(connection, "follow_up_newest", follow_up_id=follow_up_id)
    if not found:
        raise AssessmentError("There is no follow-up {number}.", number=follow_up_id)
    newest = found[0]
    if newest["version"] != seen_version:
        raise Overtaken(newest)
    said, name, before = _clean(item), labels.one_line(who), of_row(newest, item.period.year_start_month)
    _check(connection, said, name, before)
    if said == before:
        return seen_version
    _write(connection, follow_up_id, seen_version + 1, said, name, made_at)
    return seen_version + 1


def of_row(row: dict[str, Any], year_start_month: int = 1) -> Item:
    """The item that a row says, by the columns of the table or of the report `follow_ups`."""
    values = {one.name: row[one.name] for one in fields(Item) if one.name != "period"}
    known = {name: None if labels.is_missing(value) else value for name, value in values.items()}
    for name in ("person", "evidence"):
        known[name] = known[name] or ""
    days = {name: row[name] for name in ("due_on", "period_start")}
    due_on, start = (day.date() if isinstance(day, datetime) else day for day in days.values())
    return Item(**known | {"due_on": due_on, "period": Period(row["period_kind"], start, year_start_month)})


def _write(connection: Transaction, follow_up_id: int, version: int, item: Item, who: str, made_at: datetime) -> None:
    title, owner, person, due_on, state, evidence, _, *subject = astuple(item)
    told = (title, owner, person or None, due_on, state, evidence or None, item.period.kind, item.period.start)
    insert_rows(connection, "follow_up", [(follow_up_id, version, made_at, who, *told, *subject)])


def _clean(item: Item) -> Item:
    return replace(
        item,
        title=labels.one_line(item.title),
        person=labels.one_line(item.person),
        evidence=labels.one_line(item.evidence),
        unit_type=item.unit_type or None,
        unit_id=item.unit_id or None,
        indicator_id=item.indicator_id or None,
    )


def _check(connection: Transaction, item: Item, who: str, before: Item | None) -> None:
    problems = [*_written(item, who), *_dated(item), *_unknown(connection, item, before)]
    if problems:
        raise BadInput(problems)


def _written(item: Item, who: str) -> Iterator[Problem]:
    if not item.title:
        yield Problem("title", "", "A follow-up needs a title.")
    if not item.owner_unit_id:
        yield Problem("owner_unit_id", "", "Say which unit is responsible.")
    if not who:
        yield Problem("who", "", "Say who writes this.")
    if item.state not in STATES:
        yield Problem("state", "", "“{state}” is no state of a follow-up.", {"state": item.state})
    if item.state == "done" and not item.evidence:
        yield Problem("evidence", "", "Say what shows that it is done.")
    if item.state == "dropped" and not item.evidence:
        yield Problem("evidence", "", "Say why it is dropped.")
    limits = {
        "title": (item.title, LONGEST_TITLE, "A title has at most {most} characters; this one has {count}."),
        "person": (item.person, LONGEST_PERSON, "A name has at most {most} characters; this one has {count}."),
        "evidence": (item.evidence, LONGEST_EVIDENCE, "Evidence has at most {most} characters; this has {count}."),
        "who": (who, LONGEST_NAME, "A name has at most {most} characters; this one has {count}."),
    }
    for name, (text, most, message) in limits.items():
        if len(text) > most:
            yield Problem(name, "", message, {"most": most, "count": len(text)})


def _dated(item: Item) -> Iterator[Problem]:
    if item.due_on < item.period.start:
        begun = {"day": f"{item.period.start:%Y-%m-%d}"}
        yield Problem("due_on", "", "The due day lies before {day}, the start of the period it comes from.", begun)


def _unknown(connection: Transaction, item: Item, before: Item | None) -> Iterator[Problem]:
    """What is not known to the county. What was written before may have left the county since, and stays."""
    stays = {one.name for one in fields(Item) if before and getattr(before, one.name) == getattr(item, one.name)}
    codes = {name: getattr(item, name) for name in ("owner_unit_id", "unit_id", "unit_type", "indicator_id")}
    asked = {name: None if name in stays else code or None for name, code in codes.items()}
    kind = None if "period" in stays else item.period.kind
    (known,) = tables.records(connection, "follow_up_known", period_kind=kind, period_start=item.period.start, **asked)
    if not known["is_period_known"]:
        yield Problem("period", "", "There are no results for {period}.", {"period": str(item.period)})
    if not known["is_owner_known"]:
        yield Problem("owner_unit_id", "", "There is no unit {unit}.", {"unit": item.owner_unit_id})
    if not known["is_unit_known"]:
        yield Problem("unit_id", "", "There is no unit {unit}.", {"unit": item.unit_id})
    if not known["is_type_known"]:
        yield Problem("unit_type", "", "There is no unit type {type}.", {"type": item.unit_type})
    if not known["is_indicator_known"]:
        yield Problem("indicator_id", "", "There is no indicator {indicator}.", {"indicator": item.indicator_id})
