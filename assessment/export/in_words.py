"""Result tables for people: their codes as words. The CSV and the `results` command keep the codes for programs."""

from assessment import labels
from assessment.explain.names import key_name
from assessment.export.table import Table
from assessment.findings.tier_shifts import shift_word
from assessment.i18n import t

FLAG_WORDS = {
    "provisional": "Provisional",
    "partial": "Interim",
    "tied": "Tied",
    "straddling": "For the leading group",
    "late": "Late",
    "awaited": "Awaited",
    "missing_target": "Draft",
    "small_sample": "Small sample",
    "decided": "Decided",
    "over_year": "over the year's border",
    "not_ranked": "Not ranked",
    "veto": "Veto",
}
"""The words of `FLAGS`, as the marks on the page say them (message ids)."""


def results_in_words(table: Table, period_name: str) -> Table:
    """A `result_table` with its period, flags and shifts in words."""
    names = [column.name for column in table.columns]
    rows = []
    for row in table.rows:
        cells = dict(zip(names, row, strict=True))
        flags = [FLAG_WORDS[flag] for flag in str(cells["flags"] or "").split(";") if flag]
        cells |= {"period": period_name, "flags": labels.listing([t(word) for word in flags])}
        if cells["tier_shift"]:
            cells["tier_shift"] = shift_word(str(cells["tier_shift"]))
        rows.append(list(cells.values()))
    return Table(t("Unit rankings"), table.columns, rows, table.frozen)


def scores_in_words(table: Table, period_name: str) -> Table:
    """A `score_table` with its period, states and functions in words; a formula's terms stay as stored."""
    names = [column.name for column in table.columns]
    rows = []
    for row in table.rows:
        cells = dict(zip(names, row, strict=True))
        words = {
            "period": period_name,
            "state": labels.state(cells["state"]),
            "function": key_name(str(cells["function"])),
        }
        rows.append(list((cells | words).values()))
    return Table(t("Indicator points"), table.columns, rows, table.frozen)
