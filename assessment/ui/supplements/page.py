"""The blocks of the page in the order they are read."""

from assessment.ui.scope import Scope
from assessment.ui.supplements import honours, results, timeline, totals, weights
from assessment.ui.supplements.view import View


def lives_and_sums(scope: Scope, view: View, shown: View, module: str) -> str:
    """When the supplements run, and what one of them has won together; `shown` is the view of that one."""
    return timeline.html(scope, view) + totals.html(scope, shown, module)


def results_and_weights(scope: Scope, view: View, shown: View, module: str) -> str:
    """Who won how much, the honours from above, what the supplements weigh."""
    return results.html(scope, shown, module) + honours.html(scope, shown, module) + weights.html(view)
