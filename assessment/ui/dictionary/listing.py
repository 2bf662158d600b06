"""Every indicator in one table a module: name, method, source, what it weighs in each type."""

from html import escape

from assessment import labels
from assessment.explain import function_name
from assessment.findings import dictionary as findings
from assessment.i18n import t
from assessment.ui import block, cells, departments, empty, grid, heading, load
from assessment.ui.dictionary.book import Book, Row
from assessment.ui.dictionary.filters import Choice, passing
from assessment.ui.scope import Scope


def draw(scope: Scope, book: Book, choice: Choice) -> None:
    """The entries in force by module, those of no module in force last."""
    if found := load.drawn(_html, scope, book, choice):
        block.draw(found, "dictionary")
    else:
        empty.note(t("No indicator fits these filters."))


def _html(scope: Scope, book: Book, choice: Choice) -> str:
    modules: dict[str, list[Row]] = {}
    for row in passing(book, choice).itertuples(index=False):
        modules.setdefault(labels.text(row.module_id), []).append(row)
    return "".join(_block(scope, book, rows) for rows in modules.values())


def _block(scope: Scope, book: Book, rows: list[Row]) -> str:
    first = rows[0]
    is_used = labels.text(first.module_id) != labels.NONE
    title = labels.name(first.module, first.module_en) if is_used else t("Not used by the scheme in force")
    about = t("{count} indicators", count=labels.count(len(rows)))
    if first.module_kind == "supplement":
        about = t("{kind} · {about}", kind=t("Supplement"), about=about)
    if is_used:
        about = t("{about}; the columns of types hold weights", about=about)
    head = heading.section_html(title, about)
    columns = [
        grid.Column(t("Code"), "mid code", lambda row: escape(row.indicator_id)),
        grid.Column(t("Indicator"), "unit", lambda row: _name(scope, row)),
        grid.Column(t("Method"), "mid method", lambda row: escape(_method(row))),
        grid.Column(t("Source"), "wide source", _source),
    ]
    columns += [_weight_column(book, code) for code in book.types] if is_used else []
    table = grid.html(columns, rows, "dictionary")
    return f"<section class='sj-type'>{head}{table}</section>"


def _weight_column(book: Book, code: str) -> grid.Column:
    def cell(row: Row) -> str:
        weight = book.weights(row.indicator_id, book.scheme_id).get(code)
        return f"<span class='none'>{labels.NONE}</span>" if weight is None else labels.number(weight)

    return grid.Column(code, "num weight", cell, hint=t("Weight for {type}", type=book.types[code]))


def _name(scope: Scope, row: Row) -> str:
    name = cells.indicator(scope, row.indicator_id, labels.name(row.indicator, row.indicator_en))
    unit = labels.measure(row.measure_unit).strip()
    return name + (f"<small>{escape(unit)}</small>" if unit else "")


def _source(row: Row) -> str:
    return f"{escape(departments.name(str(row.source)))}<small>{escape(findings.due(row))}</small>"


def _method(row: Row) -> str:
    if not row.is_in_force:
        return labels.NONE
    return function_name(row.function) if row.function_count == 1 else t("scored differently by type")
