"""专项: when supplements run, what they weigh, what units did together, who won how much of them, honours."""

from assessment.ui.supplements import sheets
from assessment.ui.supplements.page import lives_and_sums, results_and_weights
from assessment.ui.supplements.totals import draw_units
from assessment.ui.supplements.view import View, choose_module, open_view

__all__ = ["View", "choose_module", "draw_units", "lives_and_sums", "open_view", "results_and_weights", "sheets"]
