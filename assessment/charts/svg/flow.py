"""Units between the tiers of two periods: a stack on each side, a ribbon for every move, words outside the stacks."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.charts.svg.canvas import Canvas, px
from assessment.charts.svg.lettering import folded, width_of

_GAP, _STACK, _ROOM = 2.0, 0.8, 0.6
"""In letters: between two tiers, the width of a stack, between a stack and its words."""
_NAMES = 0.24
"""The share of the width that the words of a side may take at most."""
_RIBBONS = {"": "hair", "up": "mid", "down": "amber"}
_STACKS = {"t1": "blue", "t2": "mid", "t3": "grey", "t4": "grey", "t5": "amber"}


@dataclass(frozen=True)
class Tier:
    """A tier on one side: its key, its words with the count, how many units, its look (t1 … t5)."""

    key: str
    label: str
    count: int
    look: str


@dataclass(frozen=True)
class Ribbon:
    """So many units from one tier into another; `tone` is "up", "down" or "" for those that stayed."""

    source: str
    target: str
    count: int
    told: str
    tone: str


@dataclass(frozen=True)
class _Side:
    """Where a side's stacks stand: their left edge and the top of each, in pixels; `scale` is pixels a unit."""

    tiers: Sequence[Tier]
    x: float
    scale: float
    gap: float

    def tops(self) -> dict[str, float]:
        tops, at = dict[str, float](), 0.0
        for tier in self.tiers:
            tops[tier.key] = at
            at += tier.count * self.scale + self.gap
        return tops


def draw(
    before: Sequence[Tier], after: Sequence[Tier], ribbons: Sequence[Ribbon], width: int, height: int, size: int
) -> Canvas:
    """Both stacks from the best tier down, on one scale; ribbons of those who moved over those who stayed."""
    canvas = Canvas(width, height, size)
    units = max(sum(tier.count for tier in before), sum(tier.count for tier in after), 1)
    gap, stack = _GAP * size, _STACK * size
    scale = (height - gap * (max(len(before), len(after), 1) - 1)) / units
    words = [[folded(tier.label, width * _NAMES, size, 2) for tier in side] for side in (before, after)]
    left, right = (max((width_of(line, size) for name in side for line in name), default=0.0) for side in words)
    start = _Side(before, left + _ROOM * size, scale, gap)
    end = _Side(after, width - right - _ROOM * size - stack, scale, gap)
    tops = _ribbon_tops(ribbons, start, end)
    for at in sorted(range(len(ribbons)), key=lambda at: list(_RIBBONS).index(ribbons[at].tone)):
        _ribbon(canvas, ribbons[at], (start.x + stack, tops[0][at]), (end.x, tops[1][at]), scale)
    for side, names in ((start, words[0]), (end, words[1])):
        _stacks(canvas, side, names, is_left=side is start)
    return canvas


def _ribbon_tops(ribbons: Sequence[Ribbon], start: _Side, end: _Side) -> list[dict[int, float]]:
    """The top of each ribbon on both sides: ribbons leave and arrive in the order of the tiers, so few cross."""
    rank = {tier.key: at for at, tier in enumerate([*start.tiers, *end.tiers])}
    order = sorted(range(len(ribbons)), key=lambda at: (rank[ribbons[at].source], rank[ribbons[at].target]))
    found: list[dict[int, float]] = []
    for side, ends in ((start, "source"), (end, "target")):
        free, tops = side.tops(), dict[int, float]()
        for at in order:
            key = getattr(ribbons[at], ends)
            tops[at] = free[key]
            free[key] += ribbons[at].count * side.scale
        found.append(tops)
    return found


def _ribbon(
    canvas: Canvas, ribbon: Ribbon, source: tuple[float, float], target: tuple[float, float], scale: float
) -> None:
    (x0, y0), (x1, y1), high = source, target, ribbon.count * scale
    bend = (x0 + x1) / 2
    there = f"M{px(x0)} {px(y0)}C{px(bend)} {px(y0)} {px(bend)} {px(y1)} {px(x1)} {px(y1)}"
    back = f"V{px(y1 + high)}C{px(bend)} {px(y1 + high)} {px(bend)} {px(y0 + high)} {px(x0)} {px(y0 + high)}Z"
    canvas.area(there + back, _RIBBONS[ribbon.tone], ribbon.told)
    if ribbon.tone and high >= canvas.size + 1:
        role = f"on-{_RIBBONS[ribbon.tone]}"
        canvas.text(x0 + 0.4 * canvas.size, y0 + high / 2, str(ribbon.count), role)


def _stacks(canvas: Canvas, side: _Side, names: list[list[str]], is_left: bool) -> None:
    tops, stack, size = side.tops(), _STACK * canvas.size, canvas.size
    x, anchor = (side.x - _ROOM * size, "end") if is_left else (side.x + stack + _ROOM * size, "start")
    for tier, lines in zip(side.tiers, names, strict=True):
        high = max(tier.count * side.scale, 1.5)
        canvas.rect(side.x, tops[tier.key], stack, high, _STACKS[tier.look])
        half = len(lines) * size * 0.6
        middle = min(max(tops[tier.key] + high / 2, half), canvas.height - half)
        canvas.texts(x, middle, lines, tier.label, "ink", anchor)
