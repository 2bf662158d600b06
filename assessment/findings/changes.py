"""A change as words: percentages in percentage points, scores in points, amounts in percent and by how much."""

from assessment import labels
from assessment.i18n import t

SCORE = "分"
"""The unit of measure of a score."""


def change(difference: object, rate: object, measure_unit: str) -> str:
    """`+12.3% (+120 万元)`, `+1.2 个百分点`, `+3.50 分`; without a rate only the difference."""
    if labels.is_missing(difference):
        return labels.NONE
    written = difference_words(difference, measure_unit)
    if labels.is_missing(rate) or measure_unit in ("%", SCORE):
        return written
    return t("{percent} ({difference})", percent=signed_percent(rate), difference=written)


def difference_words(difference: object, measure_unit: str) -> str:
    """A difference with its sign and unit."""
    if labels.is_missing(difference):
        return labels.NONE
    if measure_unit == "%":
        return labels.points(difference, 2)
    if measure_unit == SCORE:
        return t("{points} points", points=labels.signed(difference))
    size = float(str(difference))
    sign = "+" if size > 0 else labels.MINUS if size < 0 else ""
    return sign + labels.amount(abs(size), measure_unit)


def signed_percent(rate: object) -> str:
    """A rate of change (1 = 100 %) with its sign, at one decimal."""
    return labels.NONE if labels.is_missing(rate) else labels.signed(float(str(rate)) * 100, 1) + "%"


def direction(difference: object) -> int:
    """1 up, -1 down, 0 level or unknown; a change that is written as zero is level."""
    if labels.is_missing(difference):
        return 0
    written = labels.signed(difference)
    return 1 if written.startswith("+") else -1 if written.startswith(labels.MINUS) else 0


def run_words(count: int, up: bool, kind: str) -> str:
    """`连续 3 个月上升`."""
    if kind == "quarter":
        return (
            t("up {count} quarters in a row", count=count) if up else t("down {count} quarters in a row", count=count)
        )
    return t("up {count} months in a row", count=count) if up else t("down {count} months in a row", count=count)
