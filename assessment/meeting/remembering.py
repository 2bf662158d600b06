"""A reader that asks every report once: a deck in two languages is made of the same rows."""

import pandas as pd

from assessment.store import Reader


class Remembering:
    """What another reader answered, for as long as it lives; callers get copies of their own."""

    def __init__(self, reader: Reader) -> None:
        self.data_version = reader.data_version
        self.note_version = reader.note_version
        self._reader = reader
        self._known: dict[str, pd.DataFrame] = {}

    def query(self, report: str, **parameters: object) -> pd.DataFrame:
        """The rows of one report."""
        key = f"{report} {sorted(parameters.items(), key=str)!r}"
        if key not in self._known:
            self._known[key] = self._reader.query(report, **parameters)
        return self._known[key].copy()
