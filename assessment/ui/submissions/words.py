"""How a table's state looks: a sign, a word and a colour, never the colour alone."""

from html import escape

from assessment import labels
from assessment.findings import submissions as findings
from assessment.i18n import t
from assessment.ui.submissions.view import Row

SIGNS = {"missing": "✕", "returned": "↩", "partial": "◐", "late": "▲", "not_due": "○", "on_time": "✓"}


def look(row: Row) -> str:
    """The CSS class of a state."""
    return "partial over" if row.state == "partial" and row.is_overdue else str(row.state)


def chip(row: Row) -> str:
    """The state of a table in full; a late one that is also returned or in part says both."""
    main = f"<span class='sub {look(row)}'>{SIGNS[row.state]} {escape(findings.state(row))}</span>"
    if row.is_late and row.state != "late":
        main += f" <span class='sub late'>{SIGNS['late']} {escape(findings.late(row.days_late))}</span>"
    return main


def short(row: Row) -> str:
    """The state in a square of the year."""
    words = {
        "missing": t("not in"),
        "returned": t("sent back"),
        "partial": t("in part"),
        "late": t("late {days}", days=labels.count(row.days_late)),
        "not_due": t("still to come"),
        "on_time": "",
    }
    return f"{SIGNS[row.state]} {escape(words[row.state])}".strip()


def legend() -> str:
    """Every sign in words."""
    words = {
        "on_time": t("in time"),
        "late": t("late, with its days"),
        "missing": t("not handed in, the due day has passed"),
        "partial": t("in part"),
        "returned": t("returned to be corrected"),
        "not_due": t("not due yet"),
    }
    return "".join(f"<span class='sub {state}'>{SIGNS[state]} {escape(word)}</span>" for state, word in words.items())
