"""What the tier shifts page shows, as tables of a workbook."""

from collections.abc import Sequence

import pandas as pd

from assessment.export.table import Column, Table, from_frame
from assessment.findings import tier_shifts as findings
from assessment.i18n import t
from assessment.ui.rankings.sheets import spoken

_MOVES = (
    Column("unit_type", "Type"),
    Column("unit_id", "Unit code"),
    Column("unit", "Unit"),
    Column("word", "Tier shift"),
    Column("base_tier", "Tier before"),
    Column("tier", "Tier now"),
    Column("base_score", "Previous score", 2),
    Column("score", "Score (points)", 2),
    Column("score_change", "Score change", 2),
    Column("base_rank", "Previous rank"),
    Column("rank_in_type", "Rank"),
    Column("rank_change", "Rank change"),
    Column("why", "Why"),
)
_FLOW = (
    Column("base_tier", "Tier before"),
    Column("tier", "Tier now"),
    Column("unit_count", "Units"),
)
_DRIVERS = (
    Column("unit_id", "Unit code"),
    Column("unit", "Unit"),
    Column("indicator_id", "Indicator code"),
    Column("indicator", "Indicator"),
    Column("base_points", "Points before", 2),
    Column("points", "Points now", 2),
    Column("effect", "Effect (points)", 2),
    Column("bonus_change", "Bonus change", 2),
    Column("penalty_change", "Deduction change", 2),
    Column("other_change", "Other indicators", 2),
    Column("score_change", "Score change", 2),
)
_RUNS = (
    Column("kind", "Streak"),
    Column("unit_type", "Type"),
    Column("unit_id", "Unit code"),
    Column("unit", "Unit"),
    Column("period_count", "Periods"),
    Column("since", "Since"),
    Column("places", "Places"),
)


def tables(moves: pd.DataFrame, flow: pd.DataFrame, drivers: pd.DataFrame, runs: pd.DataFrame) -> Sequence[Table]:
    """Moves with their reasons, the flow's counts, the drivers of the moved units, the runs."""
    told = spoken(moves, "unit", "tier", "base_tier")
    words = [findings.shift_word(code) for code in moves["tier_shift"]]
    why = [
        t("; ").join(findings.reasons(row) if row.tier_shift in findings.COMPARED else [findings.apart(row)])
        for row in moves.itertuples()
    ]
    told = told.assign(
        word=pd.Series(words, index=moves.index, dtype="str"), why=pd.Series(why, index=moves.index, dtype="str")
    )
    moved = told[told["tier_shift"].isin(["promoted", "demoted"])]
    names = moved.set_index("unit_id")["unit"]
    drivers = spoken(drivers[drivers["unit_id"].isin(moved["unit_id"])], "indicator")
    kinds = _run_words()
    return [
        from_frame(t("Tier shifts"), _MOVES, told),
        from_frame(t("Flow"), _FLOW, spoken(flow, "base_tier", "tier")),
        from_frame(t("Indicators that moved most"), _DRIVERS, drivers.assign(unit=drivers["unit_id"].map(names))),
        from_frame(
            t("Streaks"),
            _RUNS,
            spoken(runs, "unit").assign(
                kind=runs["streak"].map(kinds).astype("str"),
                since=runs["since_start"].dt.strftime("%Y-%m").astype("str"),
            ),
        ),
    ]


def _run_words() -> dict[str, str]:
    return {
        "best": t("in the best tier"),
        "lowest": t("in the lower tiers"),
        "rising": t("up in place"),
        "falling": t("down in place"),
    }
