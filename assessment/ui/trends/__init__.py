"""走势: what is followed, its figure, its table."""

from assessment.ui.trends.page import draw

__all__ = ["draw"]
