"""查找: one field on every page that finds a unit or an indicator by any of its names and goes there.

The list is filtered and the jump made in the browser: nothing is sent while somebody types, and a jump is one entry of
the history with the whole scope in it.
"""

from typing import Any

import pandas as pd
import streamlit as st

from assessment import labels
from assessment.i18n import t
from assessment.reports import overview as reports
from assessment.ui import load
from assessment.ui.index import ASSETS
from assessment.ui.scope import Scope, link

Item = dict[str, str]

_FIELD = st.components.v2.component(
    "search",
    html="<div class='sj-search'><input type='search' role='combobox' autocomplete='off' spellcheck='false' "
    "aria-expanded='false' aria-autocomplete='list'><ul role='listbox' hidden></ul></div>",
    js=(ASSETS / "search.js").read_text("utf-8"),
    isolate_styles=False,
)


def draw(scope: Scope) -> None:
    """The field; `scope` is what the jump keeps."""
    if not load.type_names():
        return
    data = {
        "items": items(scope, load.frame(reports.search_terms), load.type_names()),
        "label": t("Find a unit or indicator"),
        "none": t("Nothing found"),
    }
    _FIELD(data=data, key="search")


def items(scope: Scope, terms: pd.DataFrame, types: dict[str, str]) -> list[Item]:
    """What can be found, from rows of `search_terms`: name, a word beside it, address, and the text to search in."""
    return [_item(scope, row, types) for row in terms.itertuples(index=False)]


def _item(scope: Scope, row: Any, types: dict[str, str]) -> Item:
    is_unit = row.kind == "unit"
    where = (
        link("unit_profile", scope, unit=row.item_id) if is_unit else link("dictionary", scope, indicator=row.item_id)
    )
    beside = types.get(str(row.belongs_to), "") if is_unit else f"{row.item_id} {labels.text(row.belongs_to)}"
    return {
        "name": labels.name(row.name, row.name_en),
        "beside": beside,
        "to": where,
        "text": "\n".join([*row.terms, row.name_en]).lower(),
    }
