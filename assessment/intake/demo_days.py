"""The demo county's months as its departments sent them: each table on the day on which it came in."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias, TypeVar

from assessment import settings
from assessment.facts import MilestoneProgress, Result, Submission, Vote
from assessment.intake.preview import Incoming, Preview

Days: TypeAlias = dict[str, date]
"""The day on which each indicator of a month came in."""
Cell = TypeVar("Cell", Result, Vote, MilestoneProgress)


def spread(previews: Sequence[Preview]) -> list[Preview]:
    """The previews with each file parted by the days that the demo's folder names; as they are where it names none."""
    days = _days()
    return [_parted(one, days[str(one.month)]) if str(one.month) in days else one for one in previews]


def _days() -> dict[str, Days]:
    """The days of each month by its code."""
    received, indicators = (_table(path) for path in ("received/days.csv", "reference/indicator.csv"))
    tables: dict[tuple[str, str], list[str]] = {}
    for row in indicators:
        tables.setdefault((row["source"], row["due_day"]), []).append(row["indicator_id"])
    found: dict[str, Days] = {}
    for row in received:
        came = date.fromisoformat(row["received_on"])
        found.setdefault(row["month"], {}).update(dict.fromkeys(tables[row["source"], row["due_day"]], came))
    return found


def _table(path: str) -> list[dict[str, str]]:
    file = settings.DEMO / path
    return list(csv.DictReader(file.read_text("utf-8").splitlines())) if file.exists() else []


def _parted(preview: Preview, days: Days) -> Preview:
    return replace(preview, incoming=[part for file in preview.incoming for part in _parts(file, preview, days)])


def _parts(file: Incoming, preview: Preview, days: Days) -> list[Incoming]:
    """The file once a day; targets, events and decisions came with the whole workbook."""
    rows = file.submission
    results = _by_day(rows.results, days)
    votes = _by_day(rows.votes, days)
    milestones = _by_day(rows.milestones, days)
    parts = [
        (Submission(results.get(day, []), votes=votes.get(day, []), milestones=milestones.get(day, [])), day)
        for day in sorted({*results, *votes, *milestones})
    ]
    rest = Submission(targets=rows.targets, events=rows.events, decisions=rows.decisions)
    if rest != Submission():
        parts.append((rest, preview.received_on))
    return [replace(file, submission=submission, received_on=day) for submission, day in parts]


def _by_day(rows: Sequence[Cell], days: Days) -> dict[date, list[Cell]]:
    dated = sorted(((days[row.indicator_id], row) for row in rows), key=itemgetter(0))
    return {day: [row for _, row in found] for day, found in groupby(dated, key=itemgetter(0))}
