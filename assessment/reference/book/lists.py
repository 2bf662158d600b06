"""The hidden sheet that dropdowns and colours read: codes with their names, words, which method reads what.

Codes follow the sheets they come from, so that a unit or indicator added there can be chosen at once.
"""

from dataclasses import dataclass, field

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from assessment.i18n import language, t
from assessment.reference.book import methods, values
from assessment.reference.book.fields import Field
from assessment.reference.book.sheets import LISTS, PLANS
from assessment.reference.book.shown import Content, Names

SPARE = 80
"""So many codes can be added to a sheet and still be chosen."""


@dataclass
class Lists:
    """The lists by name; `source` is what a dropdown reads, `range` what a formula counts in."""

    content: Content
    names: Names
    heading_rows: dict[str, int]
    _columns: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def of_field(self, table: str, column: Field) -> str | None:
        """The list of a column's dropdown; none for a column that takes any value."""
        if column.look == "flag":
            return self._static("flag", [values.flag(True), values.flag(False)])
        if column.column == "function":
            inner = table == "rule_part"
            return self._static(f"function {inner}", self._methods(inner))
        if column.look == "word":
            return self._static(f"{table} {column.column}", list(values.words(table, column.column).values()))
        if column.look != "ref":
            return None
        if table == "tier":
            return self._static("tier types", [t("All types"), *self._called("unit_type")])
        return (
            self._live(column.refers)
            if column.refers in ("unit_type", "unit", "indicator", "scheme")
            else self._named(column.refers)
        )

    def users(self, parameter: str) -> str:
        """The range with the names of the methods that read a parameter."""
        words = values.words("rule", "function")
        self._static(f"reads {parameter}", [words.get(name, name) for name in methods.users(parameter)])
        return self.range(f"reads {parameter}")

    def range(self, name: str) -> str:
        """The cells of a list."""
        letter = xl_col_to_name(list(self._columns).index(name))
        return f"'{t(LISTS)}'!${letter}$2:${letter}${max(2, len(self._columns[name]) + 1)}"

    def source(self, name: str) -> str:
        """The filled part of a list, for a dropdown."""
        cells = self.range(name)
        first = cells.split(":")[0]
        return f'=OFFSET({first},0,0,MAX(1,COUNTIF({cells},"?*")),1)'

    def write(self, book: Workbook) -> None:
        """Add the sheet, very hidden."""
        sheet = book.add_worksheet(t(LISTS))
        sheet.very_hidden()
        for column, (name, entries) in enumerate(self._columns.items()):
            sheet.write_string(0, column, name)
            for row, (formula, text) in enumerate(entries, start=1):
                if formula:
                    sheet.write_formula(row, column, formula, None, text)
                else:
                    sheet.write_string(row, column, text)

    def _static(self, name: str, entries: list[str]) -> str:
        self._columns.setdefault(name, [("", entry) for entry in entries])
        return name

    def _methods(self, inner: bool) -> list[str]:
        words = values.words("rule", "function")
        known = [name for name in [*words, *methods.functions()] if name in methods.functions()]
        return [
            words.get(name, name)
            for name in dict.fromkeys(known)
            if not (inner and name in ("blend", "threshold_then"))
        ]

    def _called(self, table: str) -> list[str]:
        code = PLANS[table].fields[0].column
        return [self.names.called(table, str(row[code])) for row in self.content[table]]

    def _named(self, table: str) -> str:
        """Modules, tiers and bonus groups: each once, though every scheme has its own."""
        code = {"module": "module_id"}.get(table, table)
        found = dict.fromkeys(self.names.called(table, str(row[code])) for row in self.content[table])
        return self._static(table, list(found))

    def _live(self, table: str) -> str:
        if table not in self._columns:
            known = self._called(table)
            texts = [*known, *[""] * SPARE]
            self._columns[table] = [(self._formula(table, at), text) for at, text in enumerate(texts)]
        return table

    def _formula(self, table: str, at: int) -> str:
        """The code and name in the row (of a turned sheet: the column) where an entry of the list stands."""
        title = f"'{t(PLANS[table].title)}'!"
        if PLANS[table].is_turned:
            line = f"INDEX({title}${self.heading_rows[table]}:${self.heading_rows[table]},{at + 4})"
            return f'=IF({line}="","",{line}&"")'
        row = self.heading_rows[table] + 1 + at
        columns = [column.column for column in PLANS[table].fields]
        code, name, english = (
            f"INDEX({title}${xl_col_to_name(columns.index(column))}:${xl_col_to_name(columns.index(column))},{row})"
            for column in (columns[0], "name", "name_en")
        )
        called = f'IF({english}="",{name},{english})' if language() == "en" else name
        return f'=IF({code}="","",IF({called}={code},{code}&"",{code}&" "&{called}))'
