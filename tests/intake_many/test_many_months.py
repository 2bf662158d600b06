"""Several months in one import say the same of the county as the months one by one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from assessment import intake, reference, settings
from assessment.errors import AssessmentError, BadInput
from assessment.periods import Period
from assessment.store import Store, fingerprint
from tests.store.books import book

MAY, JUNE, JULY = (Period.parse(code) for code in ("2026-05", "2026-06", "2026-07"))
EARLY, RAISED = 2800, 3000
MONTHS = {
    JULY: book({("甲镇", "J01"): 1800}, targets=(("甲镇", RAISED),)),
    MAY: book({("甲镇", "J01"): 1200}, targets=(("甲镇", RAISED), ("乙镇", 1900))),
    JUNE: book({("甲镇", "J01"): 1561}, targets=(("甲镇", EARLY), ("乙镇", 1900))),
}
"""Out of order; targets change back and forth, and one is only repeated."""


def deliveries(**more: bytes) -> list[intake.Delivery]:
    return [
        intake.Delivery(month, [(f"{month}.xlsx", data)], date(2026, month.start.month + 1, 20))
        for month, data in (MONTHS | {Period.parse(code): data for code, data in more.items()}).items()
    ]


@pytest.fixture
def stores(open_copy: Callable[[Path], Store], empty_folder: Path) -> tuple[Store, Store]:
    """Two stores with the golden county and no month."""
    pair = open_copy(empty_folder), open_copy(empty_folder)
    for store in pair:
        reference.load(store, reference.folder_files(settings.SAMPLE), "tester")
    return pair


def take_in_together(store: Store, brought: list[intake.Delivery]) -> intake.Committed:
    return intake.commit_months(store, intake.preview_months(store, brought), "tester")


def test_together_or_one_by_one_is_the_same(stores: tuple[Store, Store]) -> None:
    together, one_by_one = stores
    made = take_in_together(together, deliveries())
    for one in sorted(deliveries(), key=lambda delivery: delivery.month.start):
        shown = intake.preview(one_by_one, one.files, one.month, one.received_on)
        intake.commit(one_by_one, shown, "tester")
    assert fingerprint(together) == fingerprint(one_by_one)
    assert (made.revision_id, made.upload_ids) == (2, [1, 2, 3])
    assert [together.rows("form", "known_target", year_starts=[date(2026, 1, 1)])] == [
        one_by_one.rows("form", "known_target", year_starts=[date(2026, 1, 1)])
    ]


def test_all_problems_of_all_months_come_at_once_and_nothing_is_written(stores: tuple[Store, Store]) -> None:
    store, _ = stores
    before = fingerprint(store)
    wrong = deliveries(**{"2026-04": book({("甲镇", "J01"): "很多"}), "2026-08": book({("乙镇", "J03"): "不少"})})
    with pytest.raises(BadInput) as refusal:
        take_in_together(store, wrong)
    assert [problem.sheet.split()[0] for problem in refusal.value.problems] == ["2026-04.xlsx", "2026-08.xlsx"]
    assert fingerprint(store) == before
    assert store.data_version == 1


def test_a_month_that_says_nothing_new_is_passed_over(stores: tuple[Store, Store]) -> None:
    store, _ = stores
    take_in_together(store, deliveries())
    with pytest.raises(AssessmentError, match="Nothing has changed"):
        take_in_together(store, deliveries())
    made = take_in_together(store, deliveries(**{"2026-06": book({("甲镇", "J01"): 1600}, targets=(("甲镇", EARLY),))}))
    assert made.upload_ids == [4]


def test_a_month_stands_once_in_an_import(stores: tuple[Store, Store]) -> None:
    with pytest.raises(AssessmentError, match="2026-06 is delivered twice"):
        intake.preview_months(stores[0], [*deliveries(), intake.Delivery(JUNE, [("b.xlsx", book())])])


def test_progress_is_told_month_by_month(stores: tuple[Store, Store]) -> None:
    told: list[tuple[int, int, str]] = []
    intake.preview_months(stores[0], deliveries(), lambda *step: told.append(step))
    assert told == [(1, 3, "2026-05"), (2, 3, "2026-06"), (3, 3, "2026-07")]
