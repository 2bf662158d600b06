"""A chart as data, before anybody draws it: the wall, the deck, the workbook and the paper draw the same one."""

from collections.abc import Callable
from dataclasses import dataclass

from assessment import labels

KINDS = ("bars", "against", "stacked", "places")
"""Bars from zero · done beside planned · counts stacked a row · places over time, the first on top."""


@dataclass(frozen=True)
class Series:
    """One value a category, None for none; `tone` is a role of `charts.look.Palette`, `tones` one a value.

    `told` is what a pointer on each value reads, `leads` the address behind the name; both only on a page.
    """

    name: str
    values: tuple[float | None, ...]
    tone: str = "grey"
    tones: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    leads: str = ""

    def tone_of(self, at: int) -> str:
        """The role of the colour of one value."""
        return self.tones[at] if self.tones else self.tone


@dataclass(frozen=True)
class Figure:
    """`style`: "count", "score", "change" (a score with its sign) or "percent" (shares, 1 = 100 %)."""

    kind: str
    caption: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    style: str = "score"

    def shown(self, value: float | None) -> str:
        """A value as it is written beside its mark."""
        words: dict[str, Callable[[object], str]] = {
            "count": labels.count,
            "score": labels.score,
            "change": labels.signed,
            "percent": labels.percent,
        }
        return words[self.style](value)
