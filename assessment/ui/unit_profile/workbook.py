"""What the page shows as tables of a workbook: score card, every indicator with its formula and cell, history."""

from typing import Any

import pandas as pd

from assessment import export, labels
from assessment.i18n import t
from assessment.ui import load
from assessment.ui.scope import Scope
from assessment.ui.unit_profile.indicator_rows import explained
from assessment.ui.unit_profile.past import period_of
from assessment.ui.unit_profile.rows import rows_of

CELL_COLUMNS = (
    export.Column("module_name", "Module"),
    export.Column("indicator_id", "Indicator code", None, "text"),
    export.Column("indicator_name", "Indicator"),
    export.Column("state_word", "State"),
    export.Column("value", "Value"),
    export.Column("target_value", "Target"),
    export.Column("measure", "Measure unit"),
    export.Column("share", "Share of the weight", 2, "percent"),
    export.Column("weight", "Weight", 2),
    export.Column("points", "Points", 2),
    export.Column("won_points", "Won after renormalising", 2),
    export.Column("full_points", "Full after renormalising", 2),
    export.Column("lost_points", "Lost (points)", 2),
    export.Column("type_min", "Type's lowest share", 2, "percent"),
    export.Column("type_median", "Type's median share", 2, "percent"),
    export.Column("type_max", "Type's highest share", 2, "percent"),
    export.Column("rule", "Method"),
    export.Column("formula", "Formula"),
    export.Column("file_name", "File"),
    export.Column("sheet", "Sheet"),
    export.Column("cell", "Cell"),
    export.Column("received", "Received on"),
    export.Column("revision_id", "Revision"),
)
EVENT_COLUMNS = (
    export.Column("kind_name", "Kind"),
    export.Column("event", "Event"),
    export.Column("document", "Document"),
    export.Column("stated_points", "Points", 2),
    export.Column("file_name", "File"),
    export.Column("sheet", "Sheet"),
    export.Column("cell", "Cell"),
)
MONTH_COLUMNS = (
    export.Column("period", "Period"),
    export.Column("score", "Score (points)", 2),
    export.Column("base", "Base", 2),
    export.Column("bonus_points", "Bonus", 2),
    export.Column("penalty_points", "Deductions", 2),
    export.Column("rank_in_type", "Rank"),
    export.Column("tier_name", "Tier"),
)
HISTORY_COLUMNS = (
    export.Column("period", "Period"),
    export.Column("type_label", "Type"),
    export.Column("score", "Score (points)", 2),
    export.Column("rank_in_type", "Rank"),
    export.Column("unit_count", "Ranked units"),
    export.Column("tier_name", "Tier"),
    export.Column("type_low", "Type's lower quartile", 2),
    export.Column("type_median", "Type's median", 2),
    export.Column("type_high", "Type's upper quartile", 2),
)
CARD_COLUMNS = (
    export.Column("unit_name", "Unit"),
    export.Column("type_label", "Type"),
    export.Column("base", "Base", 2),
    export.Column("bonus_points", "Bonus", 2),
    export.Column("penalty_points", "Deductions", 2),
    export.Column("score", "Score (points)", 2),
    export.Column("rank_in_type", "Rank"),
    export.Column("unit_count", "Ranked units"),
    export.Column("tier_name", "Tier"),
    export.Column("rank_change", "Rank change"),
    export.Column("score_change", "Score change", 2),
    export.Column("gap_to_next", "Gap to next", 2),
)


def card_table(card: pd.DataFrame) -> export.Table:
    """The score card as one row."""
    shown = card.assign(
        unit_name=_names(card, "unit", "unit_en"),
        type_label=[labels.type_name(r.unit_type, r.type_name, r.type_name_en) for r in rows_of(card)],
        tier_name=_names(card, "tier", "tier_en"),
    )
    return export.from_frame(t("Score card"), CARD_COLUMNS, shown)


def event_table(events: pd.DataFrame) -> export.Table:
    """Bonuses, deductions and vetoes."""
    return export.from_frame(
        t("Bonuses and deductions"), EVENT_COLUMNS, events.assign(kind_name=_names(events, "kind", "kind_en"))
    )


def cell_table(rows: pd.DataFrame, milestones: pd.DataFrame) -> export.Table:
    """Every indicator with its formula in words and the cell it came from."""
    marks = rows_of(milestones)
    said = [explained(row, [mark for mark in marks if mark.indicator_id == row.indicator_id]) for row in rows_of(rows)]
    shown = rows.assign(
        module_name=_names(rows, "module", "module_en"),
        indicator_name=_names(rows, "indicator", "indicator_en"),
        state_word=[labels.state(code) for code in rows["state"]],
        measure=[labels.measure(unit).strip() for unit in rows["measure_unit"]],
        rule=[one.rule for one in said],
        formula=[one.text() for one in said],
        received=pd.Series([_day(value) for value in rows["received_on"]], index=rows.index, dtype="str"),
    )
    return export.from_frame(t("Indicators"), CELL_COLUMNS, shown, frozen=3)


def month_table(months: pd.DataFrame) -> export.Table:
    """The months of a quarter or year."""
    shown = months.assign(
        period=[f"{month:%Y-%m}" for month in months["month"]], tier_name=_names(months, "tier", "tier_en")
    )
    return export.from_frame(t("Months"), MONTH_COLUMNS, shown)


def history_table(scope: Scope, rows: pd.DataFrame) -> export.Table:
    """The history as on the page, oldest first."""
    listed = rows_of(rows)
    shown = rows.assign(
        period=[load.period_name(period_of(scope, row)) for row in listed],
        type_label=[labels.type_name(str(row.unit_type), row.type_name, row.type_name_en) for row in listed],
        tier_name=_names(rows, "tier", "tier_en"),
    )
    return export.from_frame(t("History"), HISTORY_COLUMNS, shown)


def _names(frame: pd.DataFrame, local: str, english: str) -> list[Any]:
    return [labels.name(one, other) for one, other in zip(frame[local], frame[english], strict=True)]


def _day(value: Any) -> str | None:
    return None if labels.is_missing(value) else f"{value:%Y-%m-%d}"
