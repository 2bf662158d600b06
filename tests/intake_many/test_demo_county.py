"""The demo county: loaded whole, or gone on with where a loading was cut off; which folder it lives in."""

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from assessment import intake, reference, reports, settings
from assessment.intake import demo, demo_follow_ups
from assessment.reports.follow_ups import follow_ups
from assessment.reports.submissions import submission_tables
from assessment.store import Store, fingerprint


@pytest.fixture(autouse=True)
def small_county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The golden county in the place of the demo county, its June delivered once and corrected once."""
    folder = tmp_path / "demo"
    for part in ("reference", "months", "corrections"):
        (folder / part).mkdir(parents=True)
    for path in settings.SAMPLE.glob("*.csv"):
        shutil.copy(path, folder / "reference")
    shutil.copy(settings.SAMPLE / "2026-06.xlsx", folder / "months")
    shutil.copy(settings.SAMPLE / "2026-06.xlsx", folder / "corrections" / "2026-07 更正.xlsx")
    monkeypatch.setattr(settings, "DEMO", folder)
    return folder


def without_corrections(folder: Path) -> None:
    for path in (folder / "corrections").glob("*"):
        path.unlink()


def is_demo(store: Store) -> bool:
    return bool(reports.demo_mark(store)["is_demo"].iloc[0])


def test_loads_reference_and_months_and_is_then_whole(empty_store: Store, small_county: Path) -> None:
    without_corrections(small_county)
    told: list[tuple[int, int, str]] = []
    intake.load_demo(empty_store, "demo", lambda *step: told.append(step))
    assert empty_store.data_version == demo.MONTHS
    assert told == [(1, 1 + demo.WRITING, "2026-06"), (1, 1 + demo.WRITING, "writing")]
    assert not intake.needs_demo(empty_store)


def test_goes_on_where_it_was_cut_off(empty_store: Store, golden_store: Store, small_county: Path) -> None:
    without_corrections(small_county)
    files = reference.folder_files(small_county / "reference")
    reference.load(empty_store, files, "demo", demo.MARK)
    assert intake.needs_demo(empty_store)
    intake.load_demo(empty_store, "demo")
    intake.load_demo(empty_store, "demo")
    assert empty_store.data_version == demo.MONTHS
    assert fingerprint(empty_store) == fingerprint(golden_store)


def test_each_departments_table_comes_in_on_its_own_day(
    empty_store: Store, golden_store: Store, small_county: Path
) -> None:
    without_corrections(small_county)
    (small_county / "received").mkdir()
    days = {"统计": "2026-07-16", "财政": "2026-07-20"} | dict.fromkeys(("商务", "生态", "信访", "应急"), "2026-07-19")
    lines = [f"2026-06,{source},18,{day}" for source, day in days.items()]
    (small_county / "received" / "days.csv").write_text(
        "\n".join(["month,source,due_day,received_on", *lines]), "utf-8"
    )
    reference.load(empty_store, reference.folder_files(small_county / "reference"), "demo", demo.MARK)
    intake.load_demo(empty_store, "demo")
    assert fingerprint(empty_store) == fingerprint(golden_store)
    found = submission_tables(empty_store, [date(2026, 6, 1)], date(2026, 8, 1))
    assert {row.department: f"{row.first_on:%Y-%m-%d}" for row in found.itertuples()} == days
    assert reports.history(empty_store)["file_name"].iloc[0] == "2026-06.xlsx"


FOLLOW_UPS = """
item,made_at,made_by,title,owner_unit_id,person,due_on,state,evidence,period,unit_type,unit_id,indicator_id
1,2026-07-22T16:00+08:00,考核办,补齐收入缺口,A01,镇长,2026-08-31,open,,2026-06,A,,J01
1,2026-08-03T09:00+08:00,考核办,补齐收入缺口,A01,镇长,2026-08-31,done,已入库,2026-06,A,,J01
2,2026-07-22T16:05+08:00,考核办,限期整改,A02,,2026-08-15,open,,2026-06,,A02,
"""


def test_the_follow_ups_stand_as_of_the_moments_they_were_written(empty_store: Store, small_county: Path) -> None:
    without_corrections(small_county)
    (small_county / "meetings").mkdir()
    (small_county / demo_follow_ups.FILE).write_text(FOLLOW_UPS.strip(), "utf-8")
    intake.load_demo(empty_store, "demo")
    days = [date(2026, 7, day) for day in (21, 23)] + [date(2026, 8, 3)]
    moments = [datetime(day.year, day.month, day.day, 1) for day in days]
    found = [follow_ups(empty_store, date(2026, 6, 1), date(2026, 8, 20), moment) for moment in moments]
    assert [[(row.title, row.state, row.is_overdue) for row in one.itertuples()] for one in found] == [
        [],
        [("限期整改", "open", True), ("补齐收入缺口", "open", False)],
        [("限期整改", "open", True), ("补齐收入缺口", "done", False)],
    ]
    intake.load_demo(empty_store, "demo")
    assert len(follow_ups(empty_store, date(2026, 6, 1), date(2026, 8, 20))) == 2, "written once"


def test_the_mark_goes_with_an_own_reference(empty_store: Store, golden_reference: dict[str, bytes]) -> None:
    assert not is_demo(empty_store)
    reference.load(empty_store, golden_reference, "demo", demo.MARK)
    assert is_demo(empty_store)
    reference.load(empty_store, golden_reference, "王莉")
    assert not is_demo(empty_store)
    assert not intake.needs_demo(empty_store)


def test_an_empty_store_of_ones_own_is_left_empty(empty_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not intake.needs_demo(empty_store)
    monkeypatch.setattr(settings, "DEMO_STORE", empty_store.path.parent)
    assert intake.needs_demo(empty_store)


def test_the_demo_folder_serves_until_there_is_an_own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ASSESSMENT_DATA_DIR", raising=False)
    monkeypatch.setattr(settings, "ROOT", tmp_path)
    own = tmp_path / "data" / "store"
    assert settings.data_dir() == settings.DEMO_STORE
    assert settings.own_dir() == own
    own.mkdir(parents=True)
    (own / settings.STORE_FILE).touch()
    assert settings.data_dir() == own
    monkeypatch.setenv("ASSESSMENT_DATA_DIR", str(tmp_path / "named"))
    assert settings.data_dir() == settings.own_dir() == tmp_path / "named"
