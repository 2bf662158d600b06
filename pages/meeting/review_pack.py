"""评审材料: a meeting called, its sentences, its pack, its pictures, and what has changed since it was shown."""

from assessment.ui import empty
from assessment.ui.meeting import pack
from assessment.ui.scope import read_now

scope = read_now()
if scope.period is None:
    empty.store(scope)
else:
    pack.draw(scope)
