"""A score or a value over periods: the middle of a type with its middle half, units thin and grey, one picked out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import ceil, floor, log10

from assessment import labels
from assessment.charts.svg.canvas import Canvas, Point, px
from assessment.charts.svg.lettering import width_of

Values = Sequence[float | None]
"""One value a period, None where there is none."""
_TOP, _FOOT = 2.2, 2.0
"""Above and under the field, in letters: words of borders, and the periods."""
_AIR = 0.12
"""The axis floats: a part of the reach is left free above and below."""
_MOST_STEPS = 6
_MOST_BESIDE = 0.2
"""The names at the ends of lines stand beside the field if they take no more of the width, else inside it."""


@dataclass(frozen=True)
class Line:
    """A line with its name; `told` is what a pointer on each period reads."""

    name: str
    values: Values
    told: Sequence[str] = ()


@dataclass(frozen=True)
class Span:
    """A quarter's score over the months it covers, by their places on the axis."""

    first: int
    last: int
    value: float
    told: str


@dataclass(frozen=True)
class Picture:
    """`ticks`: place on the axis -> word; `borders`: places before which a year or a scheme begins -> word.

    `marks`: place -> number of a note; `fills`: place -> role of the point on the picked line; `breaks`: places before
    which every line begins anew. `middle` is the type's line; `lower` and `upper` bound its band.
    """

    count: int
    ticks: dict[int, str]
    middle: Line
    lower: Values = ()
    upper: Values = ()
    dims: Sequence[Line] = ()
    picked: Line | None = None
    quarters: Sequence[Span] = ()
    borders: dict[int, str] = field(default_factory=dict)
    marks: dict[int, str] = field(default_factory=dict)
    fills: dict[int, str] = field(default_factory=dict)
    breaks: frozenset[int] = frozenset()


@dataclass(frozen=True)
class _Field:
    """Where values and places stand on the sheet."""

    canvas: Canvas
    left: float
    right: float
    count: int
    low: float
    high: float

    @property
    def top(self) -> float:
        return _TOP * self.canvas.size

    @property
    def bottom(self) -> float:
        return self.canvas.height - _FOOT * self.canvas.size

    def x(self, place: float) -> float:
        return self.left + (place + 0.5) / max(self.count, 1) * (self.right - self.left)

    def y(self, value: float) -> float:
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)

    def point(self, place: int, value: float) -> Point:
        return self.x(place), self.y(value)


@dataclass(frozen=True)
class _End:
    """The name of a line and its last value."""

    value: float
    place: int
    words: str
    role: str


def draw(picture: Picture, width: int, height: int, size: int) -> Canvas:
    """The picked line in blue, the middle of the type then muted; else the middle in blue."""
    canvas = Canvas(width, height, size)
    low, high = _reach(picture)
    steps = _steps(low, high)
    written = [_written(step, steps) for step in steps]
    left = max((width_of(word, size) for word in written), default=0) + 0.8 * size
    ends = _named_ends(picture)
    beside = max((width_of(end.words, size, bold=True) for end in ends), default=0) + size
    has_room = beside <= _MOST_BESIDE * width
    plot = _Field(canvas, left, width - beside if has_room else width, picture.count, low, high)
    for step, word in zip(steps, written, strict=True):
        canvas.line((left, plot.y(step)), (plot.right, plot.y(step)), "hair")
        canvas.text(left - 0.6 * size, plot.y(step), word, "muted", "end")
    _band(plot, picture)
    _borders(plot, picture.borders)
    for line in picture.dims:
        _path(plot, picture, line, "grey", size / 13, line.name)
    for span in picture.quarters:
        across = [(plot.x(at), plot.y(span.value)) for at in (span.first - 0.35, span.last + 0.35)]
        canvas.path([across], "ink", size / 9, span.told)
    _line(plot, picture, picture.middle, "muted" if picture.picked else "blue", size / (13 if picture.fills else 6))
    if picture.picked:
        _line(plot, picture, picture.picked, "blue", size / 5)
    (_ends_beside if has_room else _ends_inside)(plot, ends)
    _marks(plot, picture)
    _ticks(plot, picture.ticks)
    return canvas


def _ticks(plot: _Field, ticks: dict[int, str]) -> None:
    """The newest first; one that would touch it is left out."""
    canvas, size = plot.canvas, plot.canvas.size
    free = canvas.width
    for place in sorted(ticks, reverse=True):
        half = width_of(ticks[place], size) / 2
        x = max(min(plot.x(place), canvas.width - half), half)
        if x + half <= free:
            canvas.text(x, canvas.height - 0.8 * size, ticks[place], "muted", "middle")
            free = x - half - 0.5 * size


def _reach(picture: Picture) -> tuple[float, float]:
    """From the lowest to the highest value drawn, with air."""
    drawn = [picture.middle.values, picture.lower, picture.upper, *(line.values for line in picture.dims)]
    drawn += [picture.picked.values] if picture.picked else []
    known = [value for values in drawn for value in values if value is not None]
    known += [span.value for span in picture.quarters]
    if not known:
        return 0.0, 100.0
    air = max((max(known) - min(known)) * _AIR, 0.5)
    return min(known) - air, max(known) + air


def _steps(low: float, high: float) -> list[float]:
    """Round values across the reach, at most seven."""
    power = 10.0 ** floor(log10(high - low))
    step = next(part * power for part in (0.1, 0.2, 0.5, 1, 2, 5) if (high - low) / (part * power) <= _MOST_STEPS)
    return [at * step for at in range(ceil(low / step), floor(high / step) + 1)]


def _written(value: float, steps: list[float]) -> str:
    """With as many decimals as tell the steps apart."""
    apart = steps[1] - steps[0] if len(steps) > 1 else 1.0
    return f"{value + 0:,.{max(0, -floor(log10(apart) + 1e-9))}f}".replace("-", labels.MINUS)


def _runs(values: Values, breaks: frozenset[int]) -> Iterator[list[int]]:
    """Places of values that follow each other without a gap or break."""
    stretch = 0
    marked = []
    for at, value in enumerate(values):
        stretch += at in breaks
        marked.append((at, (stretch, value is not None)))
    for (_, is_known), found in groupby(marked, lambda pair: pair[1]):
        if is_known:
            yield [at for at, _ in found]


def _points(plot: _Field, values: Values, run: list[int]) -> list[Point]:
    return [plot.point(at, value) for at in run if (value := values[at]) is not None]


def _band(plot: _Field, picture: Picture) -> None:
    """The middle half, run by run: a gap in the periods is a gap in the band."""
    for run in _runs(picture.lower, picture.breaks):
        there, back = _points(plot, picture.upper, run), _points(plot, picture.lower, run)[::-1]
        outline = "L".join(f"{px(x)} {px(y)}" for x, y in there + back)
        plot.canvas.area(f"M{outline}Z", "hair" if picture.fills else "pale")


def _path(plot: _Field, picture: Picture, line: Line, role: str, width: float, told: str = "") -> None:
    runs = [_points(plot, line.values, run) for run in _runs(line.values, picture.breaks)]
    plot.canvas.path(runs, role, width, told)


def _line(plot: _Field, picture: Picture, line: Line, role: str, width: float) -> None:
    """A line and its points, of which those are seen that have a fill, stand alone between gaps or come last."""
    _path(plot, picture, line, role, width)
    alone = {run[0] for run in _runs(line.values, picture.breaks) if len(run) == 1} | {_last(line.values)}
    fills = picture.fills if line is picture.picked else {}
    size = plot.canvas.size
    for at, value in enumerate(line.values):
        if value is None:
            continue
        told = line.told[at] if at < len(line.told) else ""
        if at in fills:
            plot.canvas.dot(plot.point(at, value), size * 0.42, role)
            plot.canvas.dot(plot.point(at, value), size * 0.3, fills[at], told)
        else:
            plot.canvas.dot(plot.point(at, value), size * 0.27, role, told, is_seen=at in alone)


def _named_ends(picture: Picture) -> list[_End]:
    """The ends of the middle and of the picked line, the higher one first."""
    lines = [(picture.middle, "muted" if picture.picked else "blue")]
    lines += [(picture.picked, "blue")] if picture.picked else []
    ends = [
        _End(value, at, f"{line.name} {labels.score(value)}", role)
        for line, role in lines
        if (value := _value(line, at := _last(line.values))) is not None
    ]
    return sorted(ends, key=lambda end: (end.value, end.words), reverse=True)


def _ends_beside(plot: _Field, ends: Sequence[_End]) -> None:
    """To the right of the field at the height of the value, a line of letters apart."""
    size, free = plot.canvas.size, 0.0
    for end in ends:
        y = max(plot.y(end.value), free)
        plot.canvas.text(plot.right + 0.5 * size, y, end.words, end.role, bold=True)
        free = y + 1.3 * size


def _ends_inside(plot: _Field, ends: Sequence[_End]) -> None:
    """At the end of the line, the upper one above its line and the lower one below."""
    size = plot.canvas.size
    for place, end in enumerate(ends):
        room = plot.left + width_of(end.words, size, bold=True)
        x = max(min(plot.x(end.place) + 0.4 * size, plot.canvas.width), room)
        y = plot.y(end.value) + (-1.2 if place == 0 else 1.3) * size
        plot.canvas.text(x, min(y, plot.bottom - 0.5 * size), end.words, end.role, "end", bold=True)


def _value(line: Line, at: int) -> float | None:
    return line.values[at] if at >= 0 else None


def _last(values: Values) -> int:
    """The place of the newest value; -1 if there is none."""
    return max((at for at, value in enumerate(values) if value is not None), default=-1)


def _borders(plot: _Field, borders: dict[int, str]) -> None:
    """Dotted lines, their words above them or a little to the left of the next one's; without room none."""
    canvas, size, free = plot.canvas, plot.canvas.size, plot.canvas.width
    for at in sorted(borders, reverse=True):
        line, half = plot.x(at - 0.5), width_of(borders[at], size) / 2
        canvas.line((line, plot.top), (line, plot.bottom), "grey", dash="2 3")
        x = min(max(line, half), free - half)
        if x - half >= 0 and line - x <= half:
            canvas.text(x, 0.8 * size, borders[at], "muted", "middle")
            free = x - half - 0.5 * size


def _marks(plot: _Field, picture: Picture) -> None:
    """Numbers of notes on the picked line, or on the middle."""
    line, size, canvas = picture.picked or picture.middle, plot.canvas.size, plot.canvas
    for at, number in picture.marks.items():
        value = _value(line, at) if at < len(line.values) else None
        if value is None:
            continue
        x, y = plot.point(at, value)
        middle = max(y - (4 if at == _last(line.values) else 2.4) * size, 0.8 * size)
        half = width_of(number, size) / 2 + 0.35 * size
        canvas.line((x, y), (x, middle), "ink")
        canvas.rect(x - half, middle - 0.7 * size, 2 * half, 1.4 * size, "ink")
        canvas.rect(x - half + 1, middle - 0.7 * size + 1, 2 * half - 2, 1.4 * size - 2, "ground")
        canvas.text(x, middle, number, "ink", "middle")
