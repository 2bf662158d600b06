"""Findings in words: rules over the rows of reports, one module a page. Titles of pages and charts come from here."""

from assessment.findings.rankings import about, field, headline

__all__ = ["about", "field", "headline"]
