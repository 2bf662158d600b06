"""Units down, months, quarters and the year across: each score shaded by its tier, leading to that period's ranking."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings.moments import Calendar
from assessment.i18n import t
from assessment.ui import cells, notes
from assessment.ui.scope import Scope, link

Row = Any
_MANY = 10
"""More columns than this are set smaller."""
_ORDER = {"month": 0, "quarter": 1, "year": 2}


@dataclass(frozen=True)
class Sheet:
    """One type's rows of `reports.year` and the notes of the year."""

    scope: Scope
    calendar: Calendar
    rows: pd.DataFrame
    found: Sequence[notes.Note]

    @cached_property
    def listed(self) -> list[Row]:
        """The rows."""
        return list(self.rows.itertuples(index=False))

    @cached_property
    def columns(self) -> list[tuple[str, Any]]:
        """(kind, start) in reading order: the months of a quarter, the quarter, at last the year."""
        ends = {(row.period_kind, row.period_start): row.as_of_month for row in self.listed}
        return sorted(ends, key=lambda key: (key[0] == "year", ends[key], _ORDER[key[0]]))

    @cached_property
    def names(self) -> dict[tuple[str, Any], str]:
        """What each period is called in full."""
        return {column: self.calendar.full(column[0], column[1].date()) for column in self.columns}

    @cached_property
    def noted(self) -> dict[tuple[str, Any], list[notes.Note]]:
        """The notes on each period that bear on this type and on no single indicator."""
        unit_type, kept = self.listed[0].unit_type, dict[tuple[str, Any], list[notes.Note]]()
        for note in self.found:
            if notes.is_open(note.indicator_id) and (notes.is_open(note.unit_type) or note.unit_type == unit_type):
                kept.setdefault((note.period_kind, note.period_start), []).append(note)
        return kept

    @cached_property
    def addresses(self) -> dict[tuple[str, Any, str], str]:
        """The ranking that each number leads to, by period and the type its unit then had; escaped."""
        asked = {(row.period_kind, row.period_start, row.type_then) for row in self.listed}
        return {key: escape(link("rankings", self._there(*key)), quote=True) for key in asked}

    def _there(self, kind: str, start: Any, unit_type: str) -> Scope:
        return replace(self.scope, period=self.calendar.period(kind, start.date()), unit_types=(unit_type,))

    @cached_property
    def units(self) -> list[dict[tuple[str, Any], Row]]:
        """Each unit's rows by period: by rank of the year, then by its score, then as the county lists them."""
        found: dict[str, dict[tuple[str, Any], Row]] = {}
        for row in self.listed:
            found.setdefault(row.unit_id, {})[(row.period_kind, row.period_start)] = row
        return sorted(found.values(), key=_standing)


def html(sheet: Sheet) -> str:
    """The table; on a phone the months are behind a tap, which opens their columns in the same table."""
    look = "year many" if len(sheet.columns) > _MANY else "year"
    tap = f"<details class='sj-more phone'><summary>{escape(t('Every month'))}</summary></details>"
    return f"{tap}<div class='scroll'>{_table(sheet, look)}</div>"


def legend(rows: pd.DataFrame) -> str:
    """The shades and marks in words."""
    tiers = rows.dropna(subset=["tier"]).drop_duplicates("tier").sort_values("tier_order")
    shades = [
        cells.tier(labels.name(row.tier, row.tier_en), row.tier_order, row.tier_count)
        for row in tiers.itertuples(index=False)
    ]
    words = [
        t("no shade: no tier in that period"),
        t("slanted: not ranked"),
        t("interim: the quarter or year is not over"),
        t("provisional: a unit of the type is late"),
        t("a number leads to its ranking"),
    ]
    return f"<p class='sj-about sj-legend'>{' '.join(shades)} {' · '.join(map(escape, words))}</p>"


def _table(sheet: Sheet, look: str) -> str:
    looks = {"month": "num mid", "quarter": "num quarter", "year": "num whole"}
    heads = "".join(
        f"<th class='{looks[column[0]]}' scope='col'>{_head(sheet, column)}</th>" for column in sheet.columns
    )
    lines = "".join(_line(sheet, unit, looks) for unit in sheet.units)
    first = f"<th class='unit' scope='col'>{escape(t('Unit'))}</th>"
    return f"<table class='sj {look}'><thead><tr>{first}{heads}</tr></thead><tbody>{lines}</tbody></table>"


def _head(sheet: Sheet, column: tuple[str, Any]) -> str:
    kind, start = column
    here = [row for row in sheet.listed if (row.period_kind, row.period_start) == column]
    word = escape(sheet.calendar.short(kind, start.date()))
    chips = ""
    if any(row.is_partial for row in here):
        chips += cells.chip(t("Interim"), t("The period is not over"))
    if any(row.is_provisional for row in here):
        chips += cells.chip(
            t("Provisional"), t("A unit of this type is late and counts 0; its number would move places"), "warn"
        )
    chips += notes.chip([note for note in sheet.noted.get(column, []) if notes.is_open(note.unit_id)])
    return word + chips


def _line(sheet: Sheet, unit: dict[tuple[str, Any], Row], looks: dict[str, str]) -> str:
    row = next(iter(unit.values()))
    name = cells.unit(sheet.scope, row.unit_id, labels.name(row.unit, row.unit_en))
    if row.has_left:
        name += cells.chip(t("left"), t("No longer in a type in the newest month"))
    drawn = "".join(_cell(sheet, unit.get(column), column, looks[column[0]]) for column in sheet.columns)
    return f"<tr><td class='unit'>{name}</td>{drawn}</tr>"


def _cell(sheet: Sheet, row: Row | None, column: tuple[str, Any], look: str) -> str:
    if row is None or labels.is_missing(row.score):
        reason = t("Not assessed in this period") if row is None else t("No score in this period")
        return f"<td class='{look}' title='{escape(reason, quote=True)}'>{labels.NONE}</td>"
    tiered = not labels.is_missing(row.tier)
    shade = f" shade {labels.tier_look(row.tier_order, row.tier_count)}" if tiered else ""
    name = labels.name(row.tier, row.tier_en) if tiered else ""
    words = f"{labels.score(row.score)}<i>{escape(_initial(name))}</i>"
    number = f"<a data-go href='{sheet.addresses[(*column, row.type_then)]}'>{words}</a>"
    chips = notes.chip([note for note in sheet.noted.get(column, []) if note.unit_id == row.unit_id])
    if row.type_then != row.unit_type:
        chips += cells.chip(str(row.type_then), t("In this period the unit was in another type"))
    look += shade + ("" if row.is_ranked else " unranked")
    return f"<td class='{look}' title='{escape(_told(sheet, row, name), quote=True)}'>{number}{chips}</td>"


def _initial(tier: str) -> str:
    """One character that tells the tier without its colour; 一 would read as a dash."""
    return tier[1:2] if tier.startswith("一") else tier[:1]


def _told(sheet: Sheet, row: Row, tier: str) -> str:
    """What the hover says: period, rank, tier, veto, decision."""
    parts = [sheet.names[(row.period_kind, row.period_start)]]
    if row.is_ranked:
        parts.append(
            t("rank {rank} of {count}", rank=labels.count(row.rank_in_type), count=labels.count(row.unit_count))
        )
    else:
        parts.append(t("Not ranked"))
    parts += [tier] if tier else [t("no tier")]
    parts += [t("Veto")] if row.has_veto else []
    parts += [t("Decided")] if row.is_decided else []
    return " · ".join(parts)


def _standing(unit: dict[tuple[str, Any], Row]) -> tuple[bool, float, float]:
    year = next((row for key, row in unit.items() if key[0] == "year"), None)
    if year is None:
        return (True, 0.0, 0.0)
    rank = float("inf") if labels.is_missing(year.rank_in_type) else float(year.rank_in_type)
    return (False, rank, 0.0 if labels.is_missing(year.score) else -float(year.score))
