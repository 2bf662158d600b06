"""走势: types, modules, units and indicators over time."""

from assessment.ui import empty, trends
from assessment.ui.scope import require_scope

scope = require_scope()
if scope.period is None:
    empty.store(scope)
else:
    trends.draw(scope, scope.period)
