"""Rectangles on a slide, in points."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A place on a slide; what is taken from it leaves the rest."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.top + self.height

    def from_top(self, height: float, gap: float = 0) -> tuple["Box", "Box"]:
        """A strip at the top and what is left under it."""
        taken = min(height, self.height)
        rest = max(0.0, self.height - taken - gap)
        return Box(self.left, self.top, self.width, taken), Box(self.left, self.bottom - rest, self.width, rest)

    def from_bottom(self, height: float, gap: float = 0) -> tuple["Box", "Box"]:
        """A strip at the bottom and what is left above it."""
        taken = min(height, self.height)
        rest = max(0.0, self.height - taken - gap)
        return Box(self.left, self.bottom - taken, self.width, taken), Box(self.left, self.top, self.width, rest)

    def beside(self, share: float, gap: float) -> tuple["Box", "Box"]:
        """Left and right of a gap, the left one a share of both."""
        left = (self.width - gap) * share
        right = self.width - gap - left
        return Box(self.left, self.top, left, self.height), Box(self.right - right, self.top, right, self.height)

    def columns(self, shares: Sequence[float], gap: float) -> list["Box"]:
        """Columns with a gap between them, each with its share of the width."""
        room = self.width - gap * (len(shares) - 1)
        left, columns = self.left, []
        for share in shares:
            columns.append(Box(left, self.top, room * share / sum(shares), self.height))
            left = columns[-1].right + gap
        return columns
