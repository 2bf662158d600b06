"""考核方案: the scheme in force at a glance, the workbook out, the workbook in with everything it would change."""

from assessment.ui.scheme_book import handing_in, picture

__all__ = ["handing_in", "picture"]
