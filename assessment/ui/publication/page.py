"""The page: what is to be done with the period in view, its editions, the board of its year."""

import pandas as pd
import streamlit as st

from assessment.i18n import t
from assessment.periods import Period
from assessment.ui import empty, heading, load, reopening
from assessment.ui.publication import board as year_board
from assessment.ui.publication import editions, publishing
from assessment.ui.scope import Scope


def draw(scope: Scope, period: Period, board: pd.DataFrame) -> None:
    """`board`: rows of `reports.publication_board`."""
    reopening.draw_result()
    row = next((one for one in board.itertuples(index=False) if one.period == str(period)), None)
    if row is None:
        empty.period(scope)
        return
    name = load.period_name(period)
    if row.status == "published":
        heading.section(
            t("{period} is published: edition {edition}", period=name, edition=row.edition),
            t("For a correction it is reopened with a reason; until it is published again it counts as a draft."),
        )
        with st.expander(t("Reopen {period}…", period=name)):
            reopening.offer([period])
    else:
        publishing.draw(period, row, board)
    editions.draw(scope, period)
    year_board.draw(scope, row.year_start, board)
