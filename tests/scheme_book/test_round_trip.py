"""The workbook says exactly what the store holds: handed in as it is, it changes nothing."""

import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from assessment import reference, settings
from assessment.i18n import LANGUAGES, catalog, speaking
from assessment.reference.book.sheets import GUIDE, PLANS
from assessment.store import Store, fingerprint
from tests.scheme_book.editing import written


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_golden_county_comes_back_unchanged(golden_store: Store, language: str) -> None:
    proposal = reference.propose(golden_store, {"方案.xlsx": written(golden_store, language)})
    assert [problem.line() for problem in proposal.problems] == []
    assert proposal.is_unchanged


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_demo_county_comes_back_unchanged_and_the_other_language_reads_it(
    empty_store: Store, language: str
) -> None:
    reference.load(empty_store, reference.folder_files(settings.DEMO / "reference"), "tester")
    data = written(empty_store, language)
    with speaking(next(other for other in LANGUAGES if other != language)):
        proposal = reference.propose(empty_store, {"scheme.xlsx": data})
    assert [problem.line() for problem in proposal.problems] == []
    assert proposal.is_unchanged


def test_an_empty_store_becomes_the_same_county(golden_store: Store, empty_store: Store) -> None:
    reference.load(empty_store, {"方案.xlsx": written(golden_store)}, "tester")
    tables = {*PLANS}
    known = {name: digest for name, _, digest in fingerprint(golden_store) if name in tables}
    assert {name: digest for name, _, digest in fingerprint(empty_store) if name in tables} == known


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_saved_by_libreoffice_it_is_still_the_same(golden_store: Store, tmp_path: Path) -> None:
    path = tmp_path / "方案.xlsx"
    path.write_bytes(written(golden_store))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", str(tmp_path / "again"), str(path)], check=True, capture_output=True)
    again = (tmp_path / "again" / "方案.xlsx").read_bytes()
    assert reference.propose(golden_store, {"方案.xlsx": again}).is_unchanged


def test_no_code_name_stands_in_the_chinese_workbook(golden_store: Store) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(golden_store)))
    codes = {field.column for plan in PLANS.values() for field in plan.fields} - {"name", "unit"}
    seen = {
        str(cell.value)
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
        for row in sheet.iter_rows(max_row=60)
        for cell in row
        if cell.value
    }
    assert seen & codes == set()


def test_every_word_of_the_workbook_has_its_chinese() -> None:
    words = {GUIDE}
    for plan in PLANS.values():
        words |= {plan.title, plan.about}
        words |= {word for field in plan.fields for word in (field.heading, field.hint, field.band) if word}
    assert sorted(words - catalog("zh").keys()) == []


def test_every_column_of_the_reference_has_its_heading(golden_store: Store) -> None:
    """A column without words is written under its own name, which no officer understands."""
    from assessment.reference.diff import content  # noqa: PLC0415

    with golden_store.snapshot() as connection:
        held = content(connection)
    inner = {"scenario_id", "upload_id", "sheet", "cell"}
    unknown = [
        f"{table}.{name}"
        for table, plan in PLANS.items()
        for name in (held[table][0] if held[table] else {})
        if name not in {field.column for field in plan.fields} | {plan.spread, plan.value} | inner
    ]
    assert unknown == []


def test_the_weights_are_summed_up_by_type_for_the_newest_scheme(golden_store: Store) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written(golden_store)), data_only=True)["权重一览"]
    assert [sheet["B3"].value, sheet["C4"].value, sheet["C6"].value, sheet["C7"].value] == ["2026", "A", 100, 20]


def test_every_dropdown_reads_a_list(golden_store: Store) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(golden_store)))
    choices = [one for one in book["计分规则"].data_validations.dataValidation if one.type == "list"]
    assert len(choices) == 8
    assert book["选项"].sheet_state == "veryHidden"
