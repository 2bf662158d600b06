"""The dictionary's own filters: find one indicator, or narrow the list by module and source."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from assessment import labels
from assessment.i18n import t
from assessment.ui import choose, departments, load
from assessment.ui.dictionary.book import Book, Row


@dataclass(frozen=True)
class Choice:
    """The indicator on screen and the filters of the list, each "" for none."""

    indicator_id: str
    module: str
    source: str


def choose_filters(book: Book) -> Choice:
    """Three lists in a row; typing in one narrows it."""
    names, modules, sources = load.drawn(_options, book)
    with st.container(horizontal=True, key="dictionary_filters"):
        indicator_id = choose.one(
            "indicator", {"": t("All indicators"), **names}, "", t("Find an indicator"), look="select"
        )
        module = choose.one("module", {"": t("All modules"), **modules}, "", t("Module"), look="select")
        source = choose.one("source", {"": t("All sources"), **sources}, "", t("Source department"), look="select")
    chosen = book.entry(indicator_id)
    if chosen is not None and not module:
        module = labels.text(chosen.module_id)
    return Choice(indicator_id, module, source)


def _options(book: Book) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Indicators, modules and sources by code, as the reader calls them."""
    everything: list[Row] = list(book.entries.itertuples(index=False))
    names = {
        str(row.indicator_id): f"{row.indicator_id} {labels.name(row.indicator, row.indicator_en)}"
        for row in everything
    }
    used = [row for row in everything if not labels.is_missing(row.module_id)]
    modules = {str(row.module_id): labels.name(row.module, row.module_en) for row in used}
    return (
        names,
        modules,
        {source: departments.name(source) for source in sorted({str(row.source) for row in everything})},
    )


def passing(book: Book, choice: Choice) -> pd.DataFrame:
    """The entries that the filters leave."""
    kept = book.entries
    if choice.module:
        kept = kept[kept["module_id"] == choice.module]
    if choice.source:
        kept = kept[kept["source"] == choice.source]
    used = [code for code in kept["indicator_id"] if book.weights(code, book.scheme_id).keys() & book.types.keys()]
    return kept[kept["indicator_id"].isin(used) | ~kept["is_in_force"].astype(bool)]
