"""Publishing, exporting, backing up and restoring as a shell sees them."""

import json
from pathlib import Path

import openpyxl
import pytest

from assessment import settings
from tests.shell.test_command_line import Shell, rows, shell
from tests.store.books import book

__all__ = ["shell"]
SAMPLE = settings.SAMPLE


@pytest.fixture
def county(shell: Shell, tmp_path: Path) -> Shell:
    """The golden county with its June taken in."""
    assert shell("init", "--reference", SAMPLE).returncode == 0
    assert shell("import", SAMPLE / "2026-06.xlsx", "--month", "2026-06").returncode == 0
    return shell


def test_a_month_is_published_corrected_and_published_again(county: Shell, tmp_path: Path) -> None:
    asked = county("publish", "2026-06", "2026Q2")
    assert (asked.returncode, asked.stdout.splitlines()[0]) == (
        1,
        "doubt: 2026-06, —, Units with something late, which counts as 0: 1.",
    )
    done = county("publish", "2026-06", "2026Q2", "--reason", "截止日已过")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "2026-06, 2026Q2 published: revision 3.")
    higher = tmp_path / "2026-06.xlsx"
    higher.write_bytes(book({("丙镇", "J03"): 8}))
    refused = county("import", higher)
    assert (refused.returncode, refused.stderr) == (
        2,
        "These periods are published and would change: 2026-06, 2026Q2. Reopen them first, with a reason.\n",
    )
    assert county("undo", "1").returncode == 2
    opened = county("reopen", "2026-06", "2026Q2", "--reason", "统计局更正")
    assert (opened.returncode, opened.stdout) == (0, "2026-06, 2026Q2 reopened: revision 4.\n")
    assert county("import", higher).returncode == 0
    alone = county("publish", "2026-06", "--reason", "截止日已过")
    assert (alone.returncode, alone.stdout.splitlines()[0]) == (
        1,
        "2026-06, —, Reopened together, published together: 2026Q2.",
    )
    assert county("publish", "2026-06", "2026Q2", "--reason", "截止日已过").returncode == 0
    listed = [json.loads(line) for line in county("editions").stdout.splitlines()]
    assert [(one["period"], one["edition"], one["is_intact"]) for one in listed] == [
        ("2026-06", 2, True),
        ("2026-06", 1, True),
        ("2026Q2", 2, True),
        ("2026Q2", 1, True),
    ]
    assert listed[1]["reopened_because"] == "统计局更正"
    for edition, score in (("1", "82.89"), ("2", "93.89")):
        found = rows(county("results", "--period", "2026-06", "--edition", edition).stdout)
        assert next(row["score"] for row in found if row["unit"] == "丙镇") == score
    missing = county("results", "--period", "2026-06", "--edition", "3")
    assert (missing.returncode, missing.stderr) == (2, "2026-06 has no edition 3; it has 2.\n")


def test_an_export_carries_its_edition_and_whole_hash(county: Shell, tmp_path: Path) -> None:
    county("publish", "2026-06", "--reason", "截止日已过")
    out = tmp_path / "六月.xlsx"
    assert county("export", "--period", "2026-06", "--out", out, LANG="zh_CN.UTF-8").returncode == 0
    workbook = openpyxl.load_workbook(out)
    told = {row[0].value: row[1].value for row in workbook["说明"].iter_rows()}
    assert told["公布"] == "已公布，第 1 版"
    assert told["内容校验（SHA-256）"] == json.loads(county("editions").stdout.splitlines()[0])["content_hash"]
    assert [sheet.max_row for sheet in workbook.worksheets] == [6, 31, len(told)]


def test_a_backup_is_restored_elsewhere_and_says_the_same(county: Shell, tmp_path: Path) -> None:
    out = tmp_path / "备份.zip"
    made = county("backup", "--out", out)
    assert (made.returncode, made.stdout.splitlines()[-1].split(", SHA")[0]) == (
        0,
        "Backup of revision 2 with 1 uploaded files",
    )
    other = Shell(tmp_path / "另一处")
    restored = other("restore", out)
    assert restored.returncode == 0
    assert other("fingerprint").stdout == county("fingerprint").stdout
    assert [path.name for path in (other.folder / "uploads").iterdir()] == [
        path.name for path in (county.folder / "uploads").iterdir()
    ]
    again = other("restore", out)
    assert (again.returncode, "holds a store already" in again.stderr) == (2, True)


def test_a_damaged_backup_is_refused_and_leaves_nothing(county: Shell, tmp_path: Path) -> None:
    out = tmp_path / "b.zip"
    county("backup", "--out", out)
    data = bytearray(out.read_bytes())
    data[len(data) // 2] ^= 0xFF
    for content in (bytes(data), data[: len(data) // 2], b"nothing"):
        out.write_bytes(content)
        other = Shell(tmp_path / "empty")
        refused = other("restore", out)
        assert (refused.returncode, refused.stderr) == (2, "This file is no backup, or it is damaged.\n")
        assert not other.folder.exists()
