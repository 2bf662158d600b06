"""Comma-separated text for spreadsheets: UTF-8 with its mark, and no cell that a spreadsheet would run."""

import csv
import io

from assessment import labels
from assessment.export.table import Table

RISKY = ("=", "+", "-", "@", "\t", "\r", "＝")


def csv_bytes(table: Table) -> bytes:
    """The table with its field names as heading; empty where there is no value."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    for row in table.rows:
        writer.writerow([_text(value, column.decimals) for value, column in zip(row, table.columns, strict=True)])
    return out.getvalue().encode("utf-8-sig")


def _text(value: object, decimals: int | None) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and decimals is not None:
        return f"{labels.rounded(value, decimals):.{decimals}f}"
    if isinstance(value, str) and value.startswith(RISKY):
        return f"'{value}"
    return str(value)
