"""The unit over the last periods of the same kind: a figure and its table."""

from dataclasses import dataclass, replace
from html import escape
from typing import Any

import streamlit as st

from assessment import labels
from assessment.charts import history as figure
from assessment.findings import unit_profile as findings
from assessment.i18n import t
from assessment.periods import Period
from assessment.reports import profile
from assessment.ui import cells, chart, grid, heading, load
from assessment.ui.scope import Scope, link
from assessment.ui.unit_profile.rows import rows_of

_ROWS = 12


def draw(scope: Scope, unit_id: str) -> None:
    """The score beside its type's, then period by period."""
    made = load.drawn(_made, scope, unit_id)
    st.html(made.heading)
    if made.figure:
        chart.draw(made.figure, "profile_history", made.title)
        st.html(made.table)


@dataclass(frozen=True)
class _Made:
    """The block's finding, its heading, and from two scores on a figure and a table."""

    title: str
    heading: str
    figure: Any = None
    table: str = ""


def _made(scope: Scope, unit_id: str) -> _Made:
    assert scope.period
    rows = load.frame(profile.profile_history, unit_id, scope.period)
    title = findings.history(rows)
    if rows["score"].notna().sum() < 2:
        return _Made(title, heading.section_html(title))
    key = t("Line: this unit; band: the middle half of its type; thin line: the median; points: the tier's shade")
    points = [_point(scope, row) for row in rows_of(rows)]
    newest = rows_of(rows.iloc[::-1])
    tables = f"{_table(scope, unit_id, newest[:_ROWS])}{_older(scope, unit_id, newest[_ROWS:])}"
    drawn = figure.draw(points, t("this unit"), t("median"), chart.palette())
    return _Made(title, heading.section_html(title, key), drawn, f"<div class='up-narrow'>{tables}</div>")


def period_of(scope: Scope, row: Any) -> Period:
    """The period of a row of history."""
    known = scope.period or Period("month", row.period_start.date())
    return Period(known.kind, row.period_start.date(), known.year_start_month)


def _older(scope: Scope, unit_id: str, rows: list[Any]) -> str:
    if not rows:
        return ""
    words = escape(t("{count} earlier periods", count=len(rows)))
    return f"<details class='up-older'><summary>{words}</summary>{_table(scope, unit_id, rows)}</details>"


def _table(scope: Scope, unit_id: str, rows: list[Any]) -> str:
    columns = [
        grid.Column(t("Period"), "unit", lambda row: _period(scope, unit_id, row)),
        grid.Column(t("Score (points)"), "num score", lambda row: labels.score(row.score)),
        grid.Column(t("Rank"), "num", _rank),
        grid.Column(
            t("Tier"),
            "tier",
            lambda row: cells.tier(labels.name(row.tier, row.tier_en), row.tier_order, row.tier_count),
        ),
        grid.Column(t("Type's median"), "num mid", lambda row: labels.score(row.type_median)),
        grid.Column(t("Type"), "mid", lambda row: escape(_type(row))),
    ]
    return grid.html(columns, rows)


def _period(scope: Scope, unit_id: str, row: Any) -> str:
    period = period_of(scope, row)
    there = replace(scope, period=period)
    return cells.go(link("unit_profile", there, unit=unit_id), load.period_name(period))


def _rank(row: Any) -> str:
    if labels.is_missing(row.rank_in_type):
        return labels.NONE
    return f"{labels.count(row.rank_in_type)} / {labels.count(row.unit_count)}"


def _type(row: Any) -> str:
    if labels.is_missing(row.unit_type):
        return labels.NONE
    return labels.type_name(row.unit_type, row.type_name, row.type_name_en)


def _point(scope: Scope, row: Any) -> figure.Point:
    name = load.period_name(period_of(scope, row))
    said = [f"<b>{escape(name)}</b>"]
    if labels.is_missing(row.score):
        said.append(escape(t("not assessed")))
    else:
        said.append(escape(t("{score} points", score=labels.score(row.score))))
        said.append(escape(t("place {rank}", rank=_rank(row))))
        said.append(escape(labels.name(row.tier, row.tier_en)))
        said.append(escape(t("median of the type {score}", score=labels.score(row.type_median))))
    return figure.Point(
        name=_tick(period_of(scope, row), name),
        hover="<br>".join(said),
        score=_number(row.score),
        low=_number(row.type_low),
        median=_number(row.type_median),
        high=_number(row.type_high),
        tier_order=None if labels.is_missing(row.tier_order) else int(row.tier_order),
        tier_count=None if labels.is_missing(row.tier_count) else int(row.tier_count),
        run="" if labels.is_missing(row.unit_type) else str(row.unit_type),
    )


def _number(value: Any) -> float | None:
    return None if labels.is_missing(value) else float(value)


def _tick(period: Period, name: str) -> str:
    """A month or quarter on two lines, its year below."""
    if period.kind == "year":
        return escape(name)
    short = t("Q{quarter}", quarter=str(period)[-1]) if period.kind == "quarter" else None
    return f"{escape(short or findings.when(period, t('Jan–Feb')))}<br>{period.year}"
