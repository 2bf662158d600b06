"""Places of a type's units over twelve periods: one line a unit, its place and name at the right end."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from assessment.charts.look import SIZE, Palette, base

_ROW, _FOLDED_ROW, _LEAST_HEIGHT = 30, 36, 280
_WIDEST = 132
"""A label wider than this many pixels is told on two lines: on a phone the lines need the room."""
_CJK_PX, _LATIN_PX = 13.2, 7.2
_LABEL_AT = 0.45
"""How far right of the last period a label begins, in periods."""


@dataclass(frozen=True)
class Line:
    """A unit: places oldest first (None: no place), the words at its end; `tone` is "", "up" or "down"."""

    label: str
    places: Sequence[int | None]
    hover: Sequence[str]
    tone: str = ""


def draw(lines: Sequence[Line], ticks: dict[int, str], palette: Palette) -> go.Figure:
    """Lines in the order of their labels, the best place first; a shared place is drawn as one point.

    A shared place leaves the next one empty, so labels stand in the order of the lines and never on each other.
    """
    rows = max([len(lines), *(place or 0 for line in lines for place in line.places)])
    labels = [folded(line.label) for line in lines]
    width = max((display_px(part) for label in labels for part in label.split("<br>")), default=0)
    row = _FOLDED_ROW if any("<br>" in label for label in labels) else _ROW
    figure = base(palette, max(_LEAST_HEIGHT, row * rows + 66), left=30, right=round(width) + 14, top=6, bottom=44)
    last = max((len(line.places) for line in lines), default=12) - 1
    for tone in ("", "up", "down"):
        alike = [(slot, line) for slot, line in enumerate(lines, 1) if line.tone == tone]
        if alike:
            _paths(figure, [line for _, line in alike], tone, palette)
            _connectors(figure, alike, tone, last, palette)
            _names(figure, alike, tone, last, palette)
    words = {"tickvals": list(ticks), "ticktext": list(ticks.values()), "tickangle": 0}
    figure.update_xaxes(range=[-0.25, last + _LABEL_AT], **words)
    figure.update_yaxes(range=[rows + 0.6, 0.4], tickvals=list(range(1, rows + 1)))
    return figure


def colour(tone: str, palette: Palette) -> str:
    """Blue for what rose or was picked, amber for what fell, grey for the rest."""
    return {"up": palette.blue, "down": palette.amber}.get(tone, palette.grey)


def folded(label: str) -> str:
    """The label on one line, or on two about as long as each other: parted at a space, else between characters."""
    if display_px(label) <= _WIDEST:
        return label
    spaces = [at for at, letter in enumerate(label) if letter == " " and at > 3]
    half = display_px(label) / 2
    ways = spaces or range(4, len(label))
    at = min(ways, key=lambda way: abs(display_px(label[:way]) - half))
    return f"{label[:at]}<br>{label[at:].strip()}"


def display_px(text: str) -> float:
    """About how wide a text is at the house's size: a Chinese character is square."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return wide * _CJK_PX + (len(text) - wide) * _LATIN_PX


def _paths(figure: go.Figure, lines: Sequence[Line], tone: str, palette: Palette) -> None:
    """All lines of a tone as one trace with a gap between units: a browser draws three traces, not one a unit."""
    look = colour(tone, palette)
    figure.add_scatter(
        x=_joined([range(len(line.places)) for line in lines], None),
        y=_joined([line.places for line in lines], None),
        mode="lines+markers",
        line={"color": look, "width": 3 if tone else 1.4},
        marker={"color": look, "size": 8 if tone else 5, "line": {"width": 0}},
        text=_joined([line.hover for line in lines], ""),
        hovertemplate="%{text}<extra></extra>",
    )


def _connectors(figure: go.Figure, alike: Sequence[tuple[int, Line]], tone: str, last: int, palette: Palette) -> None:
    """From each unit's last place to its name."""
    placed = [(line.places[-1], slot) for slot, line in alike if line.places and line.places[-1] is not None]
    figure.add_scatter(
        x=_joined([(last, last + _LABEL_AT) for _ in placed], None),
        y=_joined(placed, None),
        mode="lines",
        line={"color": colour(tone, palette), "width": 1},
        hoverinfo="skip",
    )


def _names(figure: go.Figure, alike: Sequence[tuple[int, Line]], tone: str, last: int, palette: Palette) -> None:
    figure.add_scatter(
        x=[last + _LABEL_AT] * len(alike),
        y=[slot for slot, _ in alike],
        mode="text",
        text=[f"<b>{folded(line.label)}</b>" if tone else folded(line.label) for _, line in alike],
        textposition="middle right",
        textfont={"size": SIZE, "color": {"up": palette.blue, "down": palette.amber}.get(tone, palette.muted)},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _joined(parts: Sequence[Sequence[Any]], gap: object) -> list[Any]:
    """The parts in one list, a gap between neighbours."""
    return [value for at, part in enumerate(parts) for value in ([gap] if at else []) + list(part)]
