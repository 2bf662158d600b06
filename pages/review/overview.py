"""总览: what changed, who moved, what is behind, who has not handed in."""

from assessment.export.overview_tables import overview_tables
from assessment.findings import overview as findings
from assessment.i18n import t
from assessment.ui import empty, heading, load, overview, table_download
from assessment.ui.scope import require_scope

scope = require_scope()
if scope.period is None:
    empty.store(scope)
else:
    blocks = overview.load_blocks(scope.period, scope.unit_types)
    about = findings.about(load.period_name(scope.period), blocks.facts)
    heading.draw(overview.title(scope.period, blocks), about)
    if blocks.types.empty:
        empty.period(scope)
    else:
        overview.draw(scope, blocks)
        table_download.offer(scope, t("Overview"), lambda: overview_tables(blocks))
