"""月小评, 季小结, 年汇总: one table a type, what the year's score is made of."""

from assessment.ui.year.page import draw

__all__ = ["draw"]
