"""The life of each supplement as a bar over the months."""

from datetime import date
from html import escape

import pandas as pd

from assessment import labels
from assessment.findings import supplements as findings
from assessment.i18n import t
from assessment.ui import cells, heading
from assessment.ui.scope import Scope, link
from assessment.ui.supplements.view import Row, View

_YEARS_BACK = 1
"""The calendar begins with the year before the period's."""


def html(scope: Scope, view: View) -> str:
    """Bars over a calendar; a name opens its supplement."""
    lives: list[Row] = list(view.lives.drop_duplicates(["scheme_id", "module_id"]).itertuples(index=False))
    first, months = _calendar(view, lives)
    rows = "".join(_line(scope, view, [life for life in lives if life.module_id == code], first, months)
                   for code in view.names())  # fmt: skip
    now = _place(_after(view.month), first, months)
    mark = f"<i class='now' style='left:{now:.2f}%' title='{escape(view.when, quote=True)}'></i>"
    head = heading.section_html(t("When the supplements run"), t("The line marks {month}", month=view.when))
    scale = f"<div class='line scale'><span></span><div class='track'>{_scale(first, months)}</div></div>"
    return f"<section class='lives'>{head}{scale}{rows.replace('<!--now-->', mark)}</section>"


def _calendar(view: View, lives: list[Row]) -> tuple[date, int]:
    """The first month of the calendar and how many months it has: whole years around the period."""
    starts = [view.month.year, *(life.starts_on.year for life in lives)]
    first = max(min(starts), view.month.year - _YEARS_BACK)
    ends = [life.ends_on.year for life in lives if not labels.is_missing(life.ends_on)]
    coming = [life.starts_on.year for life in lives]
    last = max([view.month.year, *ends, *coming])
    return date(first, 1, 1), 12 * (last - first + 1)


def _place(day: date, first: date, months: int) -> float:
    """A day in percent of the calendar."""
    passed = 12 * (day.year - first.year) + day.month - 1 + (day.day - 1) / 31
    return min(max(100 * passed / months, 0.0), 100.0)


def _after(month: date) -> date:
    """The first day of the month after."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _scale(first: date, months: int) -> str:
    ticks = []
    for at in range(0, months, 3):
        year, month = first.year + at // 12, at % 12 + 1
        word = t("Year {year}", year=year) if month == 1 else ""
        quarter = t("Q{number}", number=(month + 2) // 3)
        ticks.append(
            f"<span style='left:{100 * at / months:.2f}%;width:{300 / months:.2f}%'><b>{escape(word)}</b>"
            f"{escape(quarter)}</span>"
        )
    return "".join(ticks)


def _line(scope: Scope, view: View, lives: list[Row], first: date, months: int) -> str:
    bars = "".join(_bar(life, first, months) for life in lives)
    life = view.life(lives[0].module_id)
    name = cells.go(link("supplements", scope, module=life.module_id), labels.name(life.module, life.module_en))
    said = findings.life_words(life)
    chip = cells.chip(findings.state_words(life.state), said)
    label = f"<span class='name'>{name} {chip}<small>{escape(said)}</small></span>"
    return f"<div class='line'>{label}<div class='track'>{bars}<!--now--></div></div>"


def _bar(life: Row, first: date, months: int) -> str:
    left = _place(life.starts_on.date(), first, months)
    is_open = labels.is_missing(life.ends_on)
    right = 100.0 if is_open else _place((life.ends_on + pd.Timedelta(days=1)).date(), first, months)
    if right <= 0 or left >= 100:
        return ""
    scheme = labels.name(life.scheme, life.scheme_en)
    words = escape(t("{scheme}: {life}", scheme=scheme, life=findings.life_words(life)), quote=True)
    look = f"{life.state} open" if is_open else life.state
    return f"<i class='bar {look}' style='left:{left:.2f}%;width:{right - left:.2f}%' title='{words}'></i>"
