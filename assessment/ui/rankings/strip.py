"""The scores of a type on one line, with median and quartiles."""

from html import escape
from typing import Any

import pandas as pd

from assessment import labels
from assessment.charts import distribution
from assessment.findings import standings as findings
from assessment.i18n import t
from assessment.reports import standings
from assessment.ui import chart, heading, load
from assessment.ui.rankings.places import toned
from assessment.ui.scope import Scope

Row = Any


def draw(scope: Scope, ranking: pd.DataFrame, picked: tuple[str, ...]) -> None:
    """`ranking` holds one type; quartiles are marked from four units on."""
    spread = load.frame(standings.score_spread, scope.period, scope.unit_types)
    row = spread.iloc[0] if len(spread) else None
    title = findings.spread(row)
    heading.section(title, t("Each point is a unit; ranked units only, quartiles interpolated between neighbours"))
    if row is None:
        return
    tones = toned(ranking, picked)
    ranked: list[Row] = [row for row in ranking.itertuples(index=False) if row.is_ranked]
    named = {ranked[0].unit_id, ranked[-1].unit_id, *picked}
    dots = [_dot(unit, unit.unit_id in named, tones.get(unit.unit_id, "") if picked else "") for unit in ranked]
    figure = distribution.draw(
        dots,
        distribution.Mark(float(row["lower_quartile"]), _words(t("Lower quartile"), row["lower_quartile"])),
        distribution.Mark(float(row["median_score"]), _words(t("Median"), row["median_score"]), is_strong=True),
        distribution.Mark(float(row["upper_quartile"]), _words(t("Upper quartile"), row["upper_quartile"])),
        chart.palette(),
    )
    chart.draw(figure, "spread", title)


def _dot(unit: Row, is_named: bool, tone: str) -> distribution.Dot:
    name, points = labels.name(unit.unit, unit.unit_en), labels.score(unit.score)
    hover = f"<b>{escape(name)}</b><br>{t('{score} points', score=points)}"
    return distribution.Dot(float(unit.score), hover, f"{escape(name)} {points}" if is_named else "", tone)


def _words(what: str, score: object) -> str:
    return f"{what} {labels.score(score)}"
