"""Twenty faults planted in the demo's July: each is told at its cell, beside the two doubts that were there before."""

import io
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from assessment import intake, reference
from assessment.errors import BadInput
from assessment.intake.by_month import deliveries
from assessment.intake.commit import commit_months
from assessment.intake.preview import preview_months
from assessment.periods import Period
from assessment.store import Store, open_store
from tests.demo.books import DEMO

JULY = Period.parse("2026-07")
SO_BEFORE = {"指标!D14"}
"""A jump: the demo's own July has it."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The county with the eighteen months before its July."""
    opened = open_store(tmp_path_factory.mktemp("county"))
    reference.load(opened, reference.folder_files(DEMO / "reference"), "tester")
    names = [*Path(DEMO, "months").glob("2025-*.xlsx"), *Path(DEMO, "months").glob("2026-*.xlsx")]
    found = [(path.name, path.read_bytes()) for path in sorted(names)]
    commit_months(opened, preview_months(opened, deliveries(found, timedelta(days=50))), "tester")
    yield opened
    opened.close()


class July:
    """The demo's July, its cells of sheet 指标 by unit and indicator; every planted fault is noted with its place."""

    def __init__(self) -> None:
        self.workbook = openpyxl.load_workbook(DEMO / "later" / "2026-07.xlsx")
        self.sheet: Any = self.workbook["指标"]
        self.columns = {self.sheet.cell(2, at).value: at for at in range(3, self.sheet.max_column + 1)}
        self.rows = {self.sheet.cell(at, 2).value: at for at in range(4, self.sheet.max_row + 1)}
        self.planted: set[str] = set()

    def value(self, unit: str, indicator: str) -> float:
        return float(self.sheet.cell(self.rows[unit], self.columns[indicator]).value)

    def put(self, unit: str, indicator: str, value: object) -> None:
        self.at("指标", self.sheet.cell(self.rows[unit], self.columns[indicator]).coordinate, value)

    def at(self, sheet: str, cell: str, value: object) -> None:
        self.workbook[sheet][cell] = value
        self.planted.add(f"{sheet}!{cell}")

    def content(self) -> bytes:
        out = io.BytesIO()
        self.workbook.save(out)
        return out.getvalue()


def spoiled() -> July:
    july = July()
    # What cannot be read, or cannot be.
    july.put("城关镇", "J01", "很多")
    july.put("柳塘镇", "J03", "#REF!")
    july.put("石桥营镇", "J04", True)
    july.put("东兴岗镇", "J05", -3)
    july.put("青杨渡镇", "S06", "1.2.3")
    july.put("河湾子镇", "J09", datetime(2026, 7, 3))
    july.put("民政局", "Y03", 130)
    july.at("指标", "AN3", "营商指数")
    july.sheet["AN4"] = 5
    july.sheet.cell(july.rows["北岭头镇"], 1).value = None
    july.at("指标", f"B{july.rows['北岭头镇']}", "北岭头村委会")
    july.at("加减分与否决", "B2", "宇宙级表彰")
    july.at("加减分与否决", "A3", "不存在局")
    july.at("加减分与否决", "E4", "二〇二六年夏")
    july.at("节点", "C2", "不存在的节点")
    july.at("节点", "D4", "完成了")
    # What can be, and looks wrong.
    july.put("双泉堡镇", "J08", july.value("双泉堡镇", "J08") * 10)
    july.put("金沙坨镇", "J01", july.value("金沙坨镇", "J01") * 10_000)
    july.put("榆树屯镇", "J05", round(july.value("榆树屯镇", "J05") / 100, 4))
    july.put("大洼沿镇", "J08", 5)
    july.put("白塔沟镇", "S02", 180)
    july.put("杏花峪乡", "J01", july.value("杏花峪乡", "J01") * 100)
    return july


def test_every_fault_is_told_at_its_cell(store: Store) -> None:
    july = spoiled()
    assert len(july.planted) == 20
    shown = intake.preview(store, [("2026-07.xlsx", july.content())], JULY)
    told = [*shown.problems, *intake.doubts(store, shown)]
    assert {f"{one.sheet}!{one.cell}" for one in told} == july.planted | SO_BEFORE
    assert len(told) == len(july.planted | SO_BEFORE)


def test_all_of_them_are_marked_in_the_file_that_goes_back(store: Store) -> None:
    july = spoiled()
    shown = intake.preview(store, [("2026-07.xlsx", july.content())], JULY)
    (file,) = shown.incoming
    doubts = intake.doubts_in_file(shown, file, intake.doubts(store, shown))
    marked = openpyxl.load_workbook(io.BytesIO(file.marked(doubts).data))
    commented = {
        f"{sheet.title}!{cell.coordinate}"
        for sheet in marked
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }
    assert july.planted | SO_BEFORE <= commented


def test_nothing_of_it_is_committed(store: Store) -> None:
    before = store.data_version
    shown = intake.preview(store, [("2026-07.xlsx", spoiled().content())], JULY)
    with pytest.raises(BadInput, match="nothing was written"):
        intake.commit(store, shown, "tester", "都对")
    assert store.data_version == before
