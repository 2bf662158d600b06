"""The generated counties are valid, small, and reach every corner of the rules."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings

from tests.oracle.county import County, tables
from tests.oracle.functions import ABSOLUTE, RELATIVE
from tests.oracle.score import Scored, score
from tests.oracle.strategies import counties, make_county

STATES = {"VALUE", "ZERO", "NA_BY_RULE", "NO_CASE", "NOT_DUE", "LATE", "REJECTED"}
SEEDS = range(60)


@pytest.fixture(scope="module")
def sample() -> list[tuple[County, Scored]]:
    drawn = [make_county(Random(seed)) for seed in SEEDS]
    return [(county, score(county)) for county in drawn]


def test_every_function_and_state_occurs(sample: list[tuple[County, Scored]]) -> None:
    cells = [cell for _, scored in sample for cell in scored.cells.values()]
    measured = {name for cell in cells if cell.own_share is not None for name in cell.unit_rule.signature}
    assert measured == {*ABSOLUTE, *RELATIVE, "blend", "threshold_then"}
    assert {cell.own_state for cell in cells} == STATES
    assert any(cell.is_carried and cell.state == "LATE" for cell in cells)
    assert any(cell.own_state == "REJECTED" and cell.is_provisional for cell in cells)
    assert any(cell.own_state == "REJECTED" and not cell.is_provisional for cell in cells)
    assert any(cell.own_state == "VALUE" and cell.share is None for cell in cells)


def test_every_outcome_occurs(sample: list[tuple[County, Scored]]) -> None:
    results = [(key[0], row) for _, scored in sample for key, row in scored.results.items()]
    for kind in ("month", "quarter", "year"):
        of_kind = [row for other, row in results if other == kind]
        assert {row.computed_tier for row in of_kind} == {"优秀", "良好", "一般", "较差", None}
        assert any(row.is_straddling for row in of_kind)
        assert any(row.final_tier != row.computed_tier for row in of_kind)
        assert any(row.score is not None and not row.is_ranked for row in of_kind)
        assert any(row.unit_count == 1 for row in of_kind)
        assert any(row.unit_count >= 8 for row in of_kind)
    ranks = Counter(
        (id(scored), key[:2], row.unit_type, row.rank)
        for _, scored in sample
        for key, row in scored.results.items()
        if row.rank is not None
    )
    assert any(count > 1 for count in ranks.values())
    shifts = {change.tier_shift for _, scored in sample for change in scored.changes.values()}
    assert shifts == {"promoted", "demoted", "unchanged", "new", "first", "not_comparable"}


def test_every_table_is_filled(sample: list[tuple[County, Scored]]) -> None:
    rows: Counter[str] = Counter()
    for county, _ in sample:
        rows.update({name: len(found) for name, found in tables(county).items()})
    assert {name for name, count in rows.items() if count == 0} <= {"unit_alias"}


@settings(max_examples=60, deadline=None)
@given(counties())
def test_drawn_schemes_add_up(county: County) -> None:
    for scheme in county.scheme:
        for unit_type in county.unit_type:
            key = (scheme.scheme_id, unit_type.unit_type)
            weights = [rule.weight for rule in county.rule if (rule.scheme_id, rule.unit_type) == key]
            assert sum(weights) == 100
    lower = {row.indicator_id for row in county.indicator if row.direction == "lower"}
    higher_only = {"completion", "ratio_best", "graded", "milestone"}
    assert not [
        rule
        for rule in (*county.rule, *county.rule_part)
        if rule.indicator_id in lower and rule.function in higher_only
    ]


@settings(max_examples=60, deadline=None)
@given(counties())
def test_scores_keep_their_bounds(county: County) -> None:
    scored = score(county)
    for cell in scored.cells.values():
        assert cell.share is None or 0 <= cell.share <= 2
        assert cell.state not in ("NA_BY_RULE", "NOT_DUE") or cell.is_carried or cell.share is None
    for key, row in scored.results.items():
        assert row.score is None or row.score >= 0
        assert (row.rank is not None) == row.is_ranked
        assert row.rank is None or 1 <= row.rank <= row.unit_count
        assert row.is_ranked or row.computed_tier is None
        assert key in scored.changes


def test_the_same_seed_gives_the_same_county() -> None:
    assert tables(make_county(Random(7))) == tables(make_county(Random(7)))
