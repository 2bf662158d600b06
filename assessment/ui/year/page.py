"""The page: who leads the year, a table a type, the parts of the year, the notes, the file."""

from dataclasses import replace

import pandas as pd

from assessment.findings import year as findings
from assessment.i18n import t
from assessment.periods import Period
from assessment.reports import year as year_report
from assessment.ui import block, empty, heading, load, notes, table_download
from assessment.ui.scope import Scope
from assessment.ui.year import download, parts, table


def draw(scope: Scope, period: Period) -> None:
    """Everything below the frame, for a period with results."""
    whole = load.parse(str(period.year))
    rows, calendar = _rows(scope, whole), load.calendar()
    if rows.empty:
        heading.draw(findings.headline(rows, calendar))
        empty.period(scope)
        return
    heading.draw(
        load.drawn(_title, scope, whole), [load.period_name(whole), t("months, quarters and the year in one view")]
    )
    block.draw(load.drawn(_blocks, scope, whole), "year")
    notes.draw(replace(scope, period=period))
    table_download.offer(
        scope,
        t("Months, quarters, year"),
        lambda: download.tables(rows, calendar),
        load.drawn(_formula, scope, whole),
    )


def _rows(scope: Scope, whole: Period) -> pd.DataFrame:
    return load.frame(year_report.year, whole.start, scope.unit_types)


def _title(scope: Scope, whole: Period) -> str:
    return findings.headline(_rows(scope, whole), load.calendar())


def _formula(scope: Scope, whole: Period) -> dict[str, str]:
    return download.notes(_rows(scope, whole))


def _blocks(scope: Scope, whole: Period) -> str:
    rows = _rows(scope, whole)
    found = notes.between(whole.start, rows["as_of_month"].max().date())
    several = rows["unit_type"].nunique() > 1
    types = [own for _, own in rows.groupby("unit_type", sort=False)]
    return table.legend(rows) + "".join(_block(scope, own, several, found) for own in types)


def _block(scope: Scope, rows: pd.DataFrame, several: bool, found: list[notes.Note]) -> str:
    sheet = table.Sheet(scope, load.calendar(), rows, found)
    head = heading.section_html(findings.headline(rows, load.calendar())) if several else ""
    return f"<section class='sj-type sj-year'>{head}{table.html(sheet)}{parts.html(sheet)}</section>"
