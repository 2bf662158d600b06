"""Units between the tiers of two periods: a stack on each side, a ribbon for every move, words outside the stacks."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from assessment.charts.bump import display_px
from assessment.charts.look import SIZE, Palette, base

_HEIGHT, _GAP = 330, 26
_STACK = 0.022
"""Width of a stack as a share of the figure."""
_STEPS = 24


@dataclass(frozen=True)
class Tier:
    """A tier on one side: its place from the top, its words with the count, how many units, its look (t1 … t5)."""

    key: str
    label: str
    count: int
    look: str


@dataclass(frozen=True)
class Ribbon:
    """So many units from one tier into another; `tone` is "up", "down" or "" for those that stayed."""

    source: str
    target: str
    count: int
    hover: str
    tone: str


def draw(before: Sequence[Tier], after: Sequence[Tier], ribbons: Sequence[Ribbon], palette: Palette) -> go.Figure:
    """Both stacks from the best tier down, on one scale."""
    left = max((display_px(tier.label) for tier in before), default=0) + 16
    right = max((display_px(tier.label) for tier in after), default=0) + 16
    figure = base(palette, _HEIGHT + 16, left=round(left), right=round(right), top=6, bottom=10)
    units = max(sum(tier.count for tier in before), sum(tier.count for tier in after), 1)
    scale = (_HEIGHT - _GAP * (max(len(before), len(after)) - 1)) / units
    starts, ends = _tops(before, scale), _tops(after, scale)
    order = {"": 0, "up": 1, "down": 2}
    for ribbon, (source, target) in sorted(
        _routes(ribbons, before, after, starts, ends, scale), key=lambda route: order[route[0].tone]
    ):
        _ribbon(figure, ribbon, source, target, ribbon.count * scale, palette)
    _stack(figure, before, starts, scale, 0.0, palette)
    _stack(figure, after, ends, scale, 1.0, palette)
    figure.update_xaxes(range=[0, 1], visible=False)
    figure.update_yaxes(range=[_HEIGHT, 0], visible=False)
    return figure


def _tops(tiers: Sequence[Tier], scale: float) -> dict[str, float]:
    """Where each tier's stack begins, in pixels from the top."""
    tops, at = {}, 0.0
    for tier in tiers:
        tops[tier.key] = at
        at += tier.count * scale + _GAP
    return tops


def _routes(
    ribbons: Sequence[Ribbon],
    before: Sequence[Tier],
    after: Sequence[Tier],
    starts: dict[str, float],
    ends: dict[str, float],
    scale: float,
) -> list[tuple[Ribbon, tuple[float, float]]]:
    """The top of each ribbon on both sides: ribbons leave and arrive in the order of the tiers, so few cross."""
    rank = {tier.key: at for at, tier in enumerate([*before, *after])}
    tops: dict[int, list[float]] = {id(ribbon): [0.0, 0.0] for ribbon in ribbons}
    for side, begin in ((0, dict(starts)), (1, dict(ends))):
        for ribbon in sorted(ribbons, key=lambda ribbon: (rank[ribbon.source], rank[ribbon.target])):
            key = ribbon.target if side else ribbon.source
            tops[id(ribbon)][side] = begin[key]
            begin[key] += ribbon.count * scale
    return [(ribbon, (tops[id(ribbon)][0], tops[id(ribbon)][1])) for ribbon in ribbons]


def _ribbon(figure: go.Figure, ribbon: Ribbon, source: float, target: float, size: float, palette: Palette) -> None:
    look = {"up": palette.mid, "down": palette.amber}.get(ribbon.tone, palette.hair)
    steps = [step / _STEPS for step in range(_STEPS + 1)]
    x = [_STACK + (1 - 2 * _STACK) * step for step in steps]
    y = [source + (target - source) * step * step * (3 - 2 * step) for step in steps]
    figure.add_scatter(
        x=[*x, *reversed(x)],
        y=[*y, *(value + size for value in reversed(y))],
        mode="lines",
        fill="toself",
        fillcolor=look,
        line={"width": 0.6, "color": palette.ground},
        opacity=0.9 if ribbon.tone else 1,
        hoveron="fills",
        text=ribbon.hover,
        hoverinfo="text",
    )
    if ribbon.tone and size >= SIZE + 1:
        figure.add_annotation(
            x=_STACK + 0.012, y=source + size / 2, text=f"{ribbon.count}", xanchor="left", showarrow=False,
            font={"size": SIZE, "color": palette.ink},
        )  # fmt: skip


def _stack(
    figure: go.Figure, tiers: Sequence[Tier], tops: dict[str, float], scale: float, side: float, palette: Palette
) -> None:
    looks = {"t1": palette.blue, "t2": palette.mid, "t3": palette.grey, "t4": palette.grey, "t5": palette.amber}
    for tier in tiers:
        size = tier.count * scale
        x0 = 0.0 if side == 0 else 1 - _STACK
        figure.add_shape(
            type="rect", x0=x0, x1=x0 + _STACK, y0=tops[tier.key], y1=tops[tier.key] + max(size, 1.5),
            fillcolor=looks[tier.look], line={"width": 0},
        )  # fmt: skip
        figure.add_annotation(
            x=side, y=tops[tier.key] + size / 2, xanchor="right" if side == 0 else "left",
            xshift=-6 if side == 0 else 6, text=tier.label, showarrow=False,
            font={"size": SIZE, "color": palette.ink},
        )  # fmt: skip
