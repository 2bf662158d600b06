"""Whether it is the demo county that one looks at."""

import pandas as pd

from assessment.store import Reader


def demo_mark(reader: Reader) -> pd.DataFrame:
    """One row: is_demo, whether the reference that holds is the demo county's."""
    return reader.query("demo_mark")
