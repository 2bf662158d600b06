"""The dictionary's frames in one hand, and the rules in words."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from assessment import labels
from assessment.explain import rule_words
from assessment.findings import dictionary as findings
from assessment.i18n import t
from assessment.reports import dictionary
from assessment.ui import load
from assessment.ui.scope import Scope

Row = Any


@dataclass(frozen=True)
class Method:
    """A rule in words and the types it holds for; `limits` by type where they differ: name -> number with its unit."""

    said: str
    types: list[str]
    limits: dict[str, dict[str, str]]


def _method(general: str, rules: list[tuple[Row, list[Row]]]) -> Method:
    types = [rule.unit_type for rule, _ in rules]
    said = {rule_words.sentence(rule, parts) for rule, parts in rules}
    if len(said) == 1:
        return Method(said.pop(), types, {})
    return Method(general, types, {rule.unit_type: rule_words.limits(rule, parts) for rule, parts in rules})


@dataclass(frozen=True, eq=False)
class Book:
    """What the page reads; `types` are the types on screen, `scheme_id` the scheme in force.

    `rules` holds, by scheme, indicator and type, a rule and its inner functions. One object for a data version,
    language and scope: what is made of it is kept by it.
    """

    entries: pd.DataFrame
    schemes: pd.DataFrame
    rules: dict[str, dict[str, dict[str, list[Row]]]]
    targets: pd.DataFrame
    plans: pd.DataFrame
    changes: pd.DataFrame
    milestones: pd.DataFrame
    types: dict[str, str]
    scheme_id: str | None

    def entry(self, indicator_id: str) -> Row | None:
        """One indicator, or nothing."""
        found = self.entries[self.entries["indicator_id"] == indicator_id]
        return next(found.itertuples(index=False), None)

    def title(self, indicator_id: str) -> str:
        """The finding over the page: of one indicator, or of the scheme."""
        entry = self.entry(indicator_id)
        if entry is None:
            return findings.headline(self.entries, self.changes, self.scheme_id)
        weights = self.weights(entry.indicator_id, self.scheme_id)
        shown = [weight for code, weight in weights.items() if code in self.types]
        return findings.about_one(entry, shown, len(self.types))

    def rule_rows(self, indicator_id: str, scheme_id: str | None) -> list[Row]:
        """An indicator's rules of a scheme, one a type, in the county's order of types."""
        return [rule for rule, *_ in self.rules.get(scheme_id or "", {}).get(indicator_id, {}).values()]

    def words(self, indicator_id: str, scheme_id: str, unit_type: str) -> str:
        """A rule in words; "" where the scheme has none."""
        rows = self._with_parts(indicator_id, scheme_id, unit_type)
        return rule_words.sentence(rows[0], rows[1:]) if rows else ""

    def _with_parts(self, indicator_id: str, scheme_id: str, unit_type: str) -> list[Row]:
        return self.rules.get(scheme_id, {}).get(indicator_id, {}).get(unit_type, [])

    def methods(self, indicator_id: str, scheme_id: str | None) -> list[Method]:
        """The rules of a scheme in words, types that are scored alike together."""
        alike: dict[str, list[tuple[Row, list[Row]]]] = {}
        for row in self.rule_rows(indicator_id, scheme_id):
            rule, *parts = self._with_parts(indicator_id, row.scheme_id, row.unit_type)
            alike.setdefault(rule_words.general(rule, parts), []).append((rule, parts))
        return [_method(said, rules) for said, rules in alike.items()]

    def weights(self, indicator_id: str, scheme_id: str | None) -> dict[str, float]:
        """An indicator's weights of a scheme by type."""
        return {row.unit_type: row.weight for row in self.rule_rows(indicator_id, scheme_id)}

    def document(self, scheme_id: str | None) -> str:
        """The name and number of a scheme's document."""
        found = self.schemes[self.schemes["scheme_id"] == scheme_id]
        if found.empty:
            return labels.NONE
        row = next(found.itertuples(index=False))
        name = labels.name(row.scheme, row.scheme_en)
        if labels.text(row.document_number) == labels.NONE:
            return name
        return t("{name} ({number})", name=name, number=row.document_number)


def open_book(scope: Scope) -> Book:
    """The dictionary as the scheme of the period on screen has it."""
    return load.drawn(_book, scope)


def _book(scope: Scope) -> Book:
    month = dictionary.last_month(scope.period)
    schemes = load.frame(dictionary.dictionary_schemes, month)
    in_force = schemes.loc[schemes["is_in_force"].astype(bool), "scheme_id"]
    names = load.type_names()
    return Book(
        load.frame(dictionary.dictionary_entries, month),
        schemes,
        _by_place(load.frame(dictionary.dictionary_rules)),
        load.frame(dictionary.dictionary_targets, month),
        load.frame(dictionary.dictionary_plans),
        load.frame(dictionary.dictionary_changes),
        load.frame(dictionary.dictionary_milestones, month),
        {code: name for code, name in names.items() if not scope.unit_types or code in scope.unit_types},
        None if in_force.empty else str(in_force.iloc[0]),
    )


def _by_place(rules: pd.DataFrame) -> dict[str, dict[str, dict[str, list[Row]]]]:
    """The rows of `dictionary_rules` by scheme, indicator and type; they come in the county's order."""
    found: dict[str, dict[str, dict[str, list[Row]]]] = {}
    rows: list[Row] = list(rules.itertuples(index=False))
    for row in rows:
        found.setdefault(row.scheme_id, {}).setdefault(row.indicator_id, {}).setdefault(row.unit_type, []).append(row)
    return found
