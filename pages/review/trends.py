"""走势: types, modules, units and indicators over time."""

from assessment.i18n import t
from assessment.ui import heading
from assessment.ui.scope import require_scope

scope = require_scope()
heading.draw(t("Trends"))
