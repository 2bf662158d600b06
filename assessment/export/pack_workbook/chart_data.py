"""The sheet that the charts read: a block a figure, its caption over its series over its categories."""

from typing import Any

from assessment.charts.figure import Figure
from assessment.export.pack_workbook.looks import Looks
from assessment.export.pack_workbook.native_chart import FORMATS, native_chart
from assessment.export.pack_workbook.print_set_up import set_height, set_up

_COLUMN = 12


class ChartData:
    """Hands out charts whose numbers it writes down."""

    def __init__(self, book: Any, looks: Looks, name: str) -> None:
        self._book, self._looks, self.name = book, looks, name
        self._blocks: list[tuple[int, Figure]] = []
        self._next = 0

    def chart(self, figure: Figure) -> Any:
        """The figure's chart; its block is written when the sheet is."""
        top = self._next
        self._blocks.append((top, figure))
        self._next += len(figure.categories) + 3
        return native_chart(self._book, figure, self.name, top)

    def write(self, foot: str) -> None:
        """The sheet, at the end of the book; none where there is no chart."""
        if not self._blocks:
            return
        sheet = self._book.add_worksheet(self.name)
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, max(len(figure.series) for _, figure in self._blocks), _COLUMN)
        set_up(sheet, foot)
        for top, figure in self._blocks:
            self._block(sheet, top, figure)

    def _block(self, sheet: Any, top: int, figure: Figure) -> None:
        shown = self._looks.cell("", FORMATS[figure.style], is_right=True)
        sheet.write_string(top, 0, figure.caption, self._looks.text("caption"))
        for line, category in enumerate(figure.categories, top + 2):
            sheet.write_string(line, 0, category)
        names = [series.name for series in figure.series]
        set_height(sheet, top + 1, names, [_COLUMN] * len(names))
        for at, series in enumerate(figure.series, 1):
            sheet.write_string(top + 1, at, series.name, self._looks.text("heading_right"))
            for line, value in enumerate(series.values, top + 2):
                if value is not None:
                    sheet.write_number(line, at, value, shown)
