"""How a number, a change or a moment is written on screen; `—` where there is none."""

import math
import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from assessment import i18n
from assessment.i18n import t

NONE = "—"
MINUS = "−"
COUNTY_TIME = ZoneInfo("Asia/Shanghai")
MEASURES = {
    "元": "yuan",
    "万元": "10k yuan",
    "亿元": "100m yuan",
    "万美元": "10k US$",
    "户": "firms",
    "个": "items",
    "项": "items",
    "件": "cases",
    "起": "cases",
    "次": "times",
    "批次": "groups",
    "人": "people",
    "亩": "mu",
    "万亩": "10k mu",
    "处": "sites",
    "篇": "articles",
    "分": "points",
    "家": "firms",
    "名": "people",
    "条": "items",
    "场": "events",
    "公里": "km",
    "吨": "tonnes",
    "万吨": "10k tonnes",
    "天": "days",
    "平方米": "m²",
    "万平方米": "10k m²",
    "公顷": "ha",
    "平方公里": "km²",
    "元/人": "yuan per head",
}
"""English for the units of measure a county writes; others stay as they are."""
_MILLIONS = {"万元": Decimal("0.01"), "亿元": Decimal(100), "万美元": Decimal("0.01")}


TIER_LOOKS = 5
"""How many looks a chip of a tier has, t1 for the best."""


def county_today() -> date:
    """What day it is in the county."""
    return datetime.now(COUNTY_TIME).date()


def is_missing(value: object) -> bool:
    """True for None, NaN, NaT and pandas' NA: everything a frame uses for "no value"."""
    if value is None:
        return True
    if isinstance(value, float):
        return math.isnan(value)
    return type(value).__name__ in ("NAType", "NaTType")


def one_line(text: str) -> str:
    """What somebody typed, on one line without control characters: it stands in titles, table cells and workbooks."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def text(value: object) -> str:
    """A word, or `—`."""
    return NONE if is_missing(value) or value == "" else str(value)


def score(value: object) -> str:
    """A score or a difference of scores in points: 2 decimals half away from zero, thousands apart."""
    return NONE if is_missing(value) else f"{rounded(value, 2) + 0:,.2f}"


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


def signed(value: object, decimals: int = 2) -> str:
    """A difference with its sign (+1.23, −0.50, 0.00)."""
    if is_missing(value):
        return NONE
    text = f"{rounded(value, decimals):+,.{decimals}f}"
    return text[1:] if float(text.replace(",", "")) == 0 else text.replace("-", MINUS)


def number(value: object, decimals: int = 2) -> str:
    """A number with at most some decimals, thousands apart, no trailing zeros."""
    if is_missing(value):
        return NONE
    text = f"{rounded(value, decimals):,.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return ("0" if text == "-0" else text).replace("-", MINUS)


def percent(share: object, decimals: int = 1) -> str:
    """A share (1 = 100 %) as a percentage."""
    return NONE if is_missing(share) else f"{rounded(Decimal(str(share)) * 100, decimals):,.{decimals}f}%"


def points(value: object, decimals: int = 1) -> str:
    """A difference of percentages, in percentage points with its sign."""
    return NONE if is_missing(value) else t("{value} pp", value=signed(value, decimals))


def amount(value: object, measure_unit: str) -> str:
    """A number with its unit of measure; large sums of 万元 in 亿元, in English all money in millions (9.56m yuan)."""
    if is_missing(value):
        return NONE
    exact = Decimal(str(value))
    if i18n.language() == "en" and measure_unit in _MILLIONS:
        millions = exact * _MILLIONS[measure_unit]
        currency = "US$" if measure_unit == "万美元" else "yuan"
        return f"{number(millions, 0 if abs(millions) >= 100 else 2)}{'m' if exact else ''} {currency}"
    if measure_unit == "万元" and abs(exact) >= 10_000:
        return f"{number(exact / 10_000)} 亿元"
    return f"{number(value)}{measure(measure_unit)}"


def measure(unit: str) -> str:
    """A unit of measure as it follows a number, in the reader's language; squares and cubes raised again."""
    if unit in ("%", "—", ""):
        return "" if unit == "—" else unit
    written = re.sub(r"(?<=m)[23]$", lambda power: "²³"[int(power[0]) - 2], unit)
    return f" {written}" if i18n.language() == "zh" else f" {MEASURES.get(unit, written)}"


def state(code: object) -> str:
    """The words of a value state (domain.md section 3)."""
    words = {
        "VALUE": t("Reported"),
        "ZERO": t("Zero"),
        "NA_BY_RULE": t("Not applicable"),
        "NO_CASE": t("No case"),
        "NOT_DUE": t("Not due"),
        "LATE": t("Late"),
        "REJECTED": t("Returned for correction"),
    }
    return words.get(str(code), NONE)


def tier_look(order: object, count: object) -> str:
    """The class of a tier's chip: best dark blue, then lighter, grey, and amber for the last of four or more."""
    if is_missing(order) or is_missing(count):
        return "t3"
    place, tiers = int(float(str(order))), int(float(str(count)))
    if tiers >= 4 and place >= tiers:
        return f"t{TIER_LOOKS}"
    return f"t{min(place, 3 if tiers <= 4 else TIER_LOOKS - 1)}"


def reported(said: str) -> str:
    """What a preview says of a cell: a state in words, anything else as it stands."""
    words = state(said)
    return text(said) if words == NONE else words


def rounded(value: object, decimals: int) -> Decimal:
    """Half away from zero, as scores are rounded in SQL."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def event_part(kind: str, effect: float) -> str:
    """Bonus or deductions as a part of a change: 扣分 −1.00 took points, 扣分减少 +1.00 gave some back."""
    if kind == "bonus":
        return t("bonus") if effect >= 0 else t("less bonus")
    return t("deductions") if effect <= 0 else t("fewer deductions")
