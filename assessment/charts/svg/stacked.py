"""Counts of a row on end, their numbers inside; what is too thin for its number is told behind the row."""

from assessment.charts.figure import Figure
from assessment.charts.svg.canvas import Canvas
from assessment.charts.svg.lettering import width_of
from assessment.charts.svg.rows import key, lay

_KEY_LEFT = 0.2
_THICK = 0.68
_PAD = 0.3
"""Beside a number in its segment, in letters."""


def draw(figure: Figure, width: int, height: int, size: int) -> Canvas:
    """A row a category; a series without any value above zero is not in the key."""
    used = [(series.name, series.tone) for series in figure.series if any(series.values)]
    head = key(used, width * (1 - _KEY_LEFT), size)
    rows = lay(figure.categories, width, height, size, head.height)
    canvas = Canvas(width, max(height, rows.bottom), size)
    head.put(canvas, min(rows.left, width * _KEY_LEFT))
    rows.name(canvas)
    scale = _scale(figure, width - rows.left, size)
    for at in range(len(figure.categories)):
        _row(canvas, figure, at, rows.left, rows.middle(at), rows.pitch * _THICK, scale)
    return canvas


def _scale(figure: Figure, room: float, size: int) -> float:
    """Pixels a unit, so that the longest row ends in the room together with what is told behind it."""
    totals = [_total(figure, at) for at in range(len(figure.categories))]
    scale = room / max(totals) if max(totals) else 0.0
    for _ in figure.series:
        tails = [width_of(_tail(figure, at, scale, size), size) for at in range(len(totals))]
        pairs = zip(totals, tails, strict=True)
        ends = [(room - tail - size * 0.4 * bool(tail)) / total for total, tail in pairs if total]
        scale = max(0.0, min([scale, *ends]))
    return scale


def _total(figure: Figure, at: int) -> float:
    return sum(max(0.0, series.values[at] or 0) for series in figure.series)


def _is_thin(value: float, words: str, scale: float, size: int) -> bool:
    return value * scale < width_of(words, size) + 2 * _PAD * size


def _tail(figure: Figure, at: int, scale: float, size: int) -> str:
    """The numbers that do not fit into their segments, each with its name."""
    values = [(series.name, series.values[at] or 0) for series in figure.series]
    shown = [(name, value, figure.shown(value)) for name, value in values if value > 0]
    return "  ".join(f"{name} {words}" for name, value, words in shown if _is_thin(value, words, scale, size))


def _row(canvas: Canvas, figure: Figure, at: int, left: float, middle: float, thick: float, scale: float) -> None:
    x, size = left, canvas.size
    for series in figure.series:
        value = series.values[at] or 0
        if value <= 0:
            continue
        words, length, role = figure.shown(value), value * scale, series.tone_of(at)
        canvas.rect(x, middle - thick / 2, length, thick, role, f"{figure.categories[at]} {series.name} {words}")
        if not _is_thin(value, words, scale, size):
            canvas.text(x + length / 2, middle, words, f"on-{role}", "middle")
        x += length
    if tail := _tail(figure, at, scale, size):
        canvas.text(x + size * 0.4, middle, tail, "muted")
