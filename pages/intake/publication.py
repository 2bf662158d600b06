"""公布: what is published and what is not, publishing, reopening, and every edition as it was."""

from assessment.findings import publication as findings
from assessment.reports.publication import publication_board
from assessment.ui import empty, heading, load, publication
from assessment.ui.scope import require_scope

scope = require_scope()
board = load.frame(publication_board)
if scope.period is None or board.empty:
    empty.store(scope)
else:
    heading.draw(findings.headline(board, load.calendar()), findings.about(board))
    publication.draw(scope, scope.period, board)
