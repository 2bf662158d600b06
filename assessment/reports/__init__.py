"""One function a screen or block: which rows it shows. Each takes the reader first and returns a frame or plain value.

A module a subject; a function shares the name of its file in `queries/reports`.
"""

from assessment.reports.calendar import footer, open_months, period_codes, periods, year_start_month
from assessment.reports.county import unit_types
from assessment.reports.demo import demo_mark
from assessment.reports.results import LATEST, rankings, scores
from assessment.reports.uploads import cell_changes, history, history_changes, upload_rows

__all__ = [
    "LATEST",
    "cell_changes",
    "demo_mark",
    "footer",
    "history",
    "history_changes",
    "open_months",
    "period_codes",
    "periods",
    "rankings",
    "scores",
    "unit_types",
    "upload_rows",
    "year_start_month",
]
