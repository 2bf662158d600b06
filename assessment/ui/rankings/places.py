"""The bump chart of a type: places over twelve periods, what rose and fell in colour."""

import pandas as pd
import streamlit as st

from assessment import labels, origin, reports
from assessment.charts import svg
from assessment.charts.figure import Figure
from assessment.findings import standings as findings
from assessment.i18n import t
from assessment.meeting.places import Row, places
from assessment.periods import Period
from assessment.reports import standings
from assessment.ui import drawing, empty, heading, load, picture
from assessment.ui.scope import Scope, link

_ROW, _FOOT = 32, 24
"""Pixels from place to place, and for the periods under them."""


def draw(scope: Scope, ranking: pd.DataFrame, picked: tuple[str, ...]) -> None:
    """`ranking` holds one type in the order of its places; picked units stand out, else who rose and fell most."""
    title = findings.places(ranking)
    heading.section(title, t("A gap where a unit was not ranked; units that share a place meet in one point"))
    if drawn := load.drawn(_drawn, scope, picked, title):
        drawing.draw(drawn, "places")
        _take_along(scope, picked, title)


def _take_along(scope: Scope, picked: tuple[str, ...], title: str) -> None:
    """The picture for another document: a link until it is asked for, for its buttons cost the browser time."""
    if scope.period is None:
        return
    own = {name: value for name, value in st.query_params.items() if name == "pick"}
    if st.query_params.get("picture") != "places":
        where = link("rankings", scope, picture="places", **own)
        empty.links([(where, t("This picture for another document"))])
        return
    figure = _figure(scope, picked)
    if figure is not None:
        when = load.period_name(scope.period)
        foot = " · ".join(origin.foot(when, load.footer(scope.period)))
        file = svg.standalone(figure, title=title, about=when, foot=foot)
        parts = [t("Unit rankings"), t("Places"), str(scope.period), *scope.unit_types]
        picture.offer(figure, title, file, "_".join(parts), "places")


def _drawn(scope: Scope, picked: tuple[str, ...], title: str) -> str:
    """The figure as the page shows it; "" where nobody had a place before."""
    figure = _figure(scope, picked)
    if figure is None:
        return ""
    height = _ROW * max(len(figure.series), 7) + _FOOT
    return drawing.html(lambda width: svg.canvas_of(figure, width, height, drawing.SIZE), title)


def _figure(scope: Scope, picked: tuple[str, ...]) -> Figure | None:
    assert scope.period
    period = scope.period
    history = load.frame(standings.rank_history, period, scope.unit_types)
    ranking = load.frame(reports.rankings, period, scope.unit_types)
    names = {row.unit_id: labels.name(row.unit, row.unit_en) for row in ranking.itertuples(index=False)}

    def told(at: Row) -> str:
        when = load.period_name(Period(period.kind, at.period_start.date(), period.year_start_month))
        return "\n".join([names[at.unit_id], when, _place(at)])

    return places(load.calendar(), period.kind, history, ranking, picked, told)


def _place(at: Row) -> str:
    words = {"rank": labels.count(at.rank_in_type), "count": labels.count(at.unit_count)}
    parts = [t("place {rank} of {count}", **words), t("{score} points", score=labels.score(at.score))]
    if at.tied_count > 1:
        parts.append(t("shared by {count}", count=labels.count(at.tied_count)))
    return t("; ").join(parts)
