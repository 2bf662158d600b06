"""Places over time: a line a unit, the first place on top, names at the right end on a line of their own each."""

from collections.abc import Sequence
from itertools import pairwise

from assessment.charts.figure import Figure, Series
from assessment.charts.svg.canvas import Canvas, Point
from assessment.charts.svg.lettering import folded, width_of

_NAMES = 0.36
_LEAST, _MOST, _FOLDS = 1.2, 4.0, 2.4
_FOOT = 1.8
"""Under the lowest place, in letters: the periods."""
_PLAIN = "grey"


def draw(figure: Figure, width: int, height: int, size: int) -> Canvas:
    """Lines whose tone is grey stay thin behind the others."""
    order = sorted(figure.series, key=lambda series: _place(series, -1) or float("inf"))
    places = [value for series in order for value in series.values if value is not None]
    slots = max(len(order), int(max(places, default=1)))
    pitch = min(max((height - _FOOT * size) / slots, _LEAST * size), _MOST * size)
    canvas = Canvas(width, max(height, pitch * slots + _FOOT * size), size)
    names = [_folded(series, width, size, pitch) for series in order]
    right = width - max(map(_width, order, names, [size] * len(order)))
    xs = _xs(figure.categories, slots, right, size)
    for slot in range(slots):
        canvas.text(width_of(str(slots), size), pitch * (slot + 0.5), str(slot + 1), "muted", "end")
    for at in sorted(range(len(order)), key=lambda at: order[at].tone != _PLAIN):
        _line(canvas, order[at], xs, pitch)
        _name(canvas, order[at], names[at], xs[-1], right, pitch, at)
    _periods(canvas, figure.categories, xs, pitch * slots + size)
    return canvas


def _place(series: Series, at: int) -> float | None:
    return series.values[at] if series.values else None


def _folded(series: Series, width: int, size: int, pitch: float) -> list[str]:
    return folded(series.name, width * _NAMES, size, 2 if pitch >= _FOLDS * size else 1, series.tone != _PLAIN)


def _width(series: Series, lines: list[str], size: int) -> float:
    return max(width_of(line, size, series.tone != _PLAIN) for line in lines)


def _xs(periods: Sequence[str], slots: int, right: float, size: int) -> list[float]:
    """Where the periods stand, from the numbers of the places to a step before the names."""
    first = max(width_of(str(slots), size) + size, width_of(periods[0], size) / 2)
    last = max(first, right - 1.4 * size)
    step = (last - first) / max(1, len(periods) - 1)
    return [last - step * (len(periods) - 1 - at) for at in range(len(periods))]


def _line(canvas: Canvas, series: Series, xs: list[float], pitch: float) -> None:
    """The way of a unit, with a gap where it has no place."""
    runs: list[list[Point]] = [[]]
    dots: list[tuple[Point, str]] = []
    for x, place, told in zip(xs, series.values, series.told or [""] * len(xs), strict=True):
        if place is None:
            runs.append([])
        else:
            runs[-1].append((x, pitch * (place - 0.5)))
            dots.append((runs[-1][-1], told))
    picked = series.tone != _PLAIN
    canvas.path(runs, series.tone, canvas.size / (4 if picked else 12), "" if series.told else series.name)
    for point, told in dots:
        canvas.dot(point, canvas.size / (3 if picked else 6), series.tone, told)


def _name(canvas: Canvas, series: Series, lines: list[str], last: float, right: float, pitch: float, slot: int) -> None:
    """The name on its slot, joined to the last place: a shared place leaves the next slot free for the second name."""
    middle, place = pitch * (slot + 0.5), _place(series, -1)
    picked = series.tone != _PLAIN
    if place is not None:
        end = (right - canvas.size * 0.3, middle)
        canvas.line((last, pitch * (place - 0.5)), end, series.tone, canvas.size / (12 if picked else 24))
    with canvas.leading(series.leads):
        canvas.texts(right, middle, lines, series.name, "ink" if picked else "muted", bold=picked)


def _periods(canvas: Canvas, periods: Sequence[str], xs: list[float], middle: float) -> None:
    """Every period, or every second, third … one back from the last, so that none touches its neighbour."""
    half = [width_of(period, canvas.size) / 2 for period in periods]
    gap = canvas.size * 0.5
    for every in range(1, len(periods) + 1):
        shown = range(len(periods) - 1, -1, -every)
        if all(xs[b] - xs[a] >= half[a] + half[b] + gap for b, a in pairwise(shown)):
            break
    for at in shown:
        x = min(xs[at], canvas.width - half[at])
        canvas.text(x, middle, periods[at], "muted", "middle")
