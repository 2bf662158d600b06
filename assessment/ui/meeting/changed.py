"""Compare meetings: what a meeting was shown that is another number now, and why."""

from html import escape
from typing import Any

import streamlit as st

from assessment import access
from assessment.meeting import since
from assessment.meetings import Meeting
from assessment.ui import heading, load, own_table


def draw(meeting: Meeting) -> None:
    """This meeting against the data as they are now."""
    store: Any = access.store()
    first = since.summary(store, meeting, store.data_version, load.calendar())
    heading.section(first.title, first.about)
    if first.lines:
        lines = "".join(f"<li class='sj-written'>{escape(line)}</li>" for line in first.lines)
        st.html(f"<ul class='sj-lines'>{lines}</ul>")
    if first.table:
        rows = [[cell.text for cell in row] for row in first.table.rows]
        looks = ["num" if column.is_number else "wrap sj-written" for column in first.table.columns]
        own_table.draw([column.heading for column in first.table.columns], rows, looks)
