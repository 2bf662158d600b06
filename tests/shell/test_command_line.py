"""The command line as a shell sees it: words in, lines, files and an exit status out."""

import csv
import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest

from assessment import settings
from assessment.shell import remote
from assessment.store import open_store
from tests.store.books import book

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = settings.SAMPLE


class Shell:
    """Runs `python -m assessment` on a store folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **os.environ,
            "ASSESSMENT_DATA_DIR": str(folder),
            "ASSESSMENT_USER": "tester",
            "LANG": "C",
            "LC_ALL": "",
        }

    def __call__(self, *words: object, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "assessment", *map(str, words)],
            cwd=ROOT,
            env={**self.environment, **environment},
            capture_output=True,
            encoding="utf-8-sig",
            check=False,
        )


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "a folder with a long name" / ("x" * 90))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_county_goes_in_and_its_ranking_comes_out(shell: Shell) -> None:
    assert shell("init", "--reference", SAMPLE).returncode == 0
    brought = shell("import", SAMPLE / "2026-06.xlsx", "--month", "2026-06")
    assert (brought.returncode, brought.stdout) == (
        0,
        "Upload 1, revision 2: new 33, changed 0, unchanged 0, missing 1.\n",
    )
    results = rows(shell("results", "--period", "2026-06").stdout)
    assert [(row["unit"], row["score"], row["rank"], row["tier"], row["flags"]) for row in results] == [
        ("甲镇", "104.32", "1", "优秀", "provisional"),
        ("丁乡", "94.94", "2", "良好", "provisional"),
        ("乙镇", "93.05", "3", "良好", "provisional"),
        ("丙镇", "82.89", "4", "一般", "provisional"),
        ("戊乡", "60.50", "5", "一般", "provisional;late"),
    ]
    scores = rows(shell("scores", "--period", "2026-06").stdout)
    revenue = scores[0]
    assert (revenue["value"], revenue["state"], revenue["points"]) == ("1560.0", "VALUE", "21.142857")
    assert '"planned_value":1400.0' in revenue["terms"]
    again = shell("import", SAMPLE / "2026-06.xlsx", "--month", "2026-06", LANG="zh_CN.UTF-8")
    assert (again.returncode, again.stdout) == (0, "无变化：新增 0，修改 0，不变 33，缺报 1。\n")


def test_results_come_as_a_workbook_with_a_note_sheet(shell: Shell, tmp_path: Path) -> None:
    shell("init", "--reference", SAMPLE)
    shell("import", SAMPLE / "2026-06.xlsx", "--month", "2026-06")
    out = tmp_path / "结果.xlsx"
    assert shell("results", "--period", "2026-06", "--out", out).returncode == 0
    found = openpyxl.load_workbook(out)
    assert found.sheetnames == ["2026-06", "Notes"]
    assert [cell.value for cell in found["2026-06"][2]][1:6] == ["A01", "甲镇", "A", 104.32, 1]
    assert found["2026-06"].freeze_panes == "D2"


def test_what_is_owed_for_a_month_comes_as_rows(shell: Shell, tmp_path: Path) -> None:
    shell("init", "--reference", SAMPLE)
    shell("import", SAMPLE / "2026-06.xlsx", "--month", "2026-06", "--received", "2026-07-20")
    owed = rows(shell("submissions", "--month", "2026-06").stdout)
    assert {(row["due_on"], row["state"], row["days_late"], row["first_on"]) for row in owed} == {
        ("2026-07-18", "late", "2", "2026-07-20")
    }
    out = tmp_path / "交卷.xlsx"
    assert shell("submissions", "--month", "2026-07", "--out", out).returncode == 0
    assert openpyxl.load_workbook(out)["2026-07"].max_row == 7
    assert shell("submissions", "--month", "2026-01").returncode == 2
    assert shell("submissions", "--month", "2026Q2").returncode == 2


def test_every_problem_is_one_line_and_nothing_is_written(shell: Shell, tmp_path: Path) -> None:
    shell("init", "--reference", SAMPLE)
    before = shell("fingerprint").stdout
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(book({("甲镇", "J01"): "很多", ("丙镇", "S11"): "NaN"}))
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 no zip")
    answer = shell("import", bad, tmp_path / "broken.xlsx", "--month", "2026-06")
    assert answer.returncode == 1
    lines = answer.stdout.splitlines()
    assert [line.split(", ")[:2] for line in lines] == [
        ["bad.xlsx 指标", "B2"],
        ["bad.xlsx 指标", "G4"],
        ["broken.xlsx", "—"],
    ]
    assert shell("fingerprint").stdout == before


def test_a_check_says_the_same_as_an_import_and_writes_nothing(shell: Shell, tmp_path: Path) -> None:
    shell("init", "--reference", SAMPLE)
    before = shell("fingerprint").stdout
    bad, broken = tmp_path / "2026-06 bad.xlsx", tmp_path / "2026-06 broken.xlsx"
    bad.write_bytes(book({("甲镇", "J01"): "很多", ("丙镇", "S11"): "NaN"}))
    broken.write_bytes(b"PK\x03\x04 no zip")
    clean = shell("check", SAMPLE / "2026-06.xlsx")
    assert (clean.returncode, clean.stdout) == (0, "No problems: new 33, changed 0, unchanged 0, missing 1.\n")
    faulty = shell("check", bad)
    assert faulty.returncode == 1
    assert faulty.stdout == shell("import", bad).stdout
    assert len(faulty.stdout.splitlines()) == 2
    copy = tmp_path / "marked.xlsx"
    assert shell("check", bad, "--out", copy, LANG="zh_CN.UTF-8").returncode == 1
    found = openpyxl.load_workbook(copy)
    assert found["指标"]["B2"].comment.text.startswith("看不懂“很多”")
    assert [cell.value for cell in found["问题清单"]["D"] if cell.value] == ["单元格", "B2", "G4"]
    refused = shell("check", bad, broken)
    assert (refused.returncode, len(refused.stderr.splitlines())) == (2, 3)
    assert shell("fingerprint").stdout == before


def test_a_number_that_looks_wrong_needs_a_reason(shell: Shell, tmp_path: Path) -> None:
    shell("init", "--reference", SAMPLE)
    shell("import", SAMPLE / "2026-06.xlsx", "--month", "2026-06")
    july = tmp_path / "2026-07.csv"
    july.write_bytes("单位,J01\n甲镇,1000\n乙镇,1050\n".encode("gbk"))
    doubt = "doubt: 2026-07, B2, 甲镇, 一般公共预算收入: 1,000 to date is less than the 1,560 of 2026-06."
    assert doubt in shell("check", july).stdout.splitlines()
    refused = shell("import", july)
    assert (refused.returncode, doubt in refused.stdout) == (1, True)
    done = shell("import", july, "--reason", "corrected downwards")
    assert (done.returncode, done.stdout.splitlines()[-1].startswith("Upload 2, revision 3")) == (0, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("results", "--period", "2026-13"), "is not a period"),
        (("results", "--period", "2026-05"), "There are no results for 2026-05."),
        (("results", "--period", "2026-06", "--revision", "99"), "There is no revision 99; the newest is 1."),
        (("results", "--period", "2026-06", "--out", "r.pdf"), "r.pdf must end in .csv, .xlsx."),
        (("undo", "9"), "There is no upload 9."),
        (("undo", "x"), "is not an upload's number"),
        (("template", "--month", "2026-06", "--type", "Z", "--out", "t.xlsx"), "There is no type Z; types are: A."),
        (("import", "nowhere.xlsx", "--month", "2026-06"), "nowhere.xlsx cannot be read"),
        (("init", "--reference", "nowhere"), "There is no folder nowhere."),
    ],
)
def test_a_refusal_is_one_sentence_and_status_2(shell: Shell, words: tuple[str, ...], said: str) -> None:
    shell("init", "--reference", SAMPLE)
    answer = shell(*words)
    assert answer.returncode == 2
    assert said in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_template_filled_by_hand_comes_back_in(shell: Shell, tmp_path: Path) -> None:
    shell("init", "--reference", SAMPLE)
    path = tmp_path / "july.xlsx"
    assert shell("template", "--month", "2026-07", "--type", "A", "--out", path).returncode == 0
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["指标"]
    heading = next(row for row in sheet.iter_rows() if "J01" in [cell.value for cell in row])
    at = {cell.value: cell.column for cell in heading}
    for row in sheet.iter_rows(min_row=heading[0].row + 1):
        if row[1].value in ("甲镇", "乙镇"):
            sheet.cell(row[0].row, at["J01"], 2000)
    workbook.save(path)
    brought = shell("import", path, "--month", "2026-07")
    assert (brought.returncode, brought.stdout) == (
        0,
        "Upload 1, revision 2: new 2, changed 0, unchanged 10, missing 28.\n",
    )
    wrong = shell("import", path, "--month", "2026-08")
    assert wrong.returncode == 1
    assert "2026-07" in wrong.stdout


def test_undo_and_rescore_from_the_shell(shell: Shell) -> None:
    shell("init", "--reference", SAMPLE)
    empty = shell("fingerprint").stdout
    shell("import", SAMPLE / "2026-06.xlsx", "--month", "2026-06")
    assert shell("rescore").stdout == "Rescored: every stored result is what the rules say.\n"
    assert shell("undo", "1").stdout == "Upload 1 undone: revision 3.\n"
    assert shell("fingerprint").stdout == empty
    assert '"status": "undone"' in shell("history").stdout


def test_a_folder_of_its_own_is_open_to_its_owner_only(shell: Shell) -> None:
    shell("init", "--reference", SAMPLE)
    assert shell.folder.stat().st_mode & 0o077 == 0


def test_while_a_server_owns_the_store_the_command_hands_its_work_over(shell: Shell) -> None:
    store = open_store(shell.folder)
    served = remote.serve(store)
    try:
        assert (shell.folder / remote.SOCKET).stat().st_mode & 0o777 == 0o600
        assert shell("init", "--reference", SAMPLE).stdout == "Reference loaded: revision 1.\n"
        brought = shell("import", SAMPLE / "2026-06.xlsx", "--month", "2026-06", LANG="zh_CN.UTF-8")
        assert brought.stdout == "上传批次 1，修订 2：新增 33，修改 0，不变 0，缺报 1。\n"
        assert store.data_version == 2
        assert len(rows(shell("results", "--period", "2026-06").stdout)) == 5
        assert shell("undo", "9").returncode == 2
    finally:
        served.close()
        store.close()


def test_a_second_process_gets_a_plain_sentence(shell: Shell) -> None:
    store = open_store(shell.folder)
    try:
        answer = shell("history")
    finally:
        store.close()
    assert answer.returncode == 2
    assert "is open in another process" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("delay", [0.5, 0.8, 1.0, 1.2])
def test_a_kill_leaves_the_month_wholly_old_or_wholly_new(shell: Shell, tmp_path: Path, delay: float) -> None:
    shell("init", "--reference", SAMPLE)
    shell("import", SAMPLE / "2026-06.xlsx", "--month", "2026-06")
    old = shell("fingerprint").stdout
    path = tmp_path / "june.xlsx"
    path.write_bytes(book({("甲镇", "J01"): 1, ("乙镇", "J03"): 2}))
    words = [sys.executable, "-m", "assessment", "import", str(path), "--month", "2026-06"]
    process = subprocess.Popen(words, cwd=ROOT, env=shell.environment, stdout=subprocess.DEVNULL)
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.wait()
    after = shell("fingerprint").stdout
    assert shell("rescore").stdout == "Rescored: every stored result is what the rules say.\n"
    shell("import", path, "--month", "2026-06")
    new = shell("fingerprint").stdout
    assert after in (old, new)
    assert new != old


def test_a_scheme_goes_out_as_a_workbook_and_in_again(shell: Shell, tmp_path: Path) -> None:
    assert shell("scheme", "--out", tmp_path / "scheme.xlsx").returncode == 2
    assert shell("init", "--reference", SAMPLE).returncode == 0
    out = tmp_path / "方案.xlsx"
    assert shell("scheme", "--out", out, LANG="zh_CN.UTF-8").returncode == 0
    same = shell("check-scheme", out)
    assert (same.returncode, same.stdout) == (0, "No change: the store already holds exactly this\n")

    made = openpyxl.load_workbook(out)
    made["计分规则"]["E5"] = 25
    made.save(tmp_path / "wrong.xlsx")
    wrong = shell("check-scheme", tmp_path / "wrong.xlsx")
    assert (wrong.returncode, wrong.stdout.split(",")[:2]) == (1, ["计分规则", " E5"])

    made["计分规则"]["E6"] = 15
    made.save(tmp_path / "new.xlsx")
    new = shell("check-scheme", tmp_path / "new.xlsx")
    assert new.returncode == 0
    assert "Scoring rules, 2026 · A Townships · J01 General public budget revenue, Weight: 20 → 25" in new.stdout
    assert shell("init", "--reference", tmp_path / "new.xlsx").returncode == 0
    assert shell("check-scheme", tmp_path / "new.xlsx").stdout.startswith("No change")
    (tmp_path / "picture.xlsx").write_bytes(b"%PDF-1.4")
    assert shell("check-scheme", tmp_path / "picture.xlsx").returncode == 2
