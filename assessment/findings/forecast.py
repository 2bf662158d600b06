"""Where the year is heading, in words: rules over rows of `forecast_units` and `forecast_types`."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from assessment import labels
from assessment.i18n import t

Row = Any
_SHORT = ("at_risk", "missed")


def outlook(code: str) -> str:
    """The word of an outlook: reached, or how sure the target is once past errors are allowed for."""
    words = {
        "reached": t("reached already"),
        "safe": t("safe"),
        "likely": t("likely"),
        "at_risk": t("at risk"),
        "missed": t("hardly to be reached"),
    }
    return words[code]


def headline(rows: Sequence[Row]) -> str:
    """How many units are expected to miss the annual target, and the lowest of them; `rows` lowest first."""
    short = [row for row in rows if row.outlook in _SHORT]
    if not short:
        return t("Every unit is expected to reach its annual target")
    lowest = {"unit": labels.name(short[0].unit, short[0].unit_en), "rate": labels.percent(short[0].forecast_rate)}
    said = t("{count} of {total} units are expected to miss the annual target", count=len(short), total=len(rows))
    return t("{finding}; {unit} lowest, {rate} by then", finding=said, **lowest)


def at_risk(forecasts: pd.DataFrame) -> list[Row]:
    """The rows of `forecast_types` that are not expected to reach their targets, the furthest first."""
    risky = forecasts[forecasts["light"].isin(("yellow", "red"))]
    return list(risky.sort_values("median_forecast_lag", ascending=False, kind="stable").itertuples(index=False))


def expected(rate: object, band_rate: object) -> str:
    """The expected part of the target, ± what such forecasts were wrong by in earlier years (half up, in points)."""
    written = labels.percent(rate)
    if labels.is_missing(band_rate) or labels.is_missing(rate):
        return written
    return f"{written} ± {labels.rounded(100 * abs(float(str(band_rate)) * float(str(rate))), 1):,}"
