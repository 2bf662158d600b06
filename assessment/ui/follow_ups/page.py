"""The page: the finding, the item opened, the list, what nobody follows up, writing by hand, the file."""

from dataclasses import replace

import streamlit as st

from assessment import labels
from assessment.findings import follow_ups as findings
from assessment.i18n import t
from assessment.periods import Period
from assessment.ui import choose, heading, load, table_download
from assessment.ui.follow_ups import by_hand, download, opened, table, unfollowed, writing
from assessment.ui.follow_ups.view import View, month_of
from assessment.ui.plain import plain
from assessment.ui.scope import Scope


def draw(scope: Scope, period: Period) -> None:
    """Everything below the frame, for a period with results."""
    view = View(scope, month_of(period), labels.county_today())
    heading.draw(findings.headline(view.rows(), view.today), _about(view))
    writing.told()
    opening = st.container()
    view = replace(view, show=choose.one("show", download.shown_names(), "open", t("Listed")))
    with opening:
        _open(view)
    table.draw(view)
    unfollowed.draw(view)
    by_hand.draw(view)
    there = replace(scope, period=view.origin)
    table_download.offer(there, t("Follow-ups"), lambda: download.tables(view), download.notes(view))


def _about(view: View) -> list[str]:
    return [
        t("as of {day}", day=f"{view.today:%Y-%m-%d}"),
        t("what became of them by {month}", month=load.calendar().full("month", view.month)),
    ]


def _open(view: View) -> None:
    """The item that the address names."""
    asked = st.query_params.get("item", "")
    if not asked:
        return
    found = view.everything()
    rows = list(found[found["follow_up_id"].astype(str) == asked].itertuples(index=False))
    if rows:
        opened.draw(view, rows[0])
    else:
        st.info(plain(t("There is no follow-up {number}.", number=asked[:20])))
