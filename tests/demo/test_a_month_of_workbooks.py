"""July as it arrives: a workbook from every department, each in a shape of its own; together they are the month."""

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwt

from assessment import intake, reference
from assessment.intake.by_month import deliveries
from assessment.intake.commit import commit_months
from assessment.intake.preview import preview_months
from assessment.periods import Period
from assessment.store import Store, open_store
from tests.demo.books import DEMO
from tests.demo.books import reference as rows_of

JULY = Period.parse("2026-07")
RECEIVED = date(2026, 8, 20)
Cells = dict[tuple[str, str], object]
"""(unit's name, indicator's code) -> what the department reports."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with the county's 2026 up to June."""
    made = tmp_path_factory.mktemp("county")
    store = open_store(made)
    reference.load(store, reference.folder_files(DEMO / "reference"), "tester")
    found = [(path.name, path.read_bytes()) for path in sorted(Path(DEMO, "months").glob("2026-*.xlsx"))]
    commit_months(store, preview_months(store, deliveries(found, timedelta(days=50))), "tester")
    store.close()
    return made


def july() -> tuple[Cells, dict[str, list[tuple[object, ...]]]]:
    """The cells of the demo's July and the rows of its other sheets."""
    book = openpyxl.load_workbook(DEMO / "later" / "2026-07.xlsx")
    _, codes, _, *rows = book["指标"].iter_rows(values_only=True)
    cells = {
        (str(row[1]), str(code)): value
        for row in rows
        if str(row[0]).startswith("U")
        for code, value in zip(codes[2:], row[2:], strict=True)
        if value is not None
    }
    others = {name: list(book[name].iter_rows(values_only=True)) for name in book.sheetnames if name != "指标"}
    return cells, others


class Department:
    """What one department sends."""

    def __init__(self, name: str, cells: Cells, indicators: dict[str, dict[str, str]]) -> None:
        self.name, self.cells = name, cells
        self.names = {code: row["name"] for code, row in indicators.items()}
        self.measures = {code: row["measure_unit"] for code, row in indicators.items()}
        self.cumulative = {code for code, row in indicators.items() if row["basis"] == "cumulative"}
        self.units = list(dict.fromkeys(unit for unit, _ in cells))
        self.codes = sorted({code for _, code in cells})

    def heading(self, code: str) -> str:
        return f"{self.names[code]}（{self.measures[code]}）"

    def rows(self, names: list[str]) -> list[list[object]]:
        return [[unit, *(self.cells.get((unit, code)) for code in self.codes)] for unit in names]


def plain(one: Department) -> list[list[object]]:
    return [["单位", *map(one.heading, one.codes)], *one.rows(one.units)]


def titled(one: Department) -> list[list[object]]:
    total = ["合计", *(None for _ in one.codes)]
    note = ["注：数据为初步统计数。"]
    return [[f"{one.name}2026年7月考核数据"], [], ["单位名称", *one.codes], *one.rows(one.units), total, note]


def numbered(one: Department) -> list[list[object]]:
    table = [[number, *row, "正常"] for number, row in enumerate(one.rows(one.units), 1)]
    return [[f"澄川县{one.name}报表"], ["序号", "单位", *map(one.heading, one.codes), "备注"], *table]


def two_rows_of_headings(one: Department) -> list[list[object]]:
    top: list[object] = ["单位"]
    below: list[object] = [None]
    for code in one.codes:
        top += [one.names[code], one.names[code]]
        span = "1—7月累计" if code in one.cumulative else "7月"
        below += [f"{span}（{one.measures[code]}）", "全年目标"]
    table = []
    for row in one.rows(one.units):
        table.append([row[0], *(value for cell in row[1:] for value in (cell, None))])
    return [[f"{one.name} 2026年7月"], top, below, *table]


def turned(one: Department) -> list[list[object]]:
    head = ["指标", *one.units]
    return [head, *([one.names[code], *(one.cells.get((unit, code)) for unit in one.units)] for code in one.codes)]


def long(one: Department) -> list[list[object]]:
    listed = [[unit, one.names[code], "2026-07", value] for (unit, code), value in one.cells.items()]
    return [["单位名称", "指标名称", "月份", "完成值"], *listed]


def as_xlsx(rows: list[list[object]], sheet: str = "Sheet1") -> bytes:
    book = openpyxl.Workbook()
    made: Any = book.active
    made.title = sheet
    for row in rows:
        made.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_xls(rows: list[list[object]]) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("数据")
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(at, column, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_csv(encoding: str) -> Callable[[list[list[object]]], bytes]:
    def write(rows: list[list[object]]) -> bytes:
        out = io.StringIO()
        csv.writer(out).writerows([["" if cell is None else cell for cell in row] for row in rows])
        return out.getvalue().encode(encoding)

    return write


WAYS: list[tuple[Callable[[Department], list[list[object]]], Callable[[list[list[object]]], bytes], str]] = [
    (plain, as_xlsx, "xlsx"),
    (titled, as_xlsx, "xlsx"),
    (numbered, as_xls, "xls"),
    (two_rows_of_headings, as_xlsx, "xlsx"),
    (turned, as_xlsx, "xlsx"),
    (long, as_csv("gb18030"), "csv"),
    (plain, as_csv("utf-8-sig"), "csv"),
    (two_rows_of_headings, as_xls, "xls"),
    (long, as_xlsx, "xlsx"),
]


def workbooks() -> list[tuple[str, bytes]]:
    """A file from each department, the shapes in turn, and the assessment office's own sheets."""
    cells, others = july()
    indicators = {row["indicator_id"]: row for row in rows_of("indicator")}
    by_source: dict[str, Cells] = {}
    for (unit, code), value in cells.items():
        by_source.setdefault(indicators[code]["source"], {})[unit, code] = value
    files = []
    for number, (source, own) in enumerate(sorted(by_source.items())):
        shape, write, ending = WAYS[number % len(WAYS)]
        files.append((f"2026-07 {source}.{ending}", write(shape(Department(source, own, indicators)))))
    for name, rows in others.items():
        files.append((f"2026-07 {name}.xlsx", as_xlsx([list(row) for row in rows], name)))
    return files


def content(store: Store) -> list[tuple[Any, ...]]:
    """What is reported of July and what came of it, whatever file it stood in."""
    with store.write() as connection:
        asked = {
            "active_result": "unit_id, indicator_id, state, value",
            "active_event": "unit_id, kind, event, points",
            "active_progress": "unit_id, indicator_id, milestone, done_on",
            "stored_month": "unit_id, base, score, has_late, has_awaited",
        }
        found = [
            connection.execute(f"select {columns} from {view} where month = date '2026-07-01'").fetchall()
            for view, columns in asked.items()
        ]
        said = [[row for row in rows if row[1] is not None] for rows in found]
        return [tuple(sorted(map(str, rows))) for rows in said]


def test_every_department_in_its_own_shape_makes_the_same_month(
    folder: Path, open_copy: Callable[[Path], Store]
) -> None:
    files = workbooks()
    assert len(files) >= 19
    apart = open_copy(folder)
    shown = intake.preview(apart, files, JULY, RECEIVED)
    assert [problem.line() for problem in shown.problems] == []
    intake.commit(apart, shown, "tester", "核对过")
    whole = open_copy(folder)
    one = intake.preview(whole, [("2026-07.xlsx", (DEMO / "later" / "2026-07.xlsx").read_bytes())], JULY, RECEIVED)
    intake.commit(whole, one, "tester", "核对过")
    for mine, theirs in zip(content(apart), content(whole), strict=True):
        assert mine == theirs
