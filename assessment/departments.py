"""Source departments in the reader's language: one that is a unit of the county goes by that unit's English name."""

import pandas as pd

from assessment import i18n


def english(search_terms: pd.DataFrame) -> dict[str, str]:
    """Department -> English, by the units' names in the rows of `search_terms`."""
    units = search_terms[search_terms["kind"] == "unit"]
    return {term: name for terms, name in zip(units["terms"], units["name_en"], strict=True) for term in terms}


def named(rows: pd.DataFrame, search_terms: pd.DataFrame) -> pd.DataFrame:
    """Rows with a `department`, in the reader's language; as the reference writes it where no unit bears the name."""
    if rows.empty or i18n.language() == "zh":
        return rows
    known = english(search_terms)
    return rows.assign(department=rows["department"].map(lambda source: known.get(source, source), na_action="ignore"))
