"""Half away from zero, exactly (domain.md section 4, arithmetic)."""

from decimal import Decimal
from fractions import Fraction
from math import floor


def round_half_away(value: Fraction, digits: int) -> Fraction:
    scale = 10**digits
    size = Fraction(floor(abs(value) * scale + Fraction(1, 2)), scale)
    return -size if value < 0 else size


def round2(value: Fraction) -> Decimal:
    """Two decimals of the value first rounded to ten, as the database stores it."""
    cents = round_half_away(round_half_away(value, 10), 2) * 100
    return Decimal(int(cents)).scaleb(-2)


def mean(values: list[Fraction]) -> Fraction | None:
    return sum(values, Fraction(0)) / len(values) if values else None
