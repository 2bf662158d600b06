"""Where in a workbook in words the rows stand that a check of the whole reference complains about."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from assessment import labels
from assessment.errors import Problem
from assessment.i18n import t
from assessment.reference.book import Names, values
from assessment.reference.book.sheets import PLANS, column_field
from assessment.reference.book.shown import Content
from assessment.reference.rows import RawRow

_DECIMAL = re.compile(r"-?\d+\.\d+")
_NAMED = {"indicator_id": "indicator", "unit_id": "unit", "unit_type": "unit_type"}


@dataclass(frozen=True)
class Placing:
    """The rows of the files, found again by what a check says of them."""

    raw: Mapping[str, list[RawRow]]

    def placed(self, found: Problem, column: str) -> Problem:
        """The problem by sheet and cell and in the words of the file; as it is if the rows came from tables of codes.

        `column` is the one the check names in its header; "parameter": the problem's value of this name is the column.
        """
        if not self._is_in_words:
            return found
        table = str(found.values.get("what", found.sheet)).split()[0].removesuffix(".csv")
        if table not in PLANS:
            table = _NAMED.get(column, "scheme")
        sheet, spoken = t(PLANS[table].title), _spoken(table, found.values, self._names)
        if column == "cell":
            return Problem(sheet, found.cell, found.message, spoken)
        at = str(found.values[column]) if column == "parameter" else column
        at = at if any(field.column == at for field in PLANS[table].fields) else "function"
        row = self._located(table, column, found)
        return Problem(row.file if row else sheet, row.place(at) if row else "", found.message, spoken)

    @cached_property
    def _is_in_words(self) -> bool:
        return any(rows[0].is_in_words for rows in self.raw.values() if rows)

    @cached_property
    def _names(self) -> Names:
        """What the file itself calls its rows."""
        content: Content = {
            table: [{"name": "", "name_en": "", **row.cells} for row in self.raw.get(table, [])]
            for table in ("unit_type", "unit", "indicator", "module")
        }
        return Names.of(content)

    @cached_property
    def _by_key(self) -> dict[tuple[str, str, str | None], RawRow]:
        """The first row of every table for each beginning of a key, and of those that have a function for each one."""
        first: dict[tuple[str, str, str | None], RawRow] = {}
        for table, rows in self.raw.items():
            for row in rows:
                parts = [row.cells.get(field.column, "") for field in PLANS[table].fields[: PLANS[table].key_count]]
                for count in range(1, len(parts) + 1):
                    key = " ".join(parts[:count])
                    first.setdefault((table, key, None), row)
                    first.setdefault((table, key, row.cells.get("function", "")), row)
        return first

    def _located(self, table: str, column: str, found: Problem) -> RawRow | None:
        """The row whose key begins with the place a check gives, else the first that holds every code it found; of
        rules and combined methods one that is scored by the function it names."""
        function = found.values.get("function")
        for one in (table, "rule_part") if table == "rule" else (table,):
            by_key = self._by_key.get((one, found.cell, None if function is None else str(function)))
            if row := by_key or self._holding(one, column, found):
                return row
        return None

    def _holding(self, table: str, column: str, found: Problem) -> RawRow | None:
        plan = PLANS[table]
        known = {field.column for field in plan.fields[: plan.key_count]} | {"function"}
        wanted = {name: str(value) for name, value in found.values.items() if name in known}
        if code := found.values.get("code"):
            scheme, _, rest = str(code).partition(" ")
            wanted = {"scheme_id": scheme, column: rest} if rest else {column: str(code)}
        fitting = (
            row
            for row in self.raw.get(table, [])
            if wanted and all(row.cells.get(name, "") == value for name, value in wanted.items())
        )
        return next(fitting, None)


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
