"""What a sentence about one scoring function is made from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from assessment.explain.number import plain
from assessment.i18n import t

Terms: TypeAlias = dict[str, Any]
"""The stored terms of one function (`queries/functions/<name>.sql`), from their JSON."""


@dataclass(frozen=True)
class Case:
    """One function applied to one cell: the share it gave, the measure unit and direction of the indicator.

    `milestones` are rows with `milestone`, `share`, `due_on`, `done_on`, `credit`.
    """

    share: float
    unit: str
    is_higher_better: bool = True
    milestones: Sequence[Any] = ()


Speaker: TypeAlias = Callable[[Terms, Case], list[str]]
"""The sentences of one function, the one with its share last."""


def share_line(formula: str, case: Case) -> str:
    """`Share of the weight: <formula> = 1.0571`; without a formula the share alone."""
    share = plain(case.share)
    if not formula:
        return t("Share of the weight: {share}", share=share)
    return t("Share of the weight: {formula} = {share}", formula=formula, share=share)
