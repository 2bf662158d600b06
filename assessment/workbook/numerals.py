"""What counts as a number in a text cell: one strict ASCII grammar after NFKC (domain.md section 3, safety.md B4)."""

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext

from assessment.workbook.names import clean

LARGEST = Decimal(10) ** 12
_MICRO = Decimal("0.000001")
_NUMBER = re.compile(
    r"(?P<sign>[+\-−△]?)(?P<digits>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(?P<percent>\s?%)?", re.ASCII
)


def parse(text: str) -> tuple[Decimal, bool] | None:
    """The number a text spells and whether it ends in %; None if it spells none. △ and − mean minus."""
    found = _NUMBER.fullmatch(clean(text))
    if not found:
        return None
    number = Decimal(found["digits"].replace(",", ""))
    return (-number if found["sign"] in tuple("-−△") else number), bool(found["percent"])


def stored(text: str) -> Decimal | None:
    """A number cell's value from its shortest form; None for NaN and infinity."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def rounded(number: Decimal) -> Decimal | None:
    """The number at 6 decimals, half away from zero, -0 as 0; None from 10^12 on."""
    if abs(number) >= LARGEST:
        return None
    with localcontext(prec=50):
        result = number.quantize(_MICRO, rounding=ROUND_HALF_UP) + 0
    return result if abs(result) < LARGEST else None


def whole(text: str, is_text: bool) -> int | None:
    """A whole number spelled by a text or stored in a number cell; None for anything else."""
    found = parse(text) if is_text else (stored(text), False)
    number = found[0] if found and not found[1] else None
    if number is None or abs(number) >= LARGEST or number != number.to_integral_value():
        return None
    return int(number)
