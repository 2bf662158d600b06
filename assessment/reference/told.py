"""Changes of a reference in words: which row, which column, what it was and what it becomes."""

from collections.abc import Sequence
from itertools import groupby

from assessment import labels
from assessment.i18n import t
from assessment.reference.book import Names, shown
from assessment.reference.book.fields import Field
from assessment.reference.book.sheets import PLANS, column_field
from assessment.reference.diff import Change
from assessment.reference.keys import KEYS
from assessment.reference.proposal import Proposal

BETWEEN = " · "


def by_table(changes: Sequence[Change]) -> list[tuple[str, list[Change]]]:
    """The title of every sheet with changes, and its changes."""
    return [(t(PLANS[table].title), list(found)) for table, found in groupby(changes, lambda change: change.table)]


def counts(changes: Sequence[Change]) -> str:
    """`added 2; changed 1`: how many rows were added and removed, and how many values changed."""
    words = {
        "added": t("rows added: {count}"),
        "changed": t("values changed: {count}"),
        "removed": t("rows removed: {count}"),
    }
    found = {kind: sum(change.kind == kind for change in changes) for kind in words}
    return t("; ").join(words[kind].format(count=labels.count(count)) for kind, count in found.items() if count)


def kind(change: Change) -> str:
    """What happens to the row."""
    return {"added": t("Added"), "changed": t("Changed"), "removed": t("Removed")}[change.kind]


def row(change: Change, names: Names) -> str:
    """The row by what tells it from the others: `2026 · A 乡镇 · J01 一般公共预算收入`."""
    if change.table in ("unit", "unit_type", "indicator"):
        return names.called(change.table, str(change.row[KEYS[change.table][0]]))
    told = [shown(change.table, _key_field(change.table, name), change.row[name], names) for name in KEYS[change.table]]
    return BETWEEN.join(told)


def column(change: Change) -> str:
    """The heading of the column that changed."""
    if not change.column:
        return labels.NONE
    if change.column == PLANS[change.table].value:
        return t("Target") if change.table == "target" else t("Planned share")
    return t(column_field(change.table, change.column).heading)


def before(change: Change, names: Names) -> str:
    """The value, or of a row taken out all its values, as they were."""
    if change.kind == "changed":
        return _value(change, change.before, names)
    return _values(change, names) if change.kind == "removed" else labels.NONE


def after(change: Change, names: Names) -> str:
    """The value, or of a new row all its values, as they become."""
    if change.kind == "changed":
        return _value(change, change.after, names)
    return _values(change, names) if change.kind == "added" else labels.NONE


def line(change: Change, names: Names) -> str:
    """One line for a shell."""
    told = f"{t(PLANS[change.table].title)}, {row(change, names)}"
    if change.kind == "changed":
        return f"{told}, {column(change)}: {before(change, names)} → {after(change, names)}"
    return f"{told}, {kind(change)}: {_values(change, names)}"


def _value(change: Change, value: object, names: Names) -> str:
    return shown(change.table, column_field(change.table, change.column), value, names)


def _values(change: Change, names: Names) -> str:
    """What stands in a row beside what tells it from the others, without what is empty; of a scheme only its document:
    its parameters are told against the scheme it follows."""
    plan = PLANS[change.table]
    if plan.value:
        return shown(change.table, column_field(change.table, plan.value), change.row[plan.value], names)
    told = [
        f"{t(field.heading)} {shown(change.table, field, change.row[field.column], names)}"
        for field in plan.fields[plan.key_count :]
        if not field.is_aside
        and not (change.table == "scheme" and field.band)
        and change.row.get(field.column) not in (None, "")
    ]
    return t(", ").join(told) or labels.NONE


def _key_field(table: str, name: str) -> Field:
    if name == "indicator_id" and PLANS[table].spread == name:
        return Field(name, name, look="ref", refers="indicator")
    return column_field(table, name)


def effect(proposal: Proposal) -> str:
    """How many results of how many units would change, and from which month on."""
    found = proposal.effect
    if found.empty:
        return t("No unit's score, rank or tier would change")
    is_moved = (
        (found["tier_before"] != found["tier_after"]) & found["tier_before"].notna() & found["tier_after"].notna()
    )
    words = t(
        "Results that would change: {results}, of {units} units; {moved} of them would change tier",
        results=labels.count(len(found)),
        units=labels.count(found["unit_id"].nunique()),
        moved=labels.count(found.loc[is_moved, "unit_id"].nunique()),
    )
    first = proposal.first_month
    return t("{finding}; first in {month}", finding=words, month=f"{first:%Y-%m}") if first else words


def published(proposal: Proposal) -> list[str]:
    """The published periods that stand in the way, in a line; nothing where there are none."""
    if not proposal.published:
        return []
    named = t(", ").join(map(str, proposal.published))
    return [
        t("These periods are published and would change: {periods}. Reopen them first, with a reason.", periods=named)
    ]
