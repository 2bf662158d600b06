"""A value of a table as its reader writes it: in a cell of the workbook, and in the list of what changed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assessment import labels
from assessment.i18n import t
from assessment.reference.book import values
from assessment.reference.book.fields import Field
from assessment.reference.book.sheets import PLANS

Content = dict[str, list[dict[str, object]]]
"""The reference as a store holds it: the rows of every table, by column."""
ALWAYS = date(1900, 1, 1)
"""A membership since ever; the cell stays empty."""


@dataclass(frozen=True)
class Names:
    """What codes are called, by table: the name and the English name."""

    known: dict[str, dict[str, tuple[object, object]]]

    @classmethod
    def of(cls, *contents: Content) -> "Names":
        """The names in the rows of a reference; of several, the last one's go first."""
        known: dict[str, dict[str, tuple[object, object]]] = {}
        for content in contents:
            for table in ("unit_type", "unit", "indicator", "module"):
                code = PLANS[table].fields[PLANS[table].key_count - 1].column
                named = {str(row[code]): (row["name"], row["name_en"]) for row in content.get(table, [])}
                known[table] = known.get(table, {}) | named
        return cls(known)

    def name(self, table: str, code: str) -> str:
        """The name alone in the reader's language; empty for a code that has none."""
        local, english = self.known.get(table, {}).get(code, ("", ""))
        return labels.name(local, english) if local else ""

    def called(self, table: str, code: str) -> str:
        """`J01 一般公共预算收入`; the code alone where there is no name or the name says no more."""
        name = self.name(table, code)
        return f"{code} {name}" if name and name != code else code


def word(table: str, field: Field, value: object, names: Names) -> str:
    """A code in words: of a column that names other rows, or that knows a few codes only."""
    code = str(value)
    spoken = values.words(table, field.column)
    return spoken.get(code) or (names.called(field.refers, code) if field.refers else code)


def shown(table: str, field: Field, value: object, names: Names) -> str:
    """A value in words; `—` for none."""
    if value is None or value == "":
        return labels.NONE
    if isinstance(value, bool):
        return values.flag(value)
    if field.look in ("word", "ref"):
        return word(table, field, value, names)
    if field.look == "month" and isinstance(value, date):
        return f"{value:%Y-%m}"
    if isinstance(value, date):
        return t("since ever") if value == ALWAYS else value.isoformat()
    if field.look == "share":
        return f"{labels.number(Decimal(str(value)) * 100, 10)}%"
    if isinstance(value, Decimal | float):
        return labels.number(value, 12)
    return str(value)
