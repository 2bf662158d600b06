"""The hidden sheet the template's dropdowns read: an inline list would stop at 255 characters."""

from collections.abc import Iterable

from xlsxwriter import Workbook

from assessment.facts import MonthForm
from assessment.workbook import sheets


class Lists:
    """Units, kinds, tiers and the words a value cell may hold, a column each."""

    def __init__(self, form: MonthForm) -> None:
        self._columns = {
            "units": [unit.name for unit in form.units],
            "kinds": [kind.kind for kind in form.event_kinds],
            "tiers": list(form.tiers),
        }

    def source(self, name: str) -> str:
        """The range of a list as a validation's source; a list without entries gets one empty cell."""
        column = "ABC"[list(self._columns).index(name)]
        return f"='{sheets.LISTS}'!${column}$2:${column}${max(2, len(self._columns[name]) + 1)}"

    def write(self, book: Workbook, words: Iterable[str]) -> None:
        """Add the sheet, very hidden; column D holds the words of the cell grammar."""
        sheet = book.add_worksheet(sheets.LISTS)
        sheet.very_hidden()
        columns = self._columns | {"words": [*words, "-", "—", "/"]}
        for column, (name, entries) in enumerate(columns.items()):
            sheet.write_string(0, column, name)
            for row, entry in enumerate(entries, start=1):
                sheet.write_string(row, column, entry)
