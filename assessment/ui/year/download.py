"""The year as a workbook: scores, tiers and ranks by period, and the parts of the year."""

from typing import Any

import pandas as pd

from assessment import export, labels
from assessment.export import Column
from assessment.findings.moments import Calendar
from assessment.i18n import t
from assessment.ui.year import parts

_UNIT = (Column("type_name_shown", "Type"), Column("unit_shown", "Unit"))
_PARTS = (
    Column("mean_base", "Mean base of the months", 2),
    Column("tiered_month_count", "Months with a tier"),
    Column("year_end_base", "Year-end base", 2),
    Column("year_base", "Base", 2),
    Column("bonus_points", "Bonus", 2),
    Column("penalty_points", "Deductions", 2),
    Column("score", "Year (points)", 2),
    Column("rank_in_type", "Rank"),
    Column("tier_shown", "Tier"),
)
_PERIODS = (
    Column("period_shown", "Period"),
    Column("score", "Score (points)", 2),
    Column("rank_in_type", "Rank"),
    Column("unit_count", "Ranked units"),
    Column("tier_shown", "Tier"),
)


def tables(rows: pd.DataFrame, calendar: Calendar) -> list[export.Table]:
    """One sheet as on screen, one with rank and tier a row, one with the parts."""
    named = _named(rows, calendar)
    years = named[named["period_kind"] == "year"]
    return [
        _wide(named),
        export.from_frame(t("Ranks and tiers"), [*_UNIT, *_PERIODS], named, frozen=2),
        export.from_frame(t("How the year's score is made"), [*_UNIT, *_PARTS], years, frozen=2),
    ]


def notes(rows: pd.DataFrame) -> dict[str, str]:
    """The formula of the year."""
    years = rows[rows["period_kind"] == "year"]
    return {} if years.empty else {t("Formula"): parts.formula(next(years.itertuples(index=False)))}


def _wide(named: pd.DataFrame) -> export.Table:
    """Units down, periods across."""
    order = named.sort_values(["is_year", "as_of_month", "is_quarter"], kind="stable")["period_shown"].drop_duplicates()
    keys = ["type_name_shown", "unit_shown"]
    units = named.drop_duplicates("unit_id").set_index("unit_id")[keys]
    scores = named.pivot(index="unit_id", columns="period_shown", values="score").reindex(units.index)
    frame = units.join(scores).reset_index()
    return export.from_frame(
        t("Scores (points)"), [*_UNIT, *(Column(name, name, 2) for name in order)], frame, frozen=2
    )


def _named(rows: pd.DataFrame, calendar: Calendar) -> pd.DataFrame:
    listed: list[Any] = list(rows.itertuples(index=False))
    tiers: list[Any] = [None if labels.is_missing(row.tier) else labels.name(row.tier, row.tier_en) for row in listed]
    return rows.assign(
        unit_shown=[labels.name(row.unit, row.unit_en) for row in listed],
        type_name_shown=[labels.type_name(row.unit_type, row.type_name, row.type_name_en) for row in listed],
        period_shown=[calendar.full(row.period_kind, row.period_start.date()) for row in listed],
        tier_shown=tiers,
        is_year=rows["period_kind"] == "year",
        is_quarter=rows["period_kind"] == "quarter",
    )
