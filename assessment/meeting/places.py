"""The places of a type's units over twelve periods, as a figure."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from assessment import labels
from assessment.charts.figure import Figure, Series
from assessment.findings import standings
from assessment.findings.moments import Calendar
from assessment.i18n import t

Row = Any
STEPS = 12
_TONES = {"up": "blue", "down": "amber"}


def places(
    calendar: Calendar,
    kind: str,
    history: pd.DataFrame,
    ranking: pd.DataFrame,
    picked: Sequence[str] = (),
    told: Callable[[Row], str] | None = None,
    leads: Callable[[Row], str] | None = None,
) -> Figure | None:
    """From the rows of `rank_history` and `rankings` of one type; None where nobody had a place before.

    Picked units stand out, else who rose and who fell most; `told` says what a pointer on a row of `rank_history`
    reads, `leads` where the name of a row of `rankings` leads.
    """
    rows: list[Row] = list(history.itertuples(index=False))
    steps = sorted({int(row.step) for row in rows})
    if len(steps) < 2:
        return None
    known = {(row.unit_id, int(row.step)): row for row in rows}
    shown: list[Row] = [row for row in ranking.itertuples(index=False) if (row.unit_id, STEPS - 1) in known]
    starts = {int(row.step): row.period_start.date() for row in rows}
    shown_steps = range(steps[0], STEPS)
    ways = [(row, [known.get((row.unit_id, step)) for step in shown_steps]) for row in shown]
    tones = standings.standing_out(ranking, picked)
    return Figure(
        "places",
        t("Places over {count} periods", count=len(shown_steps)),
        tuple(calendar.short(kind, starts[step]) if step in starts else "" for step in shown_steps),
        tuple(
            Series(
                f"{labels.count(row.rank_in_type)} {labels.name(row.unit, row.unit_en)}",
                tuple(None if at is None else float(at.rank_in_type) for at in way),
                _TONES.get(tones.get(row.unit_id, ""), "grey"),
                told=tuple("" if at is None else told(at) for at in way) if told else (),
                leads=leads(row) if leads else "",
            )
            for row, way in ways
        ),
        "count",
    )
