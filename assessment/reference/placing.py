"""Where in a workbook in words the rows stand that a check of the whole reference complains about."""

import re
from collections.abc import Mapping

from assessment import labels
from assessment.errors import Problem
from assessment.i18n import t
from assessment.reference.book import Names, values
from assessment.reference.book.sheets import PLANS, column_field
from assessment.reference.book.shown import Content
from assessment.reference.rows import RawRow

Raw = Mapping[str, list[RawRow]]
_DECIMAL = re.compile(r"-?\d+\.\d+")
_NAMED = {"indicator_id": "indicator", "unit_id": "unit", "unit_type": "unit_type"}


def placed(found: Problem, column: str, raw: Raw) -> Problem:
    """The problem by sheet and cell and in the words of the file; as it is if the rows came from tables of codes.

    `column` is the one the check names in its header, or the value that holds its name.
    """
    if not any(row.is_in_words for rows in raw.values() for row in rows):
        return found
    table = str(found.values.get("what", found.sheet)).split()[0].removesuffix(".csv")
    if table not in PLANS:
        table = _NAMED.get(column, "scheme")
    sheet = t(PLANS[table].title)
    spoken = _spoken(table, found.values, _names(raw))
    if column == "cell":
        return Problem(sheet, found.cell, found.message, spoken)
    at = str(found.values.get(column, column)) if column in ("parameter",) else column
    at = at if any(field.column == at for field in PLANS[table].fields) else "function"
    rows = _located(table, column, found, raw)
    return Problem(rows[0].file if rows else sheet, rows[0].place(at) if rows else "", found.message, spoken)


def _located(table: str, column: str, found: Problem, raw: Raw) -> list[RawRow]:
    """The rows meant, in the sheet of combined methods where none of the rules is scored by the function found."""
    rows = [row for row in _rows(table, column, found, raw) if _fits(row, found)]
    return _located("rule_part", column, found, raw) if not rows and table == "rule" else rows


def _rows(table: str, column: str, found: Problem, raw: Raw) -> list[RawRow]:
    """The rows the check means: those whose key begins with its place, else those that hold every code it found."""
    rows = [row for row in raw.get(table, []) if f"{_key(table, row)} ".startswith(f"{found.cell} ")]
    if rows:
        return rows
    wanted = {name: str(value) for name, value in found.values.items() if name in _columns(table)}
    if code := found.values.get("code"):
        scheme, _, rest = str(code).partition(" ")
        wanted = {"scheme_id": scheme, column: rest} if rest else {column: str(code)}
    return [
        row
        for row in raw.get(table, [])
        if wanted and all(row.cells.get(name, "") == value for name, value in wanted.items())
    ]


def _fits(row: RawRow, found: Problem) -> bool:
    """Whether the row is scored by the function a check complains about; any row for a check of something else."""
    return found.values.get("function") in (None, row.cells.get("function"))


def _key(table: str, row: RawRow) -> str:
    plan = PLANS[table]
    return " ".join(row.cells.get(field.column, "") for field in plan.fields[: plan.key_count])


def _columns(table: str) -> set[str]:
    plan = PLANS[table]
    return {field.column for field in plan.fields[: plan.key_count]} | {plan.spread, "function"}


def _names(raw: Raw) -> Names:
    """What the file itself calls its rows."""
    content: Content = {
        table: [{"name": "", "name_en": "", **row.cells} for row in raw.get(table, [])]
        for table in ("unit_type", "unit", "indicator", "module")
    }
    return Names.of(content)


def _spoken(table: str, found: Mapping[str, object], names: Names) -> dict[str, object]:
    """The values of a message in words: codes with their names, columns by their headings."""
    spoken = dict(found)
    for name, value in found.items():
        code = str(value)
        if name in _NAMED:
            spoken[name] = names.called(_NAMED[name], code)
        elif name == "function":
            spoken[name] = values.words(table, "function").get(code, code)
        elif name == "functions":
            words = values.words(table, "function")
            spoken[name] = t(", ").join(words.get(one, one) for one in code.split(", "))
        elif name == "parameter":
            spoken[name] = t(column_field(table, code).heading)
        elif name == "column":
            spoken[name] = t(column_field(table, "ceiling" if code == "tier" else _key_column(code)).heading)
        elif name == "what":
            spoken[name] = _source(code)
        elif _DECIMAL.fullmatch(code):
            spoken[name] = labels.number(code, 6)
    return spoken


def _key_column(table: str) -> str:
    return PLANS[table].fields[PLANS[table].key_count - 1].column


def _source(what: str) -> str:
    """What names a row: a sheet, or what has been handed in."""
    table, _, rest = what.partition(" ")
    handed_in = {"result": t("what has been handed in"), "event": t("an event handed in")}
    if table in handed_in:
        return handed_in[table]
    plan = PLANS.get(table.removesuffix(".csv"))
    return f"{t(plan.title)} {rest}".strip() if plan else what
