"""画像: what the unit is for, why it is in its type, which rules are its own."""

from html import escape
from typing import Any

import pandas as pd

from assessment import labels
from assessment.i18n import t
from assessment.ui import heading
from assessment.ui.unit_profile.rows import rows_of


def html(unit: Any, memberships: pd.DataFrame, rows: pd.DataFrame) -> str:
    """`unit` is the row of `profile_unit`, `rows` are those of `profile_cells` (empty without a month)."""
    facts = [*_about(unit), *(_membership(row) for row in rows_of(memberships.iloc[::-1]))]
    listed = rows_of(rows)
    off = [_name(row) for row in listed if not row.is_assigned]
    if off:
        facts.append((t("Not in its charge"), labels.listing(off)))
    own = [_own(row) for row in listed if row.is_own_weight or row.is_own_limit]
    if own:
        facts.append((t("Rules of its own"), t("; ").join(own)))
    targets = [_target(row) for row in listed if not labels.is_missing(row.target_value)]
    if targets:
        facts.append((t("Targets of the year"), t("; ").join(targets)))
    drawn = "".join(_fact(name, words) for name, words in facts)
    title = heading.section_html(
        t("What {unit} is for and why it is compared here", unit=labels.name(unit.unit, unit.unit_en))
    )
    return f"<section>{title}<dl class='up-portrait'>{drawn}</dl></section>"


def _fact(name: str, words: str) -> str:
    look = " class='sj-written'" if name == t("Also written") else ""
    return f"<div><dt>{escape(name)}</dt><dd{look}>{escape(words)}</dd></div>"


def _about(unit: Any) -> list[tuple[str, str]]:
    facts = []
    if not labels.is_missing(unit.duties):
        facts.append((t("Functions"), labels.name(unit.duties, unit.duties_en)))
    aliases = [] if labels.is_missing(unit.aliases) else [str(name) for name in unit.aliases]
    if aliases:
        facts.append((t("Also written"), labels.listing(aliases)))
    return facts


def _membership(row: Any) -> tuple[str, str]:
    kind = labels.type_name(row.unit_type, row.type_name, row.type_name_en)
    since = None if labels.is_missing(row.starts_on) else f"{row.starts_on:%Y-%m-%d}"
    until = None if labels.is_missing(row.ends_on) else f"{row.ends_on:%Y-%m-%d}"
    if since and until:
        words = t("from {since} to {until}", since=since, until=until)
    elif since:
        words = t("since {since}", since=since)
    elif until:
        words = t("until {until}", until=until)
    else:
        words = t("from the start")
    reason = labels.name(row.description, row.description_en)
    parts = [kind, words] + ([reason] if reason != labels.NONE else [])
    return t("Unit type"), t("; ").join(parts)


def _name(row: Any) -> str:
    return labels.name(row.indicator, row.indicator_en)


def _own(row: Any) -> str:
    if row.is_own_weight:
        words = {"indicator": _name(row), "own": labels.number(row.weight), "scheme": labels.number(row.scheme_weight)}
        return t("{indicator}: weight {own}, {scheme} in the scheme", **words)
    return t("{indicator}: a line or value of its own", indicator=_name(row))


def _target(row: Any) -> str:
    return f"{_name(row)} {labels.amount(row.target_value, row.measure_unit)}"
