"""The planted stories as the program scores them: 2026 loaded from the tracked files, read as `results` does."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from assessment import reference, reports
from assessment.intake.by_month import deliveries
from assessment.intake.commit import commit_months
from assessment.intake.preview import preview_months
from assessment.periods import Period
from assessment.store import Store, open_store
from tests.demo.books import DEMO

Results = dict[str, dict[str, Any]]
"""The row of each unit."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The county with the months of 2026 and their corrections; nothing is carried over the year's border."""
    opened = open_store(tmp_path_factory.mktemp("county"))
    reference.load(opened, reference.folder_files(DEMO / "reference"), "tester")
    for folder, days in (("months", 50), ("corrections", 80)):
        found = [(path.name, path.read_bytes()) for path in sorted(Path(DEMO, folder).glob("2026-*.xlsx"))]
        previews = preview_months(opened, deliveries(found, timedelta(days=days)))
        commit_months(opened, previews, "tester")
    yield opened
    opened.close()


def results(store: Store, code: str, revision: int = reports.LATEST) -> Results:
    """A month's results by unit."""
    frame = reports.rankings(store, Period.parse(code), (), revision)
    return {row["unit_id"]: row for row in frame.to_dict("records")}


@pytest.fixture(scope="module")
def may(store: Store) -> Results:
    """May 2026."""
    return results(store, "2026-05")


@pytest.fixture(scope="module")
def june(store: Store) -> Results:
    """June 2026."""
    return results(store, "2026-06")


def test_a_town_climbs_from_the_bottom_to_the_top_tier(store: Store, june: Results) -> None:
    assert results(store, "2026-02")["U014"]["rank_in_type"] == 15
    assert (june["U014"]["rank_in_type"], june["U014"]["tier"]) == (2, "优秀")


def test_a_department_falls_from_first_place_by_two_tiers(may: Results, june: Results) -> None:
    assert (may["U025"]["rank_in_type"], may["U025"]["tier"]) == (1, "优秀")
    assert (june["U025"]["rank_in_type"], june["U025"]["tier"]) == (12, "一般")


def test_a_veto_caps_the_first_place(june: Results) -> None:
    assert (june["U065"]["rank_in_type"], june["U065"]["tier"]) == (1, "一般")


def test_two_units_tie_across_the_border_and_two_inside_a_tier(june: Results) -> None:
    for pair, place, is_straddling in ((("U052", "U054"), 4, True), (("U071", "U075"), 5, False)):
        assert june[pair[0]]["score"] == june[pair[1]]["score"]
        assert [june[unit]["rank_in_type"] for unit in pair] == [place, place]
        assert [june[unit]["is_straddling"] for unit in pair] == [is_straddling, is_straddling]


def test_one_unit_misses_the_top_tier_by_less_than_three_tenths(june: Results) -> None:
    assert june["U027"]["tier"] == "良好"
    assert june["U018"]["tier"] == "优秀"
    assert 0 < june["U018"]["score"] - june["U027"]["score"] < 0.3


def test_first_places_change_hands(may: Results, june: Results) -> None:
    def leaders(month: Results) -> dict[str, str]:
        return {row["unit_type"]: unit for unit, row in month.items() if row["rank_in_type"] == 1}

    changed = {kind for kind, unit in leaders(june).items() if leaders(may)[kind] != unit}
    assert changed == {"B1", "C1", "D"}


def test_a_revision_changes_ranks_and_tiers(store: Store, may: Results) -> None:
    before = results(store, "2026-05", store.data_version - 1)
    assert [before[unit]["rank_in_type"] for unit in ("U015", "U005")] == [4, 6]
    assert [may[unit]["rank_in_type"] for unit in ("U005", "U015")] == [4, 5]
    assert (before["U015"]["tier"], may["U015"]["tier"]) == ("优秀", "良好")


def test_the_leading_group_decided_one_tier(may: Results) -> None:
    assert (may["U087"]["computed_tier"], may["U087"]["tier"]) == ("良好", "优秀")


def test_late_units_make_their_types_provisional(june: Results) -> None:
    provisional = {row["unit_type"] for row in june.values() if row["is_provisional"]}
    assert provisional == {"A", "D"}


def test_scores_look_like_a_countys(june: Results) -> None:
    by_type: dict[str, list[float]] = {}
    for row in june.values():
        by_type.setdefault(row["unit_type"], []).append(float(row["score"]))
    assert all(min(scores) < 85 and max(scores) > 96 for scores in by_type.values())
    assert {row["tier"] for row in june.values()} == {"优秀", "良好", "一般", "较差"}
