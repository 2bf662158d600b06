"""Source departments in the reader's language, from what is at hand for the search."""

import pandas as pd

from assessment import departments, i18n
from assessment.reports import overview as reports
from assessment.ui import load


def name(source: str) -> str:
    """The department as the reader calls it; as the reference writes it where no unit bears the name."""
    return source if i18n.language() == "zh" else departments.english(_terms()).get(source, source)


def named(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with their departments in the reader's language."""
    return departments.named(rows, _terms())


def _terms() -> pd.DataFrame:
    return load.frame(reports.search_terms)
