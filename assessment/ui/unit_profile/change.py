"""升降原因: what the change of a score against the month before is made of; the parts add up."""

from html import escape
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings import unit_profile as findings
from assessment.i18n import t
from assessment.ui import cells, grid, heading
from assessment.ui.scope import Scope
from assessment.ui.unit_profile.rows import rows_of

Part = tuple[str, float]
"""What it is, as HTML, and its points."""


def html(scope: Scope, drivers: pd.DataFrame) -> str:
    """`drivers` are the unit's rows of `shift_drivers`; nothing where no indicator had an effect."""
    if drivers.empty:
        return ""
    rows = rows_of(drivers)
    parts = [(_name(scope, row), float(row.effect)) for row in rows] + _rest(rows[0])
    most = max(abs(points) for _, points in parts)
    about = t("Effect: points won over what the earlier base would give the weight, now less then; the parts add up")
    columns = [
        grid.Column(t("Indicator"), "unit", lambda part: part[0]),
        grid.Column("", "up-bars", lambda part: _bar(part[1], most)),
        grid.Column(t("Effect (points)"), "num score", lambda part: cells.points_change(part[1])),
    ]
    title = heading.section_html(findings.change(drivers), about)
    return f"<section>{title}{grid.html(columns, parts)}</section>"


def _name(scope: Scope, row: Any) -> str:
    return cells.indicator(scope, row.indicator_id, labels.name(row.indicator, row.indicator_en))


def _rest(row: Any) -> list[Part]:
    """What else there is: the other indicators, events; the same on every row."""
    rest = [
        (t("other indicators"), float(row.other_change)),
        (labels.event_part("bonus", row.bonus_change), float(row.bonus_change)),
        (labels.event_part("penalty", -row.penalty_change), -float(row.penalty_change)),
    ]
    return [(f"<span class='same'>{escape(word)}</span>", points) for word, points in rest if round(points, 2)]


def _bar(points: float, most: float) -> str:
    """From the middle to the right for points won, to the left for points lost."""
    width = 50 * abs(points) / most
    side = "won' style='left:50%" if points > 0 else "lost' style='right:50%"
    return f"<span class='up-both'><i class='{side};width:{width:.1f}%'></i></span>"
