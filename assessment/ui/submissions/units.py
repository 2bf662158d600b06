"""The units whose own row is missing from a table that came in."""

from html import escape

from assessment import labels
from assessment.findings import submissions as findings
from assessment.i18n import t
from assessment.ui import cells, departments, heading
from assessment.ui.submissions.view import Row, View


def html(view: View) -> str:
    """A line a unit: how many cells, of which indicators, from whose tables."""
    rows = view.units()
    if rows.empty and not view.tables()["come_count"].any():
        return ""
    title = heading.section_html(findings.units(rows), t("A table without a single row stands above, not here"))
    lines: list[Row] = list(rows.itertuples(index=False))
    listed = "".join(f"<li>{_line(view, row)}</li>" for row in lines)
    return f"{title}<ul class='sub-units'>{listed}</ul>" if listed else title


def _line(view: View, row: Row) -> str:
    name = cells.unit(view.scope, row.unit_id, labels.name(row.unit, row.unit_en))
    count = escape(t("{count} missing", count=labels.count(row.late_count)))
    sources = escape(t(" ({facts})", facts=labels.listing([departments.name(one) for one in row.departments])))
    return (
        f"{name} <span class='same'>{escape(row.unit_type)}</span> <b>{count}</b>"
        f"<small>{view.indicators(row.indicators)}{sources}</small>"
    )
