"""The rankings page: one type opened, or all types side by side."""

from assessment.ui.rankings.page import draw, title

__all__ = ["draw", "title"]
