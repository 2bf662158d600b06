"""Where the year is heading: the indicators whose median unit is not expected to reach its target."""

from typing import Any

from assessment import labels
from assessment.charts.figure import Figure, Series
from assessment.findings import meeting as words
from assessment.findings.forecast import at_risk, expected
from assessment.i18n import t
from assessment.meeting import slide
from assessment.meeting.material import Material
from assessment.meeting.slide import Cell, Column, Slide, Table

Row = Any
_BARS = 10
_ROWS_A_SCREEN = 8


def slides(material: Material) -> list[Slide]:
    """The forecasts at risk in a picture and in a table; a sentence where none is; nothing without a plan."""
    if material.forecasts.empty:
        return []
    risky = at_risk(material.forecasts)
    when = material.calendar.full("month", material.month)
    picture = Slide(
        "forecast",
        "forecast",
        words.forecast(risky),
        slide.joined(
            [
                when,
                t("expected by the end of the year, if the year goes on like the last one"),
                t("an indicator counts once, in however many types"),
            ]
        ),
        figure=_figure(risky[:_BARS]) if risky else None,
        lines=() if risky else (t("{count} forecasts, none of them at risk", count=len(material.forecasts)),),
        sources=_sources(),
    )
    if not risky:
        return [picture]
    listed = Slide(
        "forecast.list",
        "forecast",
        words.needed(risky),
        slide.joined([when, t("sums where the units add up")]),
        table=Table(_columns(), [_row(material, row) for row in risky]),
        sources=_sources(),
    )
    return [picture, *slide.paged(listed, _ROWS_A_SCREEN)]


def _sources() -> tuple[str, ...]:
    return (
        t("Forecast: the sum so far over the part of the year's total that last year had by this month"),
        t("± the median error of such forecasts in the years before; light by the lag of the median forecast"),
    )


def _figure(rows: list[Row]) -> Figure:
    expected = tuple(slide.number(row.median_forecast_rate) for row in rows)
    tones = tuple("red" if row.light == "red" else "amber" for row in rows)
    return Figure(
        "against",
        t("Expected part of the annual target, median of the units"),
        tuple(f"{row.unit_type} {labels.name(row.indicator, row.indicator_en)}" for row in rows),
        (
            Series(t("Expected"), expected, "amber", tones),
            Series(t("Annual target"), tuple(1.0 for _ in rows), "grey"),
        ),
        "percent",
    )


def _columns() -> list[Column]:
    return [
        Column(t("Indicator"), 0.24),
        Column(t("Done (median)"), 0.1, is_number=True),
        Column(t("Expected (median)"), 0.15, is_number=True),
        Column(t("Units at risk"), 0.1, is_number=True),
        Column(t("Needed a month, all together"), 0.14, is_number=True),
        Column(t("A month so far, all together"), 0.13, is_number=True),
        Column(t("Lowest"), 0.14),
    ]


def _row(material: Material, row: Row) -> list[Cell]:
    name = f"{row.unit_type} {labels.name(row.indicator, row.indicator_en)}"
    if row.as_of_month < row.month:
        as_of = t("as of {month}", month=material.calendar.short("month", row.as_of_month.date()))
        name = t("{finding} ({reason})", finding=name, reason=as_of)
    return [
        Cell(name),
        slide.percent(row.median_annual_rate),
        Cell(
            expected(row.median_forecast_rate, row.median_band_rate),
            slide.number(row.median_forecast_rate),
            str(row.light),
        ),
        Cell(f"{labels.count(row.at_risk_count)}/{labels.count(row.unit_count)}"),
        Cell(labels.amount(row.needed_per_month_sum, row.measure_unit), slide.number(row.needed_per_month_sum)),
        Cell(labels.amount(row.pace_sum, row.measure_unit), slide.number(row.pace_sum)),
        _lowest(row),
    ]


def _lowest(row: Row) -> Cell:
    if labels.is_missing(row.weak_units):
        return Cell(labels.NONE)
    return slide.unit(row.weak_unit_ids[0], row.weak_units[0], row.weak_units_en[0])
