"""Source departments in the reader's language: one that is a unit of the county goes by that unit's English name."""

import pandas as pd

from assessment import i18n
from assessment.reports import overview as reports
from assessment.ui import load


def name(source: str) -> str:
    """The department as the reader calls it; as the reference writes it where no unit bears the name."""
    return source if i18n.language() == "zh" else _english().get(source, source)


def named(rows: pd.DataFrame, column: str = "department") -> pd.DataFrame:
    """The rows with their departments in the reader's language."""
    if rows.empty or i18n.language() == "zh":
        return rows
    return rows.assign(**{column: rows[column].map(name, na_action="ignore")})


def _english() -> dict[str, str]:
    found = load.frame(reports.search_terms)
    units = found[found["kind"] == "unit"]
    return {term: english for terms, english in zip(units["terms"], units["name_en"], strict=True) for term in terms}
