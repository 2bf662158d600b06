"""A unit's score over the periods, before the middle half and the median of the type it then was in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import plotly.graph_objects as go

from assessment.charts.look import SIZE, Palette, base

_HEIGHT = 300
_TICKS = 4
_POINT = 10
_NEAR = 0.12
"""Labels closer than this part of the axis are pushed apart."""


@dataclass(frozen=True)
class Point:
    """One period: its short name, what hovering says, the score, the type's quartiles and median, the tier's place.

    A missing number is None; `run` names the type, a change of it breaks the line.
    """

    name: str
    hover: str
    score: float | None
    low: float | None
    median: float | None
    high: float | None
    tier_order: int | None
    tier_count: int | None
    run: str


def draw(points: Sequence[Point], own_word: str, median_word: str, palette: Palette) -> go.Figure:
    """Oldest period first. Periods without a score leave a gap; where the type changed, each stretch says its own."""
    figure = base(palette, _HEIGHT, left=40, right=80, top=24, bottom=40)
    stretches = list(_runs(points))
    if len({run[0][1].run for run in stretches}) > 1:
        for run in stretches:
            figure.add_annotation(x=run[0][0], y=1, yref="paper", yanchor="bottom", xanchor="left", showarrow=False,
                                  text=run[0][1].run, font={"color": palette.muted, "size": SIZE})  # fmt: skip
    for run in stretches:
        places = [place for place, _ in run]
        _band(figure, places, [point for _, point in run], palette)
        _line(figure, places, [point for _, point in run], palette)
    step = max(1, -(-len(points) // _TICKS))
    ticks = list(range(len(points) - 1, -1, -step))
    figure.update_xaxes(tickvals=ticks, ticktext=[points[place].name for place in ticks], tickangle=0)
    figure.update_xaxes(range=[-0.4, max(len(points) - 0.6, 0.4)])
    figure.update_yaxes(nticks=4)
    _labels(figure, points, own_word, median_word, palette)
    return figure


def _runs(points: Sequence[Point]) -> Iterator[list[tuple[int, Point]]]:
    """Unbroken stretches of known scores in one type."""
    for (run, is_known), found in groupby(enumerate(points), lambda pair: (pair[1].run, pair[1].score is not None)):
        if is_known and run:
            yield list(found)


def _band(figure: go.Figure, places: list[int], points: list[Point], palette: Palette) -> None:
    known = [(place, point) for place, point in zip(places, points, strict=True) if point.low is not None]
    if not known:
        return
    x = [place for place, _ in known]
    highs, lows = [point.high for _, point in known], [point.low for _, point in known]
    figure.add_scatter(x=[*x, *reversed(x)], y=[*highs, *reversed(lows)], mode="lines", fill="toself",
                       fillcolor=palette.hair, line={"width": 0}, hoverinfo="skip")  # fmt: skip
    medians = [point.median for _, point in known]
    figure.add_scatter(x=x, y=medians, mode="lines", line={"color": palette.muted, "width": 1}, hoverinfo="skip")


def _line(figure: go.Figure, places: list[int], points: list[Point], palette: Palette) -> None:
    figure.add_scatter(
        x=places,
        y=[point.score for point in points],
        mode="lines+markers",
        line={"color": palette.blue, "width": 2},
        marker={
            "size": _POINT,
            "color": [shade(point, palette) for point in points],
            "line": {"color": palette.blue, "width": 1.5},
        },
        hovertext=[point.hover for point in points],
        hoverinfo="text",
    )


def shade(point: Point, palette: Palette) -> str:
    """The tier as the point's filling: the best darkest, the last of four amber, none white."""
    if point.tier_order is None:
        return palette.ground
    if (point.tier_count or 0) >= 4 and point.tier_order >= (point.tier_count or 0):
        return palette.amber
    return {1: palette.blue, 2: palette.mid}.get(point.tier_order, palette.grey)


def _labels(figure: go.Figure, points: Sequence[Point], own: str, median: str, palette: Palette) -> None:
    """The two lines' names at their right end, the higher one above."""
    known = [(place, point) for place, point in enumerate(points) if point.score is not None]
    if not known:
        return
    place, last = known[-1]
    values = [value for _, point in known for value in (point.score, point.low, point.high) if value is not None]
    span = (max(values) - min(values)) or 1.0
    push = 0
    if last.median is not None and last.score is not None:
        push = 9 if abs(last.score - last.median) < _NEAR * span else 0
        is_above = last.median > last.score
        _word(figure, place, last.median, median, palette.muted, push if is_above else -push)
        push = -push if is_above else push
    _word(figure, place, last.score, own, palette.blue, push)


def _word(figure: go.Figure, x: int, y: float | None, text: str, colour: str, push: int) -> None:
    figure.add_annotation(x=x, y=y, text=text, xanchor="left", xshift=9, yshift=push, showarrow=False,
                          font={"color": colour, "size": SIZE})  # fmt: skip
