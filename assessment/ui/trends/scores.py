"""Scores over time: types or modules side by side, or one type, unit or module large with its table."""

from collections.abc import Sequence
from functools import partial, reduce
from typing import Any

import pandas as pd

from assessment import labels
from assessment.charts.svg import over_time
from assessment.charts.svg.over_time import Line, Picture, Span
from assessment.findings import trends as findings
from assessment.i18n import t
from assessment.periods import Period
from assessment.reports import trends
from assessment.ui import block, cells, drawing, heading, load
from assessment.ui.scope import link
from assessment.ui.trends import axis, change_table, panels
from assessment.ui.trends.axis import Axis
from assessment.ui.trends.followed import Followed

_PANEL_MONTHS = 24
Row = Any


def rows_of(followed: Followed) -> pd.DataFrame:
    """What is followed, oldest first: types, a type, a unit or modules."""
    if followed.view == "module":
        return load.frame(trends.trend_module, followed.unit_type, followed.unit, followed.last)
    if followed.view == "unit" and followed.unit:
        rows = load.frame(trends.trend_unit, followed.unit_type, followed.last)
        return rows[rows["unit_id"] == followed.unit]
    types = (followed.unit_type,) if followed.unit_type else followed.scope.unit_types
    return load.frame(trends.trend_type, types, followed.last)


def sentence(followed: Followed) -> str:
    """The page's title."""
    return load.drawn(_sentence, followed)


def _sentence(followed: Followed) -> str:
    rows = rows_of(followed)
    period, calendar = _told(followed, rows), followed.calendar
    if followed.view == "module":
        if not followed.module:
            return findings.modules_line(followed.type_name, rows, period, calendar)
        own = rows[rows["module_id"] == followed.module]
        return findings.score_line(_module_subject(followed, own), own, period, calendar, "median_score")
    if followed.view == "unit" and followed.unit:
        return findings.score_line(followed.unit_name, rows, period, calendar, "score")
    if followed.unit_type:
        return findings.score_line(followed.type_name, rows, period, calendar, "median_score")
    return findings.types_line(rows, period, calendar)


def _told(followed: Followed, rows: pd.DataFrame) -> Period:
    """The period the title speaks of: the one on screen, or its newest month where only months are known."""
    is_own = followed.period.kind == "month" or (followed.period.kind == "quarter" and followed.view != "module")
    months = rows.loc[rows["period_kind"] == "month", "period_start"]
    return followed.period if is_own or months.empty else followed.calendar.period("month", months.max().date())


def draw(followed: Followed, noted: Sequence[Any]) -> None:
    """Panels, or a figure with its table."""
    if followed.view == "type" and not followed.unit_type:
        _panels(followed, "unit_type")
    elif followed.view == "module" and not followed.module:
        _panels(followed, "module_id")
    else:
        block.draw(load.drawn(_large, followed, tuple(noted)), "trend")


def _panels(followed: Followed, column: str) -> None:
    block.draw(load.drawn(_made_panels, followed, column), "trend_panels")


def _made_panels(followed: Followed, column: str) -> str:
    """The panels under what they show and the ends of their one scale."""
    rows = rows_of(followed)
    months = rows[rows["period_kind"] == "month"]
    line = axis.of_rows(axis.listed(months), followed.calendar).newest(_PANEL_MONTHS)
    found = [_panel(followed, line, axis.listed(own)) for _, own in months.groupby(column, sort=False)]
    low, high = panels.scale(found)
    about = t(
        "One scale for all panels, {low} to {high} points; dotted lines part the years. A panel opens its figure.",
        low=labels.number(low),
        high=labels.number(high),
    )
    title = t("The median of each, and the middle half of the units around it")
    return heading.section_html(title, about) + panels.html(found, low, high)


def _panel(followed: Followed, line: Axis, rows: Sequence[Row]) -> panels.Panel:
    row, calendar = rows[-1], followed.calendar
    if followed.view == "module":
        name = labels.name(row.module, row.module_en)
        address = link("trends", followed.type_scope, view="module", module=row.module_id, unit=followed.unit)
    else:
        name = labels.type_name(row.unit_type, row.type_name, row.type_name_en)
        address = link("trends", type(followed.scope)(followed.scope.period, (row.unit_type,), followed.scope.language))
    is_now = row.period_start.date() == line.months[-1]
    return panels.Panel(
        name=name,
        address=address,
        middle=line.values(rows, "median_score"),
        lower=line.values(rows, "lower_quartile"),
        upper=line.values(rows, "upper_quartile"),
        borders=list(line.borders()),
        change=cells.points_change(row.pop_change) if is_now else labels.NONE,
        first=calendar.full("month", line.months[0]),
        last=calendar.full("month", line.months[-1]),
    )


def _large(followed: Followed, noted: Sequence[Any]) -> str:
    """The figure, and the table under it."""
    rows = rows_of(followed)
    listed = axis.listed(rows[rows["module_id"] == followed.module] if followed.view == "module" else rows)
    months = [row for row in listed if row.period_kind == "month"]
    if followed.view == "unit":
        types = list(load.frame(trends.trend_type, (followed.unit_type,), followed.last).itertuples(index=False))
    else:
        types = listed
    of_type = [row for row in types if row.period_kind == "month"]
    line = axis.of_rows(of_type, followed.calendar)
    picked = _picked(followed, line, months)
    quarters_of = [] if followed.view == "module" or (followed.view == "type" and picked) else listed
    measure = "score" if followed.view == "unit" else "median_score"
    picture = Picture(
        count=len(line.months),
        ticks=line.ticks(),
        middle=_middle(line, of_type, t("Median")),
        lower=line.values(of_type, "lower_quartile"),
        upper=line.values(of_type, "upper_quartile"),
        dims=_dims(followed, line),
        picked=picked,
        quarters=_quarters(followed, line, quarters_of, measure),
        borders=line.borders(_new_schemes(of_type)),
        marks=_numbers(line, noted),
    )
    table = change_table.of_scores(listed, followed.calendar, measure, change_table.note_marks(noted))
    head = heading.section_html(t("By month"), _legend(followed))
    return head + drawing.broad(partial(over_time.draw, picture), sentence(followed)) + table


def _legend(followed: Followed) -> str:
    if followed.view == "module":
        return t("Line: median of the type, out of 100 in the module; pale: middle half of the units.")
    middle = t("Line: median of the type; pale: middle half of the units.")
    parts = [middle] if followed.view == "type" and followed.unit else [middle, t("Short steps: the quarter's score.")]
    parts += [t("Thin lines: each unit.")] if followed.view == "type" else []
    return reduce(lambda a, b: t("{a} {b}", a=a, b=b), parts)


def _middle(line: Axis, rows: Sequence[Row], name: str) -> Line:
    def written(row: Row) -> str:
        half = f"{labels.score(row.lower_quartile)}–{labels.score(row.upper_quartile)}"
        return t("Median {score} (middle half {half})", score=labels.score(row.median_score), half=half)

    return Line(name, line.values(rows, "median_score"), line.words(rows, written))


def _picked(followed: Followed, line: Axis, months: Sequence[Row]) -> Line | None:
    """The unit that is picked out, in its own colour."""
    if not followed.unit:
        return None
    rows, column = months, "unit_score" if followed.view == "module" else "score"
    if followed.view == "type":
        every = load.frame(trends.trend_unit, followed.unit_type, followed.last)
        own = every[(every["unit_id"] == followed.unit) & (every["period_kind"] == "month")]
        rows = axis.listed(own)
    said = line.words(rows, lambda row: f"{followed.unit_name} {labels.score(getattr(row, column))}")
    return Line(followed.unit_name, line.values(rows, column), said)


def _dims(followed: Followed, line: Axis) -> list[Line]:
    """Every other unit of a type."""
    if followed.view != "type":
        return []
    every = load.frame(trends.trend_unit, followed.unit_type, followed.last)
    every = every[(every["period_kind"] == "month") & (every["unit_id"] != followed.unit)]
    found = []
    for _, own in every.groupby("unit_id", sort=False):
        rows = axis.listed(own)
        name = labels.name(rows[-1].unit, rows[-1].unit_en)
        said = line.words(rows, lambda row, name=name: f"{name} {labels.score(row.score)}")
        found.append(Line(name, line.values(rows, "score"), said))
    return found


def _quarters(followed: Followed, line: Axis, rows: Sequence[Row], measure: str) -> list[Span]:
    """季小结 over the months it covers."""
    found = []
    for row in rows:
        value = getattr(row, measure)
        places = line.span(row.period_start.date(), row.as_of_month.date()) if row.period_kind == "quarter" else None
        if places and not labels.is_missing(value):
            name = followed.calendar.full("quarter", row.period_start.date())
            found.append(Span(*places, float(value), f"{name}\n{labels.score(value)}"))
    return found


def _new_schemes(rows: Sequence[Row]) -> list[Any]:
    return [row.period_start.date() for row in rows if bool(row.is_pop_over_scheme)]


def _numbers(line: Axis, noted: Sequence[Any]) -> dict[int, str]:
    """Numbers of the notes as listed below, by their month's place."""
    found: dict[int, list[str]] = {}
    for number, note in enumerate(noted, 1):
        at = line.place(note.period_start.date()) if note.period_kind == "month" else None
        if at is not None:
            found.setdefault(at, []).append(str(number))
    return {at: " ".join(numbers) for at, numbers in found.items()}


def _module_subject(followed: Followed, own: pd.DataFrame) -> str:
    name = labels.name(own["module"].iloc[-1], own["module_en"].iloc[-1]) if len(own) else followed.module
    return f"{followed.type_name} · {name}"
