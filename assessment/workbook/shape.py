"""How a wide table was understood, to be shown on the table itself: its first rows, and each column's part."""

from dataclasses import dataclass

UNIT, OPEN, PASSED = "unit", "open", "passed"


@dataclass(frozen=True)
class Shape:
    """`roles` by column letter from the left: an indicator's code, `UNIT`, `OPEN` or `PASSED`.

    `rows` are the row numbers with the texts under those letters; the first `heads` of them are headings.
    """

    sheet: str
    roles: dict[str, str]
    rows: dict[int, list[str]]
    heads: int
