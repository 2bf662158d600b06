"""Calling a meeting, taking in what was written since, and a presenter's own sentences."""

from datetime import date

import pytest

from assessment import meetings, notes
from assessment.errors import AssessmentError, BadInput
from assessment.meeting import calling
from assessment.notes import Subject
from assessment.periods import Period
from assessment.reports.meetings import slide_titles
from assessment.store import Store, fingerprint

JUNE = Period.parse("2026-06")
DAY = date(2099, 7, 22)


def call(store: Store, name: str = "6月评审会", day: date = DAY) -> meetings.Meeting:
    number = calling.call(store, JUNE, name, day, "考核办")
    return next(one for one in meetings.known(store) if one.meeting_id == number)


def test_a_meeting_knows_its_period_revision_and_day(golden_store: Store) -> None:
    meeting = call(golden_store)
    assert (meeting.name, meeting.held_on, meeting.period) == ("6月评审会", DAY, JUNE)
    assert (meeting.revision_id, meeting.edition) == (golden_store.data_version, None)


def test_everything_that_is_wrong_with_a_call_is_told_at_once(golden_store: Store) -> None:
    with pytest.raises(BadInput) as refusal:
        calling.call(golden_store, Period.parse("2026-09"), " ", date(2026, 1, 1), "")
    told = [problem.message for problem in refusal.value.problems]
    assert told == [
        "There are no results for {period}.",
        "Say what the meeting is called.",
        "Say who calls the meeting.",
        "A meeting cannot be held before its period begins ({day}).",
    ]
    assert meetings.known(golden_store) == []


def test_the_latest_meeting_comes_first_and_knows_the_one_before(golden_store: Store) -> None:
    later, earlier = call(golden_store, "二", date(2099, 8, 1)), call(golden_store, "一", date(2099, 7, 1))
    assert [one.name for one in meetings.known(golden_store)] == ["二", "一"]
    assert meetings.before(later, meetings.known(golden_store)) == earlier
    assert meetings.before(earlier, meetings.known(golden_store)) is None


def test_what_is_written_later_is_taken_in_when_somebody_says_so(golden_store: Store) -> None:
    meeting = call(golden_store)
    notes.add(golden_store, Subject(JUNE), "补充说明", "王莉")
    assert next(iter(meetings.known(golden_store))) == meeting
    calling.freeze(golden_store, meeting.meeting_id, "王莉")
    assert next(iter(meetings.known(golden_store))).written_until > meeting.written_until


def test_the_last_sentence_over_a_slide_counts_and_an_empty_one_gives_the_rules_back(golden_store: Store) -> None:
    number = call(golden_store).meeting_id
    meetings.retitle(golden_store, number, {"headline": "第一稿", "types": "各类情况"}, "zh", "王莉")
    meetings.retitle(golden_store, number, {"headline": "定稿"}, "zh", "王莉")
    assert slide_titles(golden_store, number, "zh") == {"headline": "定稿", "types": "各类情况"}
    meetings.retitle(golden_store, number, {"headline": None, "types": ""}, "zh", "王莉")
    assert slide_titles(golden_store, number, "zh") == {}
    assert slide_titles(golden_store, number, "en") == {}


def test_what_a_meeting_that_has_been_held_was_shown_stays(golden_store: Store) -> None:
    number = call(golden_store, day=date(2026, 7, 22)).meeting_id
    with pytest.raises(AssessmentError, match="has been held"):
        meetings.retitle(golden_store, number, {"headline": "改"}, "zh", "王莉")
    with pytest.raises(AssessmentError, match="has been held"):
        calling.freeze(golden_store, number, "王莉")
    assert slide_titles(golden_store, number, "zh") == {}


def test_a_sentence_that_no_screen_holds_is_refused_with_its_length(golden_store: Store) -> None:
    number = call(golden_store).meeting_id
    with pytest.raises(BadInput) as refusal:
        meetings.retitle(golden_store, number, {"headline": "长" * 91, "types": "好"}, "zh", "王莉")
    assert refusal.value.problems[0].text() == "A sentence has at most 90 characters; this one has 91."
    assert slide_titles(golden_store, number, "zh") == {}


def test_there_is_no_writing_over_a_meeting_that_is_none(golden_store: Store) -> None:
    with pytest.raises(AssessmentError, match="There is no meeting 7"):
        meetings.retitle(golden_store, 7, {"headline": "x"}, "zh", "王莉")
    with pytest.raises(AssessmentError, match="There is no meeting 7"):
        calling.freeze(golden_store, 7, "王莉")


def test_a_meeting_changes_no_number_but_the_store_is_another_one(golden_store: Store) -> None:
    before = {name: digest for name, _, digest in fingerprint(golden_store)}
    revision = golden_store.data_version
    call(golden_store)
    after = {name: digest for name, _, digest in fingerprint(golden_store)}
    assert golden_store.data_version == revision
    assert {name for name in after if after[name] != before[name]} == {"meeting", "meeting_deck"}


def test_a_meeting_called_off_stays_to_be_read_and_is_nobodys_last_one(golden_store: Store) -> None:
    wrong, later = call(golden_store, "误召集", date(2099, 7, 1)), call(golden_store, "二", date(2099, 8, 1))
    assert meetings.before(later, meetings.known(golden_store)) == wrong
    meetings.call_off(golden_store, wrong.meeting_id, "周期选错", "王莉")
    second, first = meetings.known(golden_store)
    assert (second.is_off, first.is_off) == (False, True)
    assert (first.called_off_by, first.called_off_because) == ("王莉", "周期选错")
    assert meetings.before(later, meetings.known(golden_store)) is None


def test_nothing_of_a_meeting_called_off_changes_any_more(golden_store: Store) -> None:
    number = call(golden_store).meeting_id
    meetings.call_off(golden_store, number, "周期选错", "王莉")
    before = fingerprint(golden_store)
    for change in (
        lambda: meetings.call_off(golden_store, number, "再取消", "王莉"),
        lambda: meetings.retitle(golden_store, number, {"headline": "改"}, "zh", "王莉"),
        lambda: calling.freeze(golden_store, number, "王莉"),
    ):
        with pytest.raises(AssessmentError, match="called off"):
            change()
    assert fingerprint(golden_store) == before


def test_calling_off_wants_a_reason_and_a_name_and_tells_both_at_once(golden_store: Store) -> None:
    number = call(golden_store).meeting_id
    with pytest.raises(BadInput) as refusal:
        meetings.call_off(golden_store, number, " ", "")
    told = [problem.message for problem in refusal.value.problems]
    assert told == ["Say why the meeting is called off.", "Say who calls the meeting off."]
    assert not meetings.known(golden_store)[0].is_off
