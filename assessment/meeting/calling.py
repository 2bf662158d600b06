"""Calling a review meeting: its slides are made once, of one revision, and kept as they were made.

Names, rules and programs change; what a meeting was shown does not. Taking in what was written since touches only that:
the analysts' notes and the follow-ups.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from assessment import i18n, labels, settings
from assessment.errors import BadInput, Problem
from assessment.meeting import deck, kept
from assessment.meeting.remembering import Remembering
from assessment.meeting.slide import Deck, Slide
from assessment.meetings import Meeting, require_open
from assessment.periods import Period
from assessment.store import Store, Transaction, insert_rows, tables

LONGEST_NAME = 40


def call(
    store: Store,
    period: Period,
    name: str,
    held_on: date,
    who: str,
    revision_id: int | None = None,
    made_at: datetime | None = None,
) -> int:
    """Call a meeting on a period as a revision has it (None: as it is now), as of a moment (UTC); its number.

    Raises BadInput with everything that is wrong.
    """
    said, caller = labels.one_line(name), labels.one_line(who)
    revision = store.data_version if revision_id is None else revision_id
    with store.write() as connection:
        asked = {"period_kind": period.kind, "period_start": period.start, "revision_id": revision}
        has_results, edition = tables.run(connection, "meeting_results", **asked)[0]
        problems = _problems(said, caller, held_on, period, bool(has_results))
        if problems:
            raise BadInput(problems)
        meeting_id, now = int(tables.run(connection, "next_meeting")[0][0]), made_at or settings.now()
        meeting = Meeting(meeting_id, said, held_on, period, revision, edition, caller, now)
        row = (meeting_id, now, caller, said, held_on, period.kind, period.start, revision, edition)
        insert_rows(connection, "meeting", [row])
        _keep(connection, meeting_id, now, caller, _decks(store, meeting))
    return meeting_id


def freeze(store: Store, meeting_id: int, who: str) -> None:
    """Take in the notes and follow-ups written since; every number stays what it is.

    Raises AssessmentError for a meeting that has been held: what it was shown stays.
    """
    with store.write() as connection:
        meeting, now = require_open(store, connection, meeting_id), settings.now()
        newer = replace(meeting, written_until=now)
        shown = [deck.kept_deck(store, meeting_id, language) for language in i18n.LANGUAGES]
        decks = [_with_newer(*pair) for pair in zip(shown, _decks(store, newer), strict=True)]
        _keep(connection, meeting_id, now, labels.one_line(who), decks)


def _decks(store: Store, meeting: Meeting) -> list[Deck]:
    """The deck in every language, each report asked once."""
    reader = Remembering(store.as_of(meeting.revision_id))
    return [deck.build(store, meeting, language, reader) for language in i18n.LANGUAGES]


def _with_newer(shown: Deck, newer: Deck) -> Deck:
    """The deck as it was shown, with the remarks and the follow-ups of a newer one."""
    remarks = {slide.key: slide.remarks for slide in newer.slides}
    slides: list[Slide] = [
        replace(slide, remarks=remarks.get(slide.key, slide.remarks))
        for slide in shown.slides
        if slide.section != "follow_ups"
    ]
    items = [slide for slide in newer.slides if slide.section == "follow_ups"]
    return replace(shown, origin=newer.origin, slides=(*slides[:1], *items, *slides[1:]))


def _keep(connection: Transaction, meeting_id: int, now: datetime, who: str, decks: Sequence[Deck]) -> None:
    insert_rows(connection, "meeting_freeze", [(meeting_id, now, who)])
    insert_rows(connection, "meeting_deck", [(meeting_id, now, one.language, kept.to_json(one)) for one in decks])


def _problems(name: str, who: str, held_on: date, period: Period, has_results: bool) -> list[Problem]:
    first_day = f"{period.start:%Y-%m-%d}"
    size = {"most": LONGEST_NAME, "count": len(name)}
    checks: list[tuple[bool, str, dict[str, object]]] = [
        (not has_results, "There are no results for {period}.", {"period": str(period)}),
        (not name, "Say what the meeting is called.", {}),
        (len(name) > LONGEST_NAME, "A name has at most {most} characters; this one has {count}.", {**size}),
        (not who, "Say who calls the meeting.", {}),
        (held_on < period.start, "A meeting cannot be held before its period begins ({day}).", {"day": first_day}),
    ]
    return [Problem(str(period), "", message, values) for is_wrong, message, values in checks if is_wrong]
