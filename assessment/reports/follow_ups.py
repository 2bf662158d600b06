"""Follow-ups of review meetings: how they stand, what became of their subjects, their history, what nobody follows."""

from datetime import date, datetime

import pandas as pd

from assessment.store import Reader

BEHIND = ("red", "yellow")
"""Lights of a median unit behind the time plan."""


def follow_ups(reader: Reader, month: date, on: date, written_until: datetime | None = None) -> pd.DataFrame:
    """One row a follow-up, overdue ones (as of `on`) first, by what was written until a moment (UTC; None: now).

    Beside it how what it is about stood then (the latest month of the period it comes from) and in `month`, if later.

    The numbers are those of the reader's revision; what is written has no revision.
    """
    items = reader.query("follow_ups", month=month, on_day=on, written_until=written_until)
    asked = {"month": month, "written_until": written_until}
    outcomes, places = (reader.query(f"follow_up_{name}", **asked) for name in ("outcomes", "places"))
    return items.merge(outcomes, "left", on="follow_up_id").merge(places, "left", on="follow_up_id")


def follow_up_history(reader: Reader, follow_up_id: int) -> pd.DataFrame:
    """Every version of a follow-up, the first one first; `changes`: a tuple of what differs from the one before."""
    found = reader.query("follow_up_history", follow_up_id=follow_up_id)
    return found.assign(changes=pd.Series([tuple(one) for one in found["changes"]], index=found.index, dtype=object))


def behind_without_follow_up(
    reader: Reader, month: date, unit_types: tuple[str, ...] = (), lights: tuple[str, ...] = BEHIND
) -> pd.DataFrame:
    """One row a type and indicator with one of these lights and no open follow-up, with who might own one."""
    return reader.query("behind_without_follow_up", month=month, unit_types=list(unit_types), lights=list(lights))
