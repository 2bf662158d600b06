"""A county's reference comes in whole or not at all, with every fault named."""

import io

import openpyxl
import pytest

from assessment import reference
from assessment.errors import BadInput
from assessment.store import Store, fingerprint


def faults(store: Store, files: dict[str, bytes]) -> list[str]:
    with pytest.raises(BadInput) as refused:
        reference.load(store, files, "tester")
    return [problem.line() for problem in refused.value.problems]


def changed(files: dict[str, bytes], name: str, old: str, new: str) -> dict[str, bytes]:
    text = files[name].decode()
    assert old in text
    return {**files, name: text.replace(old, new).encode()}


def test_cells_that_cannot_be_read_are_named_by_line_and_column(
    empty_store: Store, golden_reference: dict[str, bytes]
) -> None:
    files = changed(golden_reference, "rule.csv", "J01,20,", "J01,twenty,")
    files = changed(
        files, "indicator.csv", "S01,空气优良天数比例,Share of days with good air,%,province", "S01,,x,%,国"
    )
    files = changed(files, "scheme.csv", "2026-01", "soon")
    assert faults(empty_store, files) == [
        "scheme.csv, 2:effective_month, “soon” is not a month (2026-06).",
        "indicator.csv, 5:name, A value is needed here.",
        "indicator.csv, 5:level, “国” is not known here; allowed are: province, city, county.",
        "rule.csv, 2:weight, “twenty” is not a number.",
    ]


@pytest.mark.parametrize("text", ["nan", "inf", "1e400", "999999"])
def test_no_weight_is_beyond_counting(empty_store: Store, golden_reference: dict[str, bytes], text: str) -> None:
    files = changed(golden_reference, "rule.csv", "J01,20,", f"J01,{text},")
    assert faults(empty_store, files) == [f"rule.csv, 2:weight, “{text}” is not a number."]


def test_missing_and_foreign_files_are_named(empty_store: Store, golden_reference: dict[str, bytes]) -> None:
    files = {name: data for name, data in golden_reference.items() if name != "rule.csv"} | {"notes.csv": b"a\n1\n"}
    found = faults(empty_store, files)
    assert found[0].startswith("notes.csv, notes, This file is not a table")
    assert found[1] == "rule.csv, —, This file is missing or empty; a county needs it."


def test_a_row_that_stands_twice_is_named(empty_store: Store, golden_reference: dict[str, bytes]) -> None:
    files = changed(golden_reference, "unit.csv", "A02,", "A01,")
    assert "unit.csv, A01, A01 stands twice." in faults(empty_store, files)


def test_all_faults_of_a_scheme_are_named_at_once_and_nothing_stays(
    empty_store: Store, golden_reference: dict[str, bytes]
) -> None:
    before = fingerprint(empty_store)
    files = changed(golden_reference, "rule.csv", "J08,20,minmax60", "J99,25,minmax61")
    files = changed(files, "rule.csv", "standard_line,88,", "standard_line,,")
    found = faults(empty_store, files)
    assert len(found) == 4
    for word in ("sum to 105", "minmax61", "J99", "needs line"):
        assert any(word in line for line in found)
    assert fingerprint(empty_store) == before
    assert empty_store.data_version == 0


def test_gbk_files_are_read_like_utf8(empty_store: Store, golden_reference: dict[str, bytes]) -> None:
    files = {name: data.decode().encode("gb18030") for name, data in golden_reference.items()}
    reference.load(empty_store, files, "tester")
    assert empty_store.rows("form", "unit_name")[0] == ("A01", "A01")


def test_a_unit_with_results_cannot_be_dropped(golden_store: Store, golden_reference: dict[str, bytes]) -> None:
    files = {
        name: "\n".join(line for line in data.decode().splitlines() if "A05" not in line).encode()
        for name, data in golden_reference.items()
    }
    assert any("result names unit “A05”" in line for line in faults(golden_store, files))


def test_one_workbook_serves_as_well_as_files(
    empty_store: Store, golden_store: Store, golden_reference: dict[str, bytes]
) -> None:
    book = openpyxl.Workbook()
    for name, data in golden_reference.items():
        sheet = book.create_sheet(name.removesuffix(".csv"))
        for line in data.decode().splitlines():
            sheet.append([float(cell) if cell.isdecimal() else cell or None for cell in line.split(",")])
    del book["Sheet"]
    out = io.BytesIO()
    book.save(out)
    reference.load(empty_store, {"county.xlsx": out.getvalue()}, "tester")
    golden = {table: digest for table, _, digest in fingerprint(golden_store)}
    loaded = {table: digest for table, _, digest in fingerprint(empty_store)}
    same = ("unit", "unit_type", "scheme", "rule", "indicator", "membership", "target")
    assert [table for table in same if loaded[table] != golden[table]] == []


def test_a_broken_workbook_is_refused_in_words(empty_store: Store) -> None:
    found = faults(empty_store, {"county.xlsx": b"PK\x03\x04 broken"})
    assert found[0].startswith("county.xlsx, —, ")
    assert "Traceback" not in found[0]
