"""查找: one field on every page that finds a unit or an indicator by any of its names and goes there.

The list is filtered and the jump made in the browser: nothing is sent while somebody types, and a jump is one entry of
the history that keeps period, types and language. The list is the same on every page, so that it is sent once.
"""

from typing import Any
from urllib.parse import quote

import pandas as pd
import streamlit as st

from assessment import labels
from assessment.i18n import t
from assessment.reports import overview as reports
from assessment.ui import load
from assessment.ui.index import ASSETS

Item = dict[str, str]

_FIELD = st.components.v2.component(
    "search",
    html="<div class='sj-search'><input type='search' role='combobox' autocomplete='off' spellcheck='false' "
    "aria-expanded='false' aria-autocomplete='list'><ul role='listbox' hidden></ul></div>",
    js=(ASSETS / "search.js").read_text("utf-8"),
    isolate_styles=False,
)


def draw() -> None:
    """The field; nothing in a store without a county."""
    if load.type_names():
        _FIELD(data=load.drawn(_known), key="search")


def _known() -> dict[str, Any]:
    """What the field knows in a language."""
    return {
        "items": items(load.frame(reports.search_terms), load.type_names()),
        "label": t("Find a unit or indicator"),
        "none": t("Nothing found"),
    }


def items(terms: pd.DataFrame, types: dict[str, str]) -> list[Item]:
    """What can be found, from rows of `search_terms`: name, a word beside it, address, and the text to search in."""
    return [_item(row, types) for row in terms.itertuples(index=False)]


def _item(row: Any, types: dict[str, str]) -> Item:
    is_unit = row.kind == "unit"
    beside = types.get(str(row.belongs_to), "") if is_unit else f"{row.item_id} {labels.text(row.belongs_to)}"
    return {
        "name": labels.name(row.name, row.name_en),
        "beside": beside,
        "to": f"/unit_profile?unit={quote(str(row.item_id))}"
        if is_unit
        else f"/dictionary?indicator={quote(str(row.item_id))}",
        "text": "\n".join([*row.terms, row.name_en]).lower(),
    }
