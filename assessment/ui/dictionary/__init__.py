"""口径: the list of indicators, one indicator in full, what the schemes changed, the workbook."""

from assessment.ui.dictionary import changes, entry, listing, sheets
from assessment.ui.dictionary.book import Book, open_book
from assessment.ui.dictionary.filters import Choice, choose_filters, passing

__all__ = ["Book", "Choice", "changes", "choose_filters", "entry", "listing", "open_book", "passing", "sheets"]
