"""The month's empty workbook, to be filled and handed in; what its sheets and headings mean is `workbook`'s."""

from assessment.template.file import month_template
from assessment.template.lateness import EventRow, LateValue, lateness_workbook

__all__ = ["EventRow", "LateValue", "lateness_workbook", "month_template"]
