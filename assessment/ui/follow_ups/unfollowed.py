"""What is behind plan and that nobody follows up, a button each."""

from html import escape

import streamlit as st

from assessment import labels
from assessment.findings import follow_ups as findings
from assessment.i18n import t
from assessment.ui import cells, departments, heading
from assessment.ui.follow_ups import one_click, writing
from assessment.ui.follow_ups.view import Row, View
from assessment.ui.scope import link

_OPEN = 8
"""So many rows are in sight, the rest behind one tap."""


def draw(view: View) -> None:
    """The title, who writes, and a line with its button for each."""
    found = view.behind()
    heading.section(findings.unfollowed(found), "" if found.empty else _about())
    if found.empty:
        return
    rows: list[Row] = list(found.itertuples(index=False))
    with st.container(key="follow_up_behind"):
        name = writing.who("follow_up_behind_who")
        for row in rows[:_OPEN]:
            _line(view, row, name)
        if len(rows) > _OPEN:
            with st.expander(t("{count} more", count=len(rows) - _OPEN)):
                for row in rows[_OPEN:]:
                    _line(view, row, name)


def _about() -> str:
    return t("One click puts it on the list: due at the end of next month; say who is in charge afterwards")


def _line(view: View, row: Row, name: str) -> None:
    with st.container(
        horizontal=True, vertical_alignment="center", key=f"follow_line_{row.unit_type}_{row.indicator_id}"
    ):
        st.html(_words(view, row))
        pressed = st.button(t("Follow up"), key=f"follow_{row.unit_type}_{row.indicator_id}")
    if not pressed:
        return
    number = one_click.make(view, row, name)
    if number is None:
        return
    writing.tell(
        t(
            "Put on the list as number {number}. Was it a mistake? Set its state to “{dropped}” below and say why.",
            number=number,
            dropped=findings.state_name("dropped"),
        )
    )
    st.query_params["item"] = str(number)
    st.rerun()


def _words(view: View, row: Row) -> str:
    where = link("indicator_completion", view.scope, indicator=row.indicator_id, group=row.unit_type)
    name = cells.go(where, labels.name(row.indicator, row.indicator_en))
    type_name = escape(labels.type_name(row.unit_type, row.type_name, row.type_name_en))
    done = escape(
        t(
            "{done} done, {plan} planned",
            done=labels.percent(row.median_annual_rate),
            plan=labels.percent(row.median_plan_share),
        )
    )
    return (
        f"<div class='fu-line'>{cells.light(row.light)} <b>{name}</b> <span class='same'>{type_name}</span> {done}"
        f"<small>{_who(view, row)}</small></div>"
    )


def _who(view: View, row: Row) -> str:
    """The unit that would be responsible, and the one furthest behind."""
    parts = []
    if not labels.is_missing(row.owner_unit_id):
        owner = cells.unit(view.scope, row.owner_unit_id, labels.name(row.owner, row.owner_en))
        parts.append(escape(t("responsible: {unit}")).format(unit=owner))
    else:
        parts.append(escape(t("source department: {name}", name=departments.name(row.department))))
    if not labels.is_missing(row.weakest_unit_id) and row.weakest_unit_id != row.owner_unit_id:
        weakest = cells.unit(view.scope, row.weakest_unit_id, labels.name(row.weakest_unit, row.weakest_unit_en))
        parts.append(escape(t("furthest behind: {units}")).format(units=weakest))
    return " · ".join(parts)
