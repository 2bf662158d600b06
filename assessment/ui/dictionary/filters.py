"""The dictionary's own filters: find one indicator, or narrow the list by module and source."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from assessment import labels
from assessment.i18n import t
from assessment.ui import choose, departments
from assessment.ui.dictionary.book import Book, Row


@dataclass(frozen=True)
class Choice:
    """The indicator on screen ("" for none) and the entries that pass the filters."""

    indicator_id: str
    entries: pd.DataFrame


def choose_filters(book: Book) -> Choice:
    """Three lists in a row; typing in one narrows it."""
    everything = book.entries
    names = {
        str(row.indicator_id): f"{row.indicator_id} {labels.name(row.indicator, row.indicator_en)}"
        for row in everything.itertuples(index=False)
    }
    used: list[Row] = list(everything.dropna(subset=["module_id"]).itertuples(index=False))
    modules = {str(row.module_id): labels.name(row.module, row.module_en) for row in used}
    with st.container(horizontal=True, key="dictionary_filters"):
        indicator_id = choose.one(
            "indicator", {"": t("All indicators"), **names}, "", t("Find an indicator"), look="select"
        )
        module = choose.one("module", {"": t("All modules"), **modules}, "", t("Module"), look="select")
        sources = {str(source): departments.name(str(source)) for source in sorted(everything["source"].unique())}
        source = choose.one("source", {"": t("All sources"), **sources}, "", t("Source department"), look="select")
    chosen = book.entry(indicator_id)
    if chosen is not None and not module:
        module = labels.text(chosen.module_id)
    return Choice(indicator_id, _passing(book, module, source))


def _passing(book: Book, module: str, source: str) -> pd.DataFrame:
    kept = book.entries
    if module:
        kept = kept[kept["module_id"] == module]
    if source:
        kept = kept[kept["source"] == source]
    used = [code for code in kept["indicator_id"] if book.weights(code, book.scheme_id).keys() & book.types.keys()]
    return kept[kept["indicator_id"].isin(used) | ~kept["is_in_force"].astype(bool)]
