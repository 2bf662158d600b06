"""A unit's last periods as a line small enough for a table cell."""

from collections.abc import Sequence
from urllib.parse import quote

WIDTH, HEIGHT, _EDGE = 96, 24, 3
# One blue that reads on white (3.9 : 1) and on the dark ground (4.7 : 1): a picture does not know the page's theme.
_INK = "#4A86BC"


def image(scores: Sequence[float | None], span: float, label: str) -> str:
    """An `<img>` of the scores, oldest first, gaps left open.

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
        None if value is None else (_EDGE + at * step, HEIGHT / 2 - (value - middle) * scale)
        for at, value in enumerate(scores)
    ]
    path, pen_down = "", False
    for point in points:
        path += "" if point is None else f"{'L' if pen_down else 'M'}{point[0]:.1f} {point[1]:.1f}"
        pen_down = point is not None
    last = next(point for point in reversed(points) if point is not None)
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}'>"
        f"<path d='{path}' fill='none' stroke='{_INK}' stroke-width='1.5' stroke-linejoin='round'/>"
        f"<circle cx='{last[0]:.1f}' cy='{last[1]:.1f}' r='2.2' fill='{_INK}'/></svg>"
    )
    return f'<img class="spark" width="{WIDTH}" height="{HEIGHT}" alt="{label}" src="data:image/svg+xml,{quote(svg)}">'
