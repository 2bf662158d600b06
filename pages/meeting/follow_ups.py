"""议定事项: what review meetings asked of whom by when, and what became of it."""

from assessment.ui import empty, follow_ups
from assessment.ui.scope import require_scope

scope = require_scope()
if scope.period is None:
    empty.store(scope)
else:
    follow_ups.draw(scope, scope.period)
