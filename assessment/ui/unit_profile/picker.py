"""Which unit: the picker, and the neighbours in the ranking of its type."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from assessment import labels, reports
from assessment.i18n import t
from assessment.reports import profile
from assessment.ui import cells, choose, empty, load
from assessment.ui.scope import Scope, link
from assessment.ui.unit_profile.rows import rows_of


@dataclass(frozen=True)
class Picked:
    """The unit on the page: code, name, and its latest type."""

    unit_id: str
    name: str
    unit_type: str


def draw(scope: Scope) -> Picked | None:
    """The picker over the chosen types; a unit in the address is found whatever types are chosen."""
    units: dict[str, Picked] = load.drawn(_units)
    if not units:
        return None
    asked = st.query_params.get("unit", "")
    types = load.type_names()
    named = {
        unit.unit_id: t("{unit} ({type})", unit=unit.name, type=types[unit.unit_type])
        for unit in _shown(list(units.values()), scope, asked)
    }
    if asked and asked not in named:
        empty.note(t("There is no unit “{code}”; the first unit of the list is shown instead.", code=asked[:40]))
    return units[choose.one("unit", named, next(iter(named)), t("Unit"), look="select")]


def _units() -> dict[str, Picked]:
    """Every unit by its code, in the county's order."""
    rows = rows_of(load.frame(profile.profile_units))
    return {
        str(row.unit_id): Picked(str(row.unit_id), labels.name(row.unit, row.unit_en), str(row.unit_type))
        for row in rows
    }


def _shown(units: list[Picked], scope: Scope, asked: str) -> list[Picked]:
    """Those of the chosen types and the one asked for; all where no type is chosen or would be left."""
    if not scope.unit_types:
        return units
    return [unit for unit in units if unit.unit_type in scope.unit_types or unit.unit_id == asked] or units


def neighbours(scope: Scope, picked: Picked, unit_type: str) -> str:
    """Links to the units before and after in the ranking of the type."""
    assert scope.period
    ranking = load.frame(reports.rankings, scope.period, (unit_type,))
    rows = rows_of(ranking)
    place = next((at for at, row in enumerate(rows) if row.unit_id == picked.unit_id), None)
    if place is None:
        return ""
    ways = []
    if place > 0:
        ways.append(_way(scope, rows[place - 1], t("◀ {rank} {unit}", **_words(rows[place - 1]))))
    if place < len(rows) - 1:
        ways.append(_way(scope, rows[place + 1], t("{rank} {unit} ▶", **_words(rows[place + 1]))))
    ways.append(cells.go(link("rankings", scope), t("The whole ranking")))
    return f"<p class='sj-note up-ways'>{''.join(f'<span>{way}</span>' for way in ways)}</p>"


def _words(row: Any) -> dict[str, str]:
    rank = t("No. {rank}", rank=labels.count(row.rank_in_type)) if row.is_ranked else t("Not ranked")
    return {"rank": rank, "unit": labels.name(row.unit, row.unit_en)}


def _way(scope: Scope, row: Any, words: str) -> str:
    return cells.go(link("unit_profile", scope, unit=row.unit_id), words)
