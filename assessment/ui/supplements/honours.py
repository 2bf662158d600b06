"""The year's honours from above: by level, with unit, event and document."""

from html import escape

import streamlit as st

from assessment import labels
from assessment.findings.dictionary import month_name
from assessment.i18n import t
from assessment.reports import supplements
from assessment.ui import cells, grid, heading, load
from assessment.ui.scope import Scope
from assessment.ui.supplements.view import Row, View


def draw(scope: Scope, view: View, module: str) -> None:
    """Beside the sums of a supplement that wins from above; an empty year says so."""
    if view.of(view.totals, module).empty:
        return
    found = load.frame(supplements.supplement_events, view.month, scope.unit_types)
    kinds: list[Row] = list(found.drop_duplicates("kind").itertuples(index=False))
    counted = found["kind"].value_counts()
    parts = [
        t("{kind} {count}", kind=labels.name(row.kind, row.kind_en), count=labels.count(counted[row.kind]))
        for row in kinds
    ]
    about = labels.listing(parts) or t("None this year so far")
    head = heading.section_html(t("Honours from above this year"), about)
    columns = [
        grid.Column(t("Level and kind"), "", lambda row: escape(labels.name(row.kind, row.kind_en))),
        grid.Column(t("Unit"), "unit", lambda row: cells.unit(scope, row.unit_id, labels.name(row.unit, row.unit_en))),
        grid.Column(t("Type"), "mid", lambda row: escape(row.unit_type)),
        grid.Column(t("Item"), "wrap", lambda row: escape(row.event)),
        grid.Column(t("Document number"), "mid", _document),
        grid.Column(t("Month"), "mid", lambda row: escape(month_name(row.month))),
        grid.Column(t("Points"), "num", lambda row: labels.number(row.points)),
    ]
    table = grid.html(columns, found.itertuples(index=False)) if len(found) else ""
    st.html(f"<section class='sj-type'>{head}{table}</section>")


def _document(row: Row) -> str:
    if row.is_counted_bonus:
        return escape(labels.text(row.document))
    return cells.chip(t("No document"), t("A bonus counts only with a document number"), "warn")
