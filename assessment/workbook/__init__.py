"""Excel in: the month's template, and workbooks read into rows with every complaint at once."""

from assessment.workbook.file_kind import kind_of
from assessment.workbook.reader import read, read_months
from assessment.workbook.reading import Reading
from assessment.workbook.tables_of import plain_tables
from assessment.workbook.template_file import template

__all__ = ["Reading", "kind_of", "plain_tables", "read", "read_months", "template"]
