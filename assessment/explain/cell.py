"""One indicator of one unit opened: rule, formula, points, where the number came from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assessment import labels
from assessment.explain import function, state
from assessment.explain.names import key_name
from assessment.explain.number import plain
from assessment.explain.terms import Case
from assessment.i18n import t


@dataclass(frozen=True)
class Explanation:
    """Sentences: the rule's name, what its state does, the formula, the points, the source."""

    rule: str
    states: list[str]
    formula: list[str]
    points: list[str]
    source: list[str]

    def text(self) -> str:
        """Everything on one line, as a cell of a workbook holds it; the source has columns of its own there."""
        return t("; ").join([*self.states, *self.formula, *self.points])


def explain(cell: Any, month_name: str = "", milestones: Sequence[Any] = ()) -> Explanation:
    """The explanation of a row of `reports.profile.profile_cells`.

    `month_name` names the month whose share the cell carries, `milestones` are its rows of `profile_milestones`.
    """
    return Explanation(
        rule=key_name(cell.function_key),
        states=state.rules(cell, month_name),
        formula=_formula(cell, milestones),
        points=_points(cell),
        source=_source(cell),
    )


def _formula(cell: Any, milestones: Sequence[Any]) -> list[str]:
    if labels.is_missing(cell.terms) or labels.is_missing(cell.share):
        return []
    case = Case(float(cell.share), cell.measure_unit, cell.direction == "higher", milestones)
    return function.sentences(cell.function_key, cell.terms, case)


def _points(cell: Any) -> list[str]:
    if labels.is_missing(cell.share):
        return []
    points = labels.score(cell.points)
    lines = [
        t("Points: {share} × weight {weight} = {points}", share=plain(cell.share), weight=plain(cell.weight),
          points=points)
    ]  # fmt: skip
    if cell.applicable_weight != 100:
        lines.append(
            t("Weights that apply add up to {sum}: {points} × 100 ÷ {sum} = {won}", sum=plain(cell.applicable_weight),
              points=points, won=labels.score(cell.won_points))
        )  # fmt: skip
    return lines


def _source(cell: Any) -> list[str]:
    made = [
        t("Scheme: {name}", name=labels.name(cell.scheme_name, cell.scheme_name_en)),
        t("Revision {number}", number=labels.count(cell.revision_id)),
    ]
    if labels.is_missing(cell.file_name) or labels.is_missing(cell.cell):
        return [t("No cell was handed in"), *made]
    return [
        t("{file}, sheet {sheet}, cell {cell}", file=cell.file_name, sheet=cell.sheet, cell=cell.cell),
        t("Received {day}", day=f"{cell.received_on:%Y-%m-%d}"),
        t("Upload {number}", number=labels.count(cell.upload_id)),
        *made,
    ]
