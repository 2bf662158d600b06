"""What the year's score is made of, behind one tap."""

from html import escape
from typing import Any

from assessment import labels
from assessment.i18n import t
from assessment.ui import cells, grid
from assessment.ui.grid import Column
from assessment.ui.year.table import Sheet

Row = Any


def html(sheet: Sheet) -> str:
    """Mean base of the months with a tier, base at the year's end, bonus, deductions; the formula above them."""
    rows = [row for unit in sheet.units for key, row in unit.items() if key[0] == "year"]
    if not rows:
        return ""
    columns = [
        Column(t("Unit"), "unit", lambda row: cells.unit(sheet.scope, row.unit_id, labels.name(row.unit, row.unit_en))),
        Column(t("Mean base of the months"), "num", _mean),
        Column(t("Year-end base"), "num", lambda row: labels.score(row.year_end_base)),
        Column(t("Base"), "num mid", lambda row: labels.score(row.year_base)),
        Column(t("Bonus"), "num", lambda row: labels.score(row.bonus_points)),
        Column(t("Deductions"), "num", lambda row: labels.score(row.penalty_points)),
        Column(t("Year (points)"), "num score", lambda row: labels.score(row.score)),
    ]
    head = escape(t("How the year's score is made"))
    return (
        f"<details class='sj-more parts'><summary>{head}</summary>"
        f"<p class='sj-about'>{escape(formula(rows[0]))}</p>{grid.html(columns, rows)}</details>"
    )


def formula(row: Row) -> str:
    """The rule in words with the scheme's own share."""
    alpha = labels.number(row.alpha)
    rest = labels.number(1 - float(row.alpha))
    year = t(
        "Year = {alpha} × mean base of months with a tier + {rest} × base at year's end so far + bonus − deductions.",
        alpha=alpha,
        rest=rest,
    )
    quarter = t("Quarter = mean of its months' scores as published.")
    ranked = t("The year is ranked from {count} months on.", count=labels.count(row.min_year_months))
    return t("{a} {b}", a=t("{a} {b}", a=year, b=quarter), b=ranked)


def _mean(row: Row) -> str:
    months = t("{count} months", count=labels.count(row.tiered_month_count))
    return f"{labels.score(row.mean_base)}<small>{escape(months)}</small>"
