"""档次变动: who rose and fell a tier between two periods, and why."""

from assessment.i18n import t
from assessment.ui import heading
from assessment.ui.scope import require_scope

scope = require_scope()
heading.draw(t("Tier shifts"))
