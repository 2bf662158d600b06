"""Long tables laid out sideways: targets with a column an indicator, plan curves with a column a month."""

from dataclasses import dataclass

from assessment import labels
from assessment.reference.book import methods
from assessment.reference.book.fields import Plan
from assessment.reference.book.shown import Content, Names

Row = dict[str, object]


@dataclass(frozen=True)
class Sideways:
    """The columns of a table laid out sideways, and the value of each in every row of the sheet."""

    plan: Plan
    sides: list[str]
    values: dict[tuple[object, ...], dict[str, object]]
    names: Names
    measures: dict[str, str]

    @classmethod
    def of(cls, plan: Plan, content: Content, names: Names) -> "Sideways | None":
        """None for a table that is not laid out so."""
        if not plan.spread:
            return None
        values: dict[tuple[object, ...], dict[str, object]] = {}
        for row in content[plan.table]:
            values.setdefault(_key(plan, row), {})[str(row[plan.spread])] = row[plan.value]
        measures = {str(row["indicator_id"]): str(row["measure_unit"]) for row in content["indicator"]}
        return cls(plan, _sides(plan, content), values, names, measures)

    def rows(self, rows: list[Row]) -> list[Row]:
        """One row for all rows of one key, in their order."""
        return list({_key(self.plan, row): row for row in reversed(rows)}.values())[::-1]

    def value(self, row: Row, side: str) -> object:
        """What stands in a row under a side."""
        return self.values[_key(self.plan, row)].get(side)

    def heading(self, side: str) -> str:
        """`J01 一般公共预算收入` and its unit of measure below."""
        measure = labels.measure(self.measures.get(side, "")).strip()
        return f"{self.names.called('indicator', side)}\n{measure}".strip()


def _key(plan: Plan, row: Row) -> tuple[object, ...]:
    return tuple(row[field.column] for field in plan.fields)


def _sides(plan: Plan, content: Content) -> list[str]:
    """Twelve months; or the indicators that have targets or are scored against one, in their order."""
    if plan.spread == "month_index":
        return [str(month) for month in range(1, 13)]
    needing = methods.with_target()
    used = {str(row[plan.spread]) for row in content[plan.table]}
    used |= {
        str(row["indicator_id"])
        for table in ("rule", "rule_part")
        for row in content[table]
        if row["function"] in needing
    }
    return [str(row["indicator_id"]) for row in content["indicator"] if row["indicator_id"] in used]
