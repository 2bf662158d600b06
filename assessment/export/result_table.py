"""Results and scores as tables: the columns of the `results` and `scores` commands."""

import pandas as pd

from assessment.export.table import Column, Table, from_frame
from assessment.periods import Period

FLAGS = {
    "is_provisional": "provisional",
    "is_partial": "partial",
    "is_tied": "tied",
    "is_straddling": "straddling",
    "has_late": "late",
    "has_awaited": "awaited",
    "has_missing_target": "missing_target",
    "has_small_sample": "small_sample",
    "is_decided": "decided",
    "is_over_year": "over_year",
}
"""Columns of the rankings report that become flags; `not_ranked` and `veto` are added."""

RESULT_COLUMNS = (
    Column("period", "Period"),
    Column("unit_id", "Unit code"),
    Column("unit", "Unit"),
    Column("unit_type", "Type"),
    Column("score", "Score (points)", 2),
    Column("rank", "Rank"),
    Column("unit_count", "Ranked units"),
    Column("tier", "Tier"),
    Column("previous_score", "Previous score", 2),
    Column("score_change", "Score change", 2),
    Column("previous_rank", "Previous rank"),
    Column("rank_change", "Rank change"),
    Column("previous_tier", "Previous tier"),
    Column("tier_shift", "Tier shift"),
    Column("gap_to_next", "Gap to next", 2),
    Column("base", "Base", 6),
    Column("bonus_points", "Bonus", 2),
    Column("penalty_points", "Deductions", 2),
    Column("computed_tier", "Computed tier"),
    Column("ceiling", "Veto ceiling"),
    Column("tie_break_used", "Tie-break used"),
    Column("month_count", "Months"),
    Column("quarter_end_base", "Period-end base", 6),
    Column("flags", "Flags"),
)
SCORE_COLUMNS = (
    Column("period", "Period"),
    Column("month", "Month"),
    Column("unit_id", "Unit code"),
    Column("unit", "Unit"),
    Column("unit_type", "Type"),
    Column("indicator_id", "Indicator code"),
    Column("indicator", "Indicator"),
    Column("measure_unit", "Measure unit"),
    Column("module_id", "Module"),
    Column("function", "Function"),
    Column("value", "Value"),
    Column("state", "State"),
    Column("carried_from", "Carried from"),
    Column("target_value", "Target"),
    Column("plan_share", "Planned share"),
    Column("share", "Share of the weight", 12),
    Column("weight", "Weight", 4),
    Column("points", "Points", 6),
    Column("terms", "Terms"),
    Column("file_name", "File"),
    Column("sheet", "Sheet"),
    Column("cell", "Cell"),
)


def result_table(period: Period, rankings: pd.DataFrame) -> Table:
    """One row a unit: score, rank, tier, changes and flags of a period."""
    flags = []
    for row in rankings.to_dict("records"):
        marks = [word for column, word in FLAGS.items() if row[column] is True]
        marks += ["not_ranked"] if not row["is_ranked"] else []
        marks += ["veto"] if isinstance(row["ceiling"], str) else []
        flags.append(";".join(marks))
    shown = rankings.assign(
        period=str(period), rank=rankings["rank_in_type"], flags=pd.Series(flags, index=rankings.index, dtype="str")
    )
    return from_frame(str(period), RESULT_COLUMNS, shown, frozen=3)


def score_table(period: Period, scores: pd.DataFrame) -> Table:
    """One row a month, unit and indicator: value, state, terms and points."""
    shown = scores.assign(
        period=str(period),
        month=scores["month"].dt.strftime("%Y-%m"),
        carried_from=scores["carried_from"].dt.strftime("%Y-%m"),
    )
    return from_frame(str(period), SCORE_COLUMNS, shown, frozen=4)
