"""The appendix of a meeting: every table of its deck as a native table, every picture as a native chart."""

from assessment.export.pack_workbook.book import pack_workbook

__all__ = ["pack_workbook"]
