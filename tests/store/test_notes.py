"""Analysts' notes: who wrote what about which number; withdrawn with a reason, never edited."""

from datetime import date

import pytest

from assessment import notes, settings
from assessment.errors import AssessmentError
from assessment.notes import Subject
from assessment.periods import Period
from assessment.reports import notes as reports
from assessment.shell.commands import run
from assessment.shell.request import REFUSED, Request
from assessment.store import Store, fingerprint

JUNE = Period.parse("2026-06")


def standing(store: Store, first: date = date(2026, 1, 1), last: date = date(2026, 12, 31)) -> list[dict[str, object]]:
    return reports.notes(store, first, last).to_dict("records")


def digests(store: Store) -> dict[str, str]:
    return {name: digest for name, _, digest in fingerprint(store)}


def unit_of(store: Store) -> str:
    return str(
        store.query("rankings", period_kind="month", period_start=JUNE.start, unit_types=[], revision_id=99)[
            "unit_id"
        ].iloc[0]
    )


def test_a_note_says_who_wrote_what_about_which_number(golden_store: Store) -> None:
    unit = unit_of(golden_store)
    notes.add(golden_store, Subject(JUNE, unit_id=unit, indicator_id="J01"), "6月留抵退税集中，收入短收", "王莉")
    (row,) = standing(golden_store)
    assert row["made_by"] == "王莉"
    assert (row["unit_id"], row["indicator_id"], row["period_start"].date()) == (unit, "J01", JUNE.start)
    assert row["unit_type"] == "A", "the type the unit has in that period"
    assert row["text"] == "6月留抵退税集中，收入短收"


def test_a_note_on_a_period_names_no_unit(golden_store: Store) -> None:
    notes.add(golden_store, Subject(JUNE), "口径自本月起调整", "王莉")
    (row,) = standing(golden_store)
    assert row["unit"] is None
    assert row["indicator"] is None


def test_notes_come_newest_first_and_only_those_of_the_span(golden_store: Store) -> None:
    for text in ("一", "二"):
        notes.add(golden_store, Subject(JUNE), text, "王莉")
    assert [row["text"] for row in standing(golden_store)] == ["二", "一"]
    assert standing(golden_store, date(2026, 7, 1)) == []


def test_a_withdrawn_note_is_gone_from_the_pages_but_kept_with_its_reason(golden_store: Store) -> None:
    number = notes.add(golden_store, Subject(JUNE), "写错了", "王莉")
    notes.withdraw(golden_store, number, "单位写错", "李强")
    assert standing(golden_store) == []
    with golden_store.write() as connection:
        kept = connection.execute("select text, withdrawn_by, withdrawn_because from note").fetchall()
    assert kept == [("写错了", "李强", "单位写错")]


def test_every_note_and_every_withdrawal_is_news_for_the_pages(golden_store: Store) -> None:
    seen = [golden_store.note_version]
    number = notes.add(golden_store, Subject(JUNE), "一", "王莉")
    seen.append(golden_store.note_version)
    notes.withdraw(golden_store, number, "重复", "王莉")
    seen.append(golden_store.note_version)
    assert len(set(seen)) == 3


def test_a_note_changes_no_number_but_the_store_is_another_one(golden_store: Store) -> None:
    revision, before = golden_store.data_version, digests(golden_store)
    number = notes.add(golden_store, Subject(JUNE), "一", "王莉")
    after = digests(golden_store)
    assert golden_store.data_version == revision
    assert {name for name in before if before[name] != after[name]} == {"note"}
    notes.withdraw(golden_store, number, "重复", "王莉")
    assert digests(golden_store) == before


def test_a_note_is_one_line_without_control_characters(golden_store: Store) -> None:
    notes.add(golden_store, Subject(JUNE), "  第一行\n第二行\x07 ", " 王莉\t")
    (row,) = standing(golden_store)
    assert (row["text"], row["made_by"]) == ("第一行 第二行", "王莉")


@pytest.mark.parametrize(
    ("subject", "text", "who", "said"),
    [
        (Subject(JUNE), " \n ", "王莉", "A note needs a text."),
        (Subject(JUNE), "字" * 301, "王莉", "A note has at most 300 characters; this one has 301."),
        (Subject(JUNE), "好", " ", "Say who writes the note."),
        (Subject(JUNE), "好", "王" * 41, "A name has at most 40 characters; this one has 41."),
        (Subject(Period.parse("2026-07")), "好", "王莉", "There are no results for 2026-07."),
        (Subject(JUNE, unit_id="X"), "好", "王莉", "There is no unit X."),
        (Subject(JUNE, unit_type="X"), "好", "王莉", "There is no unit type X."),
        (Subject(JUNE, indicator_id="X"), "好", "王莉", "There is no indicator X."),
    ],
)
def test_a_refused_note_says_why_and_leaves_nothing(
    golden_store: Store, subject: Subject, text: str, who: str, said: str
) -> None:
    with pytest.raises(AssessmentError) as refusal:
        notes.add(golden_store, subject, text, who)
    assert str(refusal.value) == said
    assert standing(golden_store) == []


def test_a_withdrawal_needs_a_reason_and_a_note_that_stands(golden_store: Store) -> None:
    number = notes.add(golden_store, Subject(JUNE), "一", "王莉")
    with pytest.raises(AssessmentError, match="Say why"):
        notes.withdraw(golden_store, number, "", "王莉")
    with pytest.raises(AssessmentError, match="There is no note 7"):
        notes.withdraw(golden_store, 7, "重复", "王莉")
    notes.withdraw(golden_store, number, "重复", "王莉")
    with pytest.raises(AssessmentError, match="was withdrawn before"):
        notes.withdraw(golden_store, number, "重复", "王莉")


def test_a_note_is_written_and_withdrawn_by_command(golden_store: Store) -> None:
    asked = {"period": "2026-06", "text": "口径调整", "indicator": "J01"}
    assert run(golden_store, Request("note", asked, {}, "王莉")).lines == ["Note 1 written."]
    assert standing(golden_store)[0]["indicator_id"] == "J01"
    answer = run(golden_store, Request("withdraw", {"note": "1", "reason": "重复"}, {}, "王莉"))
    assert answer.lines == ["Note 1 withdrawn."]
    assert run(golden_store, Request("withdraw", {"note": "x", "reason": "重复"}, {}, "王莉")).status == REFUSED


def test_what_stood_at_a_moment_is_told_whatever_became_of_it(golden_store: Store) -> None:
    number = notes.add(golden_store, Subject(JUNE), "第一条", "王莉")
    moment = settings.now()
    notes.withdraw(golden_store, number, "单位写错", "王莉")
    notes.add(golden_store, Subject(JUNE), "第二条", "王莉")
    then = reports.notes(golden_store, JUNE.start, JUNE.start, moment)
    assert then["text"].tolist() == ["第一条"]
    assert [row["text"] for row in standing(golden_store)] == ["第二条"]
