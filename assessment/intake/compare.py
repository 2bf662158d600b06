"""Rows of a month as text under a key, so that what a file says and what is known compare alike."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assessment.facts import Event, Submission
from assessment.store import Store


@dataclass(frozen=True)
class Key:
    """What a row is about: its section, unit and the rest that tells it from its neighbours."""

    section: str
    unit_id: str
    rest: tuple[str, ...]

    def item(self, indicator_names: dict[str, str]) -> str:
        """The row's subject in words."""
        return " · ".join(indicator_names.get(part, part) for part in self.rest)


@dataclass(frozen=True)
class Cell:
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


def known_rows(store: Store, month: date) -> dict[Key, str]:
    """The rows of a month as they count now, by key."""
    with store.open_month(month) as view:
        year_start = view.rows("month")[0][2]
    rows: dict[Key, str] = {}
    for unit_id, indicator_id, state, value in store.rows("form", "known_result", month=month):
        text = "" if state == "BLANK" else _result(state, value if state == "VALUE" else None)
        rows[Key("result", unit_id, (indicator_id,))] = text
    for unit_id, indicator_id, value in store.rows("form", "known_target", month=month, year_start=year_start):
        rows[Key("target", unit_id, (indicator_id,))] = _number(value)
    events: dict[Key, list[str]] = {}
    for row in store.rows("form", "known_event", month=month):
        events.setdefault(Key("event", row[0], ()), []).append(_event(Event(*(*row, "", ""))))
    rows |= {key: "; ".join(sorted(found)) for key, found in events.items()}
    ballots: dict[Key, list[tuple[str, str | None, int]]] = {}
    for unit_id, indicator_id, *ballot in store.rows("form", "known_vote", month=month):
        ballots.setdefault(Key("vote", unit_id, (indicator_id,)), []).append((ballot[0], ballot[1], ballot[2]))
    rows |= {key: _ballots(found) for key, found in ballots.items()}
    for unit_id, indicator_id, milestone, done_on in store.rows("form", "known_progress", month=month):
        rows[Key("milestone", unit_id, (indicator_id, milestone))] = _progress(done_on)
    for period_kind, period_start, unit_id, tier, reason in store.rows("form", "known_decision"):
        rows[Key("decision", unit_id, (period_kind, str(period_start)))] = f"{tier} {reason}"
    return rows


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
