"""总览: what changed, who moved, what is behind, who has not handed in."""

from assessment.export.overview_tables import overview_tables
from assessment.i18n import t
from assessment.ui import empty, heading, notes, overview, table_download
from assessment.ui.scope import require_scope

scope = require_scope()
if (period := scope.period) is None:
    empty.store(scope)
else:
    shown = overview.shown(scope)
    heading.draw(shown.title, shown.about)
    if not shown.html:
        empty.period(scope)
    else:
        overview.draw(scope, shown)
        notes.draw(scope)
        table_download.offer(
            scope, t("Overview"), lambda: overview_tables(overview.load_blocks(period, scope.unit_types))
        )
