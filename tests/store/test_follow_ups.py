"""Follow-ups: written by versions, refused whole, never over what somebody else wrote meanwhile."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from assessment import follow_ups, i18n, settings
from assessment.errors import AssessmentError, BadInput
from assessment.follow_ups import Item, Overtaken
from assessment.periods import Period
from assessment.reports.follow_ups import follow_up_history
from assessment.reports.follow_ups import follow_ups as report
from assessment.store import Store, fingerprint

JUNE = Period.parse("2026-06")
ITEM = Item(title="补齐收入缺口", owner_unit_id="A01", due_on=date(2026, 7, 31), period=JUNE, indicator_id="J01")
NOON = datetime(2026, 7, 10, 4)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """clock(n) -> what is written from now on is written n minutes after noon."""

    def at(minutes: int) -> datetime:
        moment = NOON + timedelta(minutes=minutes)
        monkeypatch.setattr(settings, "now", lambda: moment)
        return moment

    at(0)
    return at


def standing(store: Store, on: date = date(2026, 7, 10), written_until: datetime | None = None) -> list[dict[str, Any]]:
    return report(store, JUNE.start, on, written_until).to_dict("records")


def test_a_follow_up_says_who_does_what_by_when(golden_store: Store, clock: Any) -> None:
    number = follow_ups.add(golden_store, replace(ITEM, person="分管副镇长", unit_type="A"), "王莉")
    (row,) = standing(golden_store)
    assert (row["follow_up_id"], row["version"], row["title"], row["owner"]) == (number, 1, "补齐收入缺口", "甲镇")
    assert (row["person"], row["due_on"].date(), row["state"]) == ("分管副镇长", date(2026, 7, 31), "open")
    assert (row["made_by"], row["changed_by"], row["made_at"], row["changed_at"]) == ("王莉", "王莉", NOON, NOON)
    assert (row["type_name"], row["unit_id"], row["period_start"].date()) == ("乡镇", None, JUNE.start)
    assert (row["is_overdue"], row["days_left"]) == (False, 21)


def test_open_and_past_its_day_is_overdue_on_the_day_asked_about(golden_store: Store, clock: Any) -> None:
    follow_ups.add(golden_store, ITEM, "王莉")
    follow_ups.add(golden_store, replace(ITEM, state="done", evidence="已入库"), "王莉")
    found = {day: standing(golden_store, date(2026, *day)) for day in ((7, 31), (8, 1))}
    assert [row["is_overdue"] for row in found[7, 31]] == [False, False]
    assert next((row["is_overdue"], row["days_left"]) for row in found[8, 1]) == (True, -1)
    assert found[8, 1][1]["is_overdue"] is False, "what is done is not overdue"


def test_overdue_longest_first_then_open_by_due_day_then_the_rest_latest_first(golden_store: Store, clock: Any) -> None:
    lines = [("open", 20), ("dropped", 1), ("open", 15), ("done", 2), ("open", 3), ("open", 5)]
    for at, (state, day) in enumerate(lines):
        clock(at)
        follow_ups.add(golden_store, replace(ITEM, state=state, due_on=date(2026, 7, day), evidence="依据"), "王莉")
    assert [row["follow_up_id"] for row in standing(golden_store)] == [5, 6, 3, 1, 4, 2]


def test_every_change_is_a_further_version_and_nothing_is_lost(golden_store: Store, clock: Any) -> None:
    number = follow_ups.add(golden_store, ITEM, "王莉")
    clock(1)
    moved = replace(ITEM, due_on=date(2026, 8, 15), person="分管副局长")
    assert follow_ups.change(golden_store, number, moved, 1, "李强") == 2
    clock(2)
    assert follow_ups.change(golden_store, number, replace(moved, state="done", evidence="已入库"), 2, "王莉") == 3
    history = follow_up_history(golden_store, number)
    assert history["changes"].tolist() == [(), ("person", "due_on"), ("state", "evidence")]
    assert history["made_by"].tolist() == ["王莉", "李强", "王莉"]
    assert [day.date() for day in history["due_on"]] == [date(2026, 7, 31), date(2026, 8, 15), date(2026, 8, 15)]
    assert history["title"].tolist() == ["补齐收入缺口"] * 3
    (row,) = standing(golden_store)
    assert (row["version"], row["state"], row["made_by"], row["changed_at"]) == (3, "done", "王莉", clock(2))


def test_it_stands_as_it_was_written_until_a_moment(golden_store: Store, clock: Any) -> None:
    number = follow_ups.add(golden_store, ITEM, "王莉")
    clock(10)
    follow_ups.change(golden_store, number, replace(ITEM, state="dropped", evidence="并入另一项"), 1, "王莉")
    follow_ups.add(golden_store, replace(ITEM, title="后来的"), "王莉")
    at = [standing(golden_store, written_until=NOON + timedelta(minutes=minutes)) for minutes in (-1, 0, 9, 10)]
    assert [[(row["title"], row["state"]) for row in rows] for rows in at] == [
        [],
        [("补齐收入缺口", "open")],
        [("补齐收入缺口", "open")],
        [("后来的", "open"), ("补齐收入缺口", "dropped")],
    ]


def test_what_somebody_wrote_meanwhile_is_not_written_over(golden_store: Store, clock: Any) -> None:
    number = follow_ups.add(golden_store, ITEM, "王莉")
    clock(5)
    follow_ups.change(golden_store, number, replace(ITEM, person="分管副局长"), 1, "李强")
    with pytest.raises(Overtaken) as refusal:
        follow_ups.change(golden_store, number, replace(ITEM, person="局长"), 1, "王莉")
    with i18n.speaking("zh"):
        assert str(refusal.value).startswith("李强已于 2026-07-10 12:05 改过这一事项。")
    assert "李强 changed this item at 2026-07-10 12:05." in str(refusal.value)
    assert [row["person"] for row in standing(golden_store)] == ["分管副局长"]
    assert follow_ups.change(golden_store, number, replace(ITEM, person="局长"), 2, "王莉") == 3


def test_the_same_again_is_no_version(golden_store: Store) -> None:
    number = follow_ups.add(golden_store, ITEM, "王莉")
    before = golden_store.note_version
    assert follow_ups.change(golden_store, number, replace(ITEM, title=" 补齐收入缺口\n"), 1, "李强") == 1
    assert golden_store.note_version == before


def test_everything_wrong_is_said_at_once_and_nothing_is_written(golden_store: Store) -> None:
    wrong = Item(
        title=" ",
        owner_unit_id="X",
        person="长" * 41,
        due_on=date(2026, 5, 31),
        state="done",
        period=JUNE,
        unit_type="Y",
        unit_id="Z",
        indicator_id="J99",
    )
    with pytest.raises(BadInput) as refusal, i18n.speaking("zh"):
        follow_ups.add(golden_store, wrong, "")
    with i18n.speaking("zh"):
        said = [(problem.sheet, problem.text()) for problem in refusal.value.problems]
    assert said == [
        ("title", "议定事项须写明事项名称。"),
        ("who", "请填写经办人。"),
        ("evidence", "办结须写明办理情况（依据）。"),
        ("person", "姓名最多 40 个字，这里有 41 个字。"),
        ("due_on", "办结期限早于所属考核周期的起始日 2026-06-01。"),
        ("owner_unit_id", "没有单位“X”。"),
        ("unit_id", "没有单位“Z”。"),
        ("unit_type", "没有单位类型“Y”。"),
        ("indicator_id", "没有指标“J99”。"),
    ]
    assert standing(golden_store) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"title": "字" * 161}, "A title has at most 160 characters; this one has 161."),
        ({"owner_unit_id": ""}, "Say which unit is responsible."),
        ({"state": "late"}, "“late” is no state of a follow-up."),
        ({"state": "dropped"}, "Say why it is dropped."),
        ({"evidence": "字" * 301}, "Evidence has at most 300 characters; this has 301."),
        ({"period": Period.parse("2026-07")}, "There are no results for 2026-07."),
    ],
)
def test_each_refusal_says_why(golden_store: Store, change: dict[str, Any], said: str) -> None:
    with pytest.raises(BadInput) as refusal:
        follow_ups.add(golden_store, replace(ITEM, **change), "王莉")
    assert [problem.text() for problem in refusal.value.problems] == [said]
    number = follow_ups.add(golden_store, ITEM, "王莉")
    with pytest.raises(BadInput) as refusal:
        follow_ups.change(golden_store, number, replace(ITEM, **change), 1, "王莉")
    assert [problem.text() for problem in refusal.value.problems] == [said]


def test_a_follow_up_that_is_not_there_cannot_be_changed(golden_store: Store) -> None:
    with pytest.raises(AssessmentError, match="There is no follow-up 7"):
        follow_ups.change(golden_store, 7, ITEM, 1, "王莉")


def test_what_has_left_the_county_since_does_not_stand_in_the_way_of_a_change(golden_store: Store) -> None:
    number = follow_ups.add(golden_store, replace(ITEM, unit_id="A02"), "王莉")
    with golden_store.write() as connection:
        connection.execute("update follow_up set owner_unit_id = 'X', unit_id = 'Y', period_start = '2020-01-01'")
    gone = replace(ITEM, owner_unit_id="X", unit_id="Y", period=Period.parse("2020-01"))
    assert follow_ups.change(golden_store, number, replace(gone, state="done", evidence="已入库"), 1, "王莉") == 2
    (row,) = standing(golden_store)
    assert (row["owner_unit_id"], row["state"]) == ("X", "done")


def test_texts_are_one_line_without_control_characters(golden_store: Store) -> None:
    follow_ups.add(golden_store, replace(ITEM, title=" 一\n二\x07 ", person="\t副镇长", unit_type=""), " 王莉\t")
    (row,) = standing(golden_store)
    assert (row["title"], row["person"], row["made_by"], row["unit_type"]) == ("一 二", "副镇长", "王莉", None)


def test_every_version_is_news_for_the_pages_and_part_of_the_fingerprint(golden_store: Store) -> None:
    before = {name: digest for name, _, digest in fingerprint(golden_store)}
    seen = [golden_store.note_version]
    number = follow_ups.add(golden_store, ITEM, "王莉")
    seen.append(golden_store.note_version)
    follow_ups.change(golden_store, number, replace(ITEM, person="局长"), 1, "王莉")
    seen.append(golden_store.note_version)
    assert len(set(seen)) == 3
    after = {name: digest for name, _, digest in fingerprint(golden_store)}
    assert {name for name in before if before[name] != after[name]} == {"follow_up"}
    assert golden_store.as_of(1).note_version == golden_store.note_version
    follow_ups.change(golden_store, number, replace(ITEM, person="副局长"), 2, "王莉")
    assert golden_store.as_of(1).note_version == golden_store.note_version, "an earlier revision shows what is written"


def test_a_row_of_the_table_or_the_report_is_the_item_it_was_written_from(golden_store: Store) -> None:
    written = replace(ITEM, person="副镇长", evidence="部分到位", unit_type="A")
    follow_ups.add(golden_store, written, "王莉")
    (row,) = standing(golden_store)
    assert follow_ups.of_row(row) == written
