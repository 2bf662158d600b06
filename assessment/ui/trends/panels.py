"""Small multiples as our own HTML: one panel a type or module, each leading to its large figure."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from assessment import labels
from assessment.charts.svg.over_time import Values

_WIDTH, _HEIGHT, _EDGE = 260, 92, 5
# One blue and its tint that read on white and on the dark ground: a picture does not know the page's theme.
_INK, _BAND, _RULE = "#4A86BC", "#4A86BC", "#8A93A0"


@dataclass(frozen=True)
class Panel:
    """`borders`: places before which a year begins. `change` is HTML; `first` and `last` name the axis's ends."""

    name: str
    address: str
    middle: Values
    lower: Values
    upper: Values
    borders: Sequence[int]
    change: str
    first: str
    last: str


def html(panels: Sequence[Panel], low: float, high: float) -> str:
    """The panels on one scale, so that heights and slopes compare."""
    return f"<div class='sj-panels'>{''.join(_panel(panel, low, high) for panel in panels)}</div>"


def scale(panels: Sequence[Panel]) -> tuple[float, float]:
    """Whole numbers that hold every median and every band: nothing drawn is cut."""
    drawn = [
        value
        for panel in panels
        for values in (panel.middle, panel.lower, panel.upper)
        for value in values
        if value is not None
    ]
    if not drawn:
        return 0.0, 100.0
    return float(math.floor(min(drawn))), float(max(math.ceil(max(drawn)), math.floor(min(drawn)) + 1))


def _panel(panel: Panel, low: float, high: float) -> str:
    known = [value for value in panel.middle if value is not None]
    now = labels.score(panel.middle[-1]) if panel.middle else labels.NONE
    words = labels.name(panel.name, panel.name)
    alt = escape(f"{words} {now}", quote=True)
    picture = f"<img alt='{alt}' src='{_picture(panel, low, high)}'>" if known else ""
    return (
        f"<a data-go class='panel' href='{escape(panel.address, quote=True)}'><span class='head'><b>{escape(words)}</b>"
        f"<span class='num'>{now}</span><span class='move'>{panel.change}</span></span>{picture}"
        f"<span class='ends'><span>{escape(panel.first)}</span><span>{escape(panel.last)}</span></span></a>"
    )


def _picture(panel: Panel, low: float, high: float) -> str:
    count = max(len(panel.middle) - 1, 1)

    def point(at: int, value: float) -> str:
        x = _EDGE + at * (_WIDTH - 2 * _EDGE) / count
        return f"{x:.1f} {_HEIGHT - _EDGE - (value - low) * (_HEIGHT - 2 * _EDGE) / (high - low):.1f}"

    path, bands, run = "", "", list[int]()
    pen_down = False
    for at, value in enumerate([*panel.middle, None]):
        if value is None:
            bands += _band(run, panel, point)
            run, pen_down = [], False
            continue
        path += f"{'L' if pen_down else 'M'}{point(at, value)}"
        pen_down = True
        run.append(at)
    last = max((at for at, value in enumerate(panel.middle) if value is not None), default=0)
    x, y = point(last, panel.middle[last] or low).split()
    rules = "".join(_rule(_EDGE + (at - 0.5) * (_WIDTH - 2 * _EDGE) / count) for at in panel.borders)
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {_WIDTH} {_HEIGHT}'>{rules}{bands}"
        f"<path d='{path}' fill='none' stroke='{_INK}' stroke-width='2' stroke-linejoin='round'/>"
        f"<circle cx='{x}' cy='{y}' r='3.2' fill='{_INK}'/></svg>"
    )
    return f"data:image/svg+xml,{quote(svg)}"


def _band(run: Sequence[int], panel: Panel, point: Callable[[int, float], str]) -> str:
    if len(run) < 2:
        return ""
    there = [point(at, value) for at in run if (value := panel.upper[at]) is not None]
    back = [point(at, value) for at in reversed(run) if (value := panel.lower[at]) is not None]
    return f"<path d='M{'L'.join([*there, *back])}Z' fill='{_BAND}' fill-opacity='0.22'/>" if there else ""


def _rule(x: float) -> str:
    return f"<path d='M{x:.1f} 0V{_HEIGHT}' stroke='{_RULE}' stroke-width='1' stroke-dasharray='2 3' opacity='0.6'/>"
