"""月小评, 季小结 and 年汇总 of one assessment year in one view."""

from datetime import date

import pandas as pd

from assessment.store import Reader


def year(reader: Reader, year_start: date, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """Every month, quarter and the year itself of each unit; the parts of the year's score on its own row."""
    return reader.query("year", year_start=year_start, unit_types=list(unit_types))
