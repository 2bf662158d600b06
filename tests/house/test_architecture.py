"""The rooms of the house and what may be carried from one into another, read from the code itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted([ROOT / "dashboard.py", *(ROOT / "pages").rglob("*.py"), *(ROOT / "assessment").rglob("*.py")])
EVERYTHING = [*SOURCES, *sorted((ROOT / "tests").rglob("*.py"))]

FORBIDDEN = {
    "dashboard.py": ("duckdb", "pandas", "openpyxl", "plotly", "pages"),
    "pages/": ("duckdb", "openpyxl", "plotly", "pages", "assessment.store", "assessment.sql", "dashboard"),
    "assessment/ui/": ("pages", "dashboard", "duckdb"),
    "assessment/export/": ("streamlit", "duckdb", "assessment.store"),
    "assessment/workbook/": ("streamlit", "duckdb", "assessment.store"),
    "assessment/spreadsheet/": ("streamlit", "duckdb", "pandas", "assessment.store", "assessment.workbook"),
    "assessment/intake/": ("streamlit",),
    "assessment/reports/": ("streamlit", "plotly"),
    "assessment/charts/": ("streamlit", "duckdb", "assessment.store", "assessment.ui"),
    "assessment/demo/": ("streamlit", "duckdb", "openpyxl", "assessment.store", "assessment.intake", "assessment.ui"),
    "assessment/explain/": ("streamlit", "duckdb", "plotly", "assessment.store", "assessment.ui"),
    "assessment/findings/": ("streamlit", "duckdb", "plotly", "assessment.store", "assessment.ui"),
    "assessment/meeting/": ("streamlit", "duckdb", "plotly", "assessment.ui", "assessment.export", "assessment.intake"),
    "assessment/shell/": ("streamlit", "duckdb", "assessment.ui"),
    "assessment/store/": ("streamlit", "assessment.ui", "assessment.intake", "assessment.workbook"),
    "assessment/": ("pages", "dashboard"),
}
ONLY_IN = {
    "streamlit": ("dashboard.py", "pages/", "assessment/ui/"),
    "duckdb": ("assessment/store/",),
    "openpyxl": ("assessment/spreadsheet/", "assessment/workbook/marking.py"),
    "xlrd": ("assessment/spreadsheet/",),
    "plotly": ("assessment/charts/",),
    "pptx": ("assessment/export/deck/",),
}
SQL_WORDS = ("select ", "insert into", "delete from", "update ", "create ", "drop ")
SQL_HOMES = ("assessment/sql.py", "assessment/store/")


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def is_in(module: str, room: str) -> bool:
    return module == room or module.startswith(f"{room}.")


def test_no_room_imports_what_it_must_not() -> None:
    found = [
        f"{place(path)} imports {module}"
        for path in SOURCES
        for room, banned in FORBIDDEN.items()
        if place(path).startswith(room)
        for module in imports(path)
        if any(is_in(module, name) for name in banned)
    ]
    assert found == []


def test_streamlit_duckdb_and_openpyxl_stay_in_their_rooms() -> None:
    found = [
        f"{place(path)} imports {module}"
        for path in SOURCES
        for module in imports(path)
        for library, rooms in ONLY_IN.items()
        if is_in(module, library) and not place(path).startswith(rooms)
    ]
    assert found == []


def test_no_sql_outside_the_store() -> None:
    found = []
    for path in SOURCES:
        if place(path).startswith(SQL_HOMES):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = " ".join(node.value.lower().split())
                if text.startswith(SQL_WORDS) and (" from " in text or " into " in text or " table" in text):
                    found.append(f"{place(path)}:{node.lineno}")
    assert found == []


def test_values_never_enter_sql_as_text() -> None:
    """An f-string may name a view, table or column of ours; `execute` takes no `%`, `.format` or `+`."""
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            if not is_call or node.func.attr not in ("execute", "sql", "executemany") or not node.args:
                continue
            if isinstance(node.args[0], ast.BinOp) or (
                isinstance(node.args[0], ast.JoinedStr) and not place(path).startswith("assessment/store/")
            ):
                found.append(f"{place(path)}:{node.lineno}")
    assert found == []


@pytest.mark.parametrize("path", EVERYTHING, ids=place)
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 350
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1}"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno
        and node.end_lineno - node.lineno + 1 > 40
    ]
    assert long == []


def test_pages_stay_thin_and_in_rooms() -> None:
    pages = sorted((ROOT / "pages").rglob("*.py"))
    assert pages
    assert [place(path) for path in pages if path.parent == ROOT / "pages"] == []
    assert [place(path) for path in pages if len(path.read_text("utf-8").splitlines()) > 60] == []
    assert len((ROOT / "dashboard.py").read_text("utf-8").splitlines()) <= 60


def test_the_data_folder_holds_no_code() -> None:
    assert list((ROOT / "data").rglob("*.py")) == []
