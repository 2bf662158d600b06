"""Places of a type's units over twelve periods: one line a unit, its place and name at the right end."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

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
    ranked = sorted(enumerate(lines, 1), key=lambda entry: bool(entry[1].tone))
    for slot, line in ranked:
        _line(figure, line, palette)
        _label(figure, line, slot, last, palette)
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


def _line(figure: go.Figure, line: Line, palette: Palette) -> None:
    look = colour(line.tone, palette)
    figure.add_scatter(
        x=list(range(len(line.places))),
        y=list(line.places),
        mode="lines+markers",
        line={"color": look, "width": 3 if line.tone else 1.4},
        marker={"color": look, "size": 8 if line.tone else 5, "line": {"width": 0}},
        text=list(line.hover),
        hovertemplate="%{text}<extra></extra>",
    )


def _label(figure: go.Figure, line: Line, slot: int, last: int, palette: Palette) -> None:
    place = line.places[-1] if line.places else None
    if place is not None:
        figure.add_scatter(
            x=[last, last + _LABEL_AT],
            y=[place, slot],
            mode="lines",
            line={"color": colour(line.tone, palette), "width": 1},
            hoverinfo="skip",
        )
    figure.add_annotation(
        x=last + _LABEL_AT, y=slot, xanchor="left", yanchor="middle", showarrow=False, align="left",
        text=f"<b>{folded(line.label)}</b>" if line.tone else folded(line.label),
        font={"size": SIZE, "color": {"up": palette.blue, "down": palette.amber}.get(line.tone, palette.muted)},
    )  # fmt: skip
