"""The rows of a chart whose categories stand under each other: names at the left, the marks to their right."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.charts.svg.canvas import Canvas
from assessment.charts.svg.lettering import folded, shortened, width_of

NAMES = 0.38
"""The most of the width that names take."""
_LEAST, _MOST = 1.25, 3.2
"""How high a row is, in letters."""
_FOLDS = 2.4
"""From this height on, in letters, a name may stand on two lines."""


@dataclass(frozen=True)
class Rows:
    """`left` is where marks may begin; `pitch` is from one row's middle to the next one's."""

    names: Sequence[str]
    lines: list[list[str]]
    left: float
    top: float
    pitch: float

    @property
    def bottom(self) -> float:
        """Under the last row."""
        return self.top + self.pitch * len(self.names)

    def middle(self, at: int) -> float:
        """The middle height of a row."""
        return self.top + self.pitch * (at + 0.5)

    def name(self, canvas: Canvas) -> None:
        """Puts the names on the sheet."""
        for at, (name, lines) in enumerate(zip(self.names, self.lines, strict=True)):
            canvas.texts(0, self.middle(at), lines, name)


def lay(names: Sequence[str], width: float, height: float, size: int, top: float = 0, each: int = 1) -> Rows:
    """Rows of `each` marks that fill the height under `top`, as far as they get neither too thin nor too thick.

    Where they would get too thin the sheet becomes higher than asked: letters never stand on each other.
    """
    pitch = min(max((height - top) / len(names), _LEAST * size * each), _MOST * size * each)
    lines = [folded(name, width * NAMES, size, 2 if pitch >= _FOLDS * size else 1) for name in names]
    left = max(width_of(line, size) for parts in lines for line in parts) + 0.6 * size
    return Rows(names, lines, left, top, pitch)


@dataclass(frozen=True)
class Key:
    """What the colours mean, in lines over the marks."""

    lines: list[list[tuple[str, str, str, float]]]
    size: int

    @property
    def height(self) -> float:
        """From the top of the sheet to the first row."""
        return len(self.lines) * self.size * 1.4 + (0.3 * self.size if self.lines else 0)

    def put(self, canvas: Canvas, left: float) -> None:
        """On the sheet, from `left` on."""
        for at, line in enumerate(self.lines):
            middle = (at + 0.6) * self.size * 1.4
            for name, words, role, x in line:
                canvas.rect(left + x, middle - self.size * 0.35, self.size * 0.7, self.size * 0.7, role)
                told = "" if words == name else name
                canvas.text(left + x + self.size, middle, words, anchor="start", told=told)


def key(entries: Sequence[tuple[str, str]], room: float, size: int) -> Key:
    """Names with their roles, side by side as far as the room goes."""
    lines: list[list[tuple[str, str, str, float]]] = []
    x = room + 1.0
    for name, role in entries:
        words = shortened(name, room - size, size)
        needs = width_of(words, size) + size
        if x + needs > room:
            lines.append([])
            x = 0.0
        lines[-1].append((name, words, role, x))
        x += needs + size
    return Key(lines, size)
