"""The page from its address to its download."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from assessment import export, labels
from assessment.findings import unit_profile as findings
from assessment.i18n import t
from assessment.periods import Period
from assessment.reports import profile, shifts, standings
from assessment.ui import empty, heading, load, notes, table_download
from assessment.ui.scope import Scope, link
from assessment.ui.unit_profile import (
    change,
    indicator_rows,
    module_bars,
    months,
    past,
    picker,
    point_lists,
    portrait,
    score_card,
    workbook,
)
from assessment.ui.unit_profile.rows import first_of

Tables = Callable[[], export.Table]


def draw(scope: Scope) -> None:
    """One unit in one period; a store without results says what to do next."""
    title = st.container()
    picked = picker.draw(scope) if scope.period else None
    if scope.period is None or picked is None:
        empty.store(scope)
        return
    period, unit_id = scope.period, picked.unit_id
    card = load.frame(profile.profile_card, unit_id, period)
    history = load.frame(profile.profile_history, unit_id, period)
    row: Any = first_of(card)
    name = load.period_name(period)
    cells, marks = _cells(unit_id, row)
    with title:
        opened = cells if period.kind == "month" else cells.head(0)
        said = findings.headline(picked.name, findings.when(period, name), row, opened)
        heading.draw(said, [name, *(findings.about(row) if row else [])])
    tables: list[Tables] = []
    if row is None:
        _nothing(scope, unit_id, history)
    else:
        picker.neighbours(scope, picked, row.unit_type)
        tables = _result(scope, unit_id, card, row, cells, marks, history)
    past.draw(scope, unit_id)
    portrait.draw(_only(profile.profile_unit, unit_id), load.frame(profile.profile_memberships, unit_id), cells)
    notes.draw(scope, unit=(unit_id, picked.name))
    table_download.offer(
        scope,
        f"{t('Unit profile')}_{picked.name}",
        lambda: [*(make() for make in tables), workbook.history_table(scope, history)],
        {t("Unit"): picked.name, t("Points"): t("After renormalising, points add up to the base of the month")},
    )


def _cells(unit_id: str, row: Any) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Indicators and milestones of a month; for a quarter or year those of its last month, for the portrait."""
    if row is None:
        return pd.DataFrame(), pd.DataFrame()
    month = row.as_of_month.date()
    return indicator_rows.cells_of(unit_id, month), load.frame(profile.profile_milestones, unit_id, month)


def _only(report: Any, unit_id: str) -> Any:
    return first_of(load.frame(report, unit_id))


def _result(
    scope: Scope,
    unit_id: str,
    card: pd.DataFrame,
    row: Any,
    cells: pd.DataFrame,
    marks: pd.DataFrame,
    history: pd.DataFrame,
) -> list[Tables]:
    """The blocks of a unit that counts in the period; what they show, for the download."""
    period = scope.period
    assert period is not None
    last = row.as_of_month.date()
    events = load.frame(profile.profile_events, unit_id, period, last)
    made = load.frame(profile.profile_months, unit_id, period, last)
    near = load.frame(standings.near_misses, period, (row.unit_type,))
    score_card.draw(row, made, events, first_of(near[near["unit_id"] == unit_id]))
    tables: list[Tables] = [lambda: workbook.card_table(card), lambda: workbook.event_table(events)]
    if period.kind != "month":
        months.draw(scope, unit_id, row, made)
        return [*tables, lambda: workbook.month_table(made)]
    if cells.empty:
        return tables
    st.html(load.drawn(_points, scope, unit_id, last, _before(scope, row, history), row.unit_type))
    indicator_rows.draw(scope, unit_id, last, row.base)
    return [*tables, lambda: workbook.cell_table(cells, marks)]


def _before(scope: Scope, row: Any, history: pd.DataFrame) -> Period | None:
    """The period that the change of the score compares with; None where there is none."""
    earlier = history[history["period_start"] < pd.Timestamp(row.period_start)]
    if labels.is_missing(row.score_change) or earlier.empty:
        return None
    return past.period_of(scope, first_of(earlier.tail(1)))


def _points(scope: Scope, unit_id: str, month: date, before: Period | None, unit_type: str) -> str:
    """What the change is made of, where points were lost, won by module, and won beyond the others."""
    cells, modules = indicator_rows.cells_of(unit_id, month), load.frame(profile.profile_modules, unit_id, month)
    left, right = [point_lists.weakest(scope, cells)], [module_bars.html(modules)]
    changed = ""
    if before and scope.period:
        drivers = load.frame(shifts.shift_drivers, scope.period, before, (unit_type,))
        changed = change.html(scope, drivers[drivers["unit_id"] == unit_id])
    if changed:
        left.insert(0, changed)
    (right if changed else left).append(point_lists.strongest(scope, cells))
    return f"<div class='up-blocks'><div>{''.join(left)}</div><div>{''.join(right)}</div></div>"


def _nothing(scope: Scope, unit_id: str, history: pd.DataFrame) -> None:
    """A unit that joined later or left earlier: where it does count."""
    known = history[history["score"].notna()]
    if known.empty:
        empty.links([(link("rankings", scope), t("The whole ranking"))])
        return
    there = past.period_of(scope, first_of(known.tail(1)))
    words = t("Show {period}", period=load.period_name(there))
    empty.links([(link("unit_profile", replace(scope, period=there), unit=unit_id), words)])
