"""口径: what every indicator means and how it is scored."""

from assessment.i18n import t
from assessment.ui import heading
from assessment.ui.scope import require_scope

scope = require_scope()
heading.draw(t("Definitions"))
