"""A cumulative amount by calendar month, this year beside last, and what each month added."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import plotly.graph_objects as go

from assessment.charts.look import SIZE, Palette, base
from assessment.charts.svg.over_time import Line

_HEIGHT = 320
_EVERY_MONTH_UP_TO = 8
"""Longer years name every other month: all of them would stand on end on a phone."""


@dataclass(frozen=True)
class Season:
    """Twelve places at most: `words` name the months of the year; `plan` is the time plan's line, if there is one.

    `marks`: place -> number of a note on this year's line.
    """

    words: Sequence[str]
    now: Line
    before: Line | None = None
    plan: Line | None = None
    marks: dict[int, str] = field(default_factory=dict)


def lines(season: Season, palette: Palette) -> go.Figure:
    """Cumulative to each month."""
    figure = base(palette, _HEIGHT, left=58, right=14, top=20, bottom=30)
    ends = []
    for line, colour, width, dash in _drawn(season, palette):
        figure.add_scatter(
            x=list(range(len(line.values))), y=list(line.values), mode="lines+markers",
            line={"color": colour, "width": width, "dash": dash}, connectgaps=False,
            marker={"color": colour, "size": 5 if dash == "solid" else 0.1},
            text=_hover(line), hovertemplate="%{text}<extra></extra>",
        )  # fmt: skip
        known = [at for at, value in enumerate(line.values) if value is not None]
        if known:
            ends.append((line.name, colour, known[-1], line.values[known[-1]] or 0.0))
    _name_ends(figure, ends)
    for at, number in season.marks.items():
        value = season.now.values[at] if at < len(season.now.values) else None
        if value is not None:
            figure.add_annotation(
                x=at, y=value, text=f" {number} ", showarrow=True, arrowhead=0, arrowwidth=1, ax=0, ay=-28,
                arrowcolor=palette.ink, bordercolor=palette.ink, bgcolor=palette.ground, borderpad=1,
                font={"color": palette.ink, "size": SIZE - 1},
            )  # fmt: skip
    return _months(figure, season.words, palette)


def bars(season: Season, palette: Palette) -> go.Figure:
    """What each month added: last year's bar pale behind this year's, from zero."""
    figure = base(palette, _HEIGHT, left=58, right=14, top=20, bottom=30)
    figure.update_layout(bargap=0.28, bargroupgap=0.08)
    pairs = [(season.before, palette.grey)] if season.before else []
    for line, colour in [*pairs, (season.now, palette.blue)]:
        figure.add_bar(
            x=list(range(len(line.values))), y=list(line.values), marker={"color": colour, "line": {"width": 0}},
            text=[""] * len(line.values), customdata=_hover(line), hovertemplate="%{customdata}<extra></extra>",
        )  # fmt: skip
    figure.update_yaxes(zeroline=True, zerolinecolor=palette.ink, zerolinewidth=1, rangemode="tozero")
    return _months(figure, season.words, palette)


def _drawn(season: Season, palette: Palette) -> list[tuple[Line, str, float, str]]:
    found = [(season.plan, palette.ink, 1.2, "dot"), (season.before, palette.muted, 1.8, "solid")]
    known = [(line, colour, width, dash) for line, colour, width, dash in found if line]
    return [*known, (season.now, palette.blue, 2.8, "solid")]


def _name_ends(figure: go.Figure, ends: list[tuple[str, str, int, float]]) -> None:
    """Names at the lines' ends; of two that end at one place the upper is named above, the lower below."""
    for name, colour, at, value in ends:
        is_top = value == max(other[3] for other in ends if other[2] == at)
        figure.add_annotation(
            x=at, y=value, text=f"<b>{name}</b>", showarrow=False, xanchor="right" if is_top else "left",
            yshift=14 if is_top else -14, font={"color": colour, "size": SIZE},
        )  # fmt: skip


def _months(figure: go.Figure, words: Sequence[str], palette: Palette) -> go.Figure:
    step = 2 if len(words) > _EVERY_MONTH_UP_TO else 1
    places = list(range(0, len(words), step))
    figure.update_xaxes(
        range=[-0.6, len(words) - 0.4], tickvals=places, ticktext=[words[at] for at in places], tickangle=0
    )
    figure.update_yaxes(nticks=5, showgrid=True, gridcolor=palette.hair, separatethousands=True, tickformat=",~f")
    return figure


def _hover(line: Line) -> list[str]:
    return [told.replace("\n", "<br>") for told in line.told]
