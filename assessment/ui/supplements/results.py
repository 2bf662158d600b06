"""Who won how much of a supplement: a table a type, never one list over all types."""

from itertools import groupby
from operator import attrgetter

from assessment import labels
from assessment.findings import supplements as findings
from assessment.i18n import t
from assessment.ui import cells, grid, heading
from assessment.ui.scope import Scope
from assessment.ui.supplements import fold
from assessment.ui.supplements.view import Row, View


def html(scope: Scope, view: View, module: str) -> str:
    """Best and weakest of each type; the whole type one click away."""
    own = view.of(view.scores, module)
    if own.empty:
        return ""
    about = t("100 × points won ÷ weights that apply, inside each type; changes against the month before")
    rows: list[Row] = list(own.itertuples(index=False))
    blocks = [_type(scope, view, code, list(found)) for code, found in groupby(rows, attrgetter("unit_type"))]
    head = heading.section_html(t("Share of the points won, by type"), about)
    return f"<section class='sj-type'>{head}{''.join(blocks)}</section>"


def _type(scope: Scope, view: View, code: str, rows: list[Row]) -> str:
    top = max([100.0, *(row.score for row in rows if not labels.is_missing(row.score))])
    columns = [
        grid.Column(t("Rank"), "num rank", lambda row: labels.count(row.rank_in_type)),
        grid.Column(t("Unit"), "unit", lambda row: _unit(scope, row)),
        grid.Column(t("Of 100"), "num score", lambda row: labels.score(row.score)),
        grid.Column("", "mid", lambda row: cells.bar(None if labels.is_missing(row.score) else row.score / top)),
        grid.Column(t("Change"), "change", lambda row: cells.points_change(row.score_change)),
        grid.Column(t("Points of the weight"), "num mid", _points),
    ]
    table = grid.html(columns, rows)
    return fold.html(view.types[code], findings.extremes(rows), table, len(view.types) == 1)


def _unit(scope: Scope, row: Row) -> str:
    name = cells.unit(scope, row.unit_id, labels.name(row.unit, row.unit_en))
    late = cells.chip(t("Late"), t("Something is not handed in yet and counts as 0"), "warn") if row.late_count else ""
    return f"{name} {late}"


def _points(row: Row) -> str:
    return f"{labels.score(row.points)} / {labels.number(row.applicable_weight)}"
