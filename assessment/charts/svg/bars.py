"""Bars from zero, to both sides where there are negative values, the value at each bar's end."""

from assessment.charts.figure import Figure, Series
from assessment.charts.svg.canvas import Canvas
from assessment.charts.svg.lettering import width_of
from assessment.charts.svg.rows import Rows, key, lay

_KEY_LEFT = 0.2
_THICK = 0.68
"""How much of its place a bar fills."""


def draw(figure: Figure, width: int, height: int, size: int) -> Canvas:
    """A row a category, a bar a series."""
    many = len(figure.series) > 1
    entries = [(series.name, series.tone) for series in figure.series] if many else []
    head = key(entries, width * (1 - _KEY_LEFT), size)
    rows = lay(figure.categories, width, height, size, head.height, len(figure.series))
    canvas = Canvas(width, max(height, rows.bottom), size)
    head.put(canvas, min(rows.left, width * _KEY_LEFT))
    rows.name(canvas)
    scale, zero = _scale(figure, width - rows.left, size)
    zero += rows.left
    for at in range(len(figure.categories)):
        _row(canvas, figure, rows, at, scale, zero)
    canvas.line((zero, rows.top), (zero, rows.bottom), "muted")
    return canvas


def _scale(figure: Figure, room: float, size: int) -> tuple[float, float]:
    """Pixels a unit, and where zero is: each side of it holds its longest bar and its widest label."""
    values = [value for series in figure.series for value in series.values]
    right = [value for value in values if value is None or value >= 0]
    left = [value for value in values if value is not None and value < 0]
    labels = [
        max((width_of(figure.shown(value), size) + size * 0.4 for value in side), default=0) for side in (left, right)
    ]
    most = max((value for value in right if value is not None), default=0)
    least = -min(left, default=0)
    scale = max(0.0, room - sum(labels)) / (most + least) if most + least else 0.0
    return scale, labels[0] + least * scale


def _row(canvas: Canvas, figure: Figure, rows: Rows, at: int, scale: float, zero: float) -> None:
    each = rows.pitch / len(figure.series) if len(figure.series) == 1 else rows.pitch * 0.9 / len(figure.series)
    for nth, series in enumerate(figure.series):
        middle = rows.middle(at) + (nth - (len(figure.series) - 1) / 2) * each
        _bar(canvas, figure, series, at, middle, each * _THICK, scale, zero)


def _bar(
    canvas: Canvas,
    figure: Figure,
    series: Series,
    at: int,
    middle: float,
    thick: float,
    scale: float,
    zero: float,
) -> None:
    value = series.values[at]
    end = zero + (value or 0) * scale
    gap = canvas.size * 0.3
    if value:
        told = f"{figure.categories[at]} {figure.shown(value)}"
        canvas.rect(min(zero, end), middle - thick / 2, max(abs(end - zero), 1), thick, series.tone_of(at), told)
    is_left = value is not None and value < 0
    role = "muted" if value is None else "ink"
    canvas.text(end - gap if is_left else end + gap, middle, figure.shown(value), role, "end" if is_left else "start")
