"""The tracked demo files are what the generator writes, and it writes the same every time."""

import re

import pytest

from assessment.demo import arrivals, month_files, reference_files
from assessment.demo.calendar import ALL_MONTHS, LATER, MONTHS
from assessment.demo.files import FOLLOW_UPS, NOTES
from assessment.demo.stories import month
from tests.demo.books import DEMO, parts, tracked


def test_the_reference_files_are_tracked_as_generated() -> None:
    generated = reference_files.files()
    assert {name: (DEMO / "reference" / name).read_bytes() for name in generated} == generated
    assert (DEMO / "README.md").read_bytes() == NOTES.read_bytes()


def test_the_days_of_arrival_are_tracked_as_generated() -> None:
    generated = reference_files.csv_bytes(list(arrivals.rows()))
    assert (DEMO / "received" / "days.csv").read_bytes() == generated


def test_the_follow_ups_are_tracked_as_written() -> None:
    assert (DEMO / "meetings" / "follow_ups.csv").read_bytes() == FOLLOW_UPS.read_bytes()


@pytest.mark.parametrize(
    ("folder", "code"), [("months", "2024-02"), ("months", "2025-07"), ("months", "2026-06"), ("later", "2026-07")]
)
def test_the_months_are_tracked_as_generated(folder: str, code: str) -> None:
    generated = parts(month_files.month_file(month(code)))
    assert parts((DEMO / folder / f"{code}.xlsx").read_bytes()) == generated


def test_the_same_bytes_come_out_twice() -> None:
    assert month_files.correction_file(month("2026-05")) == month_files.correction_file(month("2026-05"))


def test_the_corrections_are_tracked_as_generated() -> None:
    for code in ("2026-03", "2026-05"):
        generated = parts(month_files.correction_file(month(code)))
        assert parts((DEMO / "corrections" / f"{code}.xlsx").read_bytes()) == generated


def test_thirty_months_end_in_the_middle_of_a_year_and_two_are_kept_back() -> None:
    assert (len(MONTHS), f"{MONTHS[0]:%Y-%m}", f"{MONTHS[-1]:%Y-%m}") == (30, "2023-10", "2026-06")
    assert [f"{one:%Y-%m}" for one in LATER] == ["2026-07", "2026-08"]
    assert all(one.month != 1 for one in ALL_MONTHS)
    names = [name for name, _ in tracked() if name.startswith(("months/", "later/"))]
    assert sorted(names) == sorted(
        [f"months/{one:%Y-%m}.xlsx" for one in MONTHS] + [f"later/{one:%Y-%m}.xlsx" for one in LATER]
    )


def test_no_file_is_more_than_it_says() -> None:
    """A month stays lean, so that thirty of them are read within seconds."""
    assert max(path.stat().st_size for _, path in tracked()) < 150_000
    assert not [name for name, _ in tracked() if not re.fullmatch(r"README\.md|\w+/[\w-]+\.(csv|xlsx)", name)]
