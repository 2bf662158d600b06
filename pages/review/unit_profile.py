"""单位画像: one unit's score, opened to the last cell."""

from assessment.i18n import t
from assessment.ui import heading
from assessment.ui.scope import require_scope

scope = require_scope()
heading.draw(t("Unit profile"))
