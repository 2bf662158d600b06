"""The bump chart of a type: places over twelve periods, what rose and fell in colour."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from assessment import labels, origin, reports
from assessment.charts import bump, svg
from assessment.findings import standings as findings
from assessment.findings.overview import short_name
from assessment.i18n import t
from assessment.meeting.places import places
from assessment.periods import Period
from assessment.reports import standings
from assessment.ui import chart, empty, heading, load, picture
from assessment.ui.scope import Scope, link

Row = Any
_STEPS = 12
_TICK_STEP = 3


def draw(scope: Scope, ranking: pd.DataFrame, picked: tuple[str, ...]) -> None:
    """`ranking` holds one type in the order of its places; picked units stand out, else who rose and fell most."""
    title = findings.places(ranking)
    heading.section(title, t("A gap where a unit was not ranked; units that share a place meet in one point"))
    figure = load.drawn(_figure, scope, picked)
    if figure is not None:
        chart.draw(figure, "places", title)
        _take_along(scope, ranking, picked, title)


def _take_along(scope: Scope, ranking: pd.DataFrame, picked: tuple[str, ...], title: str) -> None:
    """The picture for another document: a link until it is asked for, for its buttons cost the browser time."""
    if scope.period is None:
        return
    own = {name: value for name, value in st.query_params.items() if name == "pick"}
    if st.query_params.get("picture") != "places":
        where = link("rankings", scope, picture="places", **own)
        empty.links([(where, t("This picture for another document"))])
        return
    history = load.frame(standings.rank_history, scope.period, scope.unit_types)
    figure = places(load.calendar(), scope.period.kind, history, ranking, picked)
    if figure is not None:
        when = load.period_name(scope.period)
        foot = " · ".join(origin.foot(when, load.footer(scope.period)))
        file = svg.standalone(figure, title=title, about=when, foot=foot)
        parts = [t("Unit rankings"), t("Places"), str(scope.period), *scope.unit_types]
        picture.offer(figure, title, file, "_".join(parts), "places")


def _figure(scope: Scope, picked: tuple[str, ...]) -> Any:
    """None where nobody has had a place."""
    history = load.frame(standings.rank_history, scope.period, scope.unit_types)
    if history.empty or scope.period is None:
        return None
    ranking = load.frame(reports.rankings, scope.period, scope.unit_types)
    rows: list[Row] = list(history.itertuples(index=False))
    first = min(int(row.step) for row in rows)
    periods = _periods(rows, scope.period)
    tones = findings.standing_out(ranking, picked)
    known = {(row.unit_id, row.step): row for row in rows}
    shown: list[Row] = [row for row in ranking.itertuples(index=False) if row.unit_id in set(history["unit_id"])]
    lines = [_line(row, known, tones.get(row.unit_id, ""), periods, first) for row in shown]
    return bump.draw(lines, _ticks(periods, first), chart.palette())


def _periods(rows: list[Row], now: Period) -> dict[int, Period]:
    """The period of every step in which anybody has a place."""
    return {int(row.step): Period(now.kind, row.period_start.date(), now.year_start_month) for row in rows}


def _ticks(periods: dict[int, Period], first: int) -> dict[int, str]:
    """Every third period from the last one back; the year below the first one told of each year."""
    is_merged, ticks, year = load.calendar().is_merged, {}, 0
    for step in sorted(periods):
        if (_STEPS - 1 - step) % _TICK_STEP:
            continue
        period = periods[step]
        word = short_name(period, is_merged)
        if period.kind != "year" and period.start.year != year:
            word += f"<br>{t('Year {year}', year=period.start.year)}"
        year = period.start.year
        ticks[step - first] = word
    return ticks


def _line(row: Row, known: dict[Any, Row], tone: str, periods: dict[int, Period], first: int) -> bump.Line:
    name = labels.name(row.unit, row.unit_en)
    places: list[int | None] = []
    hover: list[str] = []
    for step in range(first, _STEPS):
        at = known.get((row.unit_id, step))
        places.append(int(at.rank_in_type) if at else None)
        hover.append(_hover(name, at, periods[step]) if at else "")
    return bump.Line(f"{labels.count(row.rank_in_type)} {name}", places, hover, tone)


def _hover(name: str, at: Row, period: Period) -> str:
    words = {"rank": labels.count(at.rank_in_type), "count": labels.count(at.unit_count)}
    parts = [t("place {rank} of {count}", **words), t("{score} points", score=labels.score(at.score))]
    if at.tied_count > 1:
        parts.append(t("shared by {count}", count=labels.count(at.tied_count)))
    return f"<b>{escape(name)}</b><br>{load.period_name(period)}<br>{t('; ').join(parts)}"
