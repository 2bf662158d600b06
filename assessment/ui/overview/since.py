"""What changed since this reader's last visit; nothing is claimed on a first one."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from assessment import access, labels
from assessment.findings import overview as findings
from assessment.i18n import t
from assessment.reports import overview as reports
from assessment.ui import cells, load, visits
from assessment.ui.scope import Scope, link

Row = Any
_REVISIONS_SHOWN = 4
_MONTHS_NAMED = 3
_NAMED_AT_MOST = 5


def html(scope: Scope) -> str:
    """One paragraph: the revisions made since, and whose rank or tier in an earlier period they changed; none on a page
    that is read as of an earlier revision."""
    if scope.as_of:
        return ""
    seen = visits.last_visit(st.context.cookies.get(visits.COOKIE), access.reader().data_version)
    if seen is None:
        return ""
    lead = t("Since your last visit ({moment}): ", moment=labels.moment(seen.moment))
    return paragraph(
        scope,
        lead,
        load.frame(reports.visit_revisions, seen.version),
        load.frame(reports.visit_changes, seen.version, scope.unit_types),
    )


def paragraph(scope: Scope, lead: str, revisions: pd.DataFrame, changes: pd.DataFrame) -> str:
    """The same from rows of `visit_revisions` and `visit_changes`."""
    if revisions.empty:
        return f"<p class='ov-since'>{escape(lead)}{escape(t('nothing has changed'))}</p>"
    made = [_revision(scope, row) for row in revisions.head(_REVISIONS_SHOWN).itertuples(index=False)]
    if len(revisions) > _REVISIONS_SHOWN:
        rest = t("{count} more revisions", count=labels.count(len(revisions) - _REVISIONS_SHOWN))
        made.append(cells.go(link("history", scope), rest))
    moved = escape(findings.moved_since(changes))
    units = changes.drop_duplicates("unit_id").head(_NAMED_AT_MOST)
    named = [_unit(scope, row) for row in units.itertuples(index=False)]
    who = f"{escape(t(': '))}{escape(t(', ')).join(named)}" if named else ""
    what = escape(t(", ")).join(made)
    return f"<p class='ov-since'>{escape(lead)}{what}{escape(t('; '))}{moved}{who}</p>"


def _revision(scope: Scope, row: Row) -> str:
    names = [load.period_name(load.parse(code)) for code in row.months]
    period = labels.listing(names) if len(names) <= _MONTHS_NAMED else f"{names[0]} – {names[-1]}"
    return cells.go(link("history", scope, revision=str(row.revision_id)), findings.revision(row, period))


def _unit(scope: Scope, row: Row) -> str:
    name = cells.unit(scope, row.unit_id, labels.name(row.unit, row.unit_en))
    step = findings.moved(row, load.period_name(load.parse(row.period)))
    return f"{name}{escape(t(' ({facts})', facts=step))}"
