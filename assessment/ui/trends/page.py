"""The page: the finding, the filters, the figure, the table, the notes, the file."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from assessment.i18n import t
from assessment.periods import Period
from assessment.ui import empty, heading, load, notes, table_download
from assessment.ui.scope import Scope
from assessment.ui.trends import download, indicator, scores
from assessment.ui.trends.followed import Followed, choose_followed


def draw(scope: Scope, period: Period) -> None:
    """Everything below the frame, for a period with results."""
    head = st.container()
    followed = choose_followed(scope, period)
    view = indicator if followed.view == "indicator" else scores
    is_without = view is indicator and followed.indicator is None
    rows = pd.DataFrame() if is_without else view.rows_of(followed)
    if rows.empty:
        with head:
            heading.draw(t("No results in this period"))
        empty.period(scope)
        return
    noted = _notes(followed, rows)
    with head:
        about = indicator.about(followed) if view is indicator else []
        heading.draw(view.sentence(followed), [_until(followed), *about])
    view.draw(followed, noted)
    if noted:
        st.html(notes.listing(noted))
    notes.form(
        followed.type_scope, *_subjects(followed), found=[n for n in noted if n.period_start.date() == period.start]
    )
    table_download.offer(scope, t("Trends"), lambda: download.tables(followed, rows), download.notes(followed))


def _until(followed: Followed) -> str:
    return t("up to {period}", period=load.period_name(followed.period))


def _notes(followed: Followed, rows: pd.DataFrame) -> Sequence[Any]:
    """The notes on anything the figure shows, newest first; where no indicator is followed, none of one."""
    first = rows["period_start"].min().date()
    types = (followed.unit_type,) if followed.unit_type else followed.scope.unit_types
    code = followed.indicator.indicator_id if followed.indicator is not None else None
    found = notes.shown_with(notes.between(first, followed.last), types, followed.unit or None, code)
    return found if code else [note for note in found if notes.is_open(note.indicator_id)]


def _subjects(followed: Followed) -> tuple[notes.Named | None, notes.Named | None]:
    unit = (followed.unit, followed.unit_name) if followed.unit else None
    found = followed.indicator
    return unit, (found.indicator_id, download.indicator_name(found)) if found is not None else None
