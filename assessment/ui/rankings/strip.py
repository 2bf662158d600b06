"""The scores of a type on one line, its middle half and median marked and named.

Drawn in the page itself: a figure would cost the browser more than the rest of the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor
from typing import Any

import pandas as pd

from assessment import labels
from assessment.charts.svg.lettering import width_of
from assessment.findings import standings as findings
from assessment.i18n import t
from assessment.reports import standings
from assessment.ui import heading, load
from assessment.ui.scope import Scope

Row = Any
_NEAR = 1 / 36
"""Dots nearer than this share of the axis stand on each other."""
_STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
_MOST_TICKS = 6
_LEAST_FOR_QUARTILES = 4
_ROOM = 24
"""Letters that stand beside each other on a phone."""


@dataclass(frozen=True)
class Axis:
    """From the lowest score to the highest with air at both ends."""

    start: float
    end: float

    def at(self, score: float) -> float:
        """Where a score stands, in per cent of the axis."""
        return (score - self.start) / (self.end - self.start) * 100

    def ticks(self) -> list[float]:
        """Round scores, at most six."""
        step = next((s for s in _STEPS if (self.end - self.start) / s <= _MOST_TICKS), _STEPS[-1])
        return [round(n * step, 1) for n in range(ceil(self.start / step), floor(self.end / step) + 1)]


def block(scope: Scope, ranking: pd.DataFrame, picked: tuple[str, ...]) -> str:
    """`ranking` holds one type; the middle half is marked from four units on."""
    spread = load.frame(standings.score_spread, scope.period, scope.unit_types)
    row = spread.iloc[0] if len(spread) else None
    title = findings.spread(row)
    about = t("Each point is a unit; ranked units only, quartiles interpolated between neighbours")
    head = heading.section_html(title, about)
    if row is None:
        return head
    ranked = [unit for unit in ranking.itertuples(index=False) if unit.is_ranked]
    return head + html(ranked, row, picked, findings.standing_out(ranking, picked) if picked else {}, title)


def html(ranked: Sequence[Row], spread: Any, picked: Sequence[str], tones: dict[str, str], alt: str) -> str:
    """The strip of ranked units, the best first; first, last and picked ones are named."""
    scores = [float(unit.score) for unit in ranked]
    axis = axis_of(scores)
    heights = stacked(scores, (axis.end - axis.start) * _NEAR)
    dots = "".join(_dot(unit, axis, height, tones) for unit, height in zip(ranked, heights, strict=True))
    ticks = "".join(f"<span style='left:{axis.at(tick):.2f}%'>{tick:g}</span>" for tick in axis.ticks())
    return (
        f"<div class='rk-strip' role='img' aria-label=\"{escape(alt, quote=True)}\">{_marks(spread, axis)}"
        f"<div class='dots' style='--rows:{max(heights, default=0) + 1}'>{_band(spread, axis)}{dots}</div>"
        f"{_names(ranked, axis, picked, tones)}<div class='ticks'>{ticks}</div></div>"
    )


def axis_of(scores: Sequence[float]) -> Axis:
    """The axis floats: what is read are distances between units."""
    low, high = min(scores), max(scores)
    air = max((high - low) * 0.06, 0.5)
    return Axis(low - air, high + air)


def stacked(scores: Sequence[float], near: float) -> list[int]:
    """How many dots lie under each one: those it would cover."""
    heights = [0] * len(scores)
    placed: list[int] = []
    for at in sorted(range(len(scores)), key=lambda at: scores[at]):
        taken = {heights[other] for other in placed if abs(scores[other] - scores[at]) < near}
        heights[at] = next(level for level in range(len(scores)) if level not in taken)
        placed.append(at)
    return heights


def _marks(spread: Any, axis: Axis) -> str:
    """The words of the middle half and of the median, each on a row of its own: they never meet."""
    median = float(spread["median_score"])
    middle = f"<p class='median' style='--at:{axis.at(median):.2f}%'>{escape(t('Median'))} {labels.score(median)}</p>"
    if spread["ranked_count"] < _LEAST_FOR_QUARTILES:
        return middle
    low, high = float(spread["lower_quartile"]), float(spread["upper_quartile"])
    half = t("Middle half {low}–{high}", low=labels.score(low), high=labels.score(high))
    return f"<p class='half' style='--at:{(axis.at(low) + axis.at(high)) / 2:.2f}%'>{escape(half)}</p>{middle}"


def _band(spread: Any, axis: Axis) -> str:
    median = axis.at(float(spread["median_score"]))
    line = f"<u style='left:{median:.2f}%'></u>"
    if spread["ranked_count"] < _LEAST_FOR_QUARTILES:
        return line
    low, high = axis.at(float(spread["lower_quartile"])), axis.at(float(spread["upper_quartile"]))
    return f"<b style='left:{low:.2f}%;width:{high - low:.2f}%'></b>{line}"


def _dot(unit: Row, axis: Axis, height: int, tones: dict[str, str]) -> str:
    place = f"left:{axis.at(float(unit.score)):.2f}%;--row:{height}"
    return f"<i class='{tones.get(unit.unit_id, '')}' style='{place}' title=\"{escape(_words(unit), quote=True)}\"></i>"


def _names(ranked: Sequence[Row], axis: Axis, picked: Sequence[str], tones: dict[str, str]) -> str:
    """The last at its end and the first at its own, on one row if they are short; each picked one on a row more."""
    ends = {unit.unit_id: unit for unit in (ranked[-1], ranked[0])}
    is_short = sum(width_of(_words(unit), 1) for unit in ends.values()) < _ROOM
    rows = [list(ends.values())] if is_short else [[unit] for unit in ends.values()]
    rows += [[unit] for unit in ranked if unit.unit_id in picked and unit.unit_id not in ends]
    return "".join(f"<div class='names'>{''.join(_name(unit, axis, tones) for unit in row)}</div>" for row in rows)


def _name(unit: Row, axis: Axis, tones: dict[str, str]) -> str:
    at = axis.at(float(unit.score))
    side = f"left:{at:.2f}%" if at < 50 else f"right:{100 - at:.2f}%"
    return f"<span class='{tones.get(unit.unit_id, '')}' style='{side}'>{escape(_words(unit))}</span>"


def _words(unit: Row) -> str:
    return f"{labels.name(unit.unit, unit.unit_en)} {labels.score(unit.score)}"
