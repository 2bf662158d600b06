"""The table on screen as a workbook's table."""

from typing import Any

import pandas as pd

from assessment import export, labels
from assessment.export import Column
from assessment.findings import trends as findings
from assessment.i18n import t
from assessment.ui.trends.followed import Followed

_SCORES = (
    Column("previous_score", "Period before (points)", 2),
    Column("pop_change", "On the period before (points)", 2),
    Column("last_year_score", "A year earlier (points)", 2),
    Column("yoy_change", "On a year earlier (points)", 2),
)
_HALF = (
    Column("median_score", "Median (points)", 2),
    Column("lower_quartile", "Lower quartile (points)", 2),
    Column("upper_quartile", "Upper quartile (points)", 2),
)
_ADDED = (
    Column("increment", "Month alone", 2),
    Column("increment_pop_change", "Month on the month before", 2),
    Column("increment_pop_rate", "Month on the month before (%)", 1, "percent"),
    Column("increment_yoy_change", "Month on a year earlier", 2),
    Column("increment_yoy_rate", "Month on a year earlier (%)", 1, "percent"),
)
_BEFORE = (
    Column("pop_change", "On the period before", 2),
    Column("pop_rate", "On the period before (%)", 1, "percent"),
)


def tables(followed: Followed, rows: pd.DataFrame) -> list[export.Table]:
    """One table: the rows on screen, newest first."""
    shown = rows[rows["module_id"] == followed.module] if followed.module else rows
    called = shown.assign(
        period=[_name(followed, row) for row in shown.itertuples(index=False)],
        subject=[_subject(followed, row) for row in shown.itertuples(index=False)],
    )
    columns = [Column("subject", "Followed"), Column("period", "Period"), *_columns(followed)]
    return [export.from_frame(t("Trends"), columns, called.iloc[::-1], frozen=2)]


def notes(followed: Followed) -> dict[str, str]:
    """What the page was set to, and how the changes are made."""
    found = {t("Unit type"): followed.type_name or t("All unit types")}
    if followed.unit:
        found[t("Unit")] = followed.unit_name
    if followed.indicator is not None:
        unit = findings.measure_unit(followed.indicator)
        found[t("Indicator")] = f"{indicator_name(followed.indicator)} ({unit})"
    found[t("Changes")] = t("Against the period before and the same period of last year by the calendar")
    return found


def indicator_name(row: Any) -> str:
    """Code and name."""
    return f"{row.indicator_id} {labels.name(row.indicator, row.indicator_en)}"


def _columns(followed: Followed) -> list[Column]:
    if followed.indicator is not None:
        percent = findings.measure_unit(followed.indicator) == "%"
        value = [Column("measure", "Cumulative" if followed.indicator.is_additive else "Value", 2)]
        year = [Column("yoy_change", "On a year earlier", 2), Column("yoy_rate", "On a year earlier (%)", 1, "percent")]
        before = [] if followed.indicator.is_additive else [*_BEFORE]
        added = [*_ADDED] if followed.indicator.is_additive else []
        return [column for column in [*value, *before, *year, *added] if not (percent and column.style == "percent")]
    if followed.view == "unit" and followed.unit:
        rank = [Column("rank_in_type", "Rank"), Column("median_score", "Median (points)", 2)]
        return [Column("score", "Score (points)", 2), *rank, *_SCORES]
    return [*_HALF, *_SCORES]


def _name(followed: Followed, row: Any) -> str:
    return followed.calendar.full(getattr(row, "period_kind", "month"), row.period_start.date())


def _subject(followed: Followed, row: Any) -> str:
    if followed.view == "module":
        return labels.name(row.module, row.module_en)
    if followed.view == "type":
        return labels.type_name(row.unit_type, row.type_name, row.type_name_en)
    return followed.unit_name or followed.type_name
