"""The overview's blocks as tables, one a sheet: the rows the page shows, in the reader's language."""

from collections.abc import Sequence
from typing import Any, Protocol

import pandas as pd

from assessment import labels
from assessment.export.table import Column, Table, from_frame
from assessment.i18n import t


class Blocks(Protocol):
    """What the page shows: frames by block."""

    types: pd.DataFrame
    tiers: pd.DataFrame
    moves: pd.DataFrame
    climbs: pd.DataFrame
    streaks: pd.DataFrame
    rulings: pd.DataFrame
    near_misses: pd.DataFrame
    lagging: pd.DataFrame
    late: pd.DataFrame
    awaited: pd.DataFrame


UNIT = (Column("unit_type", "Type"), Column("unit_id", "Unit code"), Column("unit", "Unit"))
TYPES = (
    Column("unit_type", "Type"),
    Column("type_name", "Name"),
    Column("listed_count", "Units"),
    Column("ranked_count", "Ranked units"),
    Column("leaders", "Leader"),
    Column("leader_score", "Score (points)", 2),
    Column("lead_points", "Lead (points)", 2),
    Column("previous_leaders", "Leader before"),
    Column("median_score", "Median score", 2),
    Column("previous_median", "Median before", 2),
    Column("median_change", "Median change", 2),
)
TIERS = (
    Column("unit_type", "Type"),
    Column("tier", "Tier"),
    Column("unit_count", "Units"),
    Column("previous_count", "Units before"),
    Column("count_change", "Change"),
)
MOVES = (
    *UNIT,
    Column("previous_tier", "Previous tier"),
    Column("tier", "Tier"),
    Column("previous_rank", "Previous rank"),
    Column("rank_in_type", "Rank"),
    Column("rank_change", "Rank change"),
    Column("previous_score", "Previous score", 2),
    Column("score", "Score (points)", 2),
    Column("score_change", "Score change", 2),
    Column("cause", "Main cause"),
    Column("effect", "Effect on the score", 2),
)
CLIMBS = (*UNIT, Column("places", "Places in six periods"), Column("ranks", "Ranks"))
STREAKS = (*UNIT, Column("streak", "Streak"), Column("period_count", "Periods"))
RULINGS = (
    *UNIT,
    Column("ruling", "Ruling"),
    Column("tier", "Tier"),
    Column("other_tier", "Ceiling or computed tier"),
    Column("kinds", "Veto"),
    Column("reason", "Reason"),
)
NEAR_MISSES = (
    *UNIT,
    Column("score", "Score (points)", 2),
    Column("next_tier", "Next tier"),
    Column("points_needed", "Points needed", 2),
)
LAGGING = (
    Column("standing", "Standing"),
    Column("unit_type", "Type"),
    Column("indicator_id", "Indicator code"),
    Column("indicator", "Indicator"),
    Column("median_annual_rate", "Median of the annual target", 1, "percent"),
    Column("median_plan_share", "Planned share", 1, "percent"),
    Column("median_lag", "Behind plan (pp)", 2),
    Column("on_plan_count", "Units on plan"),
    Column("goal_count", "Units measured"),
    Column("units", "Furthest behind"),
)
LATE = (
    *UNIT,
    Column("indicator_id", "Indicator code"),
    Column("indicator", "Indicator"),
    Column("department", "Department"),
    Column("state", "State"),
    Column("month", "Month"),
    Column("open_points", "Points at stake", 2),
)
AWAITED = (
    Column("department", "Department"),
    Column("indicator_id", "Indicator code"),
    Column("indicator", "Indicator"),
    Column("unit_count", "Units"),
    Column("carried_count", "Units with their last share"),
    Column("left_out_count", "Units without its weight"),
)


def overview_tables(blocks: Blocks) -> list[Table]:
    """The tables of a period; blocks with nothing to show are left out."""
    moves = blocks.moves.assign(cause=_words(blocks.moves, _cause))
    rulings = blocks.rulings.assign(ruling=_words(blocks.rulings, _ruling))
    streaks = blocks.streaks.assign(streak=_words(blocks.streaks, lambda row: _streak(row["streak"])))
    placed = blocks.lagging.dropna(subset="kind")
    lagging = placed.assign(standing=_words(placed, lambda row: _standing(row["kind"])))
    late = blocks.late.assign(
        state=_words(blocks.late, lambda row: labels.state("REJECTED" if row["kind"] == "returned" else "LATE")),
        month=blocks.late["month"].dt.strftime("%Y-%m") if len(blocks.late) else blocks.late["month"],
    )
    tables = [
        _table(t("Types"), TYPES, blocks.types),
        _table(t("Tiers"), TIERS, blocks.tiers),
        _table(t("Up and down"), MOVES, moves),
        _table(t("Indicators"), LAGGING, lagging),
        _table(t("Late and returned"), LATE, late),
        _table(t("Awaited"), AWAITED, blocks.awaited),
        _table(t("Vetoes, ties and decisions"), RULINGS, rulings),
        _table(t("Six periods together"), CLIMBS, blocks.climbs),
        _table(t("On end"), STREAKS, streaks),
        _table(t("Just short of a tier"), NEAR_MISSES, blocks.near_misses),
    ]
    return [table for table in tables if table.rows]


def _table(title: str, columns: Sequence[Column], frame: pd.DataFrame) -> Table:
    """Names in the reader's language, lists as one text."""
    shown = frame.copy(deep=False)
    for column in (column.name for column in columns):
        pairs = zip(frame[column], frame.get(f"{column}_en", frame[column]), strict=True)
        if f"{column}_en" in frame or column in ("ranks", "kinds", "units"):
            shown[column] = pd.Series(
                [_one(local, english) for local, english in pairs], index=frame.index, dtype=object
            )
    return from_frame(title, columns, shown, frozen=3)


def _one(local: Any, english: Any) -> str | None:
    if labels.is_missing(local):
        return None
    if isinstance(local, str):
        return labels.name(local, english)
    named = zip(local, english if english is not None else local, strict=True)
    return labels.listing([labels.name(str(one), str(other)) for one, other in named])


def _words(frame: pd.DataFrame, word: Any) -> pd.Series:
    return pd.Series([word(row) for row in frame.to_dict("records")], index=frame.index, dtype=object)


def _cause(row: dict[str, Any]) -> str | None:
    if labels.is_missing(row["term_kind"]):
        return None
    words = {"bonus": t("Bonus"), "deduction": t("Deductions")}
    return words.get(row["term_kind"]) or labels.name(row["indicator"], row["indicator_en"])


def _ruling(row: dict[str, Any]) -> str:
    words = {"veto": t("Veto"), "tie": t("For the leading group"), "decision": t("Decided")}
    return words[row["kind"]]


def _streak(code: str) -> str:
    words = {"best": t("best tier"), "lowest": t("lower tiers"), "rising": t("rising"), "falling": t("falling")}
    return words[code]


def _standing(code: str) -> str:
    words = {"lagging": t("behind plan"), "missed": t("below target or line"), "ahead": t("ahead of plan")}
    return words[code]
