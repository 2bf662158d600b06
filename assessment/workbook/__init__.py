"""Excel in: the month's template, and workbooks read into rows with every complaint at once."""

from assessment.workbook.answers import Answer, Answers, Settled
from assessment.workbook.marked_copy import Marked, marked
from assessment.workbook.reader import read, read_months
from assessment.workbook.reading import Reading
from assessment.workbook.shape import Shape
from assessment.workbook.template_file import template

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
    "template",
]
