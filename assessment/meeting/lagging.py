"""The indicators against the time plan: all types on one screen, then each type with what its units miss."""

from typing import Any

import pandas as pd

from assessment import labels, measures
from assessment.charts.figure import Figure, Series
from assessment.findings import completion as findings
from assessment.findings import meeting as words
from assessment.i18n import t
from assessment.meeting import slide
from assessment.meeting.material import Material
from assessment.meeting.slide import Cell, Column, Slide, Table

Row = Any
_BARS = 10
_ROWS_A_SCREEN = 9


def slides(material: Material) -> list[Slide]:
    """The worst of all types, then one screen a type that is behind or misses a goal."""
    if material.completion.empty:
        return []
    found = [_overall(material)]
    for code, called in material.types.items():
        types = material.completion[material.completion["unit_type"] == code]
        found += _type(material, code, called, types)
    return found


def _overall(material: Material) -> Slide:
    behind = findings.behind(material.completion)
    rows: list[Row] = list(behind.itertuples(index=False))
    figure = None
    if rows:
        shown = rows[:_BARS]
        done = tuple(slide.number(row.median_annual_rate) for row in shown)
        tones = tuple("red" if row.light == "red" else "amber" for row in shown)
        planned = tuple(slide.number(row.median_plan_share) for row in shown)
        figure = Figure(
            "against",
            t("Part of the annual target, median of the units"),
            tuple(f"{row.unit_type} {labels.name(row.indicator, row.indicator_en)}" for row in shown),
            (Series(t("Done"), done, "amber", tones), Series(t("Planned by now"), planned, "grey")),
            "percent",
        )
    missed = len(findings.missed(material.completion))
    lines = (findings.missed_title(material.completion),) if missed else ()
    return Slide(
        "lagging",
        "lagging",
        findings.headline(material.calendar.short("month", material.month), material.completion),
        slide.joined(
            [
                material.calendar.full("month", material.month),
                t("against the time plan"),
                t("an indicator counts once, in however many types"),
            ]
        ),
        lines=lines,
        figure=figure,
        sources=(t("Behind plan: the median unit's lag in points of the annual target has a yellow or red light"),),
    )


def _type(material: Material, code: str, called: str, types: pd.DataFrame) -> list[Slide]:
    behind: list[Row] = list(findings.behind(types).itertuples(index=False))
    missed: list[Row] = list(findings.missed(types).itertuples(index=False))
    if not behind and not missed:
        return []
    rows = [*behind, *missed][: max(_ROWS_A_SCREEN, len(behind))]
    more = len(behind) + len(missed) - len(rows)
    first = Slide(
        f"lagging.{code}",
        "lagging",
        words.lagging(called, behind, missed),
        slide.joined(
            [
                material.calendar.full("month", material.month),
                t("behind plan first, then goals most units miss, by points lost"),
                t("{count} more on the page", count=more) if more > 0 else "",
            ]
        ),
        table=Table(_columns(), [_row(row) for row in rows]),
        remarks=tuple(slide.remark(note) for note in material.notes if _bears(note, code, rows)),
        sources=(t("Lag in points of the annual target; goals by the measure of each scoring function"),),
        unit_type=code,
        type_name=called,
    )
    return slide.paged(first, _ROWS_A_SCREEN)


def _bears(note: Row, code: str, rows: list[Row]) -> bool:
    """A note on one of the indicators shown, for this type or for all."""
    known = {row.indicator_id for row in rows}
    return note.indicator_id in known and (labels.is_missing(note.unit_type) or note.unit_type == code)


def _columns() -> list[Column]:
    return [
        Column(t("Indicator"), 0.24),
        Column(t("Median"), 0.19, is_number=True),
        Column(t("Plan or goal"), 0.11, is_number=True),
        Column(t("Light"), 0.12),
        Column(t("Units there"), 0.09, is_number=True),
        Column(t("Furthest behind"), 0.25),
    ]


def _row(row: Row) -> list[Cell]:
    has_plan = not labels.is_missing(row.median_lag)
    function, unit = row.measure_function, row.measure_unit
    done = labels.percent(row.median_annual_rate) if has_plan else measures.full(function, row.median_measure, unit)
    if function in measures.GAPS:
        done = t("{gap} to the goal", gap=done)
    goal = labels.percent(row.median_plan_share) if has_plan else measures.goal(function, row.median_goal, unit)
    return [
        Cell(labels.name(row.indicator, row.indicator_en)),
        Cell(done, slide.number(row.median_annual_rate) if has_plan else slide.number(row.median_measure)),
        Cell(goal, slide.number(row.median_plan_share) if has_plan else slide.number(row.median_goal)),
        _light(row, has_plan),
        Cell(f"{labels.count(row.on_plan_count)}/{labels.count(row.goal_count)}"),
        Cell(_weakest(row)),
    ]


def _light(row: Row, has_plan: bool) -> Cell:
    if not has_plan:
        return Cell(t("goal missed"), tone="same")
    words_of = {"red": t("■ far behind"), "yellow": t("◆ behind")}
    return Cell(words_of.get(row.light, labels.NONE), tone=str(row.light))


def _weakest(row: Row) -> str:
    if labels.is_missing(row.weak_units):
        return labels.NONE
    names = zip(row.weak_units, row.weak_units_en, strict=True)
    return labels.listing([labels.name(local, english) for local, english in names][:2])
