"""Random uploads: values in every state, targets, ballots, milestones, events, decisions; corrections, undone files."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from tests.oracle.calendar_months import add_months, month_index, quarter_start, year_label, year_start
from tests.oracle.county import County
from tests.oracle.draw import Draw
from tests.oracle.generate_schemes import BONUS_KINDS, GRADES, GROUP_OF, OTHER_KINDS, TIERS
from tests.oracle.intake_rows import (
    Decision,
    Event,
    MilestoneProgress,
    Publication,
    Result,
    Revision,
    Target,
    Upload,
    Vote,
)
from tests.oracle.reference_rows import Indicator, Milestone

D = Decimal
STATES = ("BLANK", "BLANK", "BLANK", "NO_CASE", "NO_CASE", "LATE", "REJECTED", "NOT_DUE", "NA_BY_RULE")
PALETTES = (
    "0 0 1 2 3 3 5 5 10 2.5 0.1 -1 -2.5 4.166667",
    "1 2 3 4 5 6 7 8 9 10",
    "10",
    "5 10",
    "10 10 10 12 5",
    "0 0 3",
    "-2 -1 8.333333",
)
"""What an indicator's values are drawn from. Against a target of 12 whole numbers meet gates and plans exactly."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What may be written about an indicator."""

    indicator: Indicator
    functions: frozenset[str]
    values: tuple[Decimal, ...]

    @property
    def targets(self) -> tuple[Decimal | None, ...]:
        return (D(4), D(10), D(12), D(12), D(5), D(0), None if "completion" in self.functions else D(-2))


def measures_of(county: County, draw: Draw) -> list[Measure]:
    """Every indicator with its own few values, so that ties are common; cases to deduct for are not negative."""
    rules = [*county.rule, *county.rule_part]
    measures = []
    for row in county.indicator:
        functions = frozenset(rule.function for rule in rules if rule.indicator_id == row.indicator_id)
        values = [D(value) for value in draw.one(PALETTES).split()]
        if "deduct" in functions:
            values = [max(value, D(0)) for value in values]
        measures.append(Measure(row, functions, tuple(values)))
    return measures


def add_months_of_facts(county: County, draw: Draw, months: list[date]) -> None:
    """The reference upload, one to three uploads for every month, then late corrections of any month."""
    measures = measures_of(county, draw)
    start_month = county.scheme[0].year_start_month
    _add_milestones(county, draw, measures, months, start_month)
    first = year_start(months[0], start_month)
    county.upload.append(Upload(upload_id=0, month=first, received_on=first))
    county.revision.append(Revision(revision_id=0, kind="reference"))
    for year in sorted({year_start(month, start_month) for month in months}):
        _add_targets(county, draw, measures, 0, year, 0.85)
    for month in months:
        for at in range(draw.one((1, 1, 2, 3))):
            _add_upload(county, draw, measures, month, 1.0 if at == 0 else 0.25)
    for _ in range(draw.count(0, 2)):
        _add_upload(county, draw, measures, draw.one(months), 0.25)
    _add_decisions(county, draw, months)
    for month in months:
        if draw.chance(0.2):
            county.publication.append(Publication(period_start=month, reopened_by=draw.one((None, 1))))


def _add_upload(county: County, draw: Draw, measures: list[Measure], month: date, density: float) -> None:
    upload_id = len(county.upload)
    received = draw.day(add_months(month, 1), (3, 10, 11, 28))
    status = "undone" if draw.chance(0.12) else "accepted"
    row = {"upload_id": upload_id, "revision_id": upload_id, "month": month}
    county.upload.append(Upload(**row, received_on=received, status=status))
    county.revision.append(Revision(revision_id=upload_id, upload_id=upload_id))
    silent = {source for source in ("统计", "财政", "信访") if draw.chance(0.1)}
    for measure in measures:
        if measure.indicator.source not in silent:
            _add_reports(county, draw, measure, upload_id, month, density)
    if draw.chance(0.4):
        _add_targets(county, draw, measures, upload_id, month, 0.1)
    for unit in county.unit:
        if draw.chance(0.25):
            _add_events(county, draw, upload_id, month, unit.unit_id)


def _add_reports(county: County, draw: Draw, measure: Measure, upload_id: int, month: date, density: float) -> None:
    for unit in county.unit:
        if not draw.chance(0.93 * density):
            continue
        key = {"upload_id": upload_id, "month": month, "unit_id": unit.unit_id}
        key |= {"indicator_id": measure.indicator.indicator_id}
        by_ballots, by_milestones = "graded" in measure.functions, "milestone" in measure.functions
        if by_ballots:
            _add_ballots(county, draw, key)
        elif by_milestones:
            _add_progress(county, draw, key, month)
        if draw.chance(0.15):
            state = draw.one(STATES)
            value = draw.one(measure.values) if state == "REJECTED" else None
            county.result.append(Result(**key, state=state, value=value))
        elif not by_ballots and not by_milestones:
            value = draw.one(measure.values)
            county.result.append(Result(**key, state="VALUE" if value else "ZERO", value=value))


def _add_ballots(county: County, draw: Draw, key: dict[str, object]) -> None:
    for group in draw.some(("领导", "互评", "群众")):
        only_abstentions = draw.chance(0.15)
        grades = [None] if only_abstentions else draw.some([*(name for name, _ in GRADES), None], least=1)
        for grade in grades:
            county.vote.append(Vote(**key, voter_group=group, grade=grade, ballots=draw.one((0, 1, 1, 2, 3, 6))))


def _add_progress(county: County, draw: Draw, key: dict[str, object], month: date) -> None:
    for row in county.milestone:
        is_own = row.indicator_id == key["indicator_id"] and row.unit_id in ("", key["unit_id"])
        is_of_year = row.year == year_label(month, county.scheme[0].year_start_month)
        if is_own and is_of_year and draw.chance(0.4):
            done = draw.day(add_months(month, draw.one((-2, -1, 0, 0, 0, 1))), (1, 10, 28))
            name = {"milestone": row.milestone, "done_on": None if draw.chance(0.3) else done}
            county.milestone_progress.append(MilestoneProgress(**key, **name))


def _add_milestones(county: County, draw: Draw, measures: list[Measure], months: list[date], start_month: int) -> None:
    for measure in measures:
        if "milestone" not in measure.functions:
            continue
        for first in sorted({year_start(month, start_month) for month in months}):
            owners = ["", "", *(unit.unit_id for unit in draw.some(county.unit, most=2))]
            for at, owner in enumerate(owners):
                due = draw.day(add_months(first, draw.count(0, 11)), (1, 10, 28))
                county.milestone.append(
                    Milestone(
                        year=year_label(first, start_month),
                        indicator_id=measure.indicator.indicator_id,
                        unit_id=owner,
                        milestone=f"{first:%Y}-{at}",
                        share=draw.number("0.25 0.5 0.1"),
                        due_on=due + timedelta(days=draw.one((0, 0, 1))),
                    )
                )


def _add_targets(
    county: County, draw: Draw, measures: list[Measure], upload_id: int, month: date, density: float
) -> None:
    for measure in measures:
        if not measure.functions & {"completion", "growth_gap"}:
            continue
        for unit in county.unit:
            if draw.chance(density):
                key = {"unit_id": unit.unit_id, "indicator_id": measure.indicator.indicator_id}
                county.target.append(Target(upload_id=upload_id, month=month, **key, value=draw.one(measure.targets)))


def _add_events(county: County, draw: Draw, upload_id: int, month: date, unit_id: str) -> None:
    key = {"upload_id": upload_id, "month": month, "unit_id": unit_id}
    if draw.chance(0.1):
        county.event.append(Event(**key, kind=None))
        return
    for _ in range(draw.count(1, 4)):
        if draw.chance(0.5):
            kind = draw.one(BONUS_KINDS)
            name, points = f"{GROUP_OF[kind]}{draw.count(1, 2)}", draw.maybe("0.5 2 1.25", 0.2)
        else:
            kind = draw.one(OTHER_KINDS)
            name, points = f"{kind}{draw.count(1, 3)}", draw.maybe("0.4 3", 0.2)
        document = "" if draw.chance(0.25) else "文号"
        quantity = draw.one((1, 1, 2, 3))
        county.event.append(Event(**key, kind=kind, event=name, document=document, quantity=quantity, points=points))


def _add_decisions(county: County, draw: Draw, months: list[date]) -> None:
    """Decisions on periods that have tiers; some name none and leave the computed one."""
    scheme = county.scheme[0]
    first_tiered = (scheme.first_tier_month - scheme.year_start_month) % 12 + 1
    for _ in range(draw.count(0, 4)):
        month, kind = draw.one(months), draw.one(("month", "month", "quarter", "year"))
        index = month_index(month, scheme.year_start_month)
        start = {
            "month": month,
            "quarter": quarter_start(month, scheme.year_start_month),
            "year": year_start(month, scheme.year_start_month),
        }[kind]
        last_index = {"month": index, "quarter": index + (-index) % 3, "year": 12}[kind]
        if last_index >= first_tiered:
            upload = draw.one(county.upload[1:])
            tier = draw.one((*TIERS, None))
            place = {"upload_id": upload.upload_id, "month": upload.month}
            unit_id = draw.one(county.unit).unit_id
            period = {"period_kind": kind, "period_start": start, "unit_id": unit_id}
            decision = Decision(**place, **period, tier=tier)
            if all(replace(row, tier=tier) != decision for row in county.decision):
                county.decision.append(decision)
