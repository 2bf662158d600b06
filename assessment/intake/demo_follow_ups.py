"""The demo county's follow-ups of two meetings, each version as of the moment its file says."""

import csv
from datetime import UTC, date, datetime

from assessment import follow_ups, settings
from assessment.follow_ups import Item
from assessment.periods import Period
from assessment.store import Store

FILE = "meetings/follow_ups.csv"


def add(store: Store) -> None:
    """Write the follow-ups, all or none; nothing where somebody wrote before, or where there is no such file."""
    path = settings.DEMO / FILE
    if store.note_version or not path.exists():
        return
    written: dict[str, tuple[int, int]] = {}
    with store.write() as connection:
        for row in csv.DictReader(path.read_text("utf-8").splitlines()):
            made_at = datetime.fromisoformat(row["made_at"]).astimezone(UTC).replace(tzinfo=None)
            said = (_item(row), row["made_by"])
            if row["item"] in written:
                number, seen = written[row["item"]]
                version = follow_ups.change_within(connection, number, said[0], seen, said[1], made_at)
            else:
                number, version = follow_ups.add_within(connection, *said, made_at), 1
            written[row["item"]] = (number, version)


def _item(row: dict[str, str]) -> Item:
    return Item(
        title=row["title"],
        owner_unit_id=row["owner_unit_id"],
        person=row["person"],
        due_on=date.fromisoformat(row["due_on"]),
        state=row["state"],
        evidence=row["evidence"],
        period=Period.parse(row["period"]),
        unit_type=row["unit_type"],
        unit_id=row["unit_id"],
        indicator_id=row["indicator_id"],
    )
