"""历史: every revision, who made it, what it changed, and the way back."""

from assessment import reports
from assessment.ui import empty, heading, load, revisions
from assessment.ui.scope import require_scope

scope = require_scope()
history = load.frame(reports.history)
if history.empty:
    empty.store(scope)
else:
    heading.draw(revisions.finding(history), revisions.about(history))
    revisions.draw_result()
    opened = revisions.opened(history)
    if opened:
        revisions.draw_head(opened)
        revisions.offer_undo(opened)
        revisions.draw_changes(opened, scope)
    revisions.draw(history, scope, opened.revision_id if opened else None)
