"""Analysts' notes on a month, a unit, a type or an indicator: written and withdrawn, never edited."""

from dataclasses import dataclass

from assessment import labels, settings
from assessment.errors import AssessmentError
from assessment.periods import Period
from assessment.store import Store, Transaction, insert_rows, tables

LONGEST_TEXT = 300
LONGEST_NAME = 40
LONGEST_REASON = 120


@dataclass(frozen=True)
class Subject:
    """What a note is about: a period, and in it all of it, a unit, a unit type, an indicator, or two of these."""

    period: Period
    unit_id: str | None = None
    unit_type: str | None = None
    indicator_id: str | None = None


def add(store: Store, subject: Subject, text: str, who: str) -> int:
    """Write a note; its number. Raises AssessmentError for an empty or long text and for anything unknown."""
    said, name = labels.one_line(text), labels.one_line(who)
    if not said:
        raise AssessmentError("A note needs a text.")
    _limit(said, LONGEST_TEXT, "A note has at most {most} characters; this one has {count}.")
    _check_name(name)
    with store.write() as connection:
        _check_subject(connection, subject)
        note_id = int(tables.run(connection, "next_note")[0][0])
        period = subject.period
        about = (subject.unit_id, subject.unit_type, subject.indicator_id)
        row = (note_id, settings.now(), name, period.kind, period.start, *about, said, None, None, None)
        insert_rows(connection, "note", [row])
    return note_id


def withdraw(store: Store, note_id: int, because: str, who: str) -> None:
    """Take a note back. Raises AssessmentError without a reason, and for a note that is not there any more."""
    reason, name = labels.one_line(because), labels.one_line(who)
    if not reason:
        raise AssessmentError("Say why the note is withdrawn.")
    _limit(reason, LONGEST_REASON, "A reason has at most {most} characters; this one has {count}.")
    _check_name(name)
    with store.write() as connection:
        found = tables.run(connection, "note_standing", note_id=note_id)
        if not found:
            raise AssessmentError("There is no note {number}.", number=note_id)
        if not found[0][0]:
            raise AssessmentError("Note {number} was withdrawn before.", number=note_id)
        made = {"note_id": note_id, "withdrawn_at": settings.now(), "withdrawn_by": name, "because": reason}
        tables.run(connection, "withdraw_note", **made)


def _check_name(name: str) -> None:
    if not name:
        raise AssessmentError("Say who writes the note.")
    _limit(name, LONGEST_NAME, "A name has at most {most} characters; this one has {count}.")


def _limit(text: str, most: int, message: str) -> None:
    if len(text) > most:
        raise AssessmentError(message, most=most, count=len(text))


def _check_subject(connection: Transaction, subject: Subject) -> None:
    known = tables.run(
        connection,
        "note_subject",
        period_kind=subject.period.kind,
        period_start=subject.period.start,
        unit_id=subject.unit_id,
        unit_type=subject.unit_type,
        indicator_id=subject.indicator_id,
    )[0]
    if not known[0]:
        raise AssessmentError("There are no results for {period}.", period=str(subject.period))
    if not known[1]:
        raise AssessmentError("There is no unit {unit}.", unit=subject.unit_id)
    if not known[2]:
        raise AssessmentError("There is no unit type {type}.", type=subject.unit_type)
    if not known[3]:
        raise AssessmentError("There is no indicator {indicator}.", indicator=subject.indicator_id)
