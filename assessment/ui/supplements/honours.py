"""The year's honours from above: by level, with unit, event and document."""

from html import escape

from assessment import labels
from assessment.findings.dictionary import month_name
from assessment.i18n import t
from assessment.reports import supplements
from assessment.ui import cells, grid, heading, load
from assessment.ui.scope import Scope
from assessment.ui.supplements import fold
from assessment.ui.supplements.view import Row, View


def html(scope: Scope, view: View, module: str) -> str:
    """Beside the sums of a supplement that wins from above; an empty year says so."""
    if view.of(view.totals, module).empty:
        return ""
    found = load.frame(supplements.supplement_events, view.month, scope.unit_types)
    about = t("{count} so far", count=labels.count(len(found))) if len(found) else t("None this year so far")
    kinds: dict[str, list[Row]] = {}
    for row in found.itertuples(index=False):
        kinds.setdefault(str(row.kind), []).append(row)
    blocks: list[str] = []
    for rows in kinds.values():
        first = rows[0]
        listed = grid.html(_columns(scope), rows)
        units = t(
            "{count} for {units} units",
            count=labels.count(len(rows)),
            units=labels.count(len({row.unit_id for row in rows})),
        )
        blocks.append(fold.html(labels.name(first.kind, first.kind_en), units, listed, is_open=not blocks))
    head = heading.section_html(t("Honours from above this year"), about)
    return f"<section class='sj-type'>{head}{''.join(blocks)}</section>"


def _columns(scope: Scope) -> list[grid.Column]:
    return [
        grid.Column(t("Unit"), "unit", lambda row: cells.unit(scope, row.unit_id, labels.name(row.unit, row.unit_en))),
        grid.Column(t("Type"), "mid", lambda row: escape(row.unit_type)),
        grid.Column(t("Item"), "wrap sj-written", lambda row: escape(row.event)),
        grid.Column(t("Document number"), "mid sj-written", _document),
        grid.Column(t("Month"), "mid", lambda row: escape(month_name(row.month))),
        grid.Column(t("Points"), "num", lambda row: labels.number(row.points)),
    ]


def _document(row: Row) -> str:
    if row.is_counted_bonus:
        return escape(labels.text(row.document))
    return cells.chip(t("No document"), t("A bonus counts only with a document number"), "warn")
