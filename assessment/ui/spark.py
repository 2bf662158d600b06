"""A unit's last periods as a line small enough for a table cell."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from math import hypot

WIDTH, HEIGHT, _EDGE = 84, 21, 3
_HALF = 0.75
"""Half the line's breadth in pixels."""
_DOT, _SPECK = 2.2, 1.1
"""Radius of the last point, and of a point between two gaps."""

Point = tuple[float, float]


def image(scores: Sequence[float | None], span: float, label: str) -> str:
    """An `<i>` cut to the shape of the scores, oldest first, gaps left open; the stylesheet gives it its colour.

    `span` is the height of the picture in points: the same for a whole table, so that slopes compare.
    `label` is the text for whoever does not see it, already escaped. A cut element costs a browser a tenth of an
    `<img>` with a picture of its own, and follows the page's theme.
    """
    known = [value for value in scores if value is not None]
    if not known:
        return ""
    middle = (max(known) + min(known)) / 2
    step = (WIDTH - 2 * _EDGE) / max(len(scores) - 1, 1)
    scale = (HEIGHT - 2 * _EDGE) / max(span, 0.01)
    points = [
        None if value is None else (_EDGE + at * step, HEIGHT / 2 - (value - middle) * scale)
        for at, value in enumerate(scores)
    ]
    runs = list(_runs(points))
    shape = "".join(_ribbon(run) if len(run) > 1 else _disc(run[0], _SPECK) for run in runs) + _disc(runs[-1][-1], _DOT)
    return f"<i class='spark' role='img' aria-label=\"{label}\" style='clip-path:path(\"{shape}\")'></i>"


def _runs(points: Sequence[Point | None]) -> Iterator[list[Point]]:
    """Stretches of points without a gap."""
    for is_known, run in groupby(points, key=lambda point: point is not None):
        if is_known:
            yield [point for point in run if point is not None]


def _ribbon(run: Sequence[Point]) -> str:
    """The outline of a line of even breadth: along its upper edge and back along the lower."""
    rises = [_slope(one, other) for one, other in pairwise(run)]
    around = zip([rises[0], *rises], [*rises, rises[-1]], strict=True)
    lifts = [_HALF * hypot(1, (before + after) / 2) for before, after in around]
    over = [f"{x:.1f} {y - lift:.1f}" for (x, y), lift in zip(run, lifts, strict=True)]
    under = [f"{x:.1f} {y + lift:.1f}" for (x, y), lift in zip(run, lifts, strict=True)]
    return f"M{'L'.join(over + under[::-1])}Z"


def _slope(one: Point, other: Point) -> float:
    return (other[1] - one[1]) / (other[0] - one[0])


def _disc(middle: Point, radius: float) -> str:
    x, y = middle
    return f"M{x - radius:.1f} {y:.1f}a{radius} {radius} 0 1 1 {2 * radius} 0a{radius} {radius} 0 1 1 {-2 * radius} 0Z"
