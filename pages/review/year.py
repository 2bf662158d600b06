"""月小评, 季小结, 年汇总: the assessment year of the chosen period in one view."""

from assessment.ui import empty, year
from assessment.ui.scope import require_scope

scope = require_scope()
if scope.period is None:
    empty.store(scope)
else:
    year.draw(scope, scope.period)
