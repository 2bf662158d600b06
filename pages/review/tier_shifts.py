"""档次变动: who rose and fell a tier between two periods, and why."""

from assessment.ui import empty, tier_shifts
from assessment.ui.scope import require_scope

scope = require_scope()
if scope.period is None:
    empty.store(scope)
else:
    tier_shifts.draw(scope)
