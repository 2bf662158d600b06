"""Calling a review meeting: which version of which period it shows, and what its presenter writes over the slides.

A meeting is never edited. It shows one revision from the moment it is called; notes and follow-ups as they stood at its
last freeze; and every title somebody wrote stays, the last one counts.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from assessment import i18n, labels, reports, settings
from assessment.errors import AssessmentError, BadInput, Problem
from assessment.periods import Period
from assessment.reports import meetings as meeting_reports
from assessment.store import Reader, Store, insert_rows, tables

LONGEST_NAME = 40
LONGEST_TITLE = 90
"""A longer title does not fit on two lines of a screen."""


@dataclass(frozen=True)
class Meeting:
    """`edition` is None for a draft; `written_until` (UTC) is the moment up to which notes and follow-ups are shown."""

    meeting_id: int
    name: str
    held_on: date
    period: Period
    revision_id: int
    edition: int | None
    made_by: str
    written_until: datetime


def call(store: Store, period: Period, name: str, held_on: date, who: str, revision_id: int | None = None) -> int:
    """Call a meeting on a period as a revision has it (None: as it is now); its number.

    Raises BadInput with everything that is wrong.
    """
    said, caller = labels.one_line(name), labels.one_line(who)
    revision = store.data_version if revision_id is None else revision_id
    with store.write() as connection:
        asked = {"period_kind": period.kind, "period_start": period.start, "revision_id": revision}
        has_results, edition = tables.run(connection, "meeting_results", **asked)[0]
        problems = _problems(said, caller, held_on, period, bool(has_results))
        if problems:
            raise BadInput([Problem(str(period), "", text, values) for text, values in problems])
        meeting_id = int(tables.run(connection, "next_meeting")[0][0])
        now = settings.now()
        row = (meeting_id, now, caller, said, held_on, period.kind, period.start, revision, edition)
        insert_rows(connection, "meeting", [row])
        insert_rows(connection, "meeting_freeze", [(meeting_id, now, caller)])
    return meeting_id


def freeze(store: Store, meeting_id: int, who: str) -> None:
    """Take in the notes and follow-ups written since; the numbers stay those of the meeting's revision."""
    with store.write() as connection:
        _refuse_unknown(connection, meeting_id)
        insert_rows(connection, "meeting_freeze", [(meeting_id, settings.now(), labels.one_line(who))])


def retitle(store: Store, meeting_id: int, titles: dict[str, str | None], language: str, who: str) -> None:
    """Write titles over slides, by the slide's key; None gives a slide the title of its numbers back."""
    said = {key: labels.one_line(title) if title is not None else None for key, title in titles.items()}
    problems = [
        Problem(key, "", "A title has at most {most} characters; this one has {count}.", _size(title))
        for key, title in said.items()
        if title and len(title) > LONGEST_TITLE
    ]
    if language not in i18n.LANGUAGES:
        problems.append(Problem("", "", "There is no language {language}.", {"language": language}))
    if problems:
        raise BadInput(problems)
    with store.write() as connection:
        _refuse_unknown(connection, meeting_id)
        first = int(tables.run(connection, "next_meeting")[0][1])
        made = (settings.now(), labels.one_line(who))
        rows = [
            (number, meeting_id, key, language, title or None, *made)
            for number, (key, title) in enumerate(said.items(), first)
        ]
        insert_rows(connection, "slide_title", rows)


def known(reader: Reader) -> list[Meeting]:
    """Every meeting, the latest first."""
    year_start = reports.year_start_month(reader)
    return [_meeting(row, year_start) for row in meeting_reports.meetings(reader).itertuples(index=False)]


def before(meeting: Meeting, others: list[Meeting]) -> Meeting | None:
    """The meeting held last before one."""
    earlier = [one for one in others if (one.held_on, one.meeting_id) < (meeting.held_on, meeting.meeting_id)]
    return max(earlier, key=lambda one: (one.held_on, one.meeting_id), default=None)


def _meeting(row: Any, year_start_month: int) -> Meeting:
    return Meeting(
        int(row.meeting_id),
        row.name,
        row.held_on.date(),
        Period(row.period_kind, row.period_start.date(), year_start_month),
        int(row.revision_id),
        None if labels.is_missing(row.edition) else int(row.edition),
        row.made_by,
        row.written_until.to_pydatetime(),
    )


def _problems(
    name: str, who: str, held_on: date, period: Period, has_results: bool
) -> list[tuple[str, dict[str, object]]]:
    found: list[tuple[str, dict[str, object]]] = []
    if not has_results:
        found.append(("There are no results for {period}.", {"period": str(period)}))
    if not name:
        found.append(("Say what the meeting is called.", {}))
    if len(name) > LONGEST_NAME:
        found.append(("A name has at most {most} characters; this one has {count}.", _size(name, LONGEST_NAME)))
    if not who:
        found.append(("Say who calls the meeting.", {}))
    if held_on < period.start:
        found.append(
            ("A meeting cannot be held before its period begins ({day}).", {"day": f"{period.start:%Y-%m-%d}"})
        )
    return found


def _size(text: str, most: int = LONGEST_TITLE) -> dict[str, object]:
    return {"most": most, "count": len(text)}


def _refuse_unknown(connection: Any, meeting_id: int) -> None:
    if not tables.run(connection, "meeting_known", meeting_id=meeting_id)[0][0]:
        raise AssessmentError("There is no meeting {number}.", number=meeting_id)
