"""What somebody else committed while a file was being looked at: who, what, and where it meets this file.

The second analyst commits only what stands on the screen: whatever changes the data makes a new preview, whose button
is not the one that was pressed.
"""

from typing import Any

import streamlit as st

from assessment import intake, labels, reports
from assessment.i18n import t
from assessment.ui import empty, heading, load, own_table, revisions

_SHOWN = 200


def draw(seen: intake.Preview, now: intake.Preview) -> None:
    """`seen`: the preview of the same files that was on the screen before."""
    rows = met(seen, now)
    history = load.frame(reports.history)
    between: list[Any] = list(history[history["revision_id"] > seen.data_version].itertuples(index=False))
    st.warning(
        t("The data have changed since you looked. Nothing was committed; look again at what your file would do.")
    )
    told = [
        (labels.count(one.revision_id), labels.moment(one.made_at), labels.text(one.made_by), revisions.what(one))
        for one in between
    ]
    own_table.draw([t("Revision"), t("When"), t("Who"), t("What")], told, ["num", "", "", "wrap"])
    if not rows:
        empty.note(t("None of it meets this file: what it would change is what you saw."))
        return
    heading.section(t("Values of this file that meet the other change: {count}", count=len(rows)))
    heads = [t("Unit"), t("Item"), t("When you looked"), t("Now"), t("In your file")]
    own_table.draw(heads, rows[:_SHOWN], ["", "wrap", "num", "num", "num"])
    if len(rows) > _SHOWN:
        empty.note(t("Not listed here: {count} more.", count=len(rows) - _SHOWN))


def met(seen: intake.Preview, now: intake.Preview) -> list[tuple[str, ...]]:
    """Unit, item, what was known when the file was looked at, what is known now, what the file says."""
    spoken = load.spoken()
    before = {(one.section, one.unit, one.item): one.before for one in seen.changes}
    return [
        (
            spoken.get(one.unit, one.unit),
            spoken.get(one.item, one.item),
            labels.reported(before[key]),
            labels.reported(one.before),
            labels.reported(one.after),
        )
        for one in now.changes
        if (key := (one.section, one.unit, one.item)) in before and before[key] != one.before
    ]
