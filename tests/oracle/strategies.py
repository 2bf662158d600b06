"""Hypothesis strategies of whole counties: small, valid, and nasty."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import strategies as st

from tests.oracle.calendar_months import add_months
from tests.oracle.county import County
from tests.oracle.draw import Draw, Size
from tests.oracle.generate_months import add_months_of_facts
from tests.oracle.generate_rules import add_indicators, add_rules
from tests.oracle.generate_schemes import add_schemes
from tests.oracle.reference_rows import Membership, Unit, UnitType

LONG_AGO = date(2020, 1, 1)


def counties(most: Size | None = None) -> st.SearchStrategy[County]:
    """A county drawn from one seed and a size; a failing one shrinks in its size."""
    most = most or Size()
    sizes = st.builds(
        Size,
        types=st.integers(1, most.types),
        units=st.integers(1, most.units),
        indicators=st.integers(4, most.indicators),
        months=st.integers(1, most.months),
        schemes=st.integers(1, most.schemes),
    )
    return st.builds(lambda seed, size: make_county(Random(seed), size), st.integers(0, 2**32), sizes)


def make_county(random: Random, size: Size | None = None) -> County:
    """A county; the same random state and size give the same one."""
    draw, size = Draw(random), size or Size()
    months = _months(draw, size.months)
    county = County(unit_type=[UnitType(unit_type=name, name=name) for name in ("A", "B", "C")[: size.types]])
    _add_units(county, draw, size, months)
    add_schemes(county, draw, size.schemes, months)
    add_indicators(county, draw, size.indicators)
    add_rules(county, draw)
    scheme = county.scheme[0]
    reported = [month for month in months if month.month != 1 or scheme.has_january_period or draw.chance(0.3)]
    add_months_of_facts(county, draw, reported or months)
    if draw.chance(0.5):
        _make_twins(county, draw)
    _undo_empty_uploads(county)
    return county


def _undo_empty_uploads(county: County) -> None:
    """A file without a row is no file: whether it makes its month exist is nobody's question."""
    facts = (county.result, county.target, county.event, county.vote, county.milestone_progress, county.decision)
    filled = {row.upload_id for rows in facts for row in rows}
    county.upload[:] = [
        upload if upload.upload_id in filled else replace(upload, status="undone") for upload in county.upload
    ]


def _make_twins(county: County, draw: Draw) -> None:
    """Half of the units report exactly what the unit before them does: ties that last through quarters and years."""
    copied = (county.rule_override, county.milestone, county.result, county.target, county.event, county.vote)
    for model, twin in zip(county.unit, county.unit[1:], strict=False):
        if draw.chance(0.5):
            for rows in (*copied, county.milestone_progress):
                rows[:] = [row for row in rows if row.unit_id != twin.unit_id]
                rows += [replace(row, unit_id=twin.unit_id) for row in rows if row.unit_id == model.unit_id]


def _months(draw: Draw, count: int) -> list[date]:
    """Months in a row from a random start, often over the turn of the year, some of them missing."""
    first = add_months(date(2023, 6, 1), draw.count(0, 11))
    months = draw.months_from(first, count)
    kept = [month for month in months if not draw.chance(0.12)]
    return kept or months


def _add_units(county: County, draw: Draw, size: Size, months: list[date]) -> None:
    for unit_type in county.unit_type:
        for at in range(draw.count(1, size.units)):
            unit_id = f"{unit_type.unit_type}{at}"
            county.unit.append(Unit(unit_id=unit_id, name=unit_id, sort_order=at))
            county.membership += _memberships(draw, unit_id, unit_type.unit_type, county, months)


def _memberships(draw: Draw, unit_id: str, home: str, county: County, months: list[date]) -> list[Membership]:
    """Most units stay; some join, leave, change type without a gap, or come back after one."""
    fate = draw.random.random()
    turn = draw.day(draw.one(months), (1, 1, 10, 15, 16, 28))
    before = turn - timedelta(days=1)
    if fate < 0.7:
        return [Membership(unit_id=unit_id, unit_type=home, starts_on=LONG_AGO)]
    if fate < 0.8:
        return [Membership(unit_id=unit_id, unit_type=home, starts_on=turn)]
    first = Membership(unit_id=unit_id, unit_type=home, starts_on=LONG_AGO, ends_on=before)
    if fate < 0.86:
        return [first]
    other = draw.one(county.unit_type).unit_type
    again = turn + timedelta(days=draw.one((0, 0, 0, 1, 20, 40)))
    return [first, Membership(unit_id=unit_id, unit_type=other, starts_on=again)]
