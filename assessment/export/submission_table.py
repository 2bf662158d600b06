"""Who owes which table and what came, as a table: the columns of the `submissions` command."""

import pandas as pd

from assessment import labels
from assessment.export.table import Column, Table, from_frame
from assessment.findings import submissions as findings

COLUMNS = (
    Column("month", "Month"),
    Column("department", "Department"),
    Column("due_on", "Due day"),
    Column("state", "State"),
    Column("standing", "Where it stands"),
    Column("days_late", "Days late"),
    Column("days_over", "Days over"),
    Column("indicator_count", "How many indicators"),
    Column("cell_count", "Cells owed"),
    Column("come_count", "Cells in"),
    Column("awaited_count", "Cells awaited"),
    Column("own_late_count", "Units' own missing"),
    Column("returned_count", "Cells returned"),
    Column("first_on", "First received"),
    Column("complete_on", "Complete on"),
    Column("last_on", "Last received"),
    Column("indicators", "Indicators of the table"),
    Column("open_indicators", "Indicators missing"),
)


def submission_table(title: str, rows: pd.DataFrame, *, for_people: bool = False) -> Table:
    """One row a month, department and due day; `state` is a code, which people do without: `standing` has its words."""
    days = {
        name: rows[name].dt.strftime("%Y-%m-%d").where(rows[name].notna())
        for name in ("due_on", "first_on", "complete_on", "last_on")
    }
    shown = rows.assign(
        **days,
        month=rows["month"].dt.strftime("%Y-%m"),
        standing=[findings.state(row) for row in rows.itertuples(index=False)],
        days_over=(-rows["days_left"]).astype("Int64").where(rows["is_overdue"].astype(bool)),
        indicators=[labels.listing(list(one)) for one in rows["indicators"]],
        open_indicators=[labels.listing(list(one)) for one in rows["open_indicators"]],
    )
    columns = [column for column in COLUMNS if not (for_people and column.name == "state")]
    return from_frame(title, columns, shown, frozen=2)
