"""What the rankings page shows, as tables of a workbook."""

from collections.abc import Sequence

import pandas as pd

from assessment import export, labels
from assessment.export.table import Column, Table, from_frame
from assessment.i18n import t
from assessment.reports import standings
from assessment.ui import load
from assessment.ui.rankings.near import binds
from assessment.ui.scope import Scope

_SPREAD = (
    Column("unit_type", "Type"),
    Column("ranked_count", "Ranked units"),
    Column("lower_quartile", "Lower quartile", 2),
    Column("median_score", "Median", 2),
    Column("upper_quartile", "Upper quartile", 2),
    Column("previous_median", "Median before", 2),
    Column("median_change", "Median change", 2),
)
_NEAR = (
    Column("unit_type", "Type"),
    Column("unit_id", "Unit code"),
    Column("unit", "Unit"),
    Column("rank_in_type", "Rank"),
    Column("score", "Score (points)", 2),
    Column("computed_tier", "Computed tier"),
    Column("next_tier", "Next tier"),
    Column("needed_score", "Needed", 2),
    Column("points_needed", "Lacks (points)", 2),
    Column("binds", "What binds"),
)
_CLOSE = (
    Column("unit_type", "Type"),
    Column("rank_in_type", "Rank"),
    Column("units", "Unit"),
    Column("score", "Score (points)", 2),
    Column("next_rank", "Rank below"),
    Column("next_units", "Next below"),
    Column("difference", "Apart (points)", 2),
)
_PLACES = (
    Column("unit_type", "Type"),
    Column("unit_id", "Unit code"),
    Column("unit", "Unit"),
    Column("period", "Period"),
    Column("rank_in_type", "Rank"),
    Column("unit_count", "Ranked units"),
    Column("score", "Score (points)", 2),
)


def tables(scope: Scope, ranking: pd.DataFrame) -> Sequence[Table]:
    """The ranking; for one type also places over time, spread, near misses and close calls."""
    if scope.period is None:
        return []
    found = [export.results_in_words(export.result_table(scope.period, ranking), load.period_name(scope.period))]
    if ranking["unit_type"].nunique() != 1:
        return found
    asked = (scope.period, tuple(ranking["unit_type"].unique()))
    misses = spoken(load.frame(standings.near_misses, *asked), "unit", "computed_tier", "next_tier")
    misses["binds"] = pd.Series([binds(row) for row in misses.itertuples()], index=misses.index, dtype="str")
    places = spoken(load.frame(standings.rank_history, *asked), "unit")
    places["period"] = places["period_start"].dt.strftime("%Y-%m").astype("str")
    return [
        *found,
        from_frame(t("Places over 12 periods"), _PLACES, places),
        from_frame(t("Spread"), _SPREAD, load.frame(standings.score_spread, *asked)),
        from_frame(t("Near misses"), _NEAR, misses),
        from_frame(t("Close calls"), _CLOSE, _joined(load.frame(standings.close_calls, *asked))),
    ]


def spoken(frame: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """The frame with names in the reader's language."""
    names = {
        column: pd.Series(
            [labels.name(*pair) for pair in zip(frame[column], frame[f"{column}_en"], strict=True)],
            index=frame.index,
            dtype="str",
        )
        for column in columns
    }
    return frame.assign(**names)


def _joined(calls: pd.DataFrame) -> pd.DataFrame:
    """Lists of names as one text."""
    columns = {}
    for column in ("units", "next_units"):
        pairs = zip(calls[column], calls[f"{column}_en"], strict=True)
        texts = [
            None if labels.is_missing(local) else labels.listing(list(map(labels.name, local, english)))
            for local, english in pairs
        ]
        columns[column] = pd.Series(texts, index=calls.index, dtype="object")
    return calls.assign(**columns)
