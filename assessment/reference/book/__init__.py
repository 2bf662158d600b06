"""The reference as a workbook in words: written for an assessment officer to edit, read back into tables.

`reading` is imported by its own name, for files of tables go by it too.
"""

from assessment.reference.book.shown import Names, shown
from assessment.reference.book.writing import write

__all__ = ["Names", "shown", "write"]
