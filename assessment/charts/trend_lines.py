"""A score or a value over months: the middle of a type with its middle half, units thin and grey, one picked out."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import plotly.graph_objects as go

from assessment.charts.look import SIZE, Palette, base

Values = Sequence[float | None]
"""One value a month, None where there is none."""
_HEIGHT = 380


@dataclass(frozen=True)
class Line:
    """A line with its name and a hover text a month."""

    name: str
    values: Values
    hover: Sequence[str] = ()


@dataclass(frozen=True)
class Span:
    """A quarter's score over the months it covers, by their places on the axis."""

    first: int
    last: int
    value: float
    hover: str


@dataclass(frozen=True)
class Picture:
    """`ticks`: place on the axis -> word; `borders`: places before which a year or a scheme begins -> word.

    `marks`: place -> number of a note. `middle` is the thick line; `lower` and `upper` bound its band.
    """

    months: int
    ticks: dict[int, str]
    middle: Line
    lower: Values = ()
    upper: Values = ()
    dims: Sequence[Line] = ()
    picked: Line | None = None
    quarters: Sequence[Span] = ()
    borders: dict[int, str] = field(default_factory=dict)
    marks: dict[int, str] = field(default_factory=dict)
    decimals: int = 2


def draw(picture: Picture, palette: Palette) -> go.Figure:
    """The figure; the picked line in blue, the middle of the type then in ink."""
    figure = base(palette, _HEIGHT, left=46, right=14, top=26, bottom=30)
    _band(figure, picture, palette)
    _dims(figure, picture.dims, palette)
    _quarters(figure, picture, palette)
    main = palette.muted if picture.picked else palette.blue
    _line(figure, picture.middle, main, 2.2)
    if picture.picked:
        _line(figure, picture.picked, palette.blue, 2.8)
    low, high = _reach(picture)
    _end_labels(figure, picture, palette)
    _borders(figure, picture.borders, palette)
    _marks(figure, picture, palette)
    figure.update_xaxes(
        range=[-0.5, picture.months - 0.5],
        tickvals=list(picture.ticks),
        ticktext=list(picture.ticks.values()),
        tickangle=0,
    )
    figure.update_yaxes(range=[low, high], nticks=5, showgrid=True, gridcolor=palette.hair)
    return figure


def _band(figure: go.Figure, picture: Picture, palette: Palette) -> None:
    """The middle half, run by run: a gap in the months is a gap in the band."""
    for run in _runs(picture.lower):
        x = [*run, *reversed(run)]
        y = [*(picture.upper[at] for at in run), *(picture.lower[at] for at in reversed(run))]
        shape = {"fill": "toself", "fillcolor": palette.pale, "line": {"width": 0}, "mode": "lines"}
        figure.add_scatter(x=x, y=y, hoverinfo="skip", **shape)


def _dims(figure: go.Figure, lines: Sequence[Line], palette: Palette) -> None:
    """All grey lines as one trace, parted by gaps."""
    x: list[int | None] = []
    y: list[float | None] = []
    text: list[str] = []
    for line in lines:
        x += [*range(len(line.values)), None]
        y += [*line.values, None]
        text += [*line.hover, ""]
    if lines:
        shape = {"line": {"color": palette.grey, "width": 1}, "mode": "lines"}
        figure.add_scatter(x=x, y=y, text=text, hovertemplate="%{text}<extra></extra>", **shape)


def _line(figure: go.Figure, line: Line, colour: str, width: float) -> None:
    """A month that stands alone between gaps is a dot, or it would not be seen."""
    alone = {run[0] for run in _runs(line.values) if len(run) == 1} | {_last(line.values)}
    sizes = [7 if at in alone else 0.1 for at in range(len(line.values))]
    figure.add_scatter(
        x=list(range(len(line.values))),
        y=list(line.values),
        mode="lines+markers",
        line={"color": colour, "width": width},
        marker={"color": colour, "size": sizes, "opacity": 1, "line": {"width": 0}},
        text=list(line.hover),
        hovertemplate="%{text}<extra></extra>",
    )


def _quarters(figure: go.Figure, picture: Picture, palette: Palette) -> None:
    x: list[float | None] = []
    y: list[float | None] = []
    text: list[str] = []
    for span in picture.quarters:
        x += [span.first - 0.35, (span.first + span.last) / 2, span.last + 0.35, None]
        y += [span.value] * 3 + [None]
        text += [span.hover] * 3 + [""]
    if x:
        shape = {"line": {"color": palette.ink, "width": 1.4}, "mode": "lines"}
        figure.add_scatter(x=x, y=y, text=text, hovertemplate="%{text}<extra></extra>", **shape)


def _end_labels(figure: go.Figure, picture: Picture, palette: Palette) -> None:
    """Each line's name and last value at its end, the upper one above its line and the lower one below."""
    lines = [(picture.middle, palette.muted if picture.picked else palette.blue)]
    lines += [(picture.picked, palette.blue)] if picture.picked else []
    ends = [(line, colour, _last(line.values)) for line, colour in lines if _last(line.values) >= 0]
    ends.sort(key=lambda end: -(end[0].values[end[2]] or 0))
    for place, (line, colour, at) in enumerate(ends):
        value = line.values[at] or 0.0
        text = f"<b>{line.name}</b> {value:,.{picture.decimals}f}"
        shift = 16 if place == 0 else -16
        font = {"color": colour, "size": SIZE}
        figure.add_annotation(x=at, y=value, text=text, showarrow=False, xanchor="right", yshift=shift, font=font)


def _borders(figure: go.Figure, borders: dict[int, str], palette: Palette) -> None:
    for at, word in borders.items():
        figure.add_shape(
            type="line", x0=at - 0.5, x1=at - 0.5, y0=0, y1=1, yref="paper",
            line={"color": palette.grey, "width": 1, "dash": "dot"}, layer="below",
        )  # fmt: skip
        figure.add_annotation(
            x=at - 0.5, y=1, yref="paper", yanchor="bottom", xanchor="center", text=word, showarrow=False,
            font={"color": palette.muted, "size": SIZE - 1},
        )  # fmt: skip


def _marks(figure: go.Figure, picture: Picture, palette: Palette) -> None:
    """Numbers of notes on the picked line, or on the middle."""
    line = picture.picked or picture.middle
    for at, number in picture.marks.items():
        value = line.values[at] if at < len(line.values) else None
        if value is not None:
            figure.add_annotation(
                x=at, y=value, text=f" {number} ", showarrow=True, arrowhead=0, arrowwidth=1, ax=0,
                ay=-48 if at == _last(line.values) else -30,
                arrowcolor=palette.ink, bordercolor=palette.ink, bgcolor=palette.ground, borderpad=1,
                font={"color": palette.ink, "size": SIZE - 1},
            )  # fmt: skip


def _reach(picture: Picture) -> tuple[float, float]:
    """The axis from the lowest to the highest value drawn, with air: a line's axis floats."""
    drawn = [picture.middle.values, picture.lower, picture.upper, *(line.values for line in picture.dims)]
    drawn += [picture.picked.values] if picture.picked else []
    known = [value for values in drawn for value in values if value is not None]
    known += [span.value for span in picture.quarters]
    if not known:
        return 0.0, 100.0
    air = max((max(known) - min(known)) * 0.12, 0.5)
    return min(known) - air, max(known) + air


def _runs(values: Values) -> list[list[int]]:
    """The places of values that follow each other without a gap."""
    runs: list[list[int]] = []
    for at, value in enumerate(values):
        if value is None:
            continue
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _last(values: Values) -> int:
    """The place of the newest value; -1 if there is none."""
    return max((at for at, value in enumerate(values) if value is not None), default=-1)
