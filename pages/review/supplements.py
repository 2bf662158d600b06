"""专项: the N of 1+N, their lives and results."""

from assessment.i18n import t
from assessment.ui import heading
from assessment.ui.scope import require_scope

scope = require_scope()
heading.draw(t("Supplements"))
