"""Hostile and broken files: each one clear message, quickly, in little memory, and the next file is still read."""

import os
import resource
import signal
import subprocess
import sys
import time
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment

from assessment.errors import Fault
from assessment.spreadsheet import precheck, sandbox
from assessment.workbook import read
from tests.workbook.forms import form, messages, only_problem, read_book, saved
from tests.workbook.hostile import GOOD, REFUSED, rebuilt, with_cell, with_sheet


@pytest.mark.parametrize("case", REFUSED)
def test_a_bad_file_gets_one_clear_message(case: str) -> None:
    data, expected = REFUSED[case]
    started = time.monotonic()
    problem = only_problem(read_book(data))
    assert expected in problem
    assert problem.startswith("填报.xlsx! ")
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    "case", ["zip bomb", "big bomb", "far cell", "giant merge", "laughs", "twin parts", "too many parts"]
)
def test_an_attack_is_refused_before_parsing_within_a_second(case: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.monotonic()
    assert isinstance(precheck.refusal("填报.xlsx", REFUSED[case][0]), Fault)
    assert time.monotonic() - started < 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 * 2**10


def test_a_good_file_beside_bad_ones_is_read() -> None:
    files = [("坏.xlsx", REFUSED["broken xml"][0]), ("好.xlsx", GOOD), ("空.xlsx", b"")]
    readings = read(files, form())
    assert [len(reading.problems) for reading in readings] == [1, 0, 1]
    assert [row.value for row in readings[1].submission.results] == [Decimal(5), Decimal(0)]


@pytest.mark.parametrize("dimension", [b"A1:XFD1048576", b"A1", b"A1:A1", b"nonsense"])
def test_a_lying_dimension_changes_nothing(dimension: bytes) -> None:
    reading = read_book(with_sheet(b'<dimension ref="A1:C2"', b'<dimension ref="' + dimension + b'"'))
    assert messages(reading) == []
    assert [row.value for row in reading.submission.results] == [Decimal(5), Decimal(0)]


def test_whole_columns_in_widths_and_validations_are_ordinary() -> None:
    validation = (
        b'</sheetData><dataValidations count="1"><dataValidation type="whole" sqref="C1:C1048576"/></dataValidations>'
    )
    assert messages(read_book(with_sheet(b"</sheetData>", validation))) == []


def test_a_cell_at_the_very_limit_is_no_attack() -> None:
    assert [problem.cell for problem in read_book(with_cell("OJ60000")).problems] == ["OJ1", "OJ60000"]


@pytest.mark.parametrize("number", [b"NaN", b"INF", b"1e309", b"-1e309", b"1e308", b"9" * 400])
def test_a_number_cell_that_is_not_finite_or_far_too_large_is_named(number: bytes) -> None:
    assert only_problem(read_book(with_sheet(b"<v>5</v>", b"<v>" + number + b"</v>"))).startswith("指标!B2 ")


def test_a_macro_workbook_is_read_without_its_macros() -> None:
    macro = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    plain = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    data = rebuilt(lambda name, part: part.replace(plain, macro) if name == "[Content_Types].xml" else part)
    assert messages(read_book(data, "填报.xlsm")) == []


def test_charts_comments_and_pictures_are_passed_over_in_the_closed_child() -> None:
    made = openpyxl.load_workbook(BytesIO(GOOD))
    sheet = made["指标"]
    sheet["B2"].comment = Comment("说明", "作者")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=2))
    sheet.add_chart(chart, "E5")
    reading = read_book(saved(made))
    assert messages(reading) == []
    assert len(reading.submission.results) == 2


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT, signal.SIGXCPU])
def test_a_child_that_dies_is_one_problem(number: signal.Signals, monkeypatch: pytest.MonkeyPatch) -> None:
    dying = [sys.executable, "-c", f"import os; os.kill(os.getpid(), {int(number)})"]
    monkeypatch.setattr(sandbox, "COMMAND", dying)
    assert "reading process stopped" in only_problem(read_book(GOOD))


def test_a_child_that_says_nothing_is_one_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "COMMAND", [sys.executable, "-c", "pass"])
    assert "reading process stopped" in only_problem(read_book(GOOD))


def test_a_child_that_hangs_is_one_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "WALL_SECONDS", 1)
    sleeping = [sys.executable, "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(sandbox, "COMMAND", sleeping)
    assert "more than 1 s" in only_problem(read_book(GOOD))


def test_a_child_that_talks_nonsense_is_one_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    talking = [sys.executable, "-c", "print('{\"sheets\": [7]}')"]
    monkeypatch.setattr(sandbox, "COMMAND", talking)
    assert "reading process stopped" in only_problem(read_book(GOOD))


def test_the_limited_child_can_open_neither_file_nor_connection() -> None:
    tries = (
        "from assessment.spreadsheet.child import limit\nimport socket\nlimit()\nfailed = 0\n"
        "for act in (lambda: open('/etc/hostname'), socket.socket, lambda: bytearray(2**30)):\n"
        "    try:\n        act()\n    except (OSError, MemoryError):\n        failed += 1\nprint(failed)"
    )
    done = subprocess.run([sys.executable, "-c", tries], capture_output=True, text=True, check=True, cwd=sandbox._ROOT)
    assert done.stdout.strip() == "3"


def test_the_child_learns_no_secret_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOKIE_SECRET", "geheim")
    assert "geheim" not in str(sandbox._environment())
    assert "COOKIE_SECRET" in os.environ


def test_many_files_are_read_by_few_children() -> None:
    started = time.monotonic()
    readings = read([(f"{number}.xlsx", GOOD) for number in range(60)], form())
    assert all(reading.problems == [] for reading in readings)
    assert time.monotonic() - started < 5
