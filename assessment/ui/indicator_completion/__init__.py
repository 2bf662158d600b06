"""指标完成: every indicator against its plan, target or line; the map of types, the worst, one indicator's units."""

from assessment.ui.indicator_completion.page import draw

__all__ = ["draw"]
