"""Done against planned: one bar a category, a mark where it should be, both values in columns at the right."""

from collections.abc import Sequence

from assessment.charts.figure import Figure
from assessment.charts.svg.canvas import Canvas
from assessment.charts.svg.lettering import shortened, width_of
from assessment.charts.svg.rows import Rows, lay

_HEAD = 1.7
_COLUMN = 0.2
"""The most of the width that a column of values takes."""
_THICK, _TICK = 0.46, 0.78


def draw(figure: Figure, width: int, height: int, size: int) -> Canvas:
    """The first series is the bars, the others are marks on them."""
    rows = lay(figure.categories, width, height, size, _HEAD * size)
    canvas = Canvas(width, max(height, rows.bottom), size)
    rows.name(canvas)
    right = _columns(canvas, figure, rows)
    values = [value for series in figure.series for value in series.values if value is not None]
    most, least = max([0.0, *values]), min([0.0, *values])
    scale = max(0.0, right - rows.left) / (most - least) if most > least else 0.0
    zero = rows.left - least * scale
    for at in range(len(figure.categories)):
        _marks(canvas, figure, at, rows.middle(at), rows.pitch, scale, zero)
    canvas.line((zero, rows.top), (zero, rows.bottom), "muted")
    return canvas


def _columns(canvas: Canvas, figure: Figure, rows: Rows) -> float:
    """Writes the values, the last series at the right edge; returns where the bars must end."""
    size, right = canvas.size, canvas.width
    for nth, series in reversed(list(enumerate(figure.series))):
        shown = [figure.shown(value) for value in series.values]
        head = shortened(series.name, canvas.width * _COLUMN, size)
        needs = max(width_of(words, size) for words in [*shown, head])
        canvas.text(right, size * 0.75, head, "muted", "end", "" if head == series.name else series.name)
        sign = right - width_of(head, size) - size * 0.5
        if nth == 0:
            canvas.rect(
                sign - size * 0.4, size * 0.4, size * 0.7, size * 0.7, _commonest(series.tones or [series.tone])
            )
        else:
            canvas.line((sign, size * 0.3), (sign, size * 1.2), "ink", canvas.size / 6)
        for at, words in enumerate(shown):
            canvas.text(right, rows.middle(at), words, "ink" if nth == 0 else "muted", "end", bold=nth == 0)
        right -= max(needs * 1.06, width_of(head, size) + size) + size
    return right


def _marks(canvas: Canvas, figure: Figure, at: int, middle: float, pitch: float, scale: float, zero: float) -> None:
    done, *planned = figure.series
    name = figure.categories[at]
    value = done.values[at]
    if value:
        end = zero + value * scale
        thick = pitch * _THICK
        told = f"{name} {done.name} {figure.shown(value)}"
        canvas.rect(min(zero, end), middle - thick / 2, max(abs(end - zero), 1), thick, done.tone_of(at), told)
    for series in planned:
        mark = series.values[at]
        if mark is not None:
            x, reach = zero + mark * scale, pitch * _TICK / 2
            canvas.line((x, middle - reach), (x, middle + reach), "ink", canvas.size / 6)


def _commonest(tones: Sequence[str]) -> str:
    return max(sorted(set(tones)), key=list(tones).count)
