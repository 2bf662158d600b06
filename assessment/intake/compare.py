"""Rows of a month as text under a key, so that what a file says and what is known compare alike."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from assessment.facts import Event, Submission
from assessment.store import Store


class Key(NamedTuple):
    """What a row is about: its section, unit and the rest that tells it from its neighbours."""

    section: str
    unit_id: str
    rest: tuple[str, ...]

    def item(self, indicator_names: dict[str, str]) -> str:
        """The row's subject in words."""
        return " · ".join(indicator_names.get(part, part) for part in self.rest)


class Cell(NamedTuple):
    """What a row says, as text, and where it stands; an empty text says nothing."""

    text: str
    sheet: str
    cell: str


def given_rows(submission: Submission) -> dict[Key, Cell]:
    """The rows of a workbook by key."""
    rows: dict[Key, Cell] = {}
    for result in submission.results:
        text = "" if result.state == "BLANK" else _result(result.state, result.value)
        rows[Key("result", result.unit_id, (result.indicator_id,))] = Cell(text, result.sheet, result.cell)
    for target in submission.targets:
        key = Key("target", target.unit_id, (target.indicator_id,))
        rows[key] = Cell(_number(target.value), target.sheet, target.cell)
    for unit_id in dict.fromkeys(event.unit_id for event in submission.events):
        events = [event for event in submission.events if event.unit_id == unit_id]
        text = "; ".join(sorted(_event(event) for event in events if event.kind is not None))
        rows[Key("event", unit_id, ())] = Cell(text, events[0].sheet, events[0].cell)
    for pair in dict.fromkeys((vote.unit_id, vote.indicator_id) for vote in submission.votes):
        votes = [vote for vote in submission.votes if (vote.unit_id, vote.indicator_id) == pair]
        ballots = [(vote.voter_group, vote.grade, vote.ballots) for vote in votes if vote.ballots > 0]
        rows[Key("vote", pair[0], (pair[1],))] = Cell(_ballots(ballots), votes[0].sheet, votes[0].cell)
    for mark in submission.milestones:
        key = Key("milestone", mark.unit_id, (mark.indicator_id, mark.milestone))
        rows[key] = Cell(_progress(mark.done_on), mark.sheet, mark.cell)
    for decision in submission.decisions:
        key = Key("decision", decision.unit_id, (decision.period_kind, str(decision.period_start)))
        rows[key] = Cell(f"{decision.tier} {decision.reason}", decision.sheet, decision.cell)
    return rows


class Known:
    """The rows of some months as they count now, and as they will once the earlier months of the batch are in."""

    def __init__(self, store: Store, months: list[date]) -> None:
        self._year_start: dict[date, date] = dict(store.rows("form", "year_start", months=months))
        self._rows: dict[date, dict[Key, str]] = {month: {} for month in months}
        self._targets: dict[Key, list[tuple[date, date, str]]] = {}
        self._decisions: dict[Key, str] = {}
        self._ask_cells(store, months)
        self._ask_lists(store, months)

    def rows(self, month: date) -> dict[Key, str]:
        """The rows of a month by key: its own, the targets in force and every decision."""
        in_force: dict[Key, tuple[date, str]] = {}
        for key, steps in self._targets.items():
            for year_start, since, text in steps:
                if year_start == self._year_start[month] and in_force.get(key, (since, ""))[0] <= since <= month:
                    in_force[key] = since, text
        return self._rows[month] | {key: text for key, (_, text) in in_force.items()} | self._decisions

    def take_in(self, month: date, given: dict[Key, Cell]) -> None:
        """Let the later months of a batch know the targets and decisions of this one."""
        for key, cell in given.items():
            if key.section == "target":
                self._targets.setdefault(key, []).append((self._year_start[month], month, cell.text))
            elif key.section == "decision":
                self._decisions[key] = cell.text

    def _ask_cells(self, store: Store, months: list[date]) -> None:
        for month, unit_id, indicator_id, state, value in store.rows("form", "known_result", months=months):
            text = "" if state == "BLANK" else _result(state, value if state == "VALUE" else None)
            self._rows[month][Key("result", unit_id, (indicator_id,))] = text
        year_starts = sorted(set(self._year_start.values()))
        for year_start, since, unit_id, code, value in store.rows("form", "known_target", year_starts=year_starts):
            key = Key("target", unit_id, (code,))
            self._targets.setdefault(key, []).append((year_start, since, _number(value)))
        for period_kind, period_start, unit_id, tier, reason in store.rows("form", "known_decision"):
            self._decisions[Key("decision", unit_id, (period_kind, str(period_start)))] = f"{tier} {reason}"

    def _ask_lists(self, store: Store, months: list[date]) -> None:
        events: dict[tuple[date, Key], list[str]] = {}
        for month, unit_id, *event in store.rows("form", "known_event", months=months):
            told = _event(Event(*(unit_id, *event, "", "")))
            events.setdefault((month, Key("event", unit_id, ())), []).append(told)
        for (month, key), found in events.items():
            self._rows[month][key] = "; ".join(sorted(found))
        ballots: dict[tuple[date, Key], list[tuple[str, str | None, int]]] = {}
        for month, unit_id, code, group, grade, count in store.rows("form", "known_vote", months=months):
            ballots.setdefault((month, Key("vote", unit_id, (code,))), []).append((group, grade, count))
        for (month, key), cast in ballots.items():
            self._rows[month][key] = _ballots(cast)
        for month, unit_id, code, milestone, done_on in store.rows("form", "known_progress", months=months):
            self._rows[month][Key("milestone", unit_id, (code, milestone))] = _progress(done_on)


def _result(state: str, value: Decimal | None) -> str:
    if state == "ZERO":
        return "0"
    return _number(value) if state == "VALUE" else state


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value.quantize(Decimal('0.000001')).normalize():f}"


def _event(event: Event) -> str:
    parts = [event.kind, event.event, event.document, event.happened_on, f"×{event.quantity}", _number(event.points)]
    return " ".join(str(part) for part in parts if part)


def _ballots(ballots: list[tuple[str, str | None, int]]) -> str:
    return ", ".join(f"{group} {grade or '弃权'} {count}" for group, grade, count in sorted(ballots, key=str))


def _progress(done_on: date | None) -> str:
    return str(done_on) if done_on else "—"
