"""Raw reference rows into typed rows: every cell checked against its column, all problems at once."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from assessment.errors import Problem
from assessment.i18n import t
from assessment.reference.book import values
from assessment.reference.presets import DEFAULTS, PER_SCHEME
from assessment.reference.rows import RawRow
from assessment.store.tables import Column

MONTHS = {("scheme", "effective_month"), ("target", "month")}
PROSE = (
    "definition",
    "definition_en",
    "clause",
    "document_number",
    "duties",
    "duties_en",
    "description",
    "description_en",
)
"""Columns that are only read by people: their full-width punctuation stays as it was written, as in a scheme's name."""
BOOLEANS = {"true": True, "1": True, "yes": True, "是": True, "false": False, "0": False, "no": False, "否": False}


@dataclass(frozen=True)
class Shape:
    """The columns of a reference table and the words some of them are limited to."""

    table: str
    columns: list[Column]
    words: dict[str, tuple[str, ...]]


def parse(shape: Shape, rows: list[RawRow], problems: list[Problem]) -> list[tuple[object, ...]]:
    """The typed rows of a table in column order; what is wrong is added to `problems`."""
    known = {column.name for column in shape.columns}
    unknown = sorted({name for row in rows for name in row.cells} - known)
    for name in unknown:
        problems.append(
            Problem(
                rows[0].file,
                name,
                "There is no column {column}; columns are: {columns}.",
                {"column": name or "—", "columns": ", ".join(column.name for column in shape.columns)},
            )
        )
    return [tuple(_cell(shape, row, column, problems) for column in shape.columns) for row in rows]


def with_presets(table: str, rows: list[RawRow], schemes: list[str]) -> list[RawRow]:
    """The rows of a table, with the preset ones for every scheme that has none."""
    silent = [scheme for scheme in schemes if scheme not in {row.cells.get("scheme_id") for row in rows}]
    preset = [
        RawRow("preset", 0, {"scheme_id": scheme, **cells}) for scheme in silent for cells in PER_SCHEME.get(table, [])
    ]
    return [*rows, *preset]


def _cell(shape: Shape, row: RawRow, column: Column, problems: list[Problem]) -> object:
    text = row.cells.get(column.name, "")
    if column.name not in PROSE and (shape.table, column.name) != ("scheme", "name"):
        text = unicodedata.normalize("NFKC", text)
    text = text or DEFAULTS.get(shape.table, {}).get(column.name, "")
    place = row.place(column.name)
    if not text:
        if column.is_nullable or (shape.table, column.name) == ("milestone", "unit_id"):
            return None if column.is_nullable else ""
        problems.append(Problem(row.file, place, "A value is needed here."))
        return None
    allowed = shape.words.get(column.name)
    if allowed and text not in allowed:
        named = {"text": text, "allowed": t(", ").join(_said(shape.table, row, column.name, allowed))}
        problems.append(Problem(row.file, place, "“{text}” is not known here; allowed are: {allowed}.", named))
        return None
    try:
        return _value(shape.table, column, text)
    except (ValueError, InvalidOperation):
        problems.append(
            Problem(row.file, place, "“{text}” is not a {kind}.", {"text": text, "kind": _kind(shape.table, column)})
        )
        return None


def _said(table: str, row: RawRow, column: str, allowed: tuple[str, ...]) -> list[str]:
    """The codes a cell may hold, in the words of the file they are asked for in."""
    spoken = values.words(table, column) if row.is_in_words else {}
    return [spoken.get(code, code) for code in allowed]


def _value(table: str, column: Column, text: str) -> object:
    if (table, column.name) in MONTHS:
        return date.fromisoformat(f"{text[:7]}-01")
    kind, _, size = column.data_type.partition("(")
    value = PARSERS[kind](text)
    if isinstance(value, Decimal):
        digits, decimals = map(int, size.strip(")").split(","))
        if abs(value) >= Decimal(10) ** (digits - decimals):
            raise ValueError(text)
    return value


def _decimal(text: str) -> Decimal:
    number = Decimal(text)
    if not number.is_finite() or abs(number) >= Decimal(10) ** 12:
        raise ValueError(text)
    return number


def _boolean(text: str) -> bool:
    if text.lower() not in BOOLEANS:
        raise ValueError(text)
    return BOOLEANS[text.lower()]


PARSERS: dict[str, Callable[[str], object]] = {
    "VARCHAR": str,
    "INTEGER": lambda text: int(_decimal(text)) if _decimal(text) % 1 == 0 else int(text),
    "DECIMAL": _decimal,
    "DOUBLE": lambda text: float(_decimal(text)),
    "BOOLEAN": _boolean,
    "DATE": lambda text: date.fromisoformat(text[:10]),
}


def _kind(table: str, column: Column) -> str:
    if (table, column.name) in MONTHS:
        return t("month (2026-06)")
    kinds = {"INTEGER": t("whole number"), "BOOLEAN": t("true or false"), "DATE": t("date (2026-06-30)")}
    return kinds.get(column.data_type, t("number"))
