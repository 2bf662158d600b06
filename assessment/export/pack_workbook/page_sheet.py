"""A sheet: its blocks under each other, each table native, its pictures beside it, ready to print."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from math import ceil
from typing import Any

from assessment.export.pack_workbook import number_format
from assessment.export.pack_workbook.blocks import Block, Page
from assessment.export.pack_workbook.chart_data import ChartData
from assessment.export.pack_workbook.looks import Looks
from assessment.export.pack_workbook.native_chart import has_values, height
from assessment.export.pack_workbook.print_set_up import set_height, set_up
from assessment.export.workbook_file import STYLE, WIDEST, display_cells, unlike
from assessment.meeting.slide import Cell, Column, Table

_ROW_PX = 20
_ONE_PAGE = 60
"""A sheet with pictures goes on one page up to so many rows: no page ends within a picture."""
_BARE_COLUMNS, _BARE_WIDTH = 6, 16
"""Of a sheet without a table."""
_LOWER_WIDEST = 32
"""Of a table under the first one: a column takes at most so much."""
_TITLE = 1.35
"""How much larger a finding is than a cell."""


@dataclass
class PageSheet:
    """Where the next row of a sheet goes."""

    sheet: Any
    looks: Looks
    data: ChartData
    widths: Sequence[int]
    row: int = 0

    def block(self, block: Block, left: int) -> None:
        """The finding, its table from a column on with the pictures beside, else the pictures; then what is said."""
        whole = range(len(self.widths))
        self.line(block.title, "title", whole)
        self.line(block.about, "muted", whole)
        top = self.row
        own = range(left, left + len(block.table.columns)) if block.table else whole
        if block.table:
            self.table(block.table, left)
        chart_end = self.charts(block, top, own.stop if block.table else 0)
        if not block.table:
            self.row = max(self.row, chart_end)
        for lines, look in ((block.lines, "text"), (block.remarks, "text"), (block.sources, "muted")):
            for words in lines:
                self.line(words, look, own)
        self.row = max(self.row, chart_end) + 1

    def line(self, words: str, look: str, columns: range) -> None:
        """A text over some columns, as high as it needs."""
        if not words:
            return
        form = self.looks.text(look)
        if len(columns) > 1:
            self.sheet.merge_range(self.row, columns.start, self.row, columns.stop - 1, "", form)
        self.sheet.write_string(self.row, columns.start, words, form)
        width = sum(self.widths[at] for at in columns)
        set_height(self.sheet, self.row, [words], [width], _TITLE if look == "title" else 1)
        self.row += 1

    def table(self, table: Table, left: int) -> None:
        """All rows, numbers as numbers; a table without rows keeps an empty one."""
        end = self.row + max(1, len(table.rows))
        heads = [
            {"header": name, "header_format": self.looks.text("heading_right" if column.is_number else "heading")}
            for column, name in zip(table.columns, unlike([column.heading for column in table.columns]), strict=True)
        ]
        look = {"columns": heads, "style": STYLE, "banded_rows": False}
        self.sheet.add_table(self.row, left, end, left + len(heads) - 1, look)
        for at, column in enumerate(table.columns):
            self._column(left + at, column, [row[at] for row in table.rows])
        own = self.widths[left:]
        for line, row in enumerate([[column.heading + "  ▾" for column in table.columns], *_texts(table)], self.row):
            set_height(self.sheet, line, row, own)
        self.row = end + 1

    def _column(self, at: int, column: Column, cells: list[Cell]) -> None:
        stated = number_format.of_column(column, cells)
        for line, cell in enumerate(cells, self.row + 1):
            shown = (stated or number_format.of_cell(cell)) if cell.value is not None else ""
            look = self.looks.cell(cell.tone, shown, column.is_number)
            if shown and cell.value is not None:
                self.sheet.write_number(line, at, cell.value, look)
            else:
                self.sheet.write_string(line, at, cell.text, look)

    def charts(self, block: Block, top: int, left: int) -> int:
        """The pictures under each other from a cell on; the first row that is free below them."""
        for figure in filter(has_values, block.figures):
            place = {"object_position": 2, "x_offset": 16, "y_offset": 2, "description": figure.caption}
            self.sheet.insert_chart(top, left, self.data.chart(figure), place)
            top += ceil(height(figure) / _ROW_PX) + 1
        return top


def write_page(sheet: Any, page: Page, looks: Looks, data: ChartData, foot: str) -> None:
    """The blocks of a page; with one table its heading stays in sight and repeats on paper, else the finding does."""
    tables = [block.table for block in page.blocks if block.table]
    widths, lefts = _laid(tables)
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    set_up(sheet, foot)
    writer = PageSheet(sheet, looks, data, widths)
    for at, block in enumerate(page.blocks):
        writer.block(block, lefts[at] if at < len(lefts) else 0)
    if writer.row <= _ONE_PAGE and any(block.figures for block in page.blocks):
        sheet.fit_to_pages(1, 1)
    if tables:
        heading = 2 if page.blocks[0].about else 1
        sheet.freeze_panes(heading + 1, 0)
        sheet.repeat_rows(0, heading if len(tables) == 1 else 0)


def _laid(tables: Sequence[Table]) -> tuple[list[int], list[int]]:
    """How wide the columns are, and in which one each table begins.

    A table under the first one moves right as far as it takes so that its wide columns stretch none of those above.
    """
    if not tables:
        return [_BARE_WIDTH] * _BARE_COLUMNS, []
    first = widths = _widths(tables[0], WIDEST)
    lefts = [0]
    for table in tables[1:]:
        own = _widths(table, _LOWER_WIDEST)
        costs = [_cost(first, own, left) for left in range(len(first) + 1)]
        left = costs.index(min(costs))
        widths = _over(widths, own, left)
        lefts.append(left)
    return widths, lefts


def _over(widths: Sequence[int], own: Sequence[int], left: int) -> list[int]:
    """The columns with those of a table that begins at `left`."""
    return [max(pair) for pair in zip_longest(widths, [*[0] * left, *own], fillvalue=0)]


def _cost(first: Sequence[int], own: Sequence[int], left: int) -> int:
    """All the width, and once more what is stretched."""
    both = _over(first, own, left)
    return sum(both) + sum(both[: len(first)]) - sum(first)


def _texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def _widths(table: Table, most: int) -> list[int]:
    """Of each column in display cells; the arrow of the filter stands beside the heading."""
    return [
        min(most, max(8, display_cells(column.heading) + 4, *(display_cells(row[at].text) + 3 for row in table.rows)))
        for at, column in enumerate(table.columns)
    ]
