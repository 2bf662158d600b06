"""The page: what is to be done with the period in view, its editions, the board of its year."""

import pandas as pd
import streamlit as st

from assessment.i18n import t
from assessment.periods import Period
from assessment.ui import empty, heading, load, reopening
from assessment.ui.plain import plain
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
            reopening.offer([period, *_longer(period, board)])
    else:
        publishing.draw(scope, period, row, board)
    editions.draw(scope, period)
    year_board.draw(scope, row.year_start, board)


def _longer(period: Period, board: pd.DataFrame) -> list[Period]:
    """The published quarter and year that a correction of a month would change too; the reader may leave them out."""
    published = [load.parse(code) for code in board[board["status"] == "published"]["period"]]
    spans = {"quarter": 3, "year": 12}
    offered = []
    for one in published:
        months = (period.start.year - one.start.year) * 12 + period.start.month - one.start.month
        if period.kind == "month" and one.kind in spans and 0 <= months < spans[one.kind]:
            offered.append(one)
    if not offered:
        return []
    names = {str(one): plain(load.period_name(one)) for one in offered}
    picked = st.pills(
        t("Reopen together with it"),
        list(names),
        default=list(names),
        key=f"reopen_together_{period}",
        selection_mode="multi",
        format_func=names.__getitem__,
    )
    return [one for one in offered if str(one) in picked]
