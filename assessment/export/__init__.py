"""Tables out: CSV and workbooks with a note sheet, from the same frames that pages show."""

from assessment.export.csv_file import csv_bytes
from assessment.export.in_words import results_in_words, scores_in_words
from assessment.export.result_table import FLAGS, result_table, score_table
from assessment.export.submission_table import submission_table
from assessment.export.table import Column, Table, from_frame
from assessment.export.workbook_file import workbook_bytes

__all__ = [
    "FLAGS",
    "Column",
    "Table",
    "csv_bytes",
    "from_frame",
    "result_table",
    "results_in_words",
    "score_table",
    "scores_in_words",
    "submission_table",
    "workbook_bytes",
]
