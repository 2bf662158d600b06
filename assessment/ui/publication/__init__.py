"""The page of publishing: one period's next step, the year's board, the editions of the period."""

from assessment.ui.publication.page import draw

__all__ = ["draw"]
