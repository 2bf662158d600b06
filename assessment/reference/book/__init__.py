"""The reference as a workbook in words: written for an assessment officer to edit, read back into tables."""

from assessment.reference.book.shown import Names, shown
from assessment.reference.book.writing import write

__all__ = ["Names", "shown", "write"]
"""`reading` is imported by its own name: it needs the rows of `reference.files`, which needs it."""
