"""The county as it is today."""

import pandas as pd

from assessment.store import Reader


def unit_types(reader: Reader) -> pd.DataFrame:
    """The unit types: unit_type, name, name_en, unit_count."""
    return reader.query("unit_types")
