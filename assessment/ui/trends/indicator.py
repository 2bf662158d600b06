"""An indicator over time: cumulative amounts by calendar month beside last year, anything else along the months."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from assessment import labels
from assessment.charts import season
from assessment.charts.season import Season
from assessment.charts.svg import over_time
from assessment.charts.svg.over_time import Line, Picture
from assessment.findings import trends as findings
from assessment.i18n import t
from assessment.reports import trends
from assessment.ui import block, cells, chart, drawing, heading, load
from assessment.ui.trends import axis, change_table
from assessment.ui.trends.axis import Axis
from assessment.ui.trends.followed import Followed

Row = Any


def rows_of(followed: Followed) -> pd.DataFrame:
    """The indicator's months of the type or the unit, oldest first; of a quarterly one those with a value."""
    return _due(followed, followed.unit)


def sentence(followed: Followed) -> str:
    """The page's title."""
    rows = rows_of(followed)
    name = (
        labels.name(followed.indicator.indicator, followed.indicator.indicator_en)
        if followed.indicator is not None
        else ""
    )
    subject = t("{owner} {indicator}", owner=followed.unit_name or followed.type_name, indicator=name)
    return findings.indicator_line(subject, rows, followed.indicator, bool(followed.unit), followed.calendar)


def about(followed: Followed) -> list[str]:
    """How the indicator is measured."""
    found = followed.indicator
    if not found.has_value:
        return [t("graded or by milestones: share of the weight won, in percent")]
    unit = t("in {unit}", unit=labels.measure(found.measure_unit).strip() or found.measure_unit)
    return [unit, t("cumulative in the year") if found.is_additive else ""]


def draw(followed: Followed, noted: Sequence[Any]) -> None:
    """The figures and the table."""
    rows = rows_of(followed)
    if rows["measure"].notna().any():
        if followed.indicator.is_additive:
            _seasons(followed, rows, noted)
        else:
            _along(followed, rows, noted)
    table = change_table.of_indicator(
        axis.listed(rows),
        followed.calendar,
        findings.measure_unit(followed.indicator),
        bool(followed.indicator.is_additive),
        change_table.note_marks(noted),
    )
    definition = cells.indicator(followed.scope, followed.indicator.indicator_id, t("Its definition"))
    block.draw(f"{table}<p class='sj-note'>{definition}</p>", "trend_table")


def _due(followed: Followed, unit: str) -> pd.DataFrame:
    parameters = (followed.indicator.indicator_id, followed.unit_type, unit, followed.last)
    rows = load.frame(trends.trend_indicator, *parameters)
    return rows if followed.indicator.frequency == "monthly" else rows[rows["value_count"] > 0]


def _seasons(followed: Followed, rows: pd.DataFrame, noted: Sequence[Any]) -> None:
    """This assessment year beside the last: cumulative lines, then what each month added."""
    newest = rows["year_start"].max()
    now = axis.listed(rows[rows["year_start"] == newest])
    before = axis.listed(rows[rows["year_start"] == newest - pd.DateOffset(years=1)])
    places = _places(followed, newest)
    words = [followed.calendar.short("month", month.date()) for month in places]
    unit = findings.measure_unit(followed.indicator)

    def line(found: Sequence[Row], column: str, name: str) -> Line | None:
        by_place = {row.month_index: row for row in found if not labels.is_missing(getattr(row, column))}
        listed = [by_place.get(_index(followed, month)) for month in places]
        values = [None if row is None else float(getattr(row, column)) for row in listed]
        said = ["" if row is None else f"{name} · {word}\n{labels.amount(getattr(row, column), unit)}"
                for row, word in zip(listed, words, strict=True)]  # fmt: skip
        return Line(name, values, said) if by_place else None

    names = [_year_name(followed, start) for start in (newest, newest - pd.DateOffset(years=1))]
    drawn = Season(
        words,
        line(now, "measure", names[0]) or Line(names[0], []),
        line(before, "measure", names[1]),
        line(now, "planned_value", t("Time plan")) if followed.unit else None,
        _marks(now, places, noted),
    )
    added = Season(words, line(now, "increment", names[0]) or Line(names[0], []), line(before, "increment", names[1]))
    left, right = st.columns(2)
    with left:
        heading.section(t("Cumulative to each month"), t("The same months of last year beside it"))
        chart.draw(season.lines(drawn, chart.palette()), "season", sentence(followed))
    with right:
        heading.section(t("Added in each month"), t("Dark: {now}; pale: {before}", now=names[0], before=names[1]))
        chart.draw(season.bars(added, chart.palette()), "added", t("What each month added, this year and last"))


def _along(followed: Followed, rows: pd.DataFrame, noted: Sequence[Any]) -> None:
    """Values along all months: a type's median with its middle half, or a unit's before its type's median."""
    listed = axis.listed(rows)
    of_type = axis.listed(_due(followed, "")) if followed.unit else listed
    line = axis.of_rows(of_type or listed, followed.calendar)
    if followed.indicator.frequency != "monthly":  # its own months follow each other: between them nothing is due
        line = Axis([row.period_start.date() for row in of_type or listed], followed.calendar)
    unit = findings.measure_unit(followed.indicator)
    picked = Line(
        followed.unit_name, line.values(listed, "measure"), line.words(listed, _said(followed.unit_name, unit))
    )
    picture = Picture(
        count=len(line.months),
        ticks=line.ticks(),
        middle=Line(t("Median"), line.values(of_type, "measure"), line.words(of_type, _said(t("Median"), unit))),
        lower=line.values(of_type, "lower_quartile"),
        upper=line.values(of_type, "upper_quartile"),
        picked=picked if followed.unit else None,
        borders=line.borders(),
        marks=_numbers(line, noted),
    )
    head = heading.section_html(t("By month"), t("Line: median of the type; pale: middle half of the units."))
    block.draw(head + drawing.broad(partial(over_time.draw, picture), sentence(followed)), "trend")


def _said(name: str, unit: str) -> Callable[[Row], str]:
    return lambda row: f"{name} {labels.amount(row.measure, unit)}"


def _places(followed: Followed, year_start: Any) -> list[Any]:
    """The months of an assessment year that are periods."""
    months = followed.calendar.months(year_start.date(), (year_start + pd.DateOffset(months=11)).date())
    return [pd.Timestamp(month) for month in months]


def _index(followed: Followed, month: Any) -> int:
    return int((month.month - followed.calendar.year_start_month) % 12) + 1


def _year_name(followed: Followed, start: Any) -> str:
    return t("Year {year}", year=followed.calendar.period("month", start.date()).year)


def _marks(now: Sequence[Row], places: Sequence[Any], noted: Sequence[Any]) -> dict[int, str]:
    shown = [row.period_start for row in now if row.period_start in places]
    numbered = [(number, note) for number, note in enumerate(noted, 1) if note.period_kind == "month"]
    return {places.index(note.period_start): str(number) for number, note in numbered if note.period_start in shown}


def _numbers(line: Axis, noted: Sequence[Any]) -> dict[int, str]:
    places = {
        number: line.place(note.period_start.date())
        for number, note in enumerate(noted, 1)
        if note.period_kind == "month"
    }
    return {at: str(number) for number, at in places.items() if at is not None}
