"""Where the year is heading: how many indicators are not expected to reach their targets, the furthest first."""

from html import escape
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings import meeting as findings
from assessment.findings.forecast import at_risk, expected
from assessment.i18n import t
from assessment.ui import cells
from assessment.ui.scope import Scope, link

Row = Any
_NAMED = 3


def html(scope: Scope, forecasts: pd.DataFrame) -> str:
    """A sentence and a line an indicator of a type, from the rows of `forecast_types`; nothing without a forecast."""
    if forecasts.empty:
        return ""
    rows = at_risk(forecasts)
    lines = "".join(f"<li>{_line(scope, row)}</li>" for row in rows[:_NAMED])
    listed = f"<ul class='ov-list'>{lines}</ul>" if lines else ""
    about = escape(t("expected by the end of the year, if the year goes on like the last one"))
    return f"<h3 class='ov-sub'>{escape(findings.forecast(rows))}</h3><p class='sj-about'>{about}</p>{listed}"


def _line(scope: Scope, row: Row) -> str:
    where = link("indicator_completion", scope, indicator=row.indicator_id, group=row.unit_type)
    name = cells.go(where, labels.name(row.indicator, row.indicator_en))
    said = escape(expected(row.median_forecast_rate, row.median_band_rate))
    return f"{name}\u00a0<span class='same'>{escape(row.unit_type)}</span> {said}"
