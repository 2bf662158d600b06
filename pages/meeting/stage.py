"""讲台: the review meeting on the wall."""

from assessment.ui.meeting import decks, stage
from assessment.ui.scope import read_now

scope = read_now()
meeting = decks.chosen(scope.period)
if meeting is None:
    stage.without(scope)
else:
    stage.draw(scope, meeting)
