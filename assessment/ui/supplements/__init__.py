"""专项: when supplements run, what they weigh, what units did together, who won how much of them, honours."""

from assessment.ui.supplements import honours, results, sheets, timeline, totals, weights
from assessment.ui.supplements.view import View, choose_module, open_view

__all__ = ["View", "choose_module", "honours", "open_view", "results", "sheets", "timeline", "totals", "weights"]
