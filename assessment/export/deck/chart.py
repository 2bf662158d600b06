"""A figure as a native chart, which PowerPoint and WPS can edit: bars, done against planned, stacked counts, places."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE

from assessment import labels
from assessment.charts.figure import Figure, Series
from assessment.export.deck import chart_xml as xml
from assessment.export.deck import ink
from assessment.export.deck.box import Box
from assessment.export.deck.chart_book import FORMATS, book_bytes
from assessment.export.deck.ink import Look
from assessment.export.deck.measure import em
from assessment.export.deck.template import emu

GAP = 0.5
"""Room between a mark and its label, in ems."""
NAMES, SMALLEST_NAME = 0.42, 9
"""What names right of the lines may take of a chart, and the points they have at least."""
_TYPES = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "against": XL_CHART_TYPE.BAR_CLUSTERED,
    "stacked": XL_CHART_TYPE.BAR_STACKED,
    "places": XL_CHART_TYPE.LINE_MARKERS,
}


@dataclass(frozen=True)
class Drawn:
    """What python-pptx asks of chart data: the part and its workbook."""

    part: bytes
    xlsx_blob: bytes

    def xml_bytes(self, _kind: object) -> bytes:
        """The chart part."""
        return self.part


def put_chart(shapes: Any, figure: Figure, box: Box, scale: float) -> None:
    """The figure as a chart in the box; nothing where it has no categories or no series."""
    if not figure.categories or not figure.series:
        return
    settled = _settled(figure)
    draw: Callable[[Figure, Box, float], bytes] = _places if figure.kind == "places" else _bars
    drawn = Drawn(draw(settled, box, scale), book_bytes(settled))
    frame = shapes.add_chart(_TYPES[figure.kind], *emu(box), drawn)
    frame.name = f"{frame.shape_id} {figure.caption}"[:80]
    frame.element.nvGraphicFramePr.cNvPr.set("descr", figure.caption)


def natural_height(figure: Figure, scale: float) -> float:
    """The height beyond which bars get too thick; lines take what there is."""
    if figure.kind == "places":
        return 10_000.0
    return (30 + len(figure.categories) * (96 if figure.kind == "against" else 74)) * scale


def _settled(figure: Figure) -> Figure:
    """No value is None; what is marked among many lines lies over the rest."""
    clean = [
        replace(one, values=tuple(None if labels.is_missing(value) else value for value in one.values))
        for one in figure.series
    ]
    if figure.kind == "places":
        clean.sort(key=lambda one: one.tone != "grey")
    return replace(figure, series=tuple(clean))


def _bars(figure: Figure, box: Box, scale: float) -> bytes:
    is_stacked, is_pair = figure.kind == "stacked", len(figure.series) > 1
    top = 26 * scale if is_pair else 0.0
    slot = (box.height - top) / len(figure.categories)
    size = _size(box, scale, slot / (1 if is_stacked else len(figure.series)))
    names = min(max(em(name) for name in figure.categories) * size + 10 * scale, box.width * 0.4)
    plot = box.width - names - 2 * scale
    lowest, highest = _sums(figure) if is_stacked else _reach(figure, size, plot)
    ends = "".join(_bar_series(figure, at, size) for at in range(len(figure.series)))
    thick = (
        f'<c:gapWidth val="{60 if is_pair else 55}"/><c:overlap val="{100 if is_stacked else -6 if is_pair else 0}"/>'
    )
    body = (
        f"{xml.place(names / box.width, top / box.height, plot / box.width, (box.height - top) / box.height)}"
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="{"stacked" if is_stacked else "clustered"}"/>'
        f'<c:varyColors val="0"/>{ends}{thick}<c:axId val="{xml.CATEGORIES}"/><c:axId val="{xml.VALUES}"/></c:barChart>'
        f"{xml.category_axis(Look(size), is_across=False)}{xml.value_axis(lowest, highest)}"
    )
    keys = xml.legend(Look(min(size, 13 * scale), ink.MUTED), names / box.width) if is_pair else ""
    return xml.part(body, keys, Look(size))


def _bar_series(figure: Figure, at: int, size: float) -> str:
    series = figure.series[at]
    own = [(line, xml.shape(ink.mark(tone))) for line, tone in enumerate(series.tones) if tone != series.tone]
    points = "".join(
        f'<c:dPt><c:idx val="{line}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{fill}</c:dPt>'
        for line, fill in own
    )
    code, look, where = FORMATS[figure.style], Look(size, ink.INK), "outEnd"
    if figure.kind == "stacked":
        code, look, where = f"{code.split(';')[0]};;", Look(size, ink.on(series.tone)), "ctr"
    return (
        f"<c:ser>{xml.head(at, series)}{xml.shape(ink.mark(series.tone))}"
        f'<c:invertIfNegative val="0"/>{points}{xml.labels(code, look, where)}{xml.data(figure, at)}</c:ser>'
    )


def _places(figure: Figure, box: Box, scale: float) -> bytes:
    worst = max([2.0, *(value for one in figure.series for value in one.values if value is not None)])
    size = _size(box, scale, box.height / (worst + 1))
    letters, named = _named(figure, box, scale, size)
    names = min(max([0.0, *(em(one.name, bold=True) for one in named)]) * letters + 14 * scale, box.width * NAMES)
    axis, high, low = 2.9 * size, 0.8 * size, 2.2 * size
    plot = Box(axis, high, box.width - axis - names, box.height - high - low)
    moved = _apart(figure, plot.height / (worst - 1), letters * 1.15)
    down = [moved[at] / box.height if one in named else None for at, one in enumerate(figure.series)]
    lines = "".join(_line(figure, at, letters, scale, down[at]) for at in range(len(figure.series)))
    room = plot.width / max(1, len(figure.categories) - 1)
    skip = max(1, -int(-(max(em(name) for name in figure.categories) * size + 2) // room))
    shares = (plot.left / box.width, plot.top / box.height, plot.width / box.width, plot.height / box.height)
    body = (
        f'{xml.place(*shares)}<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{lines}'
        f'<c:marker val="1"/><c:axId val="{xml.CATEGORIES}"/><c:axId val="{xml.VALUES}"/></c:lineChart>'
        f"{xml.category_axis(Look(size, ink.MUTED), is_across=True, crosses='max', skip=skip)}"
        f"{xml.value_axis(1, worst, Look(size, ink.MUTED), -int(-(worst - 1) // 20))}"
    )
    return xml.part(body, "", Look(size))


def _line(figure: Figure, at: int, size: float, scale: float, down: float | None) -> str:
    series = figure.series[at]
    is_marked = series.tone != "grey"
    color, dot = ink.mark(series.tone), 8 if is_marked else 3
    last = max((line for line, value in enumerate(series.values) if value is not None), default=None)
    look = Look(size, ink.WORDS.get(series.tone, ink.MUTED), bold=is_marked)
    label = "" if last is None or down is None else xml.name_label(last, look, down)
    return (
        f"<c:ser>{xml.head(at, series)}"
        f"{xml.shape(line=color, points=(3 if is_marked else 1) * scale).replace('<a:noFill/>', '', 1)}"
        f'<c:marker><c:symbol val="circle"/><c:size val="{dot}"/>{xml.shape(color)}</c:marker>'
        f'{xml.labels("", look, "r", label)}{xml.data(figure, at)}<c:smooth val="0"/></c:ser>'
    )


def _named(figure: Figure, box: Box, scale: float, most: float) -> tuple[float, list[Series]]:
    """The size at which all names stand right of their lines; where none will do, only marked lines have names."""
    for named in (list(figure.series), [one for one in figure.series if one.tone != "grey"]):
        widest = max([0.1, *(em(one.name, bold=True) for one in named)])
        size = min(most, (box.width * NAMES - 14 * scale) / widest)
        if size >= min(most, SMALLEST_NAME * scale):
            break
    return max(size, 8 * scale), named


def _size(box: Box, scale: float, slot: float) -> float:
    """Letters as large as the room of one mark allows: 14 points over a whole slide, 12 beside a table."""
    return max(8 * scale, min((14 if box.width > 560 * scale else 12) * scale, slot / 1.3))


def _reach(figure: Figure, size: float, plot: float) -> tuple[float, float]:
    """Ends of the value axis: from zero, with room for the labels at the ends of the bars."""
    values = [value for one in figure.series for value in one.values if value is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    label = (max(em(figure.shown(value)) for value in values or [0.0]) + 2 * GAP) * size
    sides = (low < 0) + (high > 0 or low == 0)
    unit = max(plot - label * sides, plot * 0.2) / ((high - low) or 1.0)
    return (low - label / unit if low < 0 else 0.0), (high + label / unit if high > 0 or low == 0 else 0.0)


def _sums(figure: Figure) -> tuple[float, float]:
    columns = zip(*(one.values for one in figure.series), strict=True)
    return 0.0, max([*(sum(value or 0.0 for value in column) for column in columns), 0.0]) or 1.0


def _apart(figure: Figure, slot: float, line: float) -> list[float]:
    """How far each name moves down, in points, so that names at the right end do not cover each other."""
    ends: list[tuple[float, int]] = []
    for at, series in enumerate(figure.series):
        known = [value for value in series.values if value is not None]
        ends.append(((known[-1] - 1) * slot if known else 0.0, at))
    moved = [0.0] * len(ends)
    free = float("-inf")
    for place, at in sorted(ends):
        put = max(place, free)
        moved[at] = put - place
        free = put + min(line, slot)
    return moved
