"""The review meetings there are, what a presenter writes over their slides, and calling one off.

A meeting is never edited: every title somebody wrote stays, the last one counts. One that has been held or was called
off can be read and changes no more.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from assessment import i18n, labels, reports, settings
from assessment.errors import AssessmentError, BadInput, Problem
from assessment.periods import Period
from assessment.reports import meetings as meeting_reports
from assessment.store import Reader, Store, Transaction, insert_rows, tables

LONGEST_TITLE = 90
"""A longer title does not fit on two lines of a screen."""
LONGEST_REASON = 120


@dataclass(frozen=True)
class Meeting:
    """`edition` is None for a draft; `written_until` (UTC) is the moment up to which notes and follow-ups are shown.

    `called_off_by` and `called_off_because` are empty for a meeting that stands.
    """

    meeting_id: int
    name: str
    held_on: date
    period: Period
    revision_id: int
    edition: int | None
    made_by: str
    written_until: datetime
    called_off_by: str = ""
    called_off_because: str = ""

    @property
    def is_off(self) -> bool:
        """Whether it was called off."""
        return bool(self.called_off_because)

    @property
    def is_over(self) -> bool:
        """Whether its day is past in the county."""
        return self.held_on < labels.county_today()


def retitle(store: Store, meeting_id: int, titles: dict[str, str | None], language: str, who: str) -> None:
    """Write titles over slides, by the slide's key; None gives a slide the title of its numbers back.

    Raises BadInput with everything that is wrong, AssessmentError for a meeting that has been held or was called off.
    """
    said = {key: labels.one_line(title) if title is not None else None for key, title in titles.items()}
    problems = [
        Problem(
            key,
            "",
            "A sentence has at most {most} characters; this one has {count}.",
            {"most": LONGEST_TITLE, "count": len(title)},
        )
        for key, title in said.items()
        if title and len(title) > LONGEST_TITLE
    ]
    if language not in i18n.LANGUAGES:
        problems.append(Problem("", "", "There is no language {language}.", {"language": language}))
    if problems:
        raise BadInput(problems)
    with store.write() as connection:
        require_open(store, connection, meeting_id)
        first = int(tables.run(connection, "next_meeting")[0][1])
        made = (settings.now(), labels.one_line(who))
        rows = [
            (number, meeting_id, key, language, title or None, *made)
            for number, (key, title) in enumerate(said.items(), first)
        ]
        insert_rows(connection, "slide_title", rows)


def call_off(store: Store, meeting_id: int, because: str, who: str) -> None:
    """Call a meeting off for good.

    Raises BadInput with everything that is wrong, AssessmentError if it was called off before.
    """
    reason, name = labels.one_line(because), labels.one_line(who)
    size = {"most": LONGEST_REASON, "count": len(reason)}
    checks: list[tuple[bool, str, dict[str, object]]] = [
        (not reason, "Say why the meeting is called off.", {}),
        (len(reason) > LONGEST_REASON, "A reason has at most {most} characters; this one has {count}.", {**size}),
        (not name, "Say who calls the meeting off.", {}),
    ]
    if problems := [Problem("", "", message, values) for is_wrong, message, values in checks if is_wrong]:
        raise BadInput(problems)
    with store.write() as connection:
        require_standing(connection, meeting_id)
        insert_rows(connection, "meeting_called_off", [(meeting_id, settings.now(), name, reason)])


def known(reader: Reader) -> list[Meeting]:
    """Every meeting, the latest first."""
    year_start = reports.year_start_month(reader)
    return [_meeting(row, year_start) for row in meeting_reports.meetings(reader).itertuples(index=False)]


def before(meeting: Meeting, others: list[Meeting]) -> Meeting | None:
    """The meeting before one: of those held before it the one on the latest period up to its own, held last.

    A meeting on newer data than its own is none: it would be told the new numbers as the old ones. Neither is one that
    was called off.
    """
    earlier = [
        one
        for one in others
        if not one.is_off
        and (one.held_on, one.meeting_id) < (meeting.held_on, meeting.meeting_id)
        and one.period.start <= meeting.period.start
        and one.revision_id <= meeting.revision_id
    ]
    return max(earlier, key=lambda one: (one.period.start, one.held_on, one.meeting_id), default=None)


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
        "" if labels.is_missing(row.called_off_by) else row.called_off_by,
        "" if labels.is_missing(row.called_off_because) else row.called_off_because,
    )


def require_standing(connection: Transaction, meeting_id: int) -> None:
    """Raises AssessmentError unless there is a meeting of that number that was not called off."""
    is_known, is_called_off = tables.run(connection, "meeting_known", meeting_id=meeting_id)[0]
    if not is_known:
        raise AssessmentError("There is no meeting {number}.", number=meeting_id)
    if is_called_off:
        raise AssessmentError("Meeting {number} was called off; nothing of it changes any more.", number=meeting_id)


def require_open(store: Store, connection: Transaction, meeting_id: int) -> Meeting:
    """The meeting. Raises AssessmentError unless it stands and its day is not past: what was shown stays."""
    require_standing(connection, meeting_id)
    meeting = next(one for one in known(store) if one.meeting_id == meeting_id)
    if meeting.is_over:
        raise AssessmentError("“{meeting}” has been held; what it was shown stays.", meeting=meeting.name)
    return meeting
