"""A figure as a chart the reader can edit. All its words are cells of the data sheet: no text becomes a formula."""

from collections.abc import Sequence
from typing import Any

from assessment.charts.figure import Figure, Series
from assessment.charts.look import SCREEN
from assessment.export.workbook_file import display_cells

FORMATS = {"count": "#,##0", "score": "#,##0.00", "change": "+#,##0.00;−#,##0.00;0.00", "percent": "0.0%"}
_WIDTH = 580
_SHORT_NAME = 16
"""A name of more display cells is folded beside its line."""
_TYPES: dict[str, dict[str, str]] = {
    "bars": {"type": "bar"},
    "against": {"type": "bar"},
    "stacked": {"type": "bar", "subtype": "stacked"},
    "places": {"type": "line"},
}
_PLAIN = "grey"
_MUTED = {"color": SCREEN.muted}


def has_values(figure: Figure) -> bool:
    """False where there is nothing to draw."""
    return bool(figure.categories) and any(value is not None for line in figure.series for value in line.values)


def height(figure: Figure) -> int:
    """In pixels, as high as its rows need."""
    if figure.kind == "places":
        longest = max((display_cells(series.name) for series in figure.series), default=0)
        return max(300, (22 if longest <= _SHORT_NAME else 32) * len(figure.series) + 90)
    each = 1 if figure.kind == "stacked" else len(figure.series)
    return max(180, 24 * len(figure.categories) * max(1, each) + 90)


def native_chart(book: Any, figure: Figure, sheet: str, top: int) -> Any:
    """The chart of a block of the data sheet whose caption stands in row `top`."""
    chart = book.add_chart(_TYPES[figure.kind])
    last = top + 1 + len(figure.categories)
    lines = figure.kind == "places"
    for at, series in sorted(enumerate(figure.series, 1), key=lambda pair: lines and pair[1].tone != _PLAIN):
        look = _line(figure, series) if lines else _bar(figure, series)
        cells = {
            "name": [sheet, top + 1, at],
            "categories": [sheet, top + 2, 0, last, 0],
            "values": [sheet, top + 2, at, last, at],
        }
        chart.add_series({**cells, **look})
    title = {"size": 11, "bold": False, **_MUTED}
    chart.set_title({"name": [sheet, top, 0], "name_font": title, "overlay": False})
    chart.set_size({"width": _WIDTH, "height": height(figure)})
    chart.set_chartarea({"border": {"none": True}})
    if lines:
        _line_axes(chart, figure)
    else:
        _bar_axes(chart, figure)
    return chart


def _colour(role: str) -> str:
    return str(getattr(SCREEN, role, SCREEN.grey))


def _bar(figure: Figure, series: Series) -> dict[str, object]:
    """One colour a value where they differ; the value at the bar's end, or within a stacked one."""
    stacked = figure.kind == "stacked"
    ink = SCREEN.ground if stacked and series.tone in ("blue", "red") else SCREEN.ink
    # In a stack the empty sections of the format leave out zeros.
    shown = FORMATS[figure.style] + ";;" if stacked else FORMATS[figure.style]
    labels = {"value": True, "num_format": shown, "font": {"color": ink}}
    labels["position"] = "center" if stacked else "outside_end"
    look: dict[str, object] = {"fill": {"color": _colour(series.tone)}, "gap": 45, "data_labels": labels}
    if series.tones:
        look["points"] = [{"fill": {"color": _colour(tone)}} for tone in series.tones]
    return {**look, "overlap": 100} if stacked else look


def _line(figure: Figure, series: Series) -> dict[str, object]:
    """The name beside the last place, where there is one."""
    picked, colour = series.tone != _PLAIN, _colour(series.tone)
    look: dict[str, object] = {
        "line": {"color": colour, "width": 2.75 if picked else 1},
        "marker": {
            "type": "circle",
            "size": 6 if picked else 3,
            "fill": {"color": colour},
            "border": {"color": colour},
        },
    }
    if series.values and series.values[-1] is not None:
        hidden: Sequence[dict[str, bool] | None] = [{"delete": True}] * (len(figure.categories) - 1)
        font = {"bold": picked, "color": SCREEN.ink if picked else SCREEN.muted, "size": 8}
        look["data_labels"] = {
            "series_name": True,
            "position": "right",
            "font": font,
            "custom": [*hidden, None],
        }
    return look


def _bar_axes(chart: Any, figure: Figure) -> None:
    """The first category on top, no axis of values: each is written."""
    line = {"color": SCREEN.muted}
    chart.set_y_axis(
        {"reverse": True, "label_position": "low", "num_font": _MUTED, "line": line, "major_tick_mark": "none"}
    )
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    if len(figure.series) > 1:
        chart.set_legend({"position": "top", "font": _MUTED})
    else:
        chart.set_legend({"none": True})


def _line_axes(chart: Any, figure: Figure) -> None:
    """The first place on top, the periods at the bottom, room for the names at the right."""
    places = [value for series in figure.series for value in series.values if value is not None]
    most = max([len(figure.series), *places])
    chart.set_y_axis(
        {
            "reverse": True,
            "min": 1,
            "max": most,
            "major_unit": 1 if most <= 30 else 5,
            "crossing": "max",
            "major_gridlines": {"visible": False},
            "line": {"none": True},
            "num_font": _MUTED,
            "num_format": "0",
        }
    )
    chart.set_x_axis({"num_font": _MUTED, "line": {"none": True}, "major_tick_mark": "none"})
    chart.set_legend({"none": True})
    chart.set_plotarea({"layout": {"x": 0.06, "y": 0.1, "width": 0.68, "height": 0.8}})
