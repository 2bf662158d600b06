"""单位排名: who stands where in each type, what moved, how close it is."""

from assessment import reports
from assessment.ui import empty, heading, load, rankings
from assessment.ui.scope import require_scope

scope = require_scope()
if scope.period is None:
    empty.store(scope)
else:
    ranking = load.frame(reports.rankings, scope.period, scope.unit_types)
    heading.draw(*load.drawn(rankings.title, scope))
    if ranking.empty:
        empty.period(scope)
    else:
        rankings.draw(scope, ranking)
