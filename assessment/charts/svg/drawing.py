"""The kinds of figures and who draws each."""

from collections.abc import Callable

from assessment.charts.figure import Figure
from assessment.charts.svg import against, bars, places, stacked
from assessment.charts.svg.canvas import Canvas
from assessment.i18n import t

_KINDS: dict[str, Callable[[Figure, int, int, int], Canvas]] = {
    "bars": bars.draw,
    "against": against.draw,
    "stacked": stacked.draw,
    "places": places.draw,
}


def canvas_of(figure: Figure, width: int, height: int, size: int) -> Canvas:
    """The sheet with the figure on it, or with a word where it has no value."""
    if figure.categories and any(value is not None for series in figure.series for value in series.values):
        return _KINDS[figure.kind](figure, width, height, size)
    canvas = Canvas(width, height, size)
    canvas.text(width / 2, height / 2, t("No data yet"), "muted", "middle")
    return canvas


def draw(figure: Figure, width: int, height: int, size: int = 24) -> str:
    """An `<svg>` to put into a page, in pixels of a 1920 × 1080 screen, no letter smaller than `size`.

    Colours are class names (`stylesheet` says which). It becomes higher than asked where rows would get too thin for
    their letters; its caption is not drawn but read out.
    """
    return canvas_of(figure, width, height, size).svg(figure.caption)
