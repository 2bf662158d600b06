"""单位画像: one unit's score, opened to the last cell."""

from assessment.ui import unit_profile
from assessment.ui.scope import require_scope

unit_profile.draw(require_scope())
