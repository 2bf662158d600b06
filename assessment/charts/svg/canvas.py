"""A sheet that marks and words are put on; it knows colours by their role only."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape

Point = tuple[float, float]
_DROP = 0.35
"""How far under its middle a line of letters stands, in sizes: every program that reads SVG knows a base line."""


@dataclass
class Canvas:
    """Pixels of a 1920 × 1080 screen; `size` is that of all its letters. A role is one of `charts.look.Palette`."""

    width: float
    height: float
    size: int
    parts: list[str] = field(default_factory=list)

    def rect(self, x: float, y: float, width: float, height: float, role: str, told: str = "") -> None:
        """A filled box; `told` is what a pointer on it reads."""
        box = f'x="{px(x)}" y="{px(y)}" width="{px(width)}" height="{px(height)}"'
        self._put("rect", f'class="{escape(role)}" {box}', told)

    def line(self, start: Point, end: Point, role: str, width: float = 1, dash: str = "") -> None:
        """A straight line; `dash` as SVG has it."""
        ends = f'x1="{px(start[0])}" y1="{px(start[1])}" x2="{px(end[0])}" y2="{px(end[1])}"'
        broken = f' stroke-dasharray="{dash}"' if dash else ""
        self._put("line", f'class="s-{escape(role)}" stroke-width="{px(width)}" {ends}{broken}')

    def path(self, runs: list[list[Point]], role: str, width: float, told: str = "") -> None:
        """A line through the points of each run, with a gap between runs."""
        lines = "".join("M" + "L".join(f"{px(x)} {px(y)}" for x, y in run) for run in runs if len(run) > 1)
        if lines:
            look = f'class="s-{escape(role)}" fill="none" stroke-linejoin="round" stroke-width="{px(width)}"'
            self._put("path", f'{look} d="{lines}"', told)

    def area(self, outline: str, role: str, told: str = "") -> None:
        """A filled shape; `outline` is the `d` of a path."""
        self._put("path", f'class="{escape(role)}" d="{outline}"', told)

    def dot(self, at: Point, radius: float, role: str, told: str = "", is_seen: bool = True) -> None:
        """A filled circle, or one that only a pointer finds."""
        place = f'cx="{px(at[0])}" cy="{px(at[1])}" r="{px(radius)}"' + ("" if is_seen else ' fill-opacity="0"')
        self._put("circle", f'class="{escape(role)}" {place}', told)

    def text(
        self,
        x: float,
        middle: float,
        words: str,
        role: str = "ink",
        anchor: str = "start",
        told: str = "",
        bold: bool = False,
    ) -> None:
        """A line of letters around its middle height."""
        weight = ' font-weight="700"' if bold else ""
        where = "" if anchor == "start" else f' text-anchor="{anchor}"'
        place = f'x="{px(x)}" y="{px(middle + self.size * _DROP)}"'
        self._put("text", f'class="{escape(role)}" {place}{where}{weight}', told, escape(words))

    def texts(
        self,
        x: float,
        middle: float,
        lines: list[str],
        full: str,
        role: str = "ink",
        anchor: str = "start",
        bold: bool = False,
    ) -> None:
        """Lines of letters around the middle of them all; where they are not all of `full`, a pointer reads it."""
        whole = "".join(lines).replace(" ", "") == full.replace(" ", "")
        for at, line in enumerate(lines):
            lower = (at - (len(lines) - 1) / 2) * self.size * 1.1
            self.text(x, middle + lower, line, role, anchor, "" if whole else full, bold)

    @contextmanager
    def leading(self, address: str) -> Iterator[None]:
        """What is put on the sheet meanwhile is a link within the app; an empty address makes none."""
        start = len(self.parts)
        yield
        if address:
            inside = "".join(self.parts[start:])
            self.parts[start:] = [f'<a data-go="" href="{escape(address)}">{inside}</a>']

    def svg(self, label: str) -> str:
        """The sheet as an element of a page; `label` is what it is called for those who do not see it."""
        box = f'viewBox="0 0 {px(self.width)} {px(self.height)}"'
        # An image has no parts to those who do not see it: its links would be lost.
        role = "figure" if any(part.startswith("<a ") for part in self.parts) else "img"
        head = f'<svg class="sj-figure" {box} role="{role}" aria-label="{escape(label)}" font-size="{self.size}">'
        return head + "".join(self.parts) + "</svg>"

    def _put(self, name: str, attributes: str, told: str = "", inside: str = "") -> None:
        content = (f"<title>{escape(told)}</title>" if told else "") + inside
        self.parts.append(f"<{name} {attributes}>{content}</{name}>" if content else f"<{name} {attributes}/>")


def px(value: float) -> str:
    """A length as it is written, in tenths of a pixel."""
    return f"{value + 0:.1f}".removesuffix(".0")
