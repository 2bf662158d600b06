"""按时交卷: who owes what by when, what came, who is late."""

from assessment.ui import empty, submissions
from assessment.ui.scope import require_scope

scope = require_scope()
if scope.period is None:
    empty.store(scope)
else:
    submissions.draw(scope, scope.period)
