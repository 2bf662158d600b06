"""What the scheme in force changed against the one before it, indicator by indicator."""

from functools import partial
from html import escape
from itertools import groupby
from operator import attrgetter

from assessment import labels
from assessment.findings import dictionary as findings
from assessment.i18n import t
from assessment.ui import block, cells, heading, load
from assessment.ui.dictionary.book import Book, Row
from assessment.ui.scope import Scope


def draw(scope: Scope, book: Book) -> None:
    """A folded list; nothing where there is no earlier scheme."""
    block.draw(load.drawn(_html, scope, book), "dictionary_changes")


def _html(scope: Scope, book: Book) -> str:
    own = book.changes[book.changes["scheme_id"] == book.scheme_id]
    if own.empty:
        return ""
    since = findings.month_name(own["effective_month"].iloc[0])
    lines = []
    listed: list[Row] = list(own.itertuples(index=False))
    for code, changed in groupby(listed, attrgetter("indicator_id")):
        rows = list(changed)
        said = findings.history(rows, partial(book.words, code))
        if said:
            name = cells.indicator(scope, code, labels.name(rows[0].indicator, rows[0].indicator_en))
            lines.append(f"<dt>{name}</dt><dd>{'<br>'.join(escape(line) for line in said)}</dd>")
    title = t("What the scheme changed from {month}: {count} indicators", month=since, count=labels.count(len(lines)))
    summary = heading.section_html(title)
    return f"<details class='changes'><summary>{summary}</summary><dl>{''.join(lines)}</dl></details>"
