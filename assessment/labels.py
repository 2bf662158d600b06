"""How a number, a change or a moment is written on screen; `—` where there is none."""

import math
from datetime import datetime
from zoneinfo import ZoneInfo

from assessment import i18n
from assessment.i18n import t

NONE = "—"
COUNTY_TIME = ZoneInfo("Asia/Shanghai")


def is_missing(value: object) -> bool:
    """True for None, NaN, NaT and pandas' NA: everything a frame uses for "no value"."""
    if value is None:
        return True
    if isinstance(value, float):
        return math.isnan(value)
    return type(value).__name__ in ("NAType", "NaTType")


def text(value: object) -> str:
    """A word, or `—`."""
    return NONE if is_missing(value) or value == "" else str(value)


def score(value: object) -> str:
    """A score or a difference of scores in points: 2 decimals, thousands apart."""
    return NONE if is_missing(value) else f"{float(str(value)):,.2f}"


def count(value: object) -> str:
    """A whole number, thousands apart."""
    return NONE if is_missing(value) else f"{int(float(str(value))):,}"


def moment(value: object) -> str:
    """A stored UTC moment (with or without its zone) as the county's clock shows it, to the minute."""
    if is_missing(value) or not isinstance(value, datetime):
        return NONE
    aware = value if value.tzinfo else value.replace(tzinfo=ZoneInfo("UTC"))
    return f"{aware.astimezone(COUNTY_TIME):%Y-%m-%d %H:%M}"


def name(local: object, english: object) -> str:
    """The name in the reader's language; the Chinese one where there is no English."""
    if i18n.language() == "en" and not is_missing(english) and english:
        return str(english)
    return text(local)


def type_name(code: str, local: object, english: object) -> str:
    """`A 乡镇`; the code alone where the name only repeats it."""
    called = name(local, english)
    return called if called.startswith(code) or called == NONE else f"{code} {called}"


def listing(names: list[str]) -> str:
    """`甲、乙、丙`, `A, B, C`."""
    return t(", ").join(names)
