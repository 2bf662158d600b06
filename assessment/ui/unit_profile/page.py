"""The page from its address to its download."""

from dataclasses import replace

import streamlit as st

from assessment import export
from assessment.findings import unit_profile as findings
from assessment.i18n import t
from assessment.reports import profile, shifts
from assessment.ui import block, empty, heading, load, notes, table_download
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
    seen,
    workbook,
)
from assessment.ui.unit_profile.picker import Picked
from assessment.ui.unit_profile.rows import first_of
from assessment.ui.unit_profile.seen import Seen

_DRIVERS = 8
"""So many indicators explain the change of one unit: the rest is small then."""


def draw(scope: Scope) -> None:
    """One unit in one period; a store without results says what to do next."""
    title = st.container()
    picked = picker.draw(scope) if scope.period else None
    if scope.period is None or picked is None:
        empty.store(scope)
        return
    found = seen.look(scope, picked.unit_id)
    with title:
        heading.draw(*load.drawn(_title, found, picked.name))
    if found.row is None:
        _nothing(found)
    else:
        block.draw(load.drawn(_result, found, picked), "profile")
    block.draw(load.drawn(past.html, scope, picked.unit_id) + load.drawn(_portrait, found), "past")
    notes.draw(scope, unit=(picked.unit_id, picked.name))
    table_download.offer(
        scope,
        f"{t('Unit profile')}_{picked.name}",
        lambda: _tables(seen.look(scope, picked.unit_id)),
        {t("Unit"): picked.name, t("Points"): t("After renormalising, points add up to the base of the month")},
    )


def _title(found: Seen, unit: str) -> tuple[str, list[str]]:
    name = load.period_name(found.period)
    opened = found.cells if found.period.kind == "month" else found.cells.head(0)
    said = findings.headline(unit, findings.when(found.period, name), found.row, opened)
    return said, [name, *(findings.about(found.row) if found.row else [])]


def _result(found: Seen, picked: Picked) -> str:
    """The blocks of a unit that counts in the period."""
    ways = picker.neighbours(found.scope, picked, str(found.row.unit_type))
    card = score_card.html(found.row, found.months, found.events, found.near)
    if found.period.kind != "month":
        return ways + card + months.html(found.scope, found.unit_id, found.row, found.months)
    if found.cells.empty:
        return ways + card
    rows = indicator_rows.html(found.scope, found.unit_id, found.last, found.row.base)
    return ways + card + _points(found) + rows


def _points(found: Seen) -> str:
    """What the change is made of, where points were lost, won by module, and won beyond the others."""
    scope, modules = found.scope, load.frame(profile.profile_modules, found.unit_id, found.last)
    left, right = [point_lists.weakest(scope, found.cells)], [module_bars.html(modules)]
    changed = ""
    if found.before:
        drivers = load.frame(shifts.shift_drivers, found.period, found.before, (found.row.unit_type,), _DRIVERS)
        changed = change.html(scope, drivers[drivers["unit_id"] == found.unit_id])
    if changed:
        left.insert(0, changed)
    (right if changed else left).append(point_lists.strongest(scope, found.cells))
    return f"<div class='up-blocks'><div>{''.join(left)}</div><div>{''.join(right)}</div></div>"


def _portrait(found: Seen) -> str:
    unit = first_of(load.frame(profile.profile_unit, found.unit_id))
    return portrait.html(unit, load.frame(profile.profile_memberships, found.unit_id), found.cells)


def _tables(found: Seen) -> list[export.Table]:
    """What the page shows, for the download."""
    history = workbook.history_table(found.scope, found.history)
    if found.row is None:
        return [history]
    tables = [workbook.card_table(found.card), workbook.event_table(found.events)]
    if found.period.kind != "month":
        tables.append(workbook.month_table(found.months))
    elif not found.cells.empty:
        tables.append(workbook.cell_table(found.cells, found.milestones))
    return [*tables, history]


def _nothing(found: Seen) -> None:
    """A unit that joined later or left earlier: where it does count."""
    scope, history = found.scope, found.history
    known = history[history["score"].notna()]
    if known.empty:
        empty.links([(link("rankings", scope), t("The whole ranking"))])
        return
    there = past.period_of(scope, first_of(known.tail(1)))
    words = t("Show {period}", period=load.period_name(there))
    empty.links([(link("unit_profile", replace(scope, period=there), unit=found.unit_id), words)])
