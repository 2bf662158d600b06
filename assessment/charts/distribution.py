"""All scores of a type on one line, its middle half as a band, median and quartiles marked and named."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from assessment.charts.bump import colour
from assessment.charts.look import SIZE, Palette, base

_HEIGHT = 240
_NEAR = 1 / 42
"""Dots nearer than this share of the axis stand on each other."""
_TOP = 3.3


@dataclass(frozen=True)
class Dot:
    """A unit's score; `name` is written under the dot where there is one; `tone` as in a bump chart."""

    score: float
    hover: str
    name: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Mark:
    """A line across with its words; the median is the strong one."""

    score: float
    words: str
    is_strong: bool = False


def draw(dots: Sequence[Dot], lower: Mark, middle: Mark, upper: Mark, palette: Palette) -> go.Figure:
    """The strip; the axis floats and leaves air for words at both ends."""
    figure = base(palette, _HEIGHT, left=10, right=10, top=62, bottom=28)
    low, high = min(dot.score for dot in dots), max(dot.score for dot in dots)
    air = max((high - low) * 0.08, 0.5)
    start, end = low - air, high + air
    figure.add_shape(
        type="rect", x0=lower.score, x1=upper.score, y0=-0.6, y1=_TOP, fillcolor=palette.pale, line={"width": 0},
        layer="below",
    )  # fmt: skip
    for row, mark in enumerate((lower, middle, upper)):
        _mark(figure, mark, row, (mark.score - start) / (end - start), palette)
    heights = stacked([dot.score for dot in dots], (end - start) * _NEAR)
    figure.add_scatter(
        x=[dot.score for dot in dots],
        y=heights,
        mode="markers",
        marker={
            "size": 12,
            "color": [colour(dot.tone, palette) if dot.tone else palette.mid for dot in dots],
            "line": {"width": 1, "color": palette.ground},
        },
        text=[dot.hover for dot in dots],
        hovertemplate="%{text}<extra></extra>",
    )
    named = sorted((dot for dot in dots if dot.name), key=lambda dot: dot.score)
    for place, dot in enumerate(named):
        side = "left" if dot.score < (start + end) / 2 else "right"
        look = colour(dot.tone, palette) if dot.tone else palette.ink
        _word(figure, dot.score, -0.75 - 0.95 * (place % 2), dot.name, side, look)
    figure.update_xaxes(range=[start, end], nticks=6)
    figure.update_yaxes(range=[-2.7, _TOP], visible=False)
    return figure


def stacked(scores: Sequence[float], near: float) -> list[float]:
    """How high each dot stands: on the ones to its left that it would cover."""
    heights = [0.0] * len(scores)
    placed: list[int] = []
    for at in sorted(range(len(scores)), key=lambda at: scores[at]):
        taken = {heights[other] for other in placed if abs(scores[other] - scores[at]) < near}
        heights[at] = next(float(level) for level in range(len(scores)) if float(level) not in taken)
        placed.append(at)
    tallest = max(heights, default=0.0)
    return [height * 2.4 / tallest if tallest > 2.4 else height for height in heights]


def _mark(figure: go.Figure, mark: Mark, row: int, share: float, palette: Palette) -> None:
    """Words stand on three rows above the strip: they never meet."""
    look = palette.blue if mark.is_strong else palette.muted
    figure.add_shape(
        type="line", x0=mark.score, x1=mark.score, y0=-0.6, y1=_TOP, layer="below",
        line={"color": look, "width": 2 if mark.is_strong else 1, "dash": "solid" if mark.is_strong else "dot"},
    )  # fmt: skip
    figure.add_annotation(
        x=mark.score, y=1, yref="paper", yshift=2 + 19 * (2 - row), yanchor="bottom", showarrow=False,
        text=f"<b>{mark.words}</b>" if mark.is_strong else mark.words,
        xanchor="left" if share < 0.5 else "right", font={"color": look, "size": SIZE},
    )  # fmt: skip


def _word(figure: go.Figure, x: float, y: float, text: str, side: str, look: str) -> None:
    figure.add_annotation(
        x=x, y=y, text=text, xanchor=side, yanchor="top", showarrow=False, font={"color": look, "size": SIZE}
    )
