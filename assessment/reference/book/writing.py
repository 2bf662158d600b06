"""Writes the reference as a workbook that an assessment officer edits: words for codes, lists to choose from."""

from collections.abc import Sequence
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from assessment.i18n import language, t
from assessment.reference.book import guide, turned, weights
from assessment.reference.book.cells import put
from assessment.reference.book.fields import Field, Plan
from assessment.reference.book.lists import Lists
from assessment.reference.book.looks import Looks
from assessment.reference.book.methods import parameters
from assessment.reference.book.sheets import PLANS, spread_field
from assessment.reference.book.shown import Content, Names
from assessment.reference.book.sideways import Sideways
from assessment.template import widths

_LINE = 15.5
"""The height of a line of text."""
OPEN_ROWS = 500
"""Dropdowns and colours reach so many rows below the last one."""
_INNER = ("scenario_id", "upload_id", "sheet", "cell")
"""Columns that are not the officer's."""
_SCHEME_TABLES, _COUNTY = "#1F4E79", "#8A93A0"


def write(content: Content) -> bytes:
    """The .xlsx of a reference, in the current language."""
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    names = Names.of(content)
    headings = {
        table: 3 + any(field.band for field in plan.fields if not plan.is_turned) for table, plan in PLANS.items()
    }
    with Workbook(target, options) as book:
        looks, lists = Looks(book), Lists(content, names, headings)
        guide.write(book, looks, content)
        for table, plan in PLANS.items():
            sheet = book.add_worksheet(t(plan.title))
            sheet.set_tab_color(_SCHEME_TABLES if plan.fields[0].refers == "scheme" or plan.is_turned else _COUNTY)
            sheet.write_string(0, 0, t(plan.title), looks.title)
            sheet.write_string(1, 0, t(plan.about), looks.about)
            if plan.is_turned:
                turned.write(sheet, plan, content[table], looks, lists, names)
            else:
                _Sheet(sheet, plan, content, looks, lists, names, headings[table]).write()
            if table == "rule":
                weights.write(book, content, looks, lists, names, headings)
        lists.write(book)
    return target.getvalue()


class _Sheet:
    """One table as a sheet: a row a row, headings with comments, dropdowns, filters."""

    def __init__(
        self,
        sheet: Worksheet,
        plan: Plan,
        content: Content,
        looks: Looks,
        lists: Lists,
        names: Names,
        heading_row: int,
    ) -> None:
        self._sheet, self._plan, self._looks, self._lists, self._names = sheet, plan, looks, lists, names
        self._first = heading_row
        """The 0-based row of the first entry, for the headings stand in the one before."""
        rows = content[plan.table]
        self._sideways = Sideways.of(plan, content, names)
        self._rows = self._sideways.rows(rows) if self._sideways else rows
        known = {field.column for field in plan.fields} | {plan.spread, plan.value, *_INNER}
        others = [Field(name, name) for name in (rows[0] if rows else {}) if name not in known]
        self._fields: Sequence[Field] = [*(field for field in plan.fields if not field.is_extra), *others]

    def write(self) -> None:
        """Headings, rows, and what helps to edit them."""
        for column, field in enumerate(self._fields):
            self._head(column, field)
        for column, side in enumerate(self._sides(), start=len(self._fields)):
            self._side_head(column, side)
        for at, row in enumerate(self._rows, start=self._first):
            if (lines := self._lines(row)) > 1:
                self._sheet.set_row(at, _LINE * lines)
            for column, field in enumerate(self._fields):
                look = self._looks.cell(field.look, column < self._plan.key_count)
                put(self._sheet, at, column, row[field.column], look, (self._plan.table, field, self._names))
            for column, side in enumerate(self._sides(), start=len(self._fields)):
                field = spread_field(self._plan.table, side)
                value = self._sideways.value(row, side) if self._sideways else None
                put(
                    self._sheet, at, column, value, self._looks.cell(field.look), (self._plan.table, field, self._names)
                )
        self._bands()
        self._grey_unused()
        self._finish()

    def _lines(self, row: dict[str, object]) -> int:
        """How many lines the longest text of a row takes in its column."""
        is_folded = language() == "zh"
        texts = [
            (field, str(row[field.column] or ""))
            for field in self._fields
            if field.look == "prose" and not (field.is_aside and is_folded)
        ]
        return max((-(-widths.cells(text) // (field.width - 2)) for field, text in texts), default=1)

    def _heading_lines(self) -> int:
        """How many lines the longest heading among those laid out sideways takes."""
        if not self._sideways or self._plan.spread != "indicator_id":
            return 1
        width = spread_field(self._plan.table, "").width - 2
        heads = [self._sideways.heading(side).split("\n") for side in self._sides()]
        return max((sum(-(-widths.cells(line) // width) for line in head) for head in heads), default=1)

    def _sides(self) -> list[str]:
        return self._sideways.sides if self._sideways else []

    def _head(self, column: int, field: Field) -> None:
        is_key = column < self._plan.key_count
        look = self._looks.key_head if is_key else self._looks.head
        self._sheet.write_string(self._first - 1, column, t(field.heading), look)
        if field.hint:
            self._comment(column, t(field.hint))
        level = {"level": 1} if field.band or field.is_aside else {}
        folded = {"hidden": True} if field.is_aside and language() == "zh" else {}
        self._sheet.set_column(column, column, field.width, self._looks.cell(field.look, is_key), level | folded)
        if name := self._lists.of_field(self._plan.table, field):
            self._offer(column, name, is_strict=field.look in ("word", "flag") and field.column != "function")

    def _side_head(self, column: int, side: str) -> None:
        field = spread_field(self._plan.table, side)
        said = self._sideways.heading(side) if self._sideways and self._plan.spread == "indicator_id" else field.heading
        self._sheet.write_string(self._first - 1, column, said, self._looks.head)
        self._sheet.set_column(column, column, field.width, self._looks.cell(field.look))

    def _comment(self, column: int, text: str) -> None:
        lines = 1 + sum(2 if ord(letter) > 0x2E7F else 1 for letter in text) // 34
        self._sheet.write_comment(
            self._first - 1, column, text, {"width": 230, "height": 18 + 17 * lines, "font_size": 9, "color": "#FFFBEA"}
        )

    def _offer(self, column: int, name: str, is_strict: bool) -> None:
        choice = {
            "validate": "list",
            "source": self._lists.source(name),
            "error_type": "stop" if is_strict else "warning",
            "error_title": t("Not in the list"),
            "error_message": t("Choose one from the list.")
            if is_strict
            else t("Choose from the list. Keep it all the same?"),
        }
        self._sheet.data_validation(self._first, column, self._last + OPEN_ROWS, column, choice)

    @property
    def _last(self) -> int:
        return self._first + max(len(self._rows), 1) - 1

    def _bands(self) -> None:
        """What neighbouring columns are about, over their headings."""
        at = 0
        while at < len(self._fields):
            band, end = self._fields[at].band, at
            while end + 1 < len(self._fields) and self._fields[end + 1].band == band:
                end += 1
            if band and end > at:
                self._sheet.merge_range(self._first - 2, at, self._first - 2, end, t(band), self._looks.band)
            elif band:
                self._sheet.write_string(self._first - 2, at, t(band), self._looks.band)
            at = end + 1

    def _grey_unused(self) -> None:
        """Parameters that a row's method does not read."""
        columns = [field.column for field in self._fields]
        if "function" not in columns:
            return
        letter = chr(ord("A") + columns.index("function"))
        for name in parameters():
            if name in columns:
                at = columns.index(name)
                method = f"${letter}{self._first + 1}"
                rule = f'=AND({method}<>"",COUNTIF({self._lists.users(name)},{method})=0)'
                self._sheet.conditional_format(
                    self._first,
                    at,
                    self._last + OPEN_ROWS,
                    at,
                    {"type": "formula", "criteria": rule, "format": self._looks.unused},
                )

    def _finish(self) -> None:
        """Freeze, filter, print landscape A4 with repeated headings."""
        columns = len(self._fields) + len(self._sides())
        self._sheet.set_row(self._first - 1, max(46, _LINE * self._heading_lines() + 4))
        for row in range(self._first - 1):
            self._sheet.set_row(row, None, self._looks.above)
        self._sheet.freeze_panes(self._first, min(self._plan.key_count, 3))
        self._sheet.autofilter(self._first - 1, 0, self._last, columns - 1)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0, self._first - 1)
        self._sheet.set_footer("&C&A  &P / &N")
