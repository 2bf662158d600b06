"""What each supplement weighs in each type, scheme by scheme."""

from functools import partial
from html import escape

from assessment import labels
from assessment.findings import supplements as findings
from assessment.i18n import t
from assessment.ui import grid, heading
from assessment.ui.supplements.view import Row, View


def html(view: View) -> str:
    """A row a supplement and scheme, a column a type."""
    lives = view.lives
    rows: list[Row] = list(lives.drop_duplicates(["scheme_id", "module_id"]).itertuples(index=False))
    weights = {(row.scheme_id, row.module_id, row.unit_type): row for row in lives.itertuples(index=False)}

    def weight(code: str, row: Row) -> str:
        found: Row = weights.get((row.scheme_id, row.module_id, code))
        return labels.NONE if found is None else labels.number(found.weight)

    columns = [
        grid.Column(t("Supplement"), "unit", lambda row: escape(labels.name(row.module, row.module_en))),
        grid.Column(t("Runs"), "mid", lambda row: escape(findings.life_words(row))),
        grid.Column(t("Scheme"), "wide", lambda row: escape(labels.name(row.scheme, row.scheme_en))),
    ]
    for code, name in view.types.items():
        columns.append(grid.Column(code, "num weight", partial(weight, code), hint=name))
    head = heading.section_html(t("What they weigh (of 100)"))
    order = list(view.names())
    rows.sort(key=lambda row: (order.index(str(row.module_id)), -row.starts_on.toordinal()))
    return f"<section class='sj-type'>{head}{grid.html(columns, rows)}</section>"
