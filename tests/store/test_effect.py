"""What a commit or an undo would do, told before it is done: exactly what it then does, and nothing of it is kept."""

import pandas as pd

from assessment import intake, reports
from assessment.periods import Period
from assessment.store import Store, fingerprint
from assessment.workbook import Answer
from tests.store.books import book

JUNE = Period.parse("2026-06")
ANSWER = Answer("", "unit", "丙镇政府办", "A03")
HIGHER = {("丙镇", "J03"): 8}


def preview(store: Store) -> intake.Preview:
    return intake.preview(store, [("june.xlsx", book(HIGHER))], JUNE)


def test_the_effect_shown_is_the_effect_of_the_commit(golden_store: Store) -> None:
    shown = preview(golden_store)
    before = fingerprint(golden_store)
    told = intake.effect_of_commit(golden_store, shown).changes
    assert (fingerprint(golden_store), golden_store.data_version) == (before, 2)
    one = told[(told["period"] == "2026-06") & (told["unit"] == "丙镇")].iloc[0]
    assert (one["score_before"], one["score_after"], one["rank_before"], one["tier_before"], one["tier_after"]) == (
        82.89,
        93.89,
        4,
        "一般",
        "良好",
    )
    done = intake.commit(golden_store, shown, "tester")
    pd.testing.assert_frame_equal(told, reports.history_changes(golden_store, done.revision_id))


def test_the_effect_of_an_undo_is_the_commit_s_turned_round(golden_store: Store) -> None:
    forward = intake.effect_of_commit(golden_store, preview(golden_store)).changes
    done = intake.commit(golden_store, preview(golden_store), "tester")
    back = intake.effect_of_undo(golden_store, done.upload_ids[0]).changes
    assert golden_store.data_version == done.revision_id
    for one, other in (("score_before", "score_after"), ("rank_before", "rank_after"), ("tier_before", "tier_after")):
        there = forward.sort_values(["period", "unit_id"])[[one, other]].to_numpy().tolist()
        home = back.sort_values(["period", "unit_id"])[[other, one]].to_numpy().tolist()
        assert there == home


def test_a_preview_with_problems_has_no_effect(golden_store: Store) -> None:
    faulty = intake.preview(golden_store, [("june.xlsx", book({("甲镇", "J01"): "很多"}))], JUNE)
    assert intake.effect_of_commit(golden_store, faulty).changes.empty


def test_what_was_settled_is_remembered_from_the_commit_on(golden_store: Store) -> None:
    shown = preview(golden_store)
    given = intake.preview(golden_store, [("june.xlsx", book(HIGHER))], JUNE, None, (ANSWER,))
    intake.effect_of_commit(golden_store, given)
    assert golden_store.rows("form", "answer") == []
    assert shown.answers == ()
    intake.commit(golden_store, given, "tester")
    assert golden_store.rows("form", "answer") == [("", "unit", "丙镇政府办", "A03")]


def test_of_several_files_a_doubt_names_the_one_it_stands_in(golden_store: Store) -> None:
    files = [(f"2026-07 {name}.csv", f"单位,J01\n{name},10\n".encode()) for name in ("甲镇", "乙镇")]
    july = Period.parse("2026-07")
    alone = intake.doubts(golden_store, intake.preview(golden_store, files[:1], july))
    assert [(one.sheet, one.cell) for one in alone] == [("2026-07 甲镇", "B2")]
    both = intake.doubts(golden_store, intake.preview(golden_store, files, july))
    assert [one.sheet for one in both] == [f"2026-07 {name}.csv 2026-07 {name}" for name in ("乙镇", "甲镇")]
