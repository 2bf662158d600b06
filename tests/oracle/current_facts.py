"""Which rows count: for one key those of the accepted upload with the largest number (domain.md sections 3 and 5)."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from tests.oracle.calendar_months import year_start
from tests.oracle.county import County
from tests.oracle.intake_rows import Decision, Event, MilestoneProgress, Result, Vote

Key = tuple[Any, ...]


class CurrentFacts:
    """All facts of the record (scenario 0), undone uploads left out."""

    def __init__(self, county: County) -> None:
        self.received = {u.upload_id: u.received_on for u in county.upload if u.status == "accepted"}
        results = [r for r in county.result if r.scenario_id == 0]
        self.frozen_months = {p.period_start for p in county.publication if p.period_kind == "month"}
        self._results = self._newest_first(results, lambda r: (r.month, r.unit_id, r.indicator_id))
        self._targets = self._newest_first(county.target, lambda r: (r.unit_id, r.indicator_id))
        self._events = self._newest_first(county.event, lambda r: (r.month, r.unit_id))
        self._votes = self._newest_first(county.vote, lambda r: (r.month, r.unit_id, r.indicator_id))
        self._progress = self._newest_first(
            county.milestone_progress, lambda r: (r.month, r.unit_id, r.indicator_id, r.milestone)
        )
        self._decisions = self._newest_first(county.decision, lambda r: (r.period_kind, r.period_start, r.unit_id))
        self._source = {i.indicator_id: i.source for i in county.indicator}
        self.loaded_months = self._loaded_months()
        self._handed_in = self._last_arrivals()

    def _newest_first(self, rows: Iterable[Any], key: Callable[[Any], Key]) -> dict[Key, list[Any]]:
        grouped: dict[Key, list[Any]] = defaultdict(list)
        for row in rows:
            if row.upload_id in self.received:
                grouped[key(row)].append(row)
        for group in grouped.values():
            group.sort(key=lambda row: -row.upload_id)
        return grouped

    @staticmethod
    def _of_latest_upload(rows: list[Any]) -> list[Any]:
        return [row for row in rows if row.upload_id == rows[0].upload_id]

    def _loaded_months(self) -> set[date]:
        """Months with any accepted row; upload 0 is the reference and loads no month."""
        groups = [self._results, self._targets, self._events, self._votes, self._progress, self._decisions]
        rows = (row for group in groups for same_key in group.values() for row in same_key)
        return {row.month for row in rows if row.upload_id != 0}

    def _last_arrivals(self) -> dict[tuple[date, str], date]:
        """(month, source) -> the latest day on which a present row of that source came in."""
        present: list[Any] = [rows[0] for rows in self._results.values() if rows[0].state != "BLANK"]
        present += [row for rows in self._votes.values() for row in self._of_latest_upload(rows) if row.ballots > 0]
        present += [rows[0] for rows in self._progress.values()]
        arrivals: dict[tuple[date, str], date] = {}
        for row in present:
            key = (row.month, self._source[row.indicator_id])
            arrivals[key] = max(arrivals.get(key, date.min), self.received[row.upload_id])
        return arrivals

    def handed_in(self, month: date, source: str) -> date | None:
        return self._handed_in.get((month, source))

    def result(self, month: date, unit_id: str, indicator_id: str) -> Result | None:
        rows = self._results.get((month, unit_id, indicator_id))
        return rows[0] if rows else None

    def accepted_before(self, rejected: Result) -> Fraction | None:
        """The latest earlier VALUE or ZERO of a cell that was sent back; it counts only until its month is frozen."""
        if rejected.month in self.frozen_months:
            return None
        key = (rejected.month, rejected.unit_id, rejected.indicator_id)
        for row in self._results[key]:
            if row.upload_id < rejected.upload_id and row.state in ("VALUE", "ZERO"):
                return Fraction(row.value or 0)
        return None

    def target(self, month: date, start_month: int, unit_id: str, indicator_id: str) -> Fraction | None:
        first = year_start(month, start_month)
        rows = [row for row in self._targets.get((unit_id, indicator_id), []) if first <= row.month <= month]
        if not rows:
            return None
        newest = max(rows, key=lambda row: (row.month, row.upload_id))
        return None if newest.value is None else Fraction(newest.value)

    def events(self, month: date, unit_id: str) -> list[Event]:
        rows = self._of_latest_upload(self._events.get((month, unit_id), []))
        return [row for row in rows if row.kind is not None]

    def votes(self, month: date, unit_id: str, indicator_id: str) -> list[Vote]:
        return self._of_latest_upload(self._votes.get((month, unit_id, indicator_id), []))

    def has_progress_row(self, month: date, unit_id: str, indicator_id: str) -> bool:
        return any(key[:3] == (month, unit_id, indicator_id) for key in self._progress)

    def done_on(self, since: date, month: date, unit_id: str, indicator_id: str, milestone: str) -> date | None:
        rows: list[MilestoneProgress] = [
            same_key[0]
            for key, same_key in self._progress.items()
            if key[1:] == (unit_id, indicator_id, milestone) and since <= key[0] <= month
        ]
        return max(rows, key=lambda row: row.month).done_on if rows else None

    def decision(self, kind: str, start: date, unit_id: str) -> str | None:
        rows: list[Decision] = self._decisions.get((kind, start, unit_id), [])
        return rows[0].tier if rows else None
