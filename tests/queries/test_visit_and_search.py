"""What changed since a visit, and what the search knows, over stored rows written by hand."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from assessment.reports import overview
from assessment.store import Store
from tests.queries.stored_rows import JUNE, MAY, StoredCounty, june_county, put, rows


@pytest.fixture
def county(open_copy: Callable[[Path], Store], empty_folder: Path) -> StoredCounty:
    return june_county(open_copy(empty_folder))


def test_changes_since_a_visit_are_ranks_and_tiers_of_periods_that_had_been_there(county: StoredCounty) -> None:
    now = {"revision_id": 3}
    county.change(
        "update stored_result set superseded_by = 3 where unit_id in ('甲一', '甲三', '甲五') and period_start = ?", MAY
    )
    county.results(MAY, "甲一 92 3 良好 \n 甲三 99.5 1 优秀 \n 甲五 85.01 5 一般", **now)  # 甲五: only the score moved
    county.results(date(2026, 7, 1), "甲一 92 1 优秀", **now)  # a new month is no change
    changed = overview.visit_changes(county.store, 2)
    assert rows(
        changed, "period", "unit", "rank_before", "rank_after", "tier_before", "tier_after", "is_tier_changed"
    ) == [
        ("2026-05", "甲三", 3, 1, "良好", "优秀", True),
        ("2026-05", "甲一", 1, 3, "优秀", "良好", True),
    ]
    assert overview.visit_changes(county.store, 3).empty
    assert overview.visit_changes(county.store, 2, ("B",)).empty


def test_a_running_quarter_that_moved_on_is_no_change(county: StoredCounty) -> None:
    start = date(2026, 4, 1)
    county.results(start, "甲一 99 1 优秀", kind="quarter", is_partial=True, superseded_by=3)
    county.results(start, "甲一 92 2 良好", kind="quarter", revision_id=3)
    assert overview.visit_changes(county.store, 2).empty


def test_revisions_since_a_visit_say_what_came(county: StoredCounty) -> None:
    with county.store.write() as connection:
        for number, kind, upload in ((1, "reference", 0), (2, "import", 1), (3, "undo", 1)):
            made = {"made_at": datetime(2026, 7, number), "made_by": "王莉", "note": ""}
            put(connection, "revision", revision_id=number, kind=kind, upload_id=upload, **made)
        upload = {"file_name": "", "sha256": "", "received_on": JUNE}
        put(connection, "upload", upload_id=0, revision_id=1, month=date(1900, 1, 1), status="accepted", **upload)
        put(connection, "upload", upload_id=1, revision_id=2, month=JUNE, status="undone", **upload)
        put(connection, "upload", upload_id=2, revision_id=2, month=MAY, status="accepted", **upload)
        put(connection, "upload_change", upload_id=2, section="result", kind="new", change_count=1)
        put(connection, "upload_change", upload_id=1, section="result", kind="new", change_count=4)
        put(connection, "upload_change", upload_id=1, section="result", kind="unchanged", change_count=9)
        put(connection, "upload_change", upload_id=1, section="target", kind="changed", change_count=2)
    since = overview.visit_revisions(county.store, 0)
    assert rows(since, "revision_id", "kind", "months", "new_count", "changed_count") == [
        (3, "undo", ("2026-06",), 0, 0),
        (2, "import", ("2026-05", "2026-06"), 5, 2),
        (1, "reference", (), 0, 0),
    ]
    assert overview.visit_revisions(county.store, 2)["revision_id"].tolist() == [3]


def test_the_search_knows_every_name(county: StoredCounty) -> None:
    county.unit("A01", "县发展和改革局", "发改局", "县发改局", name_en="Development Bureau")
    found = overview.search_terms(county.store)
    unit = found[found["item_id"] == "A01"].iloc[0]
    assert (unit["kind"], unit["name_en"], unit["belongs_to"]) == ("unit", "Development Bureau", "A")
    assert set(unit["terms"]) == {"A01", "县发展和改革局", "发改局", "县发改局"}
    assert found[found["kind"] == "indicator"]["item_id"].tolist() == ["产值", "办结", "满意"]
