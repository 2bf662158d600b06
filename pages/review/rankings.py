"""单位排名: who stands where in each type, what moved, how close it is."""

from assessment import export, findings, reports
from assessment.i18n import t
from assessment.ui import empty, heading, load, ranking_table, table_download
from assessment.ui.scope import require_scope

scope = require_scope()
if scope.period is None:
    empty.store(scope)
else:
    ranking = load.frame(reports.rankings, scope.period, scope.unit_types)
    heading.draw(findings.headline(ranking), findings.about(load.period_name(scope.period), ranking))
    if ranking.empty:
        empty.period(scope)
    else:
        ranking_table.draw(ranking)
        table_download.offer(scope, t("Unit rankings"), lambda: [export.result_table(scope.period, ranking)])
