"""One key stated by two files, or by two sheets of a file: they must agree, and an empty statement gives way."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter

from assessment.errors import fault
from assessment.facts import Decision, Event, MilestoneProgress, MonthForm, Result, Submission, Target, Vote
from assessment.workbook.findings import Findings
from assessment.workbook.reading import Reading

Fact = Result | Target | Event | Vote | MilestoneProgress | Decision
Key = tuple[object, ...]
_CONTENT: dict[type[Fact], Callable[[Fact], tuple[object, ...]]] = {
    kind: attrgetter(*(name for name in kind.__slots__ if name not in ("sheet", "cell")))
    for kind in (Result, Target, Event, Vote, MilestoneProgress, Decision)
}
"""What a fact says, without its place."""


@dataclass(slots=True)
class _Statement:
    """What one sheet of one file says of a key, without its places."""

    file: int
    sheet: str
    cell: str
    content: set[tuple[object, ...]] = field(default_factory=set)


def between(readings: Sequence[Reading], form: MonthForm) -> list[Reading]:
    """The readings with every contradiction noted in the later file, and empty facts dropped where another has content.

    Events and ballots are compared by unit, and by unit and indicator: they replace one another as a whole.
    """
    names = {unit.unit_id: unit.name for unit in form.units}
    names |= {indicator.indicator_id: indicator.name for indicator in form.indicators}
    said: dict[Key, _Statement] = {}
    for index, reading in enumerate(readings):
        own = _statements(index, reading.submission)
        findings = Findings(reading.problems, reading.warnings)
        repeated: set[str] = set()
        for key, statement in own:
            before = said.setdefault(key, statement)
            other = readings[before.file].file_name
            if before.content != statement.content:
                _note_difference(key, statement, before, other, names, findings)
            elif before.file != index and other not in repeated:
                repeated.add(other)
                same = fault("Part of this file repeats {other} with the same content.", other=other)
                findings.warn(statement.sheet, statement.cell, same)
    return [
        replace(reading, submission=_filled(index, reading.submission, said)) for index, reading in enumerate(readings)
    ]


def _note_difference(
    key: Key, here: _Statement, before: _Statement, other: str, names: dict[str, str], findings: Findings
) -> None:
    subject = "、".join(names.get(str(part), str(part)) for part in key[1:])
    place = f"{before.sheet}!{before.cell}" if before.file == here.file else f"{other} {before.sheet}!{before.cell}"
    different = "{subject}: this cell and {other} say different things. Keep one."
    findings.problem(here.sheet, here.cell, fault(different, subject=subject, other=place))


def _statements(index: int, submission: Submission) -> list[tuple[Key, _Statement]]:
    found: dict[tuple[Key, str], _Statement] = {}
    for fact in _facts(submission):
        if not _is_empty(fact):
            statement = found.setdefault((_key(fact), fact.sheet), _Statement(index, fact.sheet, fact.cell))
            statement.content.add((type(fact), *_CONTENT[type(fact)](fact)))
    return [(key, statement) for (key, _), statement in found.items()]


def _facts(submission: Submission) -> Iterator[Fact]:
    yield from submission.results
    yield from submission.targets
    yield from submission.events
    yield from submission.votes
    yield from submission.milestones
    yield from submission.decisions


def _key(fact: Fact) -> Key:
    match fact:
        case Event():
            return Event, fact.unit_id
        case MilestoneProgress():
            return MilestoneProgress, fact.unit_id, fact.indicator_id, fact.milestone
        case Decision():
            return Decision, fact.unit_id, fact.period_kind, fact.period_start
        case _:
            return type(fact), fact.unit_id, fact.indicator_id


def _is_empty(fact: Fact) -> bool:
    match fact:
        case Result():
            return fact.state == "BLANK"
        case Target():
            return fact.value is None
        case Event():
            return fact.kind is None
        case Vote():
            return fact.grade is None and fact.ballots == 0
        case MilestoneProgress():
            return fact.done_on is None
        case Decision():
            return False


def _gives_way(index: int, fact: Fact, said: dict[Key, _Statement]) -> bool:
    """Whether an empty fact's key is filled by another file or sheet."""
    filled = said.get(_key(fact)) if _is_empty(fact) else None
    return filled is not None and (filled.file, filled.sheet) != (index, fact.sheet)


def _filled(index: int, submission: Submission, said: dict[Key, _Statement]) -> Submission:
    """The submission without the empty facts that give way."""
    return Submission(
        results=[fact for fact in submission.results if not _gives_way(index, fact, said)],
        targets=[fact for fact in submission.targets if not _gives_way(index, fact, said)],
        events=[fact for fact in submission.events if not _gives_way(index, fact, said)],
        votes=[fact for fact in submission.votes if not _gives_way(index, fact, said)],
        milestones=[fact for fact in submission.milestones if not _gives_way(index, fact, said)],
        decisions=submission.decisions,
    )
