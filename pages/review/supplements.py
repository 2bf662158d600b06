"""专项: the N of 1+N, their lives and results."""

import streamlit as st

from assessment.i18n import t
from assessment.ui import block, empty, heading, load, supplements, table_download
from assessment.ui.scope import require_scope

scope = require_scope()
if scope.period is None:
    empty.store(scope)
else:
    view = supplements.open_view(scope)
    if view.lives.empty:
        heading.draw(t("No scheme has a supplement"))
        empty.note(
            t("Modules of the kind “supplement” in the scheme's files appear here with their months and results.")
        )
    else:
        top = st.container(key="supplements_title")
        module, shown = supplements.choose_module(scope, view)
        with top:
            heading.draw(load.drawn(supplements.View.title, shown, module), shown.about(scope))
        block.draw(load.drawn(supplements.lives_and_sums, scope, view, shown, module), "supplement_sums")
        supplements.draw_units(scope, shown, module)
        block.draw(load.drawn(supplements.results_and_weights, scope, view, shown, module), "supplement_results")
        table_download.offer(scope, t("Supplements"), lambda: supplements.sheets.tables(scope, shown, module))
