"""Excel in: what the cells of workbooks mean, read into rows with every complaint and question at once."""

from assessment.workbook.answers import Answer, Answers, Settled
from assessment.workbook.marked_copy import Marked, marked
from assessment.workbook.reader import read, read_months
from assessment.workbook.reading import Reading
from assessment.workbook.shape import Shape

__all__ = [
    "Answer",
    "Answers",
    "Marked",
    "Reading",
    "Settled",
    "Shape",
    "marked",
    "read",
    "read_months",
]
