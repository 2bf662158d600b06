"""Chances and choices that all generators share: one seeded source, so that a county is its seed and its size."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random
from typing import TypeVar

from tests.oracle.calendar_months import add_months

Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large a county may be; hypothesis shrinks these. `units` is the most of a type."""

    types: int = 3
    units: int = 9
    indicators: int = 8
    months: int = 8
    schemes: int = 2


class Draw:
    """A seeded source of small nasty choices."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def one(self, choices: Sequence[Choice]) -> Choice:
        return self.random.choice(choices)

    def some(self, choices: Sequence[Choice], least: int = 0, most: int | None = None) -> list[Choice]:
        """Between `least` and `most` of them, in random order."""
        count = self.random.randint(least, len(choices) if most is None else min(most, len(choices)))
        return self.random.sample(choices, count)

    def count(self, least: int, most: int) -> int:
        return self.random.randint(least, most)

    def number(self, choices: str) -> Decimal:
        """One of the numbers in a line of text."""
        return Decimal(self.one(choices.split()))

    def maybe(self, choices: str, probability: float = 0.3) -> Decimal | None:
        return self.number(choices) if self.chance(probability) else None

    def day(self, month: date, days: Sequence[int]) -> date:
        return month.replace(day=self.one(days))

    def months_from(self, first: date, count: int) -> list[date]:
        return [add_months(first, at) for at in range(count)]
