"""年度: months, quarters and the year in one view."""

from assessment.i18n import t
from assessment.ui import heading
from assessment.ui.scope import require_scope

scope = require_scope()
heading.draw(t("Months, quarters, year"))
