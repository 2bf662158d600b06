"""议定事项: the list, one item opened, what nobody follows up, writing."""

from assessment.ui.follow_ups.page import draw

__all__ = ["draw"]
