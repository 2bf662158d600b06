"""Every cell, score, rank, tier and change of generated counties: the store against the oracle."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from assessment.store import Store
from tests.oracle.county import County
from tests.oracle.golden import golden_county
from tests.oracle.score import score
from tests.oracle.strategies import counties, make_county
from tests.queries.engine import answers, differences, expected


def disagreements(store: Store, county: County) -> list[str]:
    return differences(answers(store, county), expected(score(county)))


@pytest.mark.parametrize("is_fund_late", [False, True])
def test_golden_county(shared_store: Store, is_fund_late: bool) -> None:
    assert disagreements(shared_store, golden_county(is_fund_late)) == []


@pytest.mark.parametrize("seed", range(8))
def test_known_counties(shared_store: Store, seed: int) -> None:
    assert disagreements(shared_store, make_county(Random(seed))) == []


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(county=counties())
def test_generated_counties(shared_store: Store, county: County) -> None:
    assert disagreements(shared_store, county) == []


def test_a_different_share_is_noticed(shared_store: Store) -> None:
    """The comparison itself can fail: one other value gives other cells, scores and ranks."""
    county, other = golden_county(), golden_county(is_fund_late=True)
    lines = differences(answers(shared_store, county), expected(score(other)))
    assert any(" share: " in line for line in lines)
    assert any(" score: " in line for line in lines)
