"""The month's empty workbook, to be filled and handed in; what its sheets and headings mean is `workbook`'s."""

from assessment.template.file import month_template

__all__ = ["month_template"]
