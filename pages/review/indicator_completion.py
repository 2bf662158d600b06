"""指标完成: each indicator against the time plan, its target or its line."""

from assessment.ui import empty, indicator_completion
from assessment.ui.scope import require_scope

scope = require_scope()
if scope.period is None:
    empty.store(scope)
else:
    indicator_completion.draw(scope, scope.period)
