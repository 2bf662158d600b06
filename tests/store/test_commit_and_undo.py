"""What is stored is what the rules say, whatever road led there; an undone upload leaves no trace in the answers."""

import random
import sys
from datetime import date

import pytest

from assessment import intake, reference, reports, settings
from assessment.errors import AssessmentError, BadInput
from assessment.intake import Committed
from assessment.periods import Period
from assessment.store import Store, fingerprint, rescore
from tests.store.books import book

MAY, JUNE, JULY = (Period.parse(f"2026-0{month}") for month in (5, 6, 7))


def take_in(store: Store, month: Period, data: bytes, name: str = "book.xlsx") -> Committed:
    return intake.commit(store, intake.preview(store, [(name, data)], month), "tester")


def assert_stored_is_what_the_views_say(store: Store) -> None:
    with store.write() as connection:
        for stored, view in (("stored_cell", "cell_score"), ("stored_result", "unit_result")):
            kept = f"select * exclude (revision_id, superseded_by) from {stored} where superseded_by is null"
            for one, other in ((kept, f"select * from {view}"), (f"select * from {view}", kept)):
                assert connection.execute(f"{one} except all {other}").fetchall() == []


def test_the_same_content_again_changes_nothing(golden_store: Store) -> None:
    before = golden_store.data_version
    shown = intake.preview(golden_store, [("again.xlsx", book())], JUNE)
    assert shown.is_unchanged
    with pytest.raises(AssessmentError, match="Nothing has changed"):
        intake.commit(golden_store, shown, "tester")
    assert golden_store.data_version == before


def test_a_preview_tells_new_changed_unchanged_and_missing_apart(golden_store: Store) -> None:
    changes = {("甲镇", "J01"): 1600, ("戊乡", "J01"): 200, ("乙镇", "S06"): None}
    shown = intake.preview(golden_store, [("june.xlsx", book(changes))], JUNE)
    told = {
        (change.kind, change.unit, change.before, change.after)
        for change in shown.changes
        if change.section == "result"
    }
    assert ("changed", "甲镇", "1560", "1600") in told
    assert ("new", "戊乡", "", "200") in told
    assert ("changed", "乙镇", "93", "") in told
    assert shown.counts == {"changed": 2, "new": 1, "unchanged": 27}


def test_a_later_value_replaces_the_earlier_one_without_duplicates(golden_store: Store) -> None:
    take_in(golden_store, JUNE, book({("丙镇", "J03"): 8}))
    cells = reports.scores(golden_store, JUNE)
    assert len(cells) == 30
    assert cells[(cells["unit"] == "丙镇") & (cells["indicator_id"] == "J03")]["points"].tolist() == [20.0]
    ranking = reports.rankings(golden_store, JUNE)
    assert dict(zip(ranking["unit"], ranking["score"], strict=True))["丙镇"] == 93.89


def test_a_correction_gives_the_same_as_a_first_import_of_it(golden_store: Store, empty_store: Store) -> None:
    corrected = book({("甲镇", "J01"): None, ("戊乡", "J01"): 210})
    take_in(golden_store, JUNE, corrected)
    intake.load_sample(empty_store, "tester")
    intake.undo(empty_store, 1, "tester")
    take_in(empty_store, JUNE, corrected)
    results = [
        {table: digest for table, _, digest in fingerprint(store)}["result"] for store in (golden_store, empty_store)
    ]
    assert results[0] == results[1]


def test_undo_restores_every_table(golden_store: Store) -> None:
    before = fingerprint(golden_store)
    made = take_in(
        golden_store, JUNE, book({("甲镇", "J01"): 1}, events=(("丙镇", "统计造假", "虚报", "", None, 1, None, ""),))
    )
    assert fingerprint(golden_store) != before
    intake.undo(golden_store, made.upload_ids[0], "tester")
    assert fingerprint(golden_store) == before


def test_undo_of_an_earlier_upload_keeps_the_later_one(golden_store: Store, empty_store: Store) -> None:
    first, second = book({("甲镇", "J01"): 1}), book({("乙镇", "J01"): 2})
    made = take_in(golden_store, JUNE, first)
    take_in(golden_store, JUNE, second)
    intake.undo(golden_store, made.upload_ids[0], "tester")
    intake.load_sample(empty_store, "tester")
    take_in(empty_store, JUNE, second)
    assert fingerprint(golden_store) == fingerprint(empty_store)


def test_undoing_the_only_upload_of_a_month_takes_the_month_away(golden_store: Store) -> None:
    before = fingerprint(golden_store)
    made = take_in(golden_store, JULY, book())
    assert "2026-07" in set(reports.periods(golden_store)["period"])
    intake.undo(golden_store, made.upload_ids[0], "tester")
    assert "2026-07" not in set(reports.periods(golden_store)["period"])
    assert fingerprint(golden_store) == before


def test_what_sent_a_number_back_goes_with_the_number(golden_store: Store) -> None:
    before = fingerprint(golden_store)
    made = take_in(golden_store, JULY, book())
    mark = intake.send_back(golden_store, intake.sending_back(golden_store, JULY, "A01", "J01"), "tester", "算错")
    undone = intake.undo(golden_store, made.upload_ids[0], "tester")
    assert undone.upload_ids == [*made.upload_ids, *mark.upload_ids]
    assert "2026-07" not in set(reports.periods(golden_store)["period"])
    assert fingerprint(golden_store) == before


def test_a_number_sent_back_stays_so_while_an_earlier_upload_still_has_it(golden_store: Store) -> None:
    take_in(golden_store, JULY, book())
    second = take_in(golden_store, JULY, book({("甲镇", "J01"): 7}))
    mark = intake.send_back(golden_store, intake.sending_back(golden_store, JULY, "A01", "J01"), "tester", "算错")
    assert intake.undo(golden_store, second.upload_ids[0], "tester").upload_ids == second.upload_ids
    assert intake.undo(golden_store, mark.upload_ids[0], "tester").upload_ids == mark.upload_ids


def test_an_upload_is_undone_once(golden_store: Store) -> None:
    intake.undo(golden_store, 1, "tester")
    with pytest.raises(AssessmentError, match="undone already"):
        intake.undo(golden_store, 1, "tester")
    with pytest.raises(AssessmentError, match="no upload 7"):
        intake.undo(golden_store, 7, "tester")


def test_files_committed_together_are_undone_together(golden_store: Store) -> None:
    before = fingerprint(golden_store)
    files = [("one.xlsx", book({("甲镇", "J01"): 5})), ("two.xlsx", book({("甲镇", "J01"): 5}))]
    made = intake.commit(golden_store, intake.preview(golden_store, files, JUNE), "tester")
    assert made.upload_ids == [2, 3]
    assert intake.undo(golden_store, 3, "tester").upload_ids == [2, 3]
    assert fingerprint(golden_store) == before


def test_an_earlier_revision_stays_readable(golden_store: Store) -> None:
    seen = golden_store.data_version
    before = reports.rankings(golden_store, JUNE)
    take_in(golden_store, JUNE, book({("甲镇", "J01"): 1}))
    assert reports.rankings(golden_store, JUNE)["unit"].tolist() != before["unit"].tolist()
    assert reports.rankings(golden_store, JUNE, (), seen).equals(before)


def test_history_says_what_each_revision_changed(golden_store: Store) -> None:
    made = take_in(golden_store, JUNE, book({("甲镇", "J01"): 1500}))
    changed = reports.history_changes(golden_store, made.revision_id)
    june = changed[changed["period"] == "2026-06"]
    assert june["unit"].tolist() == ["甲镇", "丁乡"]
    assert june["score_before"].tolist() == [104.32, 94.94]
    assert june["score_after"].tolist() == [103.89, 94.94]
    newest = reports.history(golden_store).iloc[0]
    assert (newest["made_by"], newest["kind"], newest["file_name"], newest["changed_count"]) == (
        "tester",
        "import",
        "book.xlsx",
        1,
    )


def test_a_file_with_problems_writes_nothing(golden_store: Store) -> None:
    before = fingerprint(golden_store)
    shown = intake.preview(
        golden_store, [("bad.xlsx", book({("甲镇", "J01"): "好多", ("乙镇", "J03"): "NaN", ("丙镇", "S11"): -1}))], JUNE
    )
    assert sorted(problem.cell for problem in shown.problems) == ["B2", "C3", "G4"]
    with pytest.raises(BadInput):
        intake.commit(golden_store, shown, "tester")
    assert fingerprint(golden_store) == before


def test_a_preview_made_before_another_commit_is_refused(golden_store: Store) -> None:
    mine = intake.preview(golden_store, [("mine.xlsx", book({("甲镇", "J01"): 1}))], JUNE)
    take_in(golden_store, JUNE, book({("乙镇", "J01"): 2}))
    with pytest.raises(AssessmentError, match="changed since"):
        intake.commit(golden_store, mine, "tester")


def test_january_takes_no_data_of_its_own(golden_store: Store) -> None:
    with pytest.raises(AssessmentError, match="use 2026-02"):
        intake.preview(golden_store, [("x.xlsx", book())], Period.parse("2026-01"))


def test_a_failure_inside_a_commit_leaves_the_month_as_it_was(
    golden_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fingerprint(golden_store)
    shown = intake.preview(golden_store, [("x.xlsx", book({("甲镇", "J01"): 1}))], JUNE)

    def break_down(*_: object) -> int:
        raise RuntimeError("power")

    monkeypatch.setattr(sys.modules["assessment.intake.commit"], "rebuild", break_down)
    with pytest.raises(RuntimeError):
        intake.commit(golden_store, shown, "tester")
    assert fingerprint(golden_store) == before


@pytest.mark.parametrize("seed", range(3))
def test_any_order_of_imports_and_undos_keeps_stored_equal_to_the_views(golden_store: Store, seed: int) -> None:
    dice = random.Random(seed)
    uploads = [1]
    for _ in range(6):
        if uploads and dice.random() < 0.35:
            intake.undo(golden_store, uploads.pop(dice.randrange(len(uploads))), "tester")
            continue
        cell = (dice.choice("甲乙丙") + "镇", dice.choice(("J01", "J03", "J08")))
        month = dice.choice((MAY, JUNE, JULY))
        uploads += take_in(golden_store, month, book({cell: dice.randrange(5000)})).upload_ids
    assert_stored_is_what_the_views_say(golden_store)
    before = fingerprint(golden_store)
    assert rescore(golden_store, "tester").changed_results == 0
    assert fingerprint(golden_store) == before


def test_rescoring_mends_a_stored_result_that_was_tampered_with(golden_store: Store) -> None:
    before = fingerprint(golden_store)
    with golden_store.write() as connection:
        connection.execute("update stored_result set score = 1 where unit_id = 'A01'")
    assert rescore(golden_store, "tester").changed_results == 3
    assert fingerprint(golden_store) == before


def test_a_scenario_adds_rows_and_no_formula(golden_store: Store) -> None:
    """A what-if weight for scenario 1: its own scores move, the record's stay."""
    with golden_store.write() as connection:
        connection.execute("insert into scenario values (1, 'what if')")
        connection.execute(
            "insert into rule select 1 as scenario_id, * exclude (scenario_id) replace (0.0 as excess_cap)"
            " from rule where indicator_id = 'J01'"
        )
        shares = connection.execute(
            "select scenario_id, share::varchar from cell_score"
            " where unit_id = 'A01' and indicator_id = 'J01' order by 1"
        ).fetchall()
    assert shares == [(0, "1.057142857143"), (1, "1.000000000000")]


def test_received_before_the_due_day_a_blank_is_not_late(golden_store: Store) -> None:
    shown = intake.preview(golden_store, [("may.xlsx", book())], MAY, received_on=date(2026, 6, 18))
    intake.commit(golden_store, shown, "tester")
    cells = reports.scores(golden_store, MAY)
    assert cells[(cells["unit"] == "戊乡") & (cells["indicator_id"] == "J01")]["state"].tolist() == ["NOT_DUE"]


def test_a_unit_that_left_is_told_as_left(golden_store: Store) -> None:
    take_in(golden_store, JULY, book())
    files = reference.folder_files(settings.SAMPLE)
    files["membership.csv"] = files["membership.csv"].replace(b"A05,A,2020-01-01,", b"A05,A,2020-01-01,2026-06-30")
    reference.load(golden_store, files, "tester")
    with golden_store.write() as connection:
        moved = connection.execute(
            "select unit_id, tier_shift, score, previous_score::varchar from unit_change_at(9)"
            " where period_start = date '2026-07-01' and period_kind = 'month' order by unit_id"
        ).fetchall()
    assert [row[:2] for row in moved[:4]] == [(f"A0{number}", "unchanged") for number in (1, 2, 3, 4)]
    assert moved[4] == ("A05", "left", None, "60.50")
    assert len(reports.rankings(golden_store, JULY)) == 4


def test_a_target_that_is_only_repeated_is_not_written_again(golden_store: Store) -> None:
    """An untouched, prefilled sheet 目标 must not shadow a later correction of the reference."""
    targets = (("甲镇", 2800), ("乙镇", 1900))
    take_in(golden_store, JUNE, book({("甲镇", "J01"): 1561}, targets=targets))
    kept = golden_store.rows("form", "known_target", year_starts=[JUNE.start.replace(month=1)])
    assert {(unit, int(value)) for *_, unit, code, value in kept if code == "J01"} >= {("A01", 2800), ("A02", 1900)}
    files = reference.folder_files(settings.SAMPLE)
    files["target.csv"] = files["target.csv"].replace(b"A01,J01,2800", b"A01,J01,5600")
    reference.load(golden_store, files, "tester")
    cells = reports.scores(golden_store, JUNE)
    assert cells[(cells["unit"] == "甲镇") & (cells["indicator_id"] == "J01")]["target_value"].tolist() == [5600.0]


def test_a_month_that_waits_for_a_department_says_so(golden_store: Store) -> None:
    without_air = {(unit, "S01"): None for unit in ("甲镇", "乙镇", "丙镇", "丁乡", "戊乡")}
    take_in(golden_store, JULY, book(without_air))
    ranking = reports.rankings(golden_store, JULY)
    assert ranking["has_awaited"].tolist() == [True] * 5
    cells = reports.scores(golden_store, JULY)
    air = cells[cells["indicator_id"] == "S01"]
    assert set(air["state"]) == {"NOT_DUE"}
    assert set(air["carried_from"].dt.strftime("%Y-%m")) == {"2026-06"}
