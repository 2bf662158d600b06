"""Tables out: CSV and workbooks with a note sheet, from the same frames that pages show."""

from assessment.export.csv_file import csv_bytes
from assessment.export.result_table import FLAGS, result_table, score_table
from assessment.export.table import Table
from assessment.export.workbook_file import workbook_bytes

__all__ = ["FLAGS", "Table", "csv_bytes", "result_table", "score_table", "workbook_bytes"]
