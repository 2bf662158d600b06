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


def html(scope: Scope, picked: tuple[str, ...], is_taken: bool) -> str:
    """The finding and the figure: picked units stand out, else who rose and fell most. Below it, unless it `is_taken`
    already, the way to take the picture along: a link, for the buttons of its files cost the browser time.
    """
    title = _title(scope)
    about = t("A name picks its unit out; a gap: not ranked; units that share a place meet in one point")
    head = heading.section_html(title, about)
    figure = _figure(scope, picked)
    if figure is None:
        return head
    height = _ROW * max(len(figure.series), 7) + _FOOT
    drawn = drawing.html(lambda width: svg.canvas_of(figure, width, height, drawing.SIZE), title)
    own = {"pick": ".".join(picked)} if picked else {}
    where = link("rankings", scope, picture="places", **own)
    way = "" if is_taken else empty.links_html([(where, t("This picture for another document"))])
    return head + drawn + way


def chosen(ranking: pd.DataFrame) -> tuple[str, ...]:
    """The units that the address picks out, in the order of their places."""
    asked = st.query_params.get("pick", "").split(".")
    return tuple(unit for unit in ranking["unit_id"] if unit in asked)


def is_taken() -> bool:
    """Whether the reader has asked for the picture's files."""
    return bool(st.query_params.get("picture") == "places")


def take_along(scope: Scope, picked: tuple[str, ...]) -> None:
    """The picture for another document."""
    figure = _figure(scope, picked, is_on_page=False)
    if figure is not None and scope.period is not None:
        when, title = load.period_name(scope.period), _title(scope)
        foot = " · ".join(origin.foot(when, load.footer(scope.period)))
        file = svg.standalone(figure, title=title, about=when, foot=foot)
        parts = [t("Unit rankings"), t("Places"), str(scope.period), *scope.unit_types]
        picture.offer(figure, title, file, "_".join(parts), "places")


def _title(scope: Scope) -> str:
    return findings.places(load.frame(reports.rankings, scope.period, scope.unit_types))


def _figure(scope: Scope, picked: tuple[str, ...], is_on_page: bool = True) -> Figure | None:
    """What a pointer reads and where names lead belongs to the page, not into another document."""
    assert scope.period
    period = scope.period
    history = load.frame(standings.rank_history, period, scope.unit_types)
    ranking = load.frame(reports.rankings, period, scope.unit_types)
    names = {row.unit_id: labels.name(row.unit, row.unit_en) for row in ranking.itertuples(index=False)}

    def told(at: Row) -> str:
        when = load.period_name(Period(period.kind, at.period_start.date(), period.year_start_month))
        return "\n".join([names[at.unit_id], when, _place(at)])

    def leads(row: Row) -> str:
        """The same page with the unit picked out, or let go again."""
        others = [unit for unit in picked if unit != row.unit_id]
        chosen = others if row.unit_id in picked else [*picked, row.unit_id]
        return link("rankings", scope, **({"pick": ".".join(chosen)} if chosen else {}))

    both = {"told": told, "leads": leads} if is_on_page else {}
    return places(load.calendar(), period.kind, history, ranking, picked, **both)


def _place(at: Row) -> str:
    words = {"rank": labels.count(at.rank_in_type), "count": labels.count(at.unit_count)}
    parts = [t("place {rank} of {count}", **words), t("{score} points", score=labels.score(at.score))]
    if at.tied_count > 1:
        parts.append(t("shared by {count}", count=labels.count(at.tied_count)))
    return t("; ").join(parts)
