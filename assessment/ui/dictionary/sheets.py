"""The dictionary as a workbook: definitions with their rules in words, weights by type, changes between schemes."""

from functools import partial

import pandas as pd

from assessment import export, labels
from assessment.export import Column
from assessment.findings import dictionary as findings
from assessment.i18n import t
from assessment.ui.dictionary.book import Book, Row


def tables(book: Book, entries: pd.DataFrame) -> list[export.Table]:
    """What the page lists, and everything that an entry opens."""
    rows: list[Row] = list(entries.itertuples(index=False))
    listed = pd.DataFrame(
        {
            "code": [row.indicator_id for row in rows],
            "name": [labels.name(row.indicator, row.indicator_en) for row in rows],
            "definition": [labels.name(row.definition, row.definition_en) for row in rows],
            "measure": [labels.measure(row.measure_unit).strip() for row in rows],
            "direction": [findings.direction(row.direction) for row in rows],
            "basis": [findings.basis(row.basis) for row in rows],
            "source": [row.source for row in rows],
            "due": [findings.due(row) for row in rows],
            "module": [labels.name(row.module, row.module_en) for row in rows],
            "method": [_methods(book, row.indicator_id) for row in rows],
        }
        | {code: [book.weights(row.indicator_id, book.scheme_id).get(code) for row in rows] for code in book.types}
    )
    columns = [
        Column("code", "Indicator code", style="text"),
        Column("name", "Indicator"),
        Column("definition", "Definition"),
        Column("measure", "Measure unit"),
        Column("direction", "Direction"),
        Column("basis", "Basis"),
        Column("source", "Source department"),
        Column("due", "Handed in"),
        Column("module", "Module"),
        Column("method", "How it is scored"),
        *(Column(code, code, 2) for code in book.types),
    ]
    return [export.from_frame(t("Definitions"), columns, listed, frozen=2), _changes(book)]


def _methods(book: Book, indicator_id: str) -> str:
    said: dict[str, list[str]] = {}
    for row in book.rule_rows(indicator_id, book.scheme_id):
        said.setdefault(book.words(indicator_id, row.scheme_id, row.unit_type), []).append(row.unit_type)
    if len(said) == 1:
        return next(iter(said))
    return "\n".join(t("{types}: {change}", types=labels.listing(types), change=words) for words, types in said.items())


def _changes(book: Book) -> export.Table:
    lines = []
    for (_, code), changed in book.changes.groupby(["scheme_id", "indicator_id"], sort=False):
        rows = list(changed.itertuples(index=False))
        said = findings.history(rows, partial(book.words, str(code)))
        name = labels.name(rows[0].indicator, rows[0].indicator_en)
        lines += [(findings.month_name(rows[0].effective_month), code, name, line) for line in said]
    frame = pd.DataFrame(lines, columns=["since", "code", "name", "change"])
    columns = [
        Column("since", "In force from"),
        Column("code", "Indicator code", style="text"),
        Column("name", "Indicator"),
        Column("change", "Change"),
    ]
    return export.from_frame(t("Changes between schemes"), columns, frame)
