"""The assessment year: departments down, months across, each square a sign, a word and a colour."""

from collections.abc import Mapping
from datetime import date
from html import escape

import pandas as pd

from assessment import labels
from assessment.findings import submissions as findings
from assessment.i18n import t
from assessment.ui import departments, heading
from assessment.ui.scope import link
from assessment.ui.submissions import words
from assessment.ui.submissions.view import Row, View

Squares = Mapping[date, list[Row]]
"""A department's tables of each month, what needs action first on top."""


def html(view: View) -> str:
    """The title, the signs in words and the table, which scrolls inside its own box."""
    rows = view.year()
    months = _shown(view, rows)
    rows = rows[rows["month"].dt.date.isin(months)]
    if rows.empty:
        return ""
    found: dict[str, dict[date, list[Row]]] = {}
    listed: list[Row] = list(rows.itertuples(index=False))
    for row in listed:
        found.setdefault(row.department, {}).setdefault(row.month.date(), []).append(row)
    ordered = sorted(found.items(), key=lambda item: (-_late(item[1]), -_missing(item[1]), item[0]))
    title = heading.section_html(findings.year(view.year_name, rows, view.names(rows)))
    heads = "".join(_head(view, month) for month in months)
    sums = f"<th class='sum' scope='col'>{escape(t('Late (months)'))}</th>"
    sums += f"<th class='sum' scope='col'>{escape(t('Not in (months)'))}</th>"
    lines = "".join(_line(view, months, name, squares) for name, squares in ordered)
    first = f"<th class='name' scope='col'>{escape(t('Department'))}</th>"
    return (
        f"{title}<p class='sj-about sub-legend'>{words.legend()}</p><div class='sub-scroll'><table class='sj sub-heat'>"
        f"<thead><tr>{first}{heads}{sums}</tr></thead><tbody>{lines}</tbody>{_foot(months, found)}</table></div>"
    )


def _shown(view: View, rows: pd.DataFrame) -> list[date]:
    """The months that are over, the one on screen and any that something has come in for."""
    started = set(rows.loc[rows["come_count"] > 0, "month"].dt.date)
    first_of_now = view.today.replace(day=1)
    return [month for month in view.months if month < first_of_now or month == view.month or month in started]


def _head(view: View, month: date) -> str:
    look = " class='on'" if month == view.month else ""
    return f"<th{look} scope='col'>{escape(view.calendar.short('month', month))}</th>"


def _line(view: View, months: list[date], department: str, squares: Squares) -> str:
    drawn = "".join(_square(view, month, squares.get(month, [])) for month in months)
    late, missing = _late(squares), _missing(squares)
    sums = "".join(f"<td class='sum{' some' if count else ''}'>{labels.count(count)}</td>" for count in (late, missing))
    return f"<tr><th class='name' scope='row'>{escape(departments.name(department))}</th>{drawn}{sums}</tr>"


def _square(view: View, month: date, tables: list[Row]) -> str:
    if not tables:
        return f"<td class='sub-sq' title='{escape(t('Nothing owed for this month'), quote=True)}'></td>"
    worst = tables[0]
    where = escape(link("submissions", view.scope, month=f"{month:%Y-%m}"), quote=True)
    told = escape(t("; ").join(_told(row) for row in tables), quote=True)
    inner = f"<a data-go class='sub {words.look(worst)}' href='{where}' title='{told}'>{words.short(worst)}</a>"
    return f"<td class='sub-sq'>{inner}</td>"


def _told(row: Row) -> str:
    """A table in full, on hover."""
    counts = {"came": labels.count(row.come_count), "owed": labels.count(row.cell_count)}
    parts = [
        t("due {day}", day=findings.day(row.due_on)),
        findings.state(row),
        t("{came} of {owed} cells in", **counts),
    ]
    return labels.listing(parts)


def _foot(months: list[date], found: Mapping[str, Squares]) -> str:
    """How many departments were late in each month."""
    counts = [sum(_is_late(squares.get(month, [])) for squares in found.values()) for month in months]
    cells = "".join(f"<td>{labels.count(count)}</td>" for count in counts)
    total = f"<td class='sum'>{labels.count(sum(counts))}</td><td class='sum'></td>"
    return f"<tfoot><tr><th class='name' scope='row'>{escape(t('Departments late'))}</th>{cells}{total}</tr></tfoot>"


def _late(squares: Squares) -> int:
    return sum(map(_is_late, squares.values()))


def _is_late(tables: list[Row]) -> bool:
    return any(row.is_late for row in tables)


def _missing(squares: Squares) -> int:
    return sum(any(row.state == "missing" for row in tables) for tables in squares.values())
