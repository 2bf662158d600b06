"""A unit's last periods as a line small enough for a table cell."""

from collections.abc import Sequence
from itertools import groupby

WIDTH, HEIGHT, _EDGE = 84, 21, 3
_DOT = 2.2
"""Radius of the last point."""


def image(scores: Sequence[float | None], span: float, label: str) -> str:
    """A line through the scores, oldest first, gaps left open; the stylesheet gives it its colour.

    `span` is the height of the picture in points: the same for a whole table, so that slopes compare.
    `label` is the text for whoever does not see it, already escaped.
    """
    known = [value for value in scores if value is not None]
    if not known:
        return ""
    middle = (max(known) + min(known)) / 2
    step = (WIDTH - 2 * _EDGE) / max(len(scores) - 1, 1)
    scale = (HEIGHT - 2 * _EDGE) / max(span, 0.01)
    points = [
        None if value is None else f"{_EDGE + at * step:.1f} {HEIGHT / 2 - (value - middle) * scale:.1f}"
        for at, value in enumerate(scores)
    ]
    line = "".join(_run([point for point in run if point]) for is_known, run in groupby(points, key=bool) if is_known)
    x, y = next(point for point in reversed(points) if point).split()
    dot = f"<circle cx='{x}' cy='{y}' r='{_DOT}'/>"
    head = f"<svg class='spark' viewBox='0 0 {WIDTH} {HEIGHT}' role='img' aria-label=\"{label}\">"
    return f"{head}<path d='{line}'/>{dot}</svg>"


def _run(points: list[str]) -> str:
    """A stretch without a gap; a single point is a line of no length, which round ends make a dot."""
    return f"M{'L'.join(points if len(points) > 1 else points * 2)}"
