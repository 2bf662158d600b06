"""Every SQL file keeps the contract of its room: header, name, order, and it runs on an empty store."""

import re
from pathlib import Path

import pytest

from assessment import sql
from assessment.settings import QUERIES
from assessment.store import Store

FILES = sorted(QUERIES.rglob("*.sql"))
SINGLE = [path for path in FILES if path.parent.name != "schema"]
VIEWS = [path for path in FILES if path.parent.name == "views"]
PARAMETERS = {
    "date": "2026-06-01",
    "integer": 1,
    "varchar": "month",
    "varchar[]": ["month"],
    "timestamp": "2026-06-01 00:00:00",
}


def name(path: Path) -> str:
    return path.relative_to(QUERIES).as_posix()


def body(path: Path) -> str:
    return "\n".join(line for line in path.read_text("utf-8").splitlines() if not line.startswith("--"))


def parameters(path: Path) -> dict[str, str]:
    stated = sql.read(path).header.get("params", "")
    return dict(part.split(" ") for part in stated.split(", ") if part)


@pytest.mark.parametrize("path", SINGLE, ids=name)
def test_says_its_purpose_and_holds_one_statement(path: Path) -> None:
    assert sql.read(path).header.get("purpose")
    assert body(path).rstrip().rstrip(";").count(";") == 0
    assert len(path.read_text("utf-8").splitlines()) <= 140


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.parent.name in ("views", "functions", "reports", "checks")], ids=name
)
def test_states_its_grain(path: Path) -> None:
    assert sql.read(path).header.get("grain")


@pytest.mark.parametrize("path", SINGLE, ids=name)
def test_names_its_parameters_and_no_others(path: Path) -> None:
    assert set(re.findall(r"\$(\w+)", body(path))) == set(parameters(path))


@pytest.mark.parametrize("path", VIEWS, ids=name)
def test_a_view_reads_only_lower_numbers(path: Path) -> None:
    number = {re.sub(r"^\d+_", "", view.stem): int(view.name[:2]) for view in VIEWS}
    read = set(re.findall(r"\b(?:from|join)\s+(\w+)", body(path)))
    assert [view for view in read & number.keys() if number[view] >= int(path.name[:2])] == []


@pytest.mark.parametrize("path", VIEWS, ids=name)
def test_a_view_has_no_order(path: Path) -> None:
    assert not re.search(r"^order by", body(path), re.MULTILINE)


@pytest.mark.parametrize("path", [path for path in FILES if path.parent.name == "reports"], ids=name)
def test_a_report_of_rows_is_ordered(path: Path) -> None:
    is_one_row = sql.read(path).header["grain"] == "one row"
    assert is_one_row or re.search(r"^order by", body(path), re.MULTILINE)


@pytest.mark.parametrize("path", [path for path in FILES if path.parent.name == "checks"], ids=name)
def test_a_check_names_its_file_and_message(path: Path) -> None:
    header = sql.read(path).header
    assert header["severity"] in ("reject", "warn")
    assert header["table"]
    assert header["message"]


@pytest.mark.parametrize("path", [p for p in FILES if p.parent.name in ("reports", "checks", "fingerprint")], ids=name)
def test_runs_on_an_empty_store(path: Path, shared_store: Store) -> None:
    values = {key: PARAMETERS[kind] for key, kind in parameters(path).items()}
    rows = shared_store.rows(path.parent.name, path.stem, **values)
    assert len(rows) <= 1


@pytest.mark.parametrize("path", [path for path in VIEWS if int(path.name[:2]) >= 20], ids=name)
def test_every_scoring_view_carries_its_scenario(path: Path) -> None:
    """A what-if or a noise draw adds input rows, never a second formula."""
    assert sql.read(path).header["grain"].startswith("scenario_id, ")
