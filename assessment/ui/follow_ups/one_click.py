"""One click makes a follow-up of an indicator behind plan."""

from dataclasses import dataclass, field
from datetime import date

import streamlit as st

from assessment import access, follow_ups, labels
from assessment.findings import follow_ups as findings
from assessment.follow_ups import Item
from assessment.i18n import t
from assessment.reports.follow_ups import behind_without_follow_up
from assessment.reports.follow_ups import follow_ups as report
from assessment.ui import empty, load
from assessment.ui.follow_ups import writing
from assessment.ui.follow_ups.view import PAGE, Row, View, next_month_end
from assessment.ui.once import Once
from assessment.ui.scope import Scope, link


@dataclass(frozen=True)
class Asked:
    """The one act of a button, on what was written when it was drawn."""

    written: int
    act: Once[int] = field(default_factory=Once)


def make(view: View, row: Row, name: str) -> int | None:
    """Write the item of a row of `behind_without_follow_up`; its number, None if it was refused."""
    key, written = f"follow_{row.unit_type}_{row.indicator_id}", access.store().note_version
    asked: Asked | None = st.session_state.get(f"{key}_asked")
    if asked is None or asked.written != written:
        asked = st.session_state[f"{key}_asked"] = Asked(written)
    item, act = _item(view, row), asked.act
    made: list[int] = []
    if not writing.carry_out(lambda: made.append(act.run(lambda: follow_ups.add(access.store(), item, name))), name):
        return None
    return made[0]


def offer(scope: Scope, month: date, unit_type: str, indicator_id: str) -> None:
    """Where one indicator of a type is shown: the button if it is behind, or the way to the item that is open."""
    view = View(scope, month, labels.county_today())
    writing.told()
    rows = load.written(report, month, view.today)
    mine = (rows["unit_type"] == unit_type) & (rows["indicator_id"] == indicator_id) & (rows["state"] == "open")
    found: list[Row] = list(rows[mine].itertuples(index=False))
    if found:
        ways = [(link(PAGE, scope, item=str(row.follow_up_id)), _followed(row)) for row in found]
        empty.links(ways)
        return
    behind = load.written(behind_without_follow_up, month, (unit_type,))
    for row in behind[behind["indicator_id"] == indicator_id].itertuples(index=False):
        with st.container(horizontal=True, vertical_alignment="bottom", key="follow_up_drill"):
            name = writing.who("follow_up_drill_who")
            pressed = st.button(t("Follow up"), key=f"follow_{unit_type}_{indicator_id}")
        if pressed and make(view, row, name) is not None:
            writing.tell(t("Put on the list; the link below opens it."))
            st.rerun()


def _followed(row: Row) -> str:
    return t("Followed up: {state}, due {day}", state=findings.state(row), day=f"{row.due_on:%Y-%m-%d}")


def _item(view: View, row: Row) -> Item:
    return Item(
        title=findings.title(row),
        owner_unit_id=labels.text(row.owner_unit_id).replace(labels.NONE, ""),
        due_on=next_month_end(view.today),
        period=view.origin,
        unit_type=row.unit_type,
        indicator_id=row.indicator_id,
    )
