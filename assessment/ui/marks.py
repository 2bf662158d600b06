"""The words beside a unit in a ranking, each with its reason."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from assessment import labels
from assessment.i18n import t

Row = Any
"""One row of `reports.rankings` as `itertuples` yields it."""


@dataclass(frozen=True)
class Mark:
    """`tone` is "", "warn" or "bad": the look of the chip beside its word."""

    word: str
    reason: str
    tone: str = ""

    def html(self) -> str:
        """The chip."""
        return f"<span class='chip {self.tone}' title='{escape(self.reason, quote=True)}'>{escape(self.word)}</span>"


def of_unit(row: Row, shared: Collection[str] = ()) -> list[Mark]:
    """What a reader must know before quoting this row; `shared` marks are told once for the table."""
    held = [column for column in _UNIT_MARKS if bool(getattr(row, column)) and column not in shared]
    found = [_UNIT_MARKS[column]() for column in held]
    if not row.is_ranked:
        found.insert(0, Mark(t("Not ranked"), t("Too little weight is due or applicable, or too few months")))
    if row.is_decided:
        found.append(
            Mark(t("Decided"), t("Computed tier: {tier}", tier=labels.name(row.computed_tier, row.computed_tier_en)))
        )
    if labels.text(row.ceiling) != labels.NONE:
        found.append(Mark(t("Veto"), t("At most {tier}", tier=labels.name(row.ceiling, row.ceiling_en)), "bad"))
    if labels.text(row.tie_break_used) != labels.NONE:
        found.append(Mark(t("Tie-break"), _tie_break(str(row.tie_break_used))))
    return found


def shared(rows: Sequence[Row]) -> tuple[str, ...]:
    """The marks that every row of a table bears: beside each name they would say nothing."""
    if len(rows) < 3:
        return ()
    return tuple(column for column in _UNIT_MARKS if all(bool(getattr(row, column)) for row in rows))


def of_type(rows: Sequence[Row]) -> list[Mark]:
    """What holds for a whole table."""
    row = rows[0]
    found = [_UNIT_MARKS[column]() for column in shared(rows)]
    if row.is_provisional:
        found.append(
            Mark(t("Provisional"), t("A unit of this type is late and counts 0; its number would move places"), "warn")
        )
    if row.is_partial:
        found.append(Mark(t("Interim"), t("The period is not over")))
    return found


_UNIT_MARKS: dict[str, Callable[[], Mark]] = {
    "is_straddling": lambda: Mark(t("For the leading group"), t("A tie lies across the border of a tier"), "warn"),
    "is_tied": lambda: Mark(t("Tied"), t("Another unit has the same score")),
    "has_late": lambda: Mark(t("Late"), t("Something is not handed in yet and counts as 0"), "warn"),
    "has_awaited": lambda: Mark(
        t("Awaited"),
        t("A department's table has not come in; last month's share stands in, or the weight is left out"),
        "warn",
    ),
    "has_missing_target": lambda: Mark(t("Draft"), t("An annual target is missing"), "warn"),
    "has_small_sample": lambda: Mark(t("Small sample"), t("A relative function compares too few units")),
}


def _tie_break(code: str) -> str:
    words = {
        "fewer_vetoes": t("Fewer veto events come first"),
        "trunk": t("More trunk points come first"),
        "largest": t("More points on the heaviest indicators come first"),
    }
    return words.get(code, code)
