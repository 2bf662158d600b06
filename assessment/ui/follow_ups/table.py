"""The list: state, item, who, by when, and what became of it."""

from html import escape

from assessment import labels
from assessment.findings import follow_ups as findings
from assessment.findings.submissions import day
from assessment.i18n import t
from assessment.ui import cells, empty, grid, load
from assessment.ui.follow_ups import view as views
from assessment.ui.follow_ups.view import Row, View
from assessment.ui.grid import Column

SIGNS = {"overdue": "■", "open": "○", "done": "✓", "dropped": "✕"}


def draw(view: View) -> None:
    """The table; a sentence where it would be empty."""
    rows = view.listed()
    if rows:
        grid.draw(_columns(view), rows, "fu-list")
    else:
        empty.note(t("No item is open.") if view.show == "open" else t("Nothing has been put on the list."))


def chip(row: Row) -> str:
    """How an item stands: shape, word and colour."""
    look = "overdue" if row.is_overdue else str(row.state)
    return f"<span class='fu {look}'>{SIGNS[look]} {escape(findings.state(row))}</span>"


def outcome(row: Row) -> str:
    """Then and now, and below it the verdict with its arrow."""
    calendar = load.calendar()
    figures, verdict = findings.figures(row, calendar), findings.verdict(row)
    if not verdict:
        return escape(figures)
    better = row.progress if labels.is_missing(row.rank_change) else row.rank_change
    look, sign = ("up", "▲ ") if better > 0 else ("down", "▼ ") if better < 0 else ("same", "")
    return f"{escape(figures)} <span class='fu-verdict {look}'>{sign}{escape(verdict)}</span>"


def due(row: Row) -> str:
    """The due day, and how far it is."""
    said = findings.due(row)
    look = " class='over'" if row.is_overdue else ""
    return f"<b>{escape(day(row.due_on))}</b>" + (f"<small{look}>{escape(said)}</small>" if said else "")


def _columns(view: View) -> list[Column]:
    return [
        Column(t("State"), "fu-state", chip),
        Column(t("Item"), "wrap fu-item", lambda row: _item(view, row)),
        Column(t("Responsible"), "wrap fu-owner", lambda row: _owner(view, row)),
        Column(t("Due by"), "fu-due", due),
        Column(
            t("What became of it"),
            "wide wrap fu-outcome",
            outcome,
            t("The month it comes from and the month on screen; of a type the median unit"),
        ),
    ]


def _item(view: View, row: Row) -> str:
    title = cells.go(view.link(row.follow_up_id), row.title)
    told = " · ".join(escape(part) for part in (views.comes_from(row), views.about(row)) if part)
    stated = labels.text(row.evidence)
    evidence = "" if stated == labels.NONE else f"<small class='sj-written fu-evidence'>{escape(stated)}</small>"
    became = outcome(row)
    narrow = f"<small class='fu-narrow'>{became}</small>" if became else ""
    return f"<span class='sj-written'>{title}</span><small>{told}</small>{evidence}{narrow}"


def _owner(view: View, row: Row) -> str:
    name = cells.unit(view.scope, row.owner_unit_id, views.owner(row))
    person = labels.text(row.person)
    return name + ("" if person == labels.NONE else f"<small class='sj-written'>{escape(person)}</small>")
