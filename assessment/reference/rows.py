"""A row of a reference table as it was written, before its cells are understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class RawRow:
    """The file or sheet a row stands in, its line and its cells by column.

    `places`: in a workbook, the address of every column's cell. `is_in_words`: its headings and codes were words.
    """

    file: str
    line: int
    cells: dict[str, str]
    places: Mapping[str, str] = field(default_factory=dict)
    is_in_words: bool = False

    def place(self, column: str) -> str:
        """Where a column's cell stands: its address, or line and column."""
        return self.places.get(column) or f"{self.line}:{column}"
