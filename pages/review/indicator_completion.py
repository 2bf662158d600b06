"""指标完成: each indicator against the time plan."""

from assessment.i18n import t
from assessment.ui import heading
from assessment.ui.scope import require_scope

scope = require_scope()
heading.draw(t("Indicator completion"))
