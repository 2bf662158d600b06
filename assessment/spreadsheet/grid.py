"""A workbook's sheets as plain cells with addresses, the way the limited child process hands them over."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Literal

MOST_ACROSS = 400
Kind = Literal["number", "text", "boolean", "date", "time", "error", "formula"]


@lru_cache(maxsize=16384)
def address(row: int, column: int) -> str:
    """The A1 address of a 1-based row and column."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that holds something. `text` is a number's shortest form, a date in ISO form, or the words.

    `kind` "formula" is a formula without a stored value; `is_percent` tells a percent number format; `is_turned` a
    cell of a sheet whose rows were made columns.
    """

    row: int
    column: int
    kind: Kind
    text: str
    is_percent: bool = False
    is_turned: bool = False

    @property
    def address(self) -> str:
        """The A1 address in the file."""
        return address(self.column, self.row) if self.is_turned else address(self.row, self.column)


@dataclass(frozen=True)
class Sheet:
    """A sheet; `cells` by (row, column), 1-based; `merged` as (first row, first column, last row, last column)."""

    name: str
    visibility: str
    cells: dict[tuple[int, int], Cell]
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: frozenset[int] = frozenset()
    is_turned: bool = False

    def address(self, row: int, column: int) -> str:
        """The A1 address in the file of a row and column of this sheet."""
        return address(column, row) if self.is_turned else address(row, column)

    def turned(self) -> "Sheet":
        """The sheet with its rows as columns; addresses stay those of the file."""
        cells = {
            (column, row): replace(cell, row=column, column=row, is_turned=True)
            for (row, column), cell in self.cells.items()
        }
        merged = [(left, top, right, bottom) for top, left, bottom, right in self.merged]
        return Sheet(self.name, self.visibility, cells, merged, is_turned=True)

    @cached_property
    def rows(self) -> dict[int, list[Cell]]:
        """The cells that hold something by row from the top, each row from the left."""
        found: dict[int, list[Cell]] = {}
        for at in sorted(self.cells):
            found.setdefault(at[0], []).append(self.cells[at])
        return found

    @cached_property
    def _merged_down(self) -> dict[tuple[int, int], tuple[int, int]]:
        return {(row, left): (top, left) for top, left, bottom, _ in self.merged for row in range(top + 1, bottom + 1)}

    @cached_property
    def _merged_across(self) -> dict[tuple[int, int], tuple[int, int, int]]:
        return {
            (top, column): (top, left, right)
            for top, left, _, right in self.merged
            for column in range(left, min(right, left + MOST_ACROSS) + 1)
        }

    def head(self, row: int, column: int, but: Collection[int] = ()) -> Cell | None:
        """The cell, or the cell of the range merged across it in this row; none of a range that spans a column of
        `but`: such a range is a title, not a heading of this column."""
        top, left, right = self._merged_across.get((row, column), (row, column, column))
        if any(left <= other <= right for other in but):
            return None
        return self.cells.get((top, left))

    def filled_down(self, row: int, column: int) -> Cell | None:
        """The cell, or the top cell of the merged range it lies in."""
        return self.cells.get((row, column)) or self.cells.get(self._merged_down.get((row, column), (0, 0)))
