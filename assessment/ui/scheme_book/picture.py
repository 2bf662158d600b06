"""The scheme in force in one table: modules down, unit types across, weights in the cells; tiers in words below."""

from datetime import date
from html import escape
from itertools import groupby
from operator import attrgetter
from typing import Any

import pandas as pd
import streamlit as st

from assessment import labels
from assessment.findings import dictionary as findings
from assessment.i18n import t
from assessment.reports import scheme
from assessment.reports.dictionary import dictionary_schemes, last_month
from assessment.ui import empty, heading, load
from assessment.ui.scope import Scope, link


def draw(scope: Scope) -> None:
    """Title, what comes next, the table, the tiers, the way to every indicator."""
    month = last_month(scope.period)
    facts = load.frame(scheme.scheme_facts, month)
    if facts.empty:
        heading.draw(t("No scheme is in force yet"), _coming(month))
        return
    row: Any = next(facts.itertuples(index=False))
    said = t(
        "{scheme}, in force since {month}: {types} types, {units} units, {indicators} indicators",
        scheme=labels.name(row.scheme, row.scheme_en),
        month=findings.month_name(row.effective_month),
        types=labels.count(row.type_count),
        units=labels.count(row.unit_count),
        indicators=labels.count(row.indicator_count),
    )
    number = labels.text(row.document_number)
    heading.draw(said, ["" if number == labels.NONE else number, *_coming(month)])
    st.html(_table(load.frame(scheme.scheme_modules, month), load.frame(scheme.scheme_types, month)))
    for line in _tiers(load.frame(scheme.scheme_tiers, month)):
        empty.note(line)
    empty.links([(link("dictionary", scope), t("Every indicator: meaning, method, parameters"))])


def _coming(month: date) -> list[str]:
    """Versions that are not in force yet in the month on screen."""
    versions = load.frame(dictionary_schemes, month)
    rows: list[Any] = list(versions.itertuples(index=False))
    return [
        t(
            "{scheme} follows in {month}",
            scheme=labels.name(row.scheme, row.scheme_en),
            month=findings.month_name(row.effective_month),
        )
        for row in rows
        if row.effective_month.date() > month
    ]


def _table(modules: pd.DataFrame, types: pd.DataFrame) -> str:
    kinds: list[Any] = list(types.itertuples(index=False))
    heads = "".join(
        f"<th class='num' scope='col'>{escape(one.unit_type)}"
        f"<small>{escape(_short(one.unit_type, labels.name(one.name, one.name_en)))}</small></th>"
        for one in kinds
    )
    lines = [
        _line(t("Units in the type"), "", [labels.count(one.unit_count) for one in kinds], "fact"),
        _line(t("Indicators of the type"), "", [labels.count(one.indicator_count) for one in kinds], "fact"),
    ]
    rows: list[Any] = list(modules.itertuples(index=False))
    for _, group in groupby(rows, attrgetter("module_id")):
        found = list(group)
        weights = {one.unit_type: one.weight for one in found}
        cells = [labels.number(weights.get(one.unit_type), 4) for one in kinds]
        lines.append(_line(labels.name(found[0].module, found[0].module_en), _life(found[0]), cells))
    head = f"<tr><th scope='col'>{escape(t('Module and its weight'))}</th>{heads}</tr>"
    return f"<table class='sj scheme'><thead>{head}</thead><tbody>{''.join(lines)}</tbody></table>"


def _short(code: str, name: str) -> str:
    return "" if name == code else name


def _line(name: str, note: str, cells: list[str], look: str = "") -> str:
    small = f"<small>{escape(note)}</small>" if note else ""
    numbers = "".join(f"<td class='num'>{escape(cell)}</td>" for cell in cells)
    return f"<tr class='{look}'><td>{escape(name)}{small}</td>{numbers}</tr>"


def _life(module: Any) -> str:
    """Trunk or supplement, and when a supplement runs if not as long as the scheme."""
    if module.module_kind == "trunk":
        return ""
    first, last = ("" if labels.is_missing(day) else f"{day:%Y-%m-%d}" for day in (module.starts_on, module.ends_on))
    dates = f"{first or '…'} – {last or '…'}" if first or last else ""
    return t(", ").join(part for part in (t("Supplement"), dates) if part)


def _tiers(tiers: pd.DataFrame) -> list[str]:
    """One sentence for all types with the same tiers."""
    said: dict[str, list[str]] = {}
    rows: list[Any] = list(tiers.itertuples(index=False))
    for code, group in groupby(rows, attrgetter("unit_type")):
        said.setdefault(t("; ").join(_tier(one) for one in group), []).append(code)
    names = load.type_names()
    if len(said) == 1:
        return [t("Tiers: {tiers}", tiers=words) for words in said]
    return [
        t("Tiers of {types}: {tiers}", types=labels.listing([names[code] for code in codes]), tiers=words)
        for words, codes in said.items()
    ]


def _tier(tier: Any) -> str:
    name = labels.name(tier.tier, tier.tier_en)
    quota = "" if labels.is_missing(tier.quota) else t("best {share}", share=labels.percent(tier.quota, 0))
    gate = "" if labels.is_missing(tier.gate) else t("from {points} points", points=labels.number(tier.gate))
    parts = t(", ").join(part for part in (quota, gate) if part)
    return t("{name} ({parts})", name=name, parts=parts) if parts else name
