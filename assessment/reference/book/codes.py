"""Which row of another sheet a cell means: `J01 一般公共预算收入`, the code alone, or the name alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.reference.book.fields import Plan
from assessment.reference.book.sheets import key

Texts = list[dict[str, str]]
STRICT = ("scheme", "unit_type", "unit", "indicator")
"""Tables that a workbook holds whole; modules, tiers and bonus groups may come from the presets."""


@dataclass(frozen=True)
class Codes:
    """The codes of every table and the codes each name belongs to."""

    codes: dict[str, set[str]]
    named: dict[str, dict[str, set[str]]]

    @classmethod
    def of(cls, found: Mapping[str, tuple[Plan, Texts]]) -> "Codes":
        """From the rows of the sheets that others name."""
        codes: dict[str, set[str]] = {}
        named: dict[str, dict[str, set[str]]] = {}
        for table, (plan, rows) in found.items():
            column = {"bonus_group": "bonus_group", "tier": "tier", "module": "module_id"}.get(table)
            column = column or plan.fields[0].column
            for row in rows:
                if code := row.get(column):
                    codes.setdefault(table, set()).add(code)
                    for name in filter(None, (row.get("name"), row.get("name_en"))):
                        named.setdefault(table, {}).setdefault(key(name), set()).add(code)
        return cls(codes, named)

    def find(self, table: str, text: str) -> tuple[str | None, str]:
        """The code meant; and, where a code stands with the name of another one, that other code."""
        codes, named = self.codes.get(table, set()), self.named.get(table, {})
        if text in codes:
            return text, ""
        ends = [at for at, letter in enumerate(text) if letter.isspace() and text[:at] in codes]
        if ends:
            code = text[: ends[-1]]
            owners = named.get(key(text[len(code) :]), {code})
            return code, "" if code in owners else ", ".join(sorted(owners))
        owners = named.get(key(text), set())
        if len(owners) == 1:
            return next(iter(owners)), ""
        return (None if table in STRICT else text), ""
