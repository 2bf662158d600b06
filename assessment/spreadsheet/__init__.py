"""Any spreadsheet file as plain cells: told by its content, checked as bytes, read in a limited child process.

The room knows nothing of an assessment; what the cells mean is said in `assessment/workbook`.
"""

# Nothing is imported here: the child process starts in a tenth of a second only as long as it loads what it needs.
