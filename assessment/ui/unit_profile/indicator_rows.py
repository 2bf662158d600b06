"""Every indicator of the month by module; each row opens the way from the cell handed in to the points."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

import pandas as pd

from assessment import labels
from assessment.explain import Explanation, explain
from assessment.i18n import t
from assessment.reports import profile
from assessment.ui import cells, departments, heading, load, notes
from assessment.ui.scope import Scope
from assessment.ui.unit_profile.module_bars import spread
from assessment.ui.unit_profile.months import month_name
from assessment.ui.unit_profile.rows import rows_of


def cells_of(unit_id: str, month: date) -> pd.DataFrame:
    """The unit's indicators in a month, their departments in the reader's language."""
    return departments.named(load.frame(profile.profile_cells, unit_id, month))


def html(scope: Scope, unit_id: str, month: date, base: Any) -> str:
    """One `<details>` an indicator: tab to it, Enter opens it. `base` is what their points add up to."""
    rows = cells_of(unit_id, month)
    milestones = load.frame(profile.profile_milestones, unit_id, month)
    title = heading.section_html(
        t("How every point came about: {count} indicators", count=len(rows)),
        t(
            "Together {base} points, the base; open a row for its formula, its state and the cell it came from",
            base=labels.score(base),
        ),
    )
    marks = rows_of(milestones)
    noted = notes.on(scope.period) if scope.period else notes.Lookup([])
    blocks = []
    for _, group in rows.groupby("module_id", sort=False):
        listed = rows_of(group)
        name = escape(labels.name(listed[0].module, listed[0].module_en))
        opened = "".join(
            _row(
                scope,
                row,
                [mark for mark in marks if mark.indicator_id == row.indicator_id],
                noted.chip(unit=unit_id, indicator=row.indicator_id) or noted.chip(indicator=row.indicator_id),
            )
            for row in listed
        )
        blocks.append(f"<h3 class='up-module'>{name}</h3>{opened}")
    titles = (t("Indicator"), t("Value / target"), t("Share, and the type's spread"), t("Won / full"))
    heads = "".join(f"<span>{escape(title)}</span>" for title in titles)
    return f"<section class='up-rows'>{title}<div class='up-heads'>{heads}</div>{''.join(blocks)}</section>"


def state_chip(row: Any) -> str:
    """The state of a cell that is no plain number; a table that has not come in is 待报, not 未到期."""
    if row.is_awaited:
        reason = t("Awaited: the table of {department} has not come in", department=labels.text(row.department))
        return f" {cells.chip(t('Awaited'), reason, 'warn')}"
    return "" if row.state in ("VALUE", "ZERO") else f" {cells.state(row.state)}"


def explained(row: Any, marks: Sequence[Any]) -> Explanation:
    """The explanation of a row; carried shares name their month."""
    carried = "" if labels.is_missing(row.carried_from) else month_name(row.carried_from)
    return explain(row, carried, marks)


def _row(scope: Scope, row: Any, marks: Sequence[Any], noted: str) -> str:
    name = escape(labels.name(row.indicator, row.indicator_en))
    chips = state_chip(row) + noted
    if row.is_own_weight or row.is_own_limit:
        chips += f" {cells.chip(t('own rule'), _own_rule(row))}"
    return (
        f"<details id='up-{escape(row.indicator_id, quote=True)}'><summary>"
        f"<span class='up-name'>{name}{chips}</span><span class='up-value'>{_value(row)}</span>"
        f"<span class='up-share'>{spread(row)}<em>{labels.percent(row.share)}</em></span>"
        f"<span class='up-points'>{_points(row)}</span></summary>{_body(scope, row, explained(row, marks))}</details>"
    )


def _value(row: Any) -> str:
    if labels.is_missing(row.value):
        return labels.NONE
    value = labels.amount(row.value, row.measure_unit)
    if labels.is_missing(row.target_value):
        return escape(value)
    return f"{escape(value)} <small>/ {escape(labels.amount(row.target_value, row.measure_unit))}</small>"


def _points(row: Any) -> str:
    if labels.is_missing(row.share):
        return labels.NONE
    return f"<b>{labels.score(row.won_points)}</b> / {labels.score(row.full_points)}"


def _own_rule(row: Any) -> str:
    if row.is_own_weight:
        return t(
            "weight {own} for this unit, {scheme} in the scheme",
            own=labels.number(row.weight),
            scheme=labels.number(row.scheme_weight),
        )
    return t("a line or value of its own")


def _body(scope: Scope, row: Any, said: Explanation) -> str:
    parts = [
        _lines("up-state", said.states),
        _lines("up-formula", said.formula),
        _lines("up-formula", said.points),
        f"<p class='up-from sj-written'>{escape(' · '.join(said.source))}</p>",
    ]
    rule = f"<p class='up-rule'>{escape(said.rule)} · {_rule_link(scope, row)}</p>"
    return f"<div class='up-body'>{rule}{''.join(parts)}</div>"


def _rule_link(scope: Scope, row: Any) -> str:
    return cells.indicator(scope, row.indicator_id, t("Definition"))


def _lines(look: str, sentences: list[str]) -> str:
    return f"<ul class='{look}'>{''.join(f'<li>{escape(line)}</li>' for line in sentences)}</ul>" if sentences else ""
