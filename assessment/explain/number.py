"""Numbers as a formula shows them: up to 4 decimals, rounded half away from zero, no trailing zeros."""

from assessment import labels
from assessment.i18n import t

DECIMALS = 4


def plain(value: object) -> str:
    """`1,560`, `0.9`, `−3.25`."""
    return labels.number(value, DECIMALS)


def inner(value: object) -> str:
    """A number after a sign of arithmetic: negative ones in brackets."""
    text = plain(value)
    return f"({text})" if text.startswith(labels.MINUS) else text


def measured(value: object, unit: str) -> str:
    """A number with its unit: `1,560万元`, `12.4%`."""
    return f"{plain(value)}{labels.measure(unit)}"


def apart(value: object, unit: str) -> str:
    """A distance between two numbers of a unit: percentages differ in percentage points."""
    return t("{value} pp", value=plain(value)) if unit == "%" else measured(value, unit)


def plan(share: float) -> str:
    """The planned share of a year: twelfths as such, others as percent."""
    twelfths = 12 * share
    is_plain = abs(twelfths - round(twelfths)) < 1e-9
    return f"{round(twelfths)}/12" if is_plain else f"{labels.number(100 * share, 2)}%"
