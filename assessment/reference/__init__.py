"""The county's reference data: units, schemes, rules; read from CSV files or one workbook, checked, loaded whole."""

from assessment.reference.files import folder_files
from assessment.reference.load import load

__all__ = ["folder_files", "load"]
