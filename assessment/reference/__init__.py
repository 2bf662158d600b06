"""The county's reference data: units, schemes, rules; read from CSV files or one workbook, checked, loaded whole."""

from assessment.reference.load import load

__all__ = ["load"]
