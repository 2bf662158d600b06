"""A new scheme version states what is new; everything else it carries on from an older one."""

from collections.abc import Mapping
from dataclasses import replace

from assessment.errors import Problem
from assessment.reference.book.scheme_parameters import BASED_ON
from assessment.reference.book.sheets import PER_SCHEME
from assessment.reference.rows import RawRow

_OWN = ("scheme_id", "name", "name_en", "effective_month", "document_number", BASED_ON)
"""What a version never takes over from another."""


def carried_on(raw: Mapping[str, list[RawRow]], problems: list[Problem]) -> dict[str, list[RawRow]]:
    """The rows with those that schemes carry on from others; a scheme that cannot be carried on from is a problem."""
    versions = {row.cells.get("scheme_id", ""): row for row in raw.get("scheme", [])}
    carried = {table: list(rows) for table, rows in raw.items()}
    for code, row in versions.items():
        base = row.cells.get(BASED_ON, "")
        if not base:
            continue
        if base not in versions or versions[base].cells.get(BASED_ON):
            message = "“{text}” cannot be carried on from: it is no scheme here that states everything itself."
            problems.append(Problem(row.file, row.place(BASED_ON), message, {"text": base}))
            continue
        older = {name: text for name, text in versions[base].cells.items() if name not in _OWN}
        stated = {name: text for name, text in row.cells.items() if text}
        versions[code] = replace(row, cells=older | stated)
        for table in PER_SCHEME:
            _carry(carried, table, base, code)
    carried["scheme"] = [_without(versions[row.cells.get("scheme_id", "")]) for row in raw.get("scheme", [])]
    return carried


def _carry(carried: dict[str, list[RawRow]], table: str, base: str, code: str) -> None:
    rows = carried.get(table, [])
    if not any(row.cells.get("scheme_id") == code for row in rows):
        taken = [
            replace(row, cells=row.cells | {"scheme_id": code}) for row in rows if row.cells.get("scheme_id") == base
        ]
        carried[table] = [*rows, *taken]


def _without(row: RawRow) -> RawRow:
    return replace(row, cells={name: text for name, text in row.cells.items() if name != BASED_ON})
